using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Assessment;

/// <summary>Reads the checks of a scheme's file.</summary>
internal sealed class CheckReader(KindCatalogue kinds)
{
    private static readonly string[] CommonKeys = ["name", "points", "rule"];
    private static readonly string[] SelectionKeys = ["kinds", "words", "people", "evidence"];

    private static readonly Dictionary<string, Cycle> Cycles = new()
    {
        ["window"] = Cycle.Window,
        ["year"] = Cycle.Year,
        ["quarter"] = Cycle.Quarter,
        ["month"] = Cycle.Month,
    };

    private static readonly Dictionary<string, Award> Awards = new()
    {
        ["all"] = Award.AllOrNothing,
        ["each"] = Award.EachPeriod,
    };

    private static readonly Dictionary<string, bool> YesNo = new() { ["true"] = true, ["false"] = false };

    private static readonly Dictionary<string, EvidenceForm> Forms = new()
    {
        ["photo"] = EvidenceForm.Photo,
        ["document"] = EvidenceForm.Document,
        ["link"] = EvidenceForm.Link,
        ["screenshot"] = EvidenceForm.Screenshot,
        ["original"] = EvidenceForm.Original,
    };

    /// <param name="node">The check.</param>
    /// <param name="id">The id it gets.</param>
    /// <param name="assigned">Whether its standard has points: then the check needs its own, else it must have none.</param>
    public Check Read(YamlNode node, string id, bool assigned)
    {
        var readers = new Dictionary<string, Func<YamlNode, string, bool, Check>>
        {
            ["threshold"] = ReadThreshold,
            ["documents"] = ReadDocuments,
            ["ratio"] = ReadRatio,
            ["grade"] = ReadGrade,
        };
        if (node is not YamlMappingNode map || !map.Children.TryGetValue("rule", out var rule))
            throw YamlFaultException.At(node, $"检查项缺少 rule（{string.Join("、", readers.Keys)}）");
        return YamlMap.OneOf(rule, "规则类型", readers)(node, id, assigned);
    }

    private ThresholdCheck ReadThreshold(YamlNode node, string id, bool assigned)
    {
        var map = new YamlMap(node, [.. CommonKeys, .. SelectionKeys, "minimum", "per", "award"]);
        if (!map.Has("kinds") && !map.Has("words"))
            throw map.Fault("达到次数的检查项应写明 kinds（活动类型）或 words（关键词）");
        return new ThresholdCheck(
            id,
            map.Text("name"),
            ReadPoints(map, assigned),
            ReadSelection(map),
            map.PositiveOr("minimum", 1),
            map.OneOf("per", Cycles, Cycle.Window),
            map.OneOf("award", Awards, Award.AllOrNothing));
    }

    private DocumentsCheck ReadDocuments(YamlNode node, string id, bool assigned)
    {
        var map = new YamlMap(node, [.. CommonKeys, .. SelectionKeys, "parts", "per", "before"]);
        Part[] parts = [.. map.List("parts").Select(ReadPart)];
        if (parts.Length == 0)
            throw map.Fault("parts（应有内容）不能为空");
        var per = map.OneOf("per", Cycles, Cycle.Window);
        var before = map.Has("before") ? ReadDay(map["before"]) : null;
        if (before is not null && per != Cycle.Year)
            throw map.Fault("写 before（期限）时应同时写 per: year");
        return new DocumentsCheck(id, map.Text("name"), ReadPoints(map, assigned), ReadSelection(map), parts, per, before);
    }

    private RatioCheck ReadRatio(YamlNode node, string id, bool assigned)
    {
        var map = new YamlMap(node, [.. CommonKeys, "ratio", "percent", "above"]);
        return decimal.TryParse(map.Text("percent"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= 100
            ? new RatioCheck(id, map.Text("name"), ReadPoints(map, assigned), map.Text("ratio"), percent, map.OneOf("above", YesNo, false))
            : throw YamlFaultException.At(map["percent"], "percent 应为0至100的数");
    }

    private GradeCheck ReadGrade(YamlNode node, string id, bool assigned)
    {
        var map = new YamlMap(node, [.. CommonKeys, .. SelectionKeys]);
        var shows = SelectionKeys.Any(map.Has);
        return new GradeCheck(id, map.Text("name"), ReadPoints(map, assigned), shows ? ReadSelection(map) : null);
    }

    private static int ReadPoints(YamlMap map, bool assigned)
    {
        if (!assigned)
            return map.Has("points") ? throw map.Fault("测评标准未赋分，其检查项不能写 points") : 0;
        if (!map.Has("points"))
            throw map.Fault("检查项缺少 points");
        return SchemeFile.Points(map["points"])
            ?? throw YamlFaultException.At(map["points"], "测评标准已赋分，其检查项的 points 不能为 null");
    }

    private Selection ReadSelection(YamlMap map) => new(
        [.. (map.Has("kinds") ? map.List("kinds") : []).Select(ReadKind)],
        map.Has("words") ? ReadWords(map["words"]) : null,
        map.Has("people") ? map.PositiveOr("people", 0) : 0,
        [.. (map.Has("evidence") ? map.List("evidence") : []).Select(ReadNeed)]);

    private string ReadKind(YamlNode node)
    {
        var id = YamlMap.Text(node);
        return kinds.Find(id)?.Id ?? throw YamlFaultException.At(node, $"活动类型“{id}”不在目录中，见 catalogue/kinds.yaml");
    }

    /// <summary>A list of words is one group; a list of lists is several.</summary>
    private static Wording ReadWords(YamlNode node)
    {
        var items = YamlMap.List(node);
        if (items.Count == 0)
            throw YamlFaultException.At(node, "words（关键词）不能为空");
        return items[0] is YamlSequenceNode
            ? new Wording([.. items.Select(group => Group(YamlMap.List(group), group))])
            : new Wording([Group(items, node)]);
    }

    private static IReadOnlyList<string> Group(IReadOnlyList<YamlNode> words, YamlNode at) =>
        words.Count > 0 ? [.. words.Select(YamlMap.Text)] : throw YamlFaultException.At(at, "words（关键词）不能为空");

    private static EvidenceNeed ReadNeed(YamlNode node)
    {
        var map = new YamlMap(node, "forms", "minimum");
        return new EvidenceNeed(
            [.. (map.Has("forms") ? map.List("forms") : []).Select(form => YamlMap.OneOf(form, "材料形式", Forms))],
            map.PositiveOr("minimum", 1));
    }

    /// <summary>A part that is found by its own name may be written as that name alone.</summary>
    private static Part ReadPart(YamlNode node)
    {
        if (node is YamlScalarNode)
            return new Part(YamlMap.Text(node), Wording.Any(YamlMap.Text(node)));
        var map = new YamlMap(node, "name", "words");
        return new Part(map.Text("name"), map.Has("words") ? ReadWords(map["words"]) : Wording.Any(map.Text("name")));
    }

    private static DayOfYear ReadDay(YamlNode node) =>
        // 2001 is no leap year, so that the day exists in every year.
        DateOnly.TryParseExact("2001-" + YamlMap.Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayOfYear(day.Month, day.Day)
            : throw YamlFaultException.At(node, "期限应写作月-日，如 03-01");
}
