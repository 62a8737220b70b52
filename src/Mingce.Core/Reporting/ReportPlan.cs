using Mingce.Core.Activities;
using Mingce.Rules;

namespace Mingce.Core.Reporting;

/// <summary>Whether the people of a figure took part in the thing done.</summary>
internal enum PeopleRole
{
    /// <summary>They took part.</summary>
    Joined,
    /// <summary>Staff took part, others were reached.</summary>
    Reached,
    /// <summary>They are only counted.</summary>
    Counted,
}

/// <summary>A section of the report: kinds by paragraph, or a place that the office fills in.</summary>
internal sealed record ReportSection(string Heading, IReadOnlyList<IReadOnlyList<string>> Paragraphs, string Place);

/// <summary>Words before amounts of some units; without units, of all.</summary>
internal sealed record AmountWords(IReadOnlyList<string> Units, string Words)
{
    public bool Fits(string unit) => Units.Count == 0 || Units.Contains(unit);
}

/// <summary>How a kind of activity is told.</summary>
internal sealed record KindWording(string Id, string Verb, string Noun, PeopleRole People, bool ShowsTitles, bool IsBare, IReadOnlyList<AmountWords> Amounts)
{
    public string Name => Verb + Noun;
}

/// <summary>The plan of a work report, from catalogue/templates/work-report.yaml.</summary>
internal sealed class ReportPlan
{
    private static readonly Dictionary<string, PeopleRole> PeopleRoles = new()
    {
        ["joined"] = PeopleRole.Joined,
        ["reached"] = PeopleRole.Reached,
        ["counted"] = PeopleRole.Counted,
    };

    private static readonly Dictionary<string, bool> TitleUses = new() { ["shown"] = true, ["hidden"] = false };

    private readonly Dictionary<string, KindWording> wordings;
    private readonly HashSet<string> told;

    private ReportPlan(YamlMap map, KindCatalogue kinds)
    {
        (Title, Opening, Frame) = (map.Text("title"), map.Text("opening"), map.Text("frame"));
        (Staff, NotStaff, Teams) = (map.Texts("staff"), map.Texts("not-staff"), map.Texts("teams"));
        Sections = [.. map.List("sections").Select(node => ReadSection(new YamlMap(node, "heading", "paragraphs", "place"), kinds))];
        Amounts = ReadAmounts(map);
        if (Amounts is not [.., { Units.Count: 0 }])
            throw map.Fault("amounts 的最后一行不应写 units");
        told = [.. Sections.SelectMany(section => section.Paragraphs).SelectMany(ids => ids)];
        if (!told.Contains(Kind.Other))
            throw map.Fault($"sections 中缺少活动类型“{Kind.Other}”");
        wordings = kinds.All.ToDictionary(kind => kind.Id, kind => new KindWording(kind.Id, "开展", kind.Name, PeopleRole.Joined, true, false, []));
        foreach (var node in map.List("kinds"))
        {
            var wording = ReadWording(new YamlMap(node, "id", "verb", "noun", "people", "titles", "bare", "amounts"), kinds);
            wordings[wording.Id] = wording;
        }
    }

    /// <summary>Templates of the title and of the sentence after the frame.</summary>
    public string Title { get; }
    public string Opening { get; }

    /// <summary>What stands where the phrase library has no frame (帽段) for the day.</summary>
    public string Frame { get; }
    public IReadOnlyList<ReportSection> Sections { get; }
    public IReadOnlyList<AmountWords> Amounts { get; }
    public IReadOnlyList<string> Staff { get; }
    public IReadOnlyList<string> NotStaff { get; }
    public IReadOnlyList<string> Teams { get; }

    /// <exception cref="UserFaultException">The file is not a plan; the message names line and reason.</exception>
    public static ReportPlan LoadDefault(KindCatalogue kinds) => YamlMap.ReadDelivered("templates/work-report.yaml", root =>
        new ReportPlan(new YamlMap(root, "title", "opening", "frame", "sections", "kinds", "amounts", "staff", "not-staff", "teams"), kinds));

    /// <summary>The kind under which a record is told.</summary>
    /// <param name="line">Its kind and those that it counts as, the nearest first.</param>
    public string ToldAs(IEnumerable<string> line) => line.FirstOrDefault(told.Contains) ?? Kind.Other;

    public KindWording Wording(string kindId) => wordings[kindId];

    /// <summary>The words before an amount, and whether they are the kind's own and so say what was done.</summary>
    public (string Words, bool IsOwn) WordsFor(KindWording wording, string unit) =>
        wording.Amounts.FirstOrDefault(row => row.Fits(unit)) is { } own
            ? (own.Words, true)
            : (Amounts.First(row => row.Fits(unit)).Words, false);

    private static ReportSection ReadSection(YamlMap map, KindCatalogue kinds)
    {
        if (map.Has("place") == map.Has("paragraphs"))
            throw map.Fault("每一部分应有 paragraphs 或 place 之一");
        return map.Has("place")
            ? new ReportSection(map.Text("heading"), [], map.Text("place"))
            : new ReportSection(map.Text("heading"),
                [.. map.List("paragraphs").Select(node => YamlMap.List(node).Select(kinds.IdAt).ToList())], "");
    }

    private static KindWording ReadWording(YamlMap map, KindCatalogue kinds)
    {
        var kind = kinds.Find(map.Text("id")) ?? throw map.Fault($"未知的活动类型“{map.Text("id")}”");
        return new KindWording(
            kind.Id,
            map.Has("verb") ? map.Text("verb") : "开展",
            map.Has("noun") ? map.Text("noun") : kind.Name,
            map.OneOf("people", PeopleRoles, PeopleRole.Joined),
            map.OneOf("titles", TitleUses, true),
            map.Has("bare", "yes"),
            ReadAmounts(map));
    }

    private static List<AmountWords> ReadAmounts(YamlMap map) => !map.Has("amounts") ? [] :
        [.. map.List("amounts").Select(node => new YamlMap(node, "units", "words")).Select(row => new AmountWords(row.Texts("units"), row.Text("words")))];
}
