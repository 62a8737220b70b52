using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Ideas;

/// <summary>Ideas that came with the program, from catalogue/ideas.yaml. An office's own row takes the place of a delivered one.</summary>
public sealed class IdeaCatalogue
{
    private static readonly Dictionary<string, IdeaPlace> Places = new() { ["indoor"] = IdeaPlace.Indoor, ["outdoor"] = IdeaPlace.Outdoor, ["either"] = IdeaPlace.Either };

    private readonly Func<Guid, IReadOnlyList<Idea>> delivered;

    private IdeaCatalogue(Func<Guid, IReadOnlyList<Idea>> delivered) => this.delivered = delivered;

    /// <summary>The delivered ideas, as rows that the unit has not stored.</summary>
    public IReadOnlyList<Idea> For(Guid unitId) => delivered(unitId);

    /// <summary>All ideas of the unit, those out of use too: the own ones first, then the delivered ones in the file's order.</summary>
    public async Task<IReadOnlyList<Idea>> ReadAsync(LedgerDb db, Guid unitId, CancellationToken cancellation = default)
    {
        var stored = await db.Ideas.AsNoTracking().OrderByDescending(idea => idea.Id).ToListAsync(cancellation);
        var changed = stored.Where(idea => idea.PresetId.Length > 0).ToDictionary(idea => idea.PresetId);
        return [.. stored.Where(idea => idea.PresetId.Length == 0), .. For(unitId).Select(idea => changed.GetValueOrDefault(idea.PresetId) ?? idea)];
    }

    /// <exception cref="UserFaultException">The file is not a catalogue of ideas; the message names line and reason.</exception>
    public static IdeaCatalogue LoadDefault(KindCatalogue kinds) =>
        Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue", "ideas.yaml")), "ideas.yaml", kinds);

    /// <exception cref="UserFaultException">The text is not a catalogue of ideas; the message names line and reason.</exception>
    public static IdeaCatalogue Parse(string text, string fileName, KindCatalogue kinds)
    {
        try
        {
            List<Func<Guid, Idea>> ideas = [.. YamlMap.List(YamlMap.Root(text)).Select(node => Read(new(node, "id", "title", "kinds", "festivals", "months", "steps", "needs", "people", "place", "cost"), kinds))];
            if (ideas.Select(idea => idea(Guid.Empty).PresetId).GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw new YamlFaultException(1, $"“{twice.Key}”重复");
            return new IdeaCatalogue(unitId => [.. ideas.Select(idea => idea(unitId))]);
        }
        catch (YamlFaultException e)
        {
            throw new UserFaultException($"{fileName} 第{e.Line}行：{e.Message}", e);
        }
    }

    private static Func<Guid, Idea> Read(YamlMap map, KindCatalogue kinds)
    {
        var kindIds = map.Texts("kinds");
        if (kindIds.Count == 0 || kindIds.FirstOrDefault(id => kinds.Find(id) is null) is not null)
            throw map.Fault("kinds 应为活动类型目录中的类型");
        if (map.Texts("festivals").FirstOrDefault(name => !FestivalCalendar.Names.Contains(name)) is { } unknown)
            throw map.Fault($"未知的节日“{unknown}”");
        if (map.Texts("months").FirstOrDefault(month => !int.TryParse(month, out var number) || number is < 1 or > 12) is { } wrong)
            throw map.Fault($"months 应为1至12，不是“{wrong}”");
        // Read once, so that a fault is told at the start.
        var (id, title, steps) = (map.Text("id"), map.Text("title"), string.Join('\n', map.Texts("steps")));
        var (needs, people, cost, place) = (map.Text("needs"), map.Text("people"), map.Text("cost"), map.OneOf("place", Places, IdeaPlace.Either));
        var (festivals, months) = (string.Join(',', map.Texts("festivals")), string.Join(',', map.Texts("months")));
        return unitId => new Idea
        {
            UnitId = unitId,
            PresetId = id,
            Title = title,
            KindIds = string.Join(',', kindIds),
            Festivals = festivals,
            Months = months,
            Steps = steps,
            Needs = needs,
            People = people,
            Place = place,
            Cost = cost,
        };
    }
}
