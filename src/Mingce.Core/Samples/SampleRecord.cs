using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Rules;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Samples;

/// <summary>One record of the sample's file on one of its days.</summary>
internal sealed class SampleRecord
{
    private static readonly Dictionary<string, Actor> Actors = new() { ["own"] = Actor.Own, ["superior"] = Actor.Superior };

    private static readonly Dictionary<string, ActivitySource> Sources = new()
    {
        ["own"] = ActivitySource.Own,
        ["assigned"] = ActivitySource.Assigned,
        ["joint"] = ActivitySource.Joint,
    };

    private static readonly Dictionary<string, PeriodPrecision> Precisions = new()
    {
        ["day"] = PeriodPrecision.Day,
        ["festival"] = PeriodPrecision.Festival,
        ["year"] = PeriodPrecision.Year,
    };

    private readonly YamlMap map;
    private readonly int ordinal;
    private readonly DateOnly firstDay;

    private SampleRecord(YamlMap map, int ordinal, DateOnly firstDay)
    {
        (this.map, this.ordinal, this.firstDay) = (map, ordinal, firstDay);
        LastDay = firstDay.AddDays(map.PositiveOr("last", 1) - 1);
    }

    public DateOnly LastDay { get; }

    /// <summary>What the record's evidence is.</summary>
    public IEnumerable<YamlMap> Evidence => map.Has("evidence")
        ? map.List("evidence").Select(node => new YamlMap(node, "photo", "screenshot", "title", "document", "text", "link", "original", "number", "place", "keeper"))
        : [];

    /// <summary>The records of a node, one for each of its days in the year.</summary>
    public static IEnumerable<SampleRecord> Read(YamlNode node, int year)
    {
        var record = new YamlMap(node, "on", "last", "precision", "summary", "kinds", "title", "text", "place", "hosts", "people", "amounts", "actor", "source", "campaign", "evidence");
        return record.Texts("on").Select((day, i) => new SampleRecord(record, i, SampleDay.Parse(day, year)));
    }

    /// <param name="bodies">The unit's departments and groups by name.</param>
    /// <param name="enteredAt">When the record was made.</param>
    public Activity ToActivity(Guid unitId, SampleBodies bodies, DateTime enteredAt, ActivityStatus status) => new Activity
    {
        UnitId = unitId,
        Title = map.Text("title"),
        Text = map.Text("text"),
        Status = status,
        Actor = map.OneOf("actor", Actors, Actor.Own),
        Source = map.OneOf("source", Sources, ActivitySource.Own),
        Campaign = map.TextOr("campaign", ""),
        Place = map.TextOr("place", ""),
        ActualHeadcount = map.Has("people") ? int.Parse(map.Texts("people")[ordinal], CultureInfo.InvariantCulture) : null,
        IsSummary = map.Has("summary"),
        Count = map.PositiveOr("summary", 1),
        EnteredAt = enteredAt,
    }.OfKinds(map.Texts("kinds")).With(map.Texts("amounts").Select(ReadAmount)).During(ReadPeriod()).HostedBy(map.Texts("hosts").Select(bodies.HostOf));

    private Period ReadPeriod()
    {
        var precision = map.OneOf("precision", Precisions, PeriodPrecision.Day);
        return precision == PeriodPrecision.Year ? Period.OfYear(firstDay.Year) : new Period(firstDay, LastDay, precision);
    }

    // 3600 元 慰问金: value, unit and what it is.
    private static Quantity ReadAmount(string text)
    {
        var words = text.Split(' ');
        return new Quantity(decimal.Parse(words[0], CultureInfo.InvariantCulture), words[1], Bound.Exact, words.Length > 2 ? words[2] : "");
    }
}

/// <summary>The sample unit's departments and groups by name.</summary>
internal sealed record SampleBodies(IReadOnlyDictionary<string, Guid> Departments, IReadOnlyDictionary<string, Guid> Groups)
{
    public (string Name, Guid? DepartmentId, Guid? GroupId) HostOf(string name) =>
        (name, Departments.TryGetValue(name, out var department) ? department : null, Groups.TryGetValue(name, out var group) ? group : null);
}
