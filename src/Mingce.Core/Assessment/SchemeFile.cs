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
    private static readonly Dictionary<string, NegativeEffect> Effects = new()
    {
        ["veto"] = NegativeEffect.Veto,
        ["deduct"] = NegativeEffect.Deduct,
        ["revoke"] = NegativeEffect.Revoke,
    };

    private readonly HashSet<string> ids = [];
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
        var map = new YamlMap(node, SchemeKeys.Scheme);
        var scheme = new Scheme(
            map.Text("id"),
            map.Text("title"),
            map.Text("source"),
            map.Text("completeness"),
            [.. map.List("sections").Select(ReadSection)],
            StatedPoints(map))
        {
            Negative = [.. (map.Has("negative") ? map.List("negative") : []).Select(ReadNegative)],
            PassLine = map.Has("pass") ? Assigned(map["pass"]) : null,
            TermYears = map.PositiveOr("term", 1),
            Notes = map.Texts("notes"),
        };
        RequireWithin(map, "测评体系", scheme.StatedPoints, "测评项目", scheme.Sections.Sum(section => section.Total));
        return scheme;
    }

    /// <summary>Where the source has no indicators, a section lists its standards itself and is its own only indicator.</summary>
    private Section ReadSection(YamlNode node)
    {
        var map = new YamlMap(node, SchemeKeys.Section);
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
        var map = new YamlMap(node, SchemeKeys.Indicator);
        var indicator = new Indicator(
            map.Text("name"),
            StatedPoints(map),
            [.. map.List("standards").Select(ReadStandard)]);
        RequireWithin(map, "测评指标", indicator.StatedPoints, "测评标准", indicator.Assigned);
        return indicator;
    }

    private Standard ReadStandard(YamlNode node)
    {
        var map = new YamlMap(node, SchemeKeys.Standard);
        var id = ReadId(map, "测评标准");
        if (!map.Has("points"))
            throw map.Fault($"测评标准“{id}”缺少 points；来源未给分值的写 points: null");
        var points = Points(map["points"]);
        var nodes = map.Has("checks") ? map.List("checks") : [];
        if (points is not null && nodes.Count == 0)
            throw map.Fault($"测评标准“{id}”缺少 checks（检查项）");
        var byLevels = map.Has("met");
        Check[] read = [.. nodes.Select((check, i) => checks.Read(check, $"{id}-{i + 1}", new CheckContext(points, byLevels)))];
        if (!byLevels)
            RequireSum(map, id, points, read.Sum(check => check.Points));
        return new Standard(id, map.Text("name"), points, map.Texts("method"), read)
        {
            Levels = byLevels ? ReadLevels(map["met"], read.Length, points) : [],
            Note = map.TextOr("note", ""),
        };
    }

    private static void RequireSum(YamlMap map, string id, int? points, int sum)
    {
        RequireWithin(map, $"测评标准“{id}”", points, "检查项", sum);
        if (points > sum)
            throw map.Fault($"测评标准“{id}”的检查项合计{PointsText.Of(sum)}分，少于{PointsText.Of(points.Value)}分；来源未写明如何得分的部分用 rule: grade");
    }

    /// <summary>The share of the points for each number of checks met; a number that is not written gives what the one below gives.</summary>
    private static decimal[] ReadLevels(YamlNode node, int checks, int? points)
    {
        var levels = new decimal[checks + 1];
        var (last, given) = (-1, 0m);
        foreach (var (key, value) in YamlMap.Pairs(node).Select(pair => (pair.Key, pair.Value)).Reverse())
        {
            if (!int.TryParse(YamlMap.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var met) || met > checks)
                throw YamlFaultException.At(key, $"met 的键应为符合的检查项数，0至{checks}");
            var share = Share(value, points);
            if (met <= last || share < given)
                throw YamlFaultException.At(key, "met 应从多到少写，符合的越多得分不能越少，例如 {3: 100%, 2: 66%, 1: 33%}");
            Array.Fill(levels, share, met, levels.Length - met);
            (last, given) = (met, share);
        }
        return levels;
    }

    private NegativeList ReadNegative(YamlNode node)
    {
        var map = new YamlMap(node, SchemeKeys.Negative);
        var id = ReadId(map, "负面清单");
        var effect = YamlMap.OneOf(map["effect"], "effect", Effects);
        if (map.Has("months") && map.Has("since"))
            throw map.Fault("months（追溯月数）和 since（自何日起）只写一个");
        if (effect != NegativeEffect.Deduct && (map.Has("deduct") || map.Has("concealed")))
            throw map.Fault("deduct、concealed 只用于 effect: deduct");
        if (effect == NegativeEffect.Deduct && !map.Has("deduct"))
            throw map.Fault("effect: deduct 应写明 deduct（每项扣分）；来源未给分值的写 deduct: null");
        return new NegativeList(
            id,
            map.Text("name"),
            effect,
            [.. (map.Has("items") ? map.List("items") : []).Select((item, i) => ReadItem(item, $"{id}.{i + 1}"))])
        {
            Months = map.Has("months") ? map.PositiveOr("months", 0) : 0,
            Since = map.Has("since") ? ReadDate(map["since"]) : null,
            Deduct = map.Has("deduct") ? Points(map["deduct"]) : null,
            Concealed = map.PositiveOr("concealed", 1),
        };
    }

    private static NegativeItem ReadItem(YamlNode node, string id)
    {
        if (node is YamlScalarNode)
            return new NegativeItem(id, YamlMap.Text(node));
        var map = new YamlMap(node, SchemeKeys.NegativeItem);
        return new NegativeItem(id, map.Text("name"), map.TextOr("retired", ""));
    }

    private string ReadId(YamlMap map, string what)
    {
        var id = map.Text("id");
        return ids.Add(id) ? id : throw map.Fault($"{what}“{id}”重复");
    }

    private static DateOnly ReadDate(YamlNode node) =>
        DateOnly.TryParseExact(YamlMap.Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw YamlFaultException.At(node, "日期应写作年-月-日，如 2018-01-01");

    private static int? StatedPoints(YamlMap map) => map.Has("points") ? Points(map["points"]) : null;

    /// <summary>Points in hundredths; a plain null is 未赋分.</summary>
    internal static int? Points(YamlNode node) => YamlMap.Text(node) is "null" or "~" ? null : Assigned(node);

    /// <summary>Points in hundredths.</summary>
    internal static int Assigned(YamlNode node)
    {
        var text = YamlMap.Text(node);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
            && points <= 10_000 && points * 100 == decimal.Truncate(points * 100)
            ? (int)(points * 100)
            : throw YamlFaultException.At(node, $"分值“{text}”应为不小于0的数，最多两位小数");
    }

    /// <summary>A part of so many points, 0 to 1: written as a percentage (66%) or as points (1.5).</summary>
    internal static decimal Share(YamlNode node, int? points)
    {
        if (Percentage(node) is { } percent)
            return percent <= 100 ? percent / 100 : throw YamlFaultException.At(node, "百分比应为0%至100%");
        if (points is not { } all)
            throw YamlFaultException.At(node, "测评标准未赋分，此处只能写百分比，如 66%");
        var part = Assigned(node);
        return part > all ? throw YamlFaultException.At(node, $"{PointsText.Of(part)}分超过了{PointsText.Of(all)}分")
            : all == 0 ? 0
            : (decimal)part / all;
    }

    /// <summary>66.5 of 66.5%; null where there is no percent sign.</summary>
    internal static decimal? Percentage(YamlNode node)
    {
        var text = YamlMap.Text(node);
        return !text.EndsWith('%') ? null
            : decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent
            : throw YamlFaultException.At(node, $"“{text}”应为百分比，如 66%");
    }

    private static void RequireWithin(YamlMap map, string parent, int? points, string parts, int sum)
    {
        if (sum > points)
            throw map.Fault($"{parts}合计{PointsText.Of(sum)}分，超过{parent}的{PointsText.Of(points.Value)}分");
    }
}
