using Mingce.Core.Routines;
using Mingce.Rules;

namespace Mingce.Web.Pages.Activities;

/// <summary>What the form of an activity offers from the unit's latest records.</summary>
internal sealed class ActivityChoices(LedgerDb db, KindCatalogue kinds)
{
    private const int LatestRecords = 200;
    private const int FirstKinds = 5;

    private IReadOnlyList<LatestRecord>? latest;

    /// <summary>
    /// The kinds to choose from at first sight: the latest used, then those of the unit's routines and its own ones, the chosen one
    /// always among them; and the others in the catalogue's order.
    /// </summary>
    public async Task<(IReadOnlyList<Kind> First, IReadOnlyList<Kind> Others)> ReadKindsAsync(string? chosen, CancellationToken cancellation = default)
    {
        var used = (await ReadLatestAsync(cancellation)).Select(record => record.Kind).OfType<string>().Distinct().Select(kinds.Find).OfType<Kind>();
        var likely = await ReadPlannedAsync(cancellation);
        List<Kind> first = [.. used.Concat(likely).Where(kind => kinds.InUse.Contains(kind)).Concat(kinds.InUse).Distinct().Take(FirstKinds)];
        if (chosen is not null && kinds.Find(chosen) is { } kind && !first.Contains(kind))
            first.Insert(0, kind);
        return (first, [.. kinds.InUse.Except(first)]);
    }

    /// <summary>The place where each kind was last held.</summary>
    public async Task<IReadOnlyList<LatestRecord>> ReadPlacesAsync(CancellationToken cancellation = default) =>
        [.. (await ReadLatestAsync(cancellation)).Where(record => record.Place.Length > 0 && record.Kind is not null).DistinctBy(record => record.Kind)];

    /// <summary>专项工作 of late.</summary>
    public async Task<IReadOnlyList<string>> ReadCampaignsAsync(CancellationToken cancellation = default) =>
        [.. (await ReadLatestAsync(cancellation)).Select(record => record.Campaign).Where(campaign => campaign.Length > 0).Distinct()];

    private async Task<IEnumerable<Kind>> ReadPlannedAsync(CancellationToken cancellation)
    {
        var planned = await db.Routines.Where(r => r.Status == RoutineStatus.Active && r.EndsOn == null).OrderBy(r => r.Id).Select(r => r.KindId).ToListAsync(cancellation);
        return planned.Select(kinds.Find).OfType<CatalogueKind>().Concat(kinds.InUse.Where(kind => kind.IsOwn));
    }

    private async Task<IReadOnlyList<LatestRecord>> ReadLatestAsync(CancellationToken cancellation) =>
        latest ??= await db.Activities.Where(a => a.Status == ActivityStatus.Entered)
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(LatestRecords)
            .Select(a => new LatestRecord(a.Kinds.Where(k => k.Ordinal == 0).Select(k => k.KindId).FirstOrDefault(), a.Place, a.Campaign))
            .ToListAsync(cancellation);
}

/// <summary>What a record of late says that the next one may say too.</summary>
internal sealed record LatestRecord(string? Kind, string Place, string Campaign);
