using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Rules.Schemes;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Assessment;

/// <summary>A scheme's file is wrong; the message names file, line and reason.</summary>
public sealed class SchemeFileException(string file, long line, string reason, Exception? inner = null)
    : UserFaultException($"{file} 第{line}行：{reason}", inner)
{
    public string File => file;

    public long Line => line;

    public string Reason => reason;
}

/// <summary>Reads a scheme from YAML. The language is described in docs/guide/schemes.md.</summary>
public sealed class SchemeFile
{
    private readonly HashSet<string> standardIds = [];
    private readonly CheckReader checks;

    private SchemeFile(KindCatalogue kinds) => checks = new CheckReader(kinds);

    /// <exception cref="SchemeFileException">The file is not a scheme.</exception>
    public static Scheme Load(string path, KindCatalogue kinds) =>
        Parse(File.ReadAllText(path), Path.GetFileName(path), kinds);

    /// <exception cref="SchemeFileException">The text is not a scheme.</exception>
    public static Scheme Parse(string text, string fileName, KindCatalogue kinds)
    {
        try
        {
            return new SchemeFile(kinds).ReadScheme(YamlMap.Root(text));
        }
        catch (YamlFaultException e)
        {
            throw new SchemeFileException(fileName, e.Line, e.Message, e);
        }
    }

    private Scheme ReadScheme(YamlNode node)
    {
        var map = new YamlMap(node, "id", "title", "source", "completeness", "points", "sections");
        var scheme = new Scheme(
            map.Text("id"),
            map.Text("title"),
            map.Text("source"),
            map.Text("completeness"),
            [.. map.List("sections").Select(ReadSection)],
            StatedPoints(map));
        RequireWithin(map, "测评体系", scheme.StatedPoints, "测评项目", scheme.Sections.Sum(section => section.Total));
        return scheme;
    }

    /// <summary>Where the source has no indicators, a section lists its standards itself and is its own only indicator.</summary>
    private Section ReadSection(YamlNode node)
    {
        var map = new YamlMap(node, "name", "points", "indicators", "standards");
        if (map.Has("indicators") == map.Has("standards"))
            throw map.Fault("测评项目应写 indicators（测评指标）或 standards（测评标准），二者取一");
        var name = map.Text("name");
        var points = StatedPoints(map);
        var section = new Section(
            name,
            points,
            map.Has("indicators")
                ? [.. map.List("indicators").Select(ReadIndicator)]
                : [new Indicator(name, points, [.. map.List("standards").Select(ReadStandard)])]);
        var parts = map.Has("indicators") ? section.Indicators.Sum(indicator => indicator.Total) : section.Assigned;
        RequireWithin(map, "测评项目", points, map.Has("indicators") ? "测评指标" : "测评标准", parts);
        return section;
    }

    private Indicator ReadIndicator(YamlNode node)
    {
        var map = new YamlMap(node, "name", "points", "standards");
        var indicator = new Indicator(
            map.Text("name"),
            StatedPoints(map),
            [.. map.List("standards").Select(ReadStandard)]);
        RequireWithin(map, "测评指标", indicator.StatedPoints, "测评标准", indicator.Assigned);
        return indicator;
    }

    private Standard ReadStandard(YamlNode node)
    {
        var map = new YamlMap(node, "id", "name", "points", "method", "checks");
        var id = map.Text("id");
        if (!standardIds.Add(id))
            throw map.Fault($"测评标准“{id}”重复");
        if (!map.Has("points"))
            throw map.Fault($"测评标准“{id}”缺少 points；来源未给分值的写 points: null");
        var points = Points(map["points"]);
        var nodes = map.Has("checks") ? map.List("checks") : [];
        if (points is not null && nodes.Count == 0)
            throw map.Fault($"测评标准“{id}”缺少 checks（检查项）");
        Check[] read = [.. nodes.Select((check, i) => checks.Read(check, $"{id}-{i + 1}", assigned: points is not null))];

        var sum = read.Sum(check => check.Points);
        RequireWithin(map, $"测评标准“{id}”", points, "检查项", sum);
        return points > sum
            ? throw map.Fault($"测评标准“{id}”的检查项合计{PointsText.Of(sum)}分，少于{PointsText.Of(points.Value)}分；来源未写明如何得分的部分用 rule: grade")
            : new Standard(id, map.Text("name"), points, map.Texts("method"), read);
    }

    private static int? StatedPoints(YamlMap map) => map.Has("points") ? Points(map["points"]) : null;

    /// <summary>Points in hundredths; a plain null is 未赋分.</summary>
    internal static int? Points(YamlNode node)
    {
        var text = YamlMap.Text(node);
        if (text is "null" or "~")
            return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
            && points <= 10_000 && points * 100 == decimal.Truncate(points * 100)
            ? (int)(points * 100)
            : throw YamlFaultException.At(node, $"分值“{text}”应为不小于0的数，最多两位小数");
    }

    private static void RequireWithin(YamlMap map, string parent, int? points, string parts, int sum)
    {
        if (sum > points)
            throw map.Fault($"{parts}合计{PointsText.Of(sum)}分，超过{parent}的{PointsText.Of(points.Value)}分");
    }
}
