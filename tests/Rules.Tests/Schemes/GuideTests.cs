using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Testing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using static Rules.Tests.Schemes.Sample;

namespace Rules.Tests.Schemes;

/// <summary>The page on the language, the loader and the schema for editors say the same.</summary>
public partial class GuideTests
{
    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("catalogue/schemes/scheme.schema.json"))).RootElement;

    /// <summary>Every example of the page as a whole scheme.</summary>
    private static IEnumerable<string> Examples =>
        Example().Matches(File.ReadAllText(Repository.Path("docs/guide/schemes.md"))).Select(match => Whole(match.Groups["yaml"].Value));

    private static string Whole(string yaml)
    {
        const string Head = "id: s\ntitle: 体系\nsource: 来源\ncompleteness: 全\n";
        if (yaml.StartsWith("id:", StringComparison.Ordinal))
            return yaml;
        if (yaml.StartsWith("negative:", StringComparison.Ordinal))
            return Head + "sections: []\n" + yaml;
        if (yaml.StartsWith("- id:", StringComparison.Ordinal))
            return Head + "sections:\n  - name: 一\n    standards:\n" + Indented(yaml, 6);
        var points = Points().Matches(yaml).Sum(match => decimal.Parse(match.Groups["points"].Value, CultureInfo.InvariantCulture));
        return Head + $"sections:\n  - name: 一\n    standards:\n      - id: s\n        name: 标准\n        points: {points}\n        checks:\n" + Indented(yaml, 10);
    }

    private static string Indented(string yaml, int by) =>
        string.Concat(yaml.Split('\n').Where(line => line.Length > 0).Select(line => new string(' ', by) + line + "\n"));

    // What a unit did and stated, and the points of each example under it. A new example on the page has to be worked out here.
    private static readonly ScoringRecord[] Records =
    [
        Lecture(1, 5, "l1", Photo(), Photo(), Photo()), Lecture(4, 5, "l2", Photo(), Photo(), Photo()), Lecture(7, 5, "l3", Photo(), Photo()),
        On(2, 3, "m1", "meeting", "党组会研究创建工作", Document("议题、时间、地点、参加人员")),
        On(2, 4, "m2", "meeting", "党组会研究创建工作", Document("会议纪要")),
        On(1, 9, "v1", "volunteer", "志愿服务", Photo()) with { Quantities = [new(90, "小时")] },
        On(2, 9, "v2", "volunteer", "志愿服务", Photo()) with { Quantities = [new(100, "小时", Bound.Over), new(5, "小时", Bound.About)] },
        On(3, 9, "v3", "volunteer", "志愿服务", Photo()) with { Quantities = [new(80, "小时")] },
        On(2, 20, "g1", "rule", "通知", Document("成立领导小组，安排创建经费")),
        On(5, 20, "g2", "rule", "文明服务规范", Document("文明服务规范")) with { Period = Period.OfYear(2023) },
        On(1, 20, "f1", "festival", "迎春", Photo(), Photo()) with { Text = "写春联", Headcount = 10 },
        On(3, 20, "h1", "honor", "省先进", Photo()), On(9, 20, "h2", "honor", "国家先进", Photo()), On(9, 21, "h3", "honor", "省级另一项"),
        On(5, 4, "t1", "theme-event", "主题活动", Document("活动方案")),
        On(5, 4, "p1", "meeting", "班子会研究文明创建", Document("议题、时间、地点、参加人员")) with { Period = Period.Of(new(2025, 5, 4)) },
        On(5, 5, "p2", "meeting", "班子会研究文明创建", Document("议题、时间、地点、参加人员")) with { Period = Period.Of(new(2025, 5, 5)) },
    ];

    private static readonly Attestation[] Attestations =
    [
        new Headcount("staff", 2026, 30, "在编在岗", Day(6, 30), "王敏"),
        new Ratio("awareness", 2026, 28, 30, "在编在岗", Day(6, 30), "王敏"),
        new Ratio("volunteers", 2026, 286, 300, "在编在岗人员", Day(12, 31), "王敏"),
        new Ratio("satisfaction", 2026, 90, 100, "来访群众", Day(6, 30), "王敏"),
        new InForce("g2", 2026, "王敏", "未废止"),
        new Tally("s-1.1", 2026, 1, "王敏", "督查通报"), new Tally("s-1.2", 2026, 2, "王敏", "督查通报"),
        new BonusClaim("s-1", 2026, "志愿服务", "h1", "王敏", "省先进", "省级"), new BonusClaim("s-1", 2026, "志愿服务", "h2", "王敏", "国家先进", "国家级"),
        new BonusClaim("s-1", 2026, "帮扶", "h3", "王敏", "省级另一项", "省级"),
        new Grade("2.1-3", 2026, 0, "王敏", "成效一般", "不符合"), new Grade("3.1-1", 2026, 600, "王敏", "有记录"),
        new Grade("s-1", 2026, 150, "王敏", "参与一次"), new Grade("s-2", 2026, 0, "王敏", "尚可", "B"), new Grade("s-3", 2026, 0, "王敏", "尚可", "B"),
        new SelfCheck("n1", 2026, "王敏", Day(11, 1)), new SelfCheck("n2", 2026, "王敏", Day(11, 1)), new SelfCheck("n3", 2026, "王敏", Day(11, 1)),
        new Incident("n2.1", 2026, Day(3, 3), "王敏", "触电事故", Concealed: true),
    ];

    private static readonly Dictionary<string, decimal> Expected = new()
    {
        ["每年专题研究创建工作"] = 2m, // m1
        ["台账资料齐全"] = 0m, // 未赋分
        ["道德讲堂每季度不少于1次，每次照片不少于3张"] = 1m, // two of four quarters: 2×2/4
        ["每季度专题会议不少于1次，缺1次扣0.5分，扣完为止"] = 0m, // three quarters short: 1-1.5, floor 0
        ["志愿服务人均每月不少于3小时"] = 0.33m, // January 90/30=3, February 100余/30 (the 约5 adds nothing), March 80/30=2.67: two of twelve months, 2×2/12
        ["有领导小组和专项经费，3月1日前发文"] = 1m,
        ["有文明服务规范"] = 1m, // of 2023, still in force
        ["职工知晓率大于90%"] = 1m, // 28/30=93.3%
        ["年末在编在岗人员注册志愿者比例不低于100%，每低1个百分点扣0.1分"] = 1.6m, // 286/300=95.33%, 4 full points short: 2-0.4
        ["参与本地文明创建"] = 1.5m,
        ["环境整洁"] = 1.98m, // 3×66%
        ["班子学习、廉政制度健全"] = 1.5m,
        ["包干路段劝导"] = 1m, // 10-5-2×2
        ["受表彰加分"] = 6m, // of one work the highest; the third has no evidence
        ["三条中符合三条为A，两条为B，一条为C，均不符合为C#"] = 1.98m, // two of three: 3×66%
        ["优质服务"] = 9m, // 6 of 7 by grade, 90% reached: 3
        ["班子每年研究不少于2次，会议纪要有议题、时间、地点、参加人员（近两年，不含当年）"] = 0m, // 2025 twice, 2024 not at all
        ["1月开展节日活动，10人以上参加，照片2张并附文字说明"] = 3m,
    };

    [Fact]
    public void Examples_OfThePage_GiveWhatWasWorkedOut()
    {
        var seen = new List<string>();
        foreach (var example in Examples)
        {
            var scheme = SchemeFile.Parse(example, "schemes.md", Kinds);
            // Volunteers are asked for 31 December: the page is scored on that day.
            var card = Scorer.Score(scheme, Input(Records) with { Today = Day(12, 31), Attestations = Attestations });
            foreach (var (standard, result) in scheme.Standards.Zip(card.Standards))
            {
                var parts = standard.Id == "s" ? result.Checks.Select(check => (check.Check.Name, Math.Round(check.Points / 100, 2))) : [(standard.Name, result.Points / 100m)];
                foreach (var (name, points) in parts)
                {
                    seen.Add(name);
                    points.ShouldBe(Expected[name], name);
                }
            }
            if (scheme.Negative.Count == 3)
            {
                card.Negative.Select(list => (list.Incidents.Count, list.Deducted)).ShouldBe([(0, 0), (1, 2000), (0, 0)]);
                (card.Vetoed, card.Revoked).ShouldBe((false, false));
            }
        }
        seen.Order(StringComparer.Ordinal).ShouldBe(Expected.Keys.Order(StringComparer.Ordinal));
        Enum.GetValues<NegativeEffect>().Length.ShouldBe(3); // as many as the page shows
    }

    [Fact]
    public void Examples_Together_ShowEveryKeyOfTheLoader()
    {
        var page = string.Concat(Examples);
        var keys = Definitions.SelectMany(pair => pair.Value).Distinct();
        keys.Where(key => !Regex.IsMatch(page, $@"[\s{{]{Regex.Escape(key)}:", RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBeEmpty();
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> Definitions = new()
    {
        ["scheme"] = SchemeKeys.Scheme, ["section"] = SchemeKeys.Section, ["indicator"] = SchemeKeys.Indicator, ["standard"] = SchemeKeys.Standard,
        ["threshold"] = SchemeKeys.Threshold, ["documents"] = SchemeKeys.Documents, ["ratio"] = SchemeKeys.Ratio,
        ["grade"] = SchemeKeys.Grade, ["deduct"] = SchemeKeys.Deduct, ["bonus"] = SchemeKeys.Bonus,
        ["evidence"] = SchemeKeys.Evidence, ["part"] = SchemeKeys.Part, ["window"] = SchemeKeys.Window, ["fault"] = SchemeKeys.Fault,
        ["level"] = SchemeKeys.Level, ["negative"] = SchemeKeys.Negative, ["negativeItem"] = SchemeKeys.NegativeItem,
    };

    [Fact]
    public void Schema_Keys_AreThoseOfTheLoader()
    {
        var defined = Schema.GetProperty("$defs").EnumerateObject()
            .Where(definition => definition.Value.TryGetProperty("properties", out _))
            .ToDictionary(definition => definition.Name, definition => definition.Value.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal));
        defined.Keys.Order(StringComparer.Ordinal).ShouldBe(Definitions.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, keys) in Definitions)
            defined[name].ShouldBe(keys.Order(StringComparer.Ordinal), name);
    }

    public static IEnumerable<object[]> Files =>
        [.. Directory.EnumerateFiles(Repository.Path("catalogue/schemes"), "*.yaml").Order(StringComparer.Ordinal).Select(file => new object[] { Path.GetFileName(file), File.ReadAllText(file) }),
         .. Examples.Index().Select(example => new object[] { $"example {example.Index + 1}", example.Item })];

    [Theory]
    [MemberData(nameof(Files))]
    public void Schema_FileOrExample_IsValid(string name, string yaml) => new SchemaCheck(Schema).Faults(Root(yaml)).ShouldBeEmpty(name);

    [Theory]
    [InlineData("pints: 3")]
    [InlineData("points: -1")]
    [InlineData("points: 2.345")]
    [InlineData("term: 0")]
    [InlineData("negative: [{id: n1, name: 清单, effect: ban}]")]
    public void Schema_WrongFile_IsInvalid(string line) =>
        new SchemaCheck(Schema).Faults(Root("id: s\ntitle: 体系\nsource: 来源\ncompleteness: 全\nsections: []\n" + line)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("{name: 甲, points: 2, rule: guess}")]
    [InlineData("{name: 甲, points: 2, rule: threshold, parts: [乙]}")]
    [InlineData("{name: 甲, points: 2, rule: documents}")]
    [InlineData("{name: 甲, points: 2, rule: ratio, ratio: r, percent: 101}")]
    [InlineData("{name: 甲, points: 2, rule: grade, grades: {A: 66percent, B: 0%}}")]
    [InlineData("{name: 甲, points: 2, rule: documents, parts: [乙], before: 3月1日}")]
    public void Schema_WrongCheck_IsInvalid(string check) =>
        new SchemaCheck(Schema).Faults(Root($"id: s\ntitle: 体系\nsource: 来源\ncompleteness: 全\nsections: [{{name: 一, standards: [{{id: a, name: 甲, points: 2, checks: [{check}]}}]}}]")).ShouldNotBeEmpty();

    private static YamlNode Root(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^  points: (?<points>[0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Points();
}

/// <summary>As much of JSON Schema as scheme.schema.json uses, on YAML.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    public IReadOnlyList<string> Faults(YamlNode node) => Faults(schema, node);

    private List<string> Faults(JsonElement rule, YamlNode node)
    {
        var faults = new List<string>();
        foreach (var part in rule.EnumerateObject())
        {
            if (Fault(rule, part, node) is { } fault)
                faults.Add($"{node.Start.Line}: {fault}");
        }
        return faults;
    }

    private string? Fault(JsonElement rule, JsonProperty part, YamlNode node) => part.Name switch
    {
        "$ref" => All(Faults(Definition(part.Value.GetString()!), node)),
        "type" => IsOfType(part.Value.GetString()!, node) ? null : $"no {part.Value}",
        "required" => All(part.Value.EnumerateArray().Select(key => key.GetString()!).Where(key => !Map(node).Any(pair => Key(pair.Key) == key)).Select(key => $"{key} is missing")),
        "properties" => All(Map(node).SelectMany(pair => part.Value.TryGetProperty(Key(pair.Key), out var value) ? Faults(value, pair.Value) : [])),
        "additionalProperties" when part.Value.ValueKind == JsonValueKind.False =>
            All(Map(node).Where(pair => !rule.GetProperty("properties").TryGetProperty(Key(pair.Key), out _)).Select(pair => $"unknown key {pair.Key}")),
        "additionalProperties" => All(Map(node).SelectMany(pair => Faults(part.Value, pair.Value))),
        "items" => All(List(node).SelectMany(item => Faults(part.Value, item))),
        "oneOf" => part.Value.EnumerateArray().Count(one => Faults(one, node).Count == 0) == 1 ? null : "not one of its forms",
        "anyOf" => part.Value.EnumerateArray().Any(one => Faults(one, node).Count == 0) ? null : "none of its forms",
        "enum" => part.Value.EnumerateArray().Any(one => one.GetString() == Key(node)) ? null : $"{node} is not of {part.Value}",
        "pattern" => Regex.IsMatch(Key(node), part.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? null : $"{node} is not like {part.Value}",
        "minimum" => Number(node) >= part.Value.GetDecimal() ? null : $"{node} is under {part.Value}",
        "exclusiveMinimum" => Number(node) > part.Value.GetDecimal() ? null : $"{node} is not over {part.Value}",
        "maximum" => Number(node) <= part.Value.GetDecimal() ? null : $"{node} is over {part.Value}",
        "multipleOf" => Number(node) % part.Value.GetDecimal() == 0 ? null : $"{node} is no multiple of {part.Value}",
        "minLength" => Key(node).Length >= part.Value.GetInt32() ? null : "too short",
        "minItems" => List(node).Count() >= part.Value.GetInt32() ? null : "too few",
        "minProperties" => Map(node).Count() >= part.Value.GetInt32() ? null : "too few",
        "$schema" or "title" or "description" or "$defs" => null,
        var other => throw new NotSupportedException(other),
    };

    private JsonElement Definition(string reference) => schema.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static string? All(IEnumerable<string> faults) => string.Join("; ", faults) is { Length: > 0 } text ? text : null;

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Map(YamlNode node) => node is YamlMappingNode map ? map.Children : [];

    private static IEnumerable<YamlNode> List(YamlNode node) => node is YamlSequenceNode list ? list.Children : [];

    private static string Key(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private static decimal? Number(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain } && decimal.TryParse(Key(node), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsOfType(string type, YamlNode node) => type switch
    {
        "object" => node is YamlMappingNode,
        "array" => node is YamlSequenceNode,
        "string" => node is YamlScalarNode && (Number(node) is null || node is YamlScalarNode { Style: not ScalarStyle.Plain }) && !IsOfType("boolean", node) && !IsOfType("null", node),
        "number" => Number(node) is not null,
        "integer" => Number(node) is { } number && number == decimal.Truncate(number),
        "boolean" => node is YamlScalarNode { Style: ScalarStyle.Plain } && Key(node) is "true" or "false",
        "null" => node is YamlScalarNode { Style: ScalarStyle.Plain } && Key(node) is "null" or "~" or "",
        _ => throw new NotSupportedException(type),
    };
}
