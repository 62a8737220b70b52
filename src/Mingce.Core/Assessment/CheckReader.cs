using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Assessment;

/// <summary>What a check has to know of its standard.</summary>
/// <param name="Points">The standard's points in hundredths; null is 未赋分.</param>
/// <param name="ByLevels">Whether the points follow from how many checks are met.</param>
internal sealed record CheckContext(int? Points, bool ByLevels);

/// <summary>Reads the checks of a scheme's file.</summary>
internal sealed class CheckReader(KindCatalogue kinds)
{
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

    private static readonly Mark[] YesOrNo = [new("符合", 1), new("不符合", 0)];

    /// <param name="node">The check.</param>
    /// <param name="id">The id it gets.</param>
    /// <param name="context">What its standard says.</param>
    public Check Read(YamlNode node, string id, CheckContext context)
    {
        var readers = new Dictionary<string, (IReadOnlyList<string> Keys, Func<YamlMap, string, int, CheckContext, Check> Read)>
        {
            ["threshold"] = (SchemeKeys.Threshold, ReadThreshold),
            ["documents"] = (SchemeKeys.Documents, ReadDocuments),
            ["ratio"] = (SchemeKeys.Ratio, ReadRatio),
            ["grade"] = (SchemeKeys.Grade, ReadGrade),
            ["deduct"] = (SchemeKeys.Deduct, ReadDeduct),
            ["bonus"] = (SchemeKeys.Bonus, ReadBonus),
        };
        if (node is not YamlMappingNode mapping || !mapping.Children.TryGetValue("rule", out var rule))
            throw YamlFaultException.At(node, $"检查项缺少 rule（{string.Join("、", readers.Keys)}）");
        var (keys, read) = YamlMap.OneOf(rule, "规则类型", readers);
        var map = new YamlMap(node, keys);
        return read(map, id, ReadPoints(map, context), context) with { Method = map.TextOr("method", "") };
    }

    private ThresholdCheck ReadThreshold(YamlMap map, string id, int points, CheckContext context)
    {
        if (!map.Has("kinds") && !map.Has("words"))
            throw map.Fault("达到次数的检查项应写明 kinds（活动类型）或 words（关键词）");
        if (map.Has("per-person") && !map.Has("unit"))
            throw map.Fault("写 per-person（人均）时应同时写 unit（计量单位）");
        if (map.Has("deduct") && map.Has("award"))
            throw map.Fault("deduct（每缺一次扣分）和 award 只写一个");
        if (map.Has("deduct") && (context.ByLevels || context.Points is null))
            throw YamlFaultException.At(map["deduct"], "检查项没有分值，不能写 deduct");
        return new ThresholdCheck(id, map.Text("name"), points, ReadSelection(map), map.PositiveOr("minimum", 1), ReadTiming(map))
        {
            Award = map.Has("deduct") ? Award.Deduct : map.OneOf("award", Awards, Award.AllOrNothing),
            Deduct = map.Has("deduct") ? ReadDeduction(map["deduct"]) : 0,
            Measure = map.Has("unit") ? map.Text("unit") : null,
            PerPerson = map.Has("per-person") ? map.Text("per-person") : null,
        };
    }

    private DocumentsCheck ReadDocuments(YamlMap map, string id, int points, CheckContext context) =>
        new(id, map.Text("name"), points, ReadSelection(map), ReadParts(map["parts"]), ReadTiming(map))
        {
            InForce = map.OneOf("in-force", YesNo, false),
        };

    private static RatioCheck ReadRatio(YamlMap map, string id, int points, CheckContext context)
    {
        if (map.Has("deduct") && map.Has("above"))
            throw map.Fault("deduct（每低若干百分点扣分）和 above（须大于）只写一个");
        if (map.Has("step") && !map.Has("deduct"))
            throw map.Fault("写 step（每低几个百分点）时应同时写 deduct（扣多少分）");
        if (map.Has("deduct") && (context.ByLevels || context.Points is null))
            throw YamlFaultException.At(map["deduct"], "检查项没有分值，不能写 deduct");
        return new RatioCheck(id, map.Text("name"), points, map.Text("ratio"), ReadPercent(map["percent"], "percent"), map.OneOf("above", YesNo, false))
        {
            Who = map.TextOr("who", ""),
            Day = map.Has("day") ? ReadDay(map["day"]) : null,
            Deduct = map.Has("deduct") ? ReadDeduction(map["deduct"]) : 0,
            Step = map.Has("step") && ReadPercent(map["step"], "step") is var step
                ? step > 0 ? step : throw YamlFaultException.At(map["step"], "step 应大于0")
                : 1,
        };
    }

    private GradeCheck ReadGrade(YamlMap map, string id, int points, CheckContext context)
    {
        if (context.ByLevels && map.Has("grades"))
            throw YamlFaultException.At(map["grades"], "测评标准按符合的条数定分，检查项只评“符合”“不符合”，不能写 grades");
        return new GradeCheck(
            id,
            map.Text("name"),
            points,
            SchemeKeys.Selects(map) ? ReadSelection(map) : null,
            ReadWindow(map))
        {
            Marks = context.ByLevels ? YesOrNo : map.Has("grades") ? ReadGrades(map["grades"], context.Points is null ? null : points) : [],
        };
    }

    private static Mark[] ReadGrades(YamlNode node, int? points)
    {
        Mark[] marks = [.. YamlMap.Pairs(node).Select(pair => new Mark(YamlMap.Text(pair.Key), SchemeFile.Share(pair.Value, points)))];
        return marks.Length > 1 && marks.Zip(marks.Skip(1)).All(pair => pair.First.Share > pair.Second.Share)
            ? marks
            : throw YamlFaultException.At(node, "grades 应从高到低写两个以上等次，例如 {A: 100%, B: 66%, C: 33%, D: 0%}");
    }

    private static DeductCheck ReadDeduct(YamlMap map, string id, int points, CheckContext context)
    {
        if (context.ByLevels || context.Points is null)
            throw map.Fault("按次扣分的检查项须有分值");
        FaultItem[] faults = [.. map.List("faults").Select((node, i) =>
        {
            var fault = new YamlMap(node, SchemeKeys.Fault);
            return new FaultItem($"{id}.{i + 1}", fault.Text("name"), ReadDeduction(fault["each"]), fault.TextOr("unit", "次"));
        })];
        return faults.Length > 0 ? new DeductCheck(id, map.Text("name"), points, faults) : throw map.Fault("faults（扣分情形）不能为空");
    }

    private static BonusCheck ReadBonus(YamlMap map, string id, int points, CheckContext context)
    {
        if (context.ByLevels)
            throw map.Fault("测评标准按符合的条数定分，不能有加分的检查项");
        return new BonusCheck(id, map.Text("name"), points)
        {
            Levels = [.. (map.Has("levels") ? map.List("levels") : []).Select(node =>
            {
                var level = new YamlMap(node, SchemeKeys.Level);
                return new BonusLevel(level.Text("name"), SchemeFile.Assigned(level["points"]));
            })],
        };
    }

    private static int ReadPoints(YamlMap map, CheckContext context)
    {
        if (context.Points is not { } all || context.ByLevels)
        {
            return map.Has("points")
                ? throw map.Fault(context.ByLevels ? "测评标准按符合的条数定分，其检查项不能写 points" : "测评标准未赋分，其检查项不能写 points")
                : 0;
        }
        if (!map.Has("points"))
            throw map.Fault("检查项缺少 points");
        if (SchemeFile.Percentage(map["points"]) is not { } percent)
        {
            return SchemeFile.Points(map["points"])
                ?? throw YamlFaultException.At(map["points"], "测评标准已赋分，其检查项的 points 不能为 null");
        }
        var points = all * percent / 100;
        return points == decimal.Truncate(points) && percent <= 100
            ? (int)points
            : throw YamlFaultException.At(map["points"], $"{PointsText.Of(all)}分的{percent:0.##}%应为0至{PointsText.Of(all)}之间、最多两位小数的分值");
    }

    private static int ReadDeduction(YamlNode node) => SchemeFile.Assigned(node) is > 0 and var points
        ? points
        : throw YamlFaultException.At(node, "扣分应大于0");

    private static decimal ReadPercent(YamlNode node, string key) =>
        decimal.TryParse(YamlMap.Text(node), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? percent
            : throw YamlFaultException.At(node, $"{key} 应为0至100的数");

    private Selection ReadSelection(YamlMap map) => new(
        [.. (map.Has("kinds") ? map.List("kinds") : []).Select(ReadKind)],
        map.Has("words") ? ReadWords(map["words"]) : null,
        map.Has("people") ? map.PositiveOr("people", 0) : 0,
        [.. (map.Has("evidence") ? map.List("evidence") : []).Select(ReadNeed)],
        map.OneOf("text", YesNo, false));

    private static Timing ReadTiming(YamlMap map)
    {
        var timing = ReadWindow(map) with
        {
            Per = map.OneOf("per", Cycles, Cycle.Window),
            From = map.Has("from") ? ReadDay(map["from"]) : null,
            Before = map.Has("before") ? ReadDay(map["before"]) : null,
        };
        if (timing is { Per: not Cycle.Year } and not { From: null, Before: null })
            throw map.Fault("写 from（自何日起）、before（何日之前）时应同时写 per: year");
        return timing is { From: { } from, Before: { } before } && (before.Month, before.Day).CompareTo((from.Month, from.Day)) <= 0
            ? throw map.Fault("before（何日之前）应晚于 from（自何日起）")
            : timing;
    }

    private static Timing ReadWindow(YamlMap map)
    {
        if (!map.Has("window"))
            return Timing.Whole;
        var window = new YamlMap(map["window"], SchemeKeys.Window);
        return window.Has("years")
            ? new Timing(Years: window.PositiveOr("years", 1), ThisYear: window.OneOf("current", YesNo, true))
            : throw window.Fault("window（材料年限）应写明 years（几年）");
    }

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
        var map = new YamlMap(node, SchemeKeys.Evidence);
        return new EvidenceNeed(
            [.. (map.Has("forms") ? map.List("forms") : []).Select(form => YamlMap.OneOf(form, "材料形式", Forms))],
            map.PositiveOr("minimum", 1),
            map.Has("parts") ? ReadParts(map["parts"]) : []);
    }

    private static Part[] ReadParts(YamlNode node)
    {
        Part[] parts = [.. YamlMap.List(node).Select(ReadPart)];
        return parts.Length > 0 ? parts : throw YamlFaultException.At(node, "parts（应有内容）不能为空");
    }

    /// <summary>A part that is found by its own name may be written as that name alone.</summary>
    private static Part ReadPart(YamlNode node)
    {
        if (node is YamlScalarNode)
            return new Part(YamlMap.Text(node), Wording.Any(YamlMap.Text(node)));
        var map = new YamlMap(node, SchemeKeys.Part);
        return new Part(map.Text("name"), map.Has("words") ? ReadWords(map["words"]) : Wording.Any(map.Text("name")));
    }

    private static DayOfYear ReadDay(YamlNode node) =>
        // 2001 is no leap year, so that the day exists in every year.
        DateOnly.TryParseExact("2001-" + YamlMap.Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayOfYear(day.Month, day.Day)
            : throw YamlFaultException.At(node, "日期应写作月-日，如 03-01");
}
