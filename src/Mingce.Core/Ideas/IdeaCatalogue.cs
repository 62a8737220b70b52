using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Ideas;

/// <summary>Ideas that came with the program, from catalogue/ideas.yaml. An office's own row takes the place of a delivered one.</summary>
public sealed class IdeaCatalogue
{
    private static readonly Dictionary<string, IdeaPlace> Places = new() { ["indoor"] = IdeaPlace.Indoor, ["outdoor"] = IdeaPlace.Outdoor, ["either"] = IdeaPlace.Either };

    private readonly IReadOnlyList<YamlMap> delivered;
    private readonly KindCatalogue kinds;

    private IdeaCatalogue(IReadOnlyList<YamlMap> delivered, KindCatalogue kinds)
    {
        (this.delivered, this.kinds) = (delivered, kinds);
        // Each is read, so that a fault is told at the start.
        var ids = new HashSet<string>();
        foreach (var (map, idea) in delivered.Zip(For(Guid.Empty)))
        {
            if (!ids.Add(idea.PresetId))
                throw map.Fault($"“{idea.PresetId}”重复");
        }
    }

    /// <summary>The delivered ideas, as rows that the unit has not stored.</summary>
    public IReadOnlyList<Idea> For(Guid unitId) => [.. delivered.Select(map => Read(map, unitId))];

    /// <summary>All ideas of the unit, those out of use too: the own ones first, then the delivered ones in the file's order.</summary>
    public async Task<IReadOnlyList<Idea>> ReadAsync(LedgerDb db, Guid unitId, CancellationToken cancellation = default)
    {
        var stored = await db.Ideas.AsNoTracking().OrderByDescending(idea => idea.Id).ToListAsync(cancellation);
        var changed = stored.Where(idea => idea.PresetId.Length > 0).ToDictionary(idea => idea.PresetId);
        return [.. stored.Where(idea => idea.PresetId.Length == 0), .. For(unitId).Select(idea => changed.GetValueOrDefault(idea.PresetId) ?? idea)];
    }

    /// <exception cref="UserFaultException">The file is not a catalogue of ideas; the message names line and reason.</exception>
    public static IdeaCatalogue LoadDefault(KindCatalogue kinds) => YamlMap.ReadDelivered("ideas.yaml", root => Read(root, kinds));

    /// <exception cref="UserFaultException">The text is not a catalogue of ideas; the message names line and reason.</exception>
    public static IdeaCatalogue Parse(string text, string fileName, KindCatalogue kinds) => YamlMap.Read(text, fileName, root => Read(root, kinds));

    private static IdeaCatalogue Read(YamlNode root, KindCatalogue kinds) => new(
        [.. YamlMap.List(root).Select(node => new YamlMap(node, "id", "title", "kinds", "festivals", "months", "steps", "needs", "people", "place", "cost"))], kinds);

    private Idea Read(YamlMap map, Guid unitId)
    {
        var kindIds = kinds.IdsAt(map, "kinds");
        if (kindIds.Count == 0)
            throw map.Fault("缺少“kinds”");
        if (map.Texts("festivals").FirstOrDefault(name => !FestivalCalendar.Names.Contains(name)) is { } unknown)
            throw map.Fault($"未知的节日“{unknown}”");
        if (map.Texts("months").FirstOrDefault(month => !int.TryParse(month, out var number) || number is < 1 or > 12) is { } wrong)
            throw map.Fault($"months 应为1至12，不是“{wrong}”");
        return new Idea
        {
            UnitId = unitId,
            PresetId = map.Text("id"),
            Title = map.Text("title"),
            KindIds = string.Join(',', kindIds),
            Festivals = string.Join(',', map.Texts("festivals")),
            Months = string.Join(',', map.Texts("months")),
            Steps = string.Join('\n', map.Texts("steps")),
            Needs = map.Text("needs"),
            People = map.Text("people"),
            Place = map.OneOf("place", Places, IdeaPlace.Either),
            Cost = map.Text("cost"),
        };
    }
}
