namespace Mingce.Web.Pages.Kinds;

/// <summary>What the pages about one of the unit's own kinds share.</summary>
internal abstract class KindPage(LedgerDb db) : PageModel
{
    protected LedgerDb Db => db;

    protected Task<UnitKind?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var kindId = id.ToString();
        return db.UnitKinds.FirstOrDefaultAsync(k => k.Id == id && k.KindId == kindId, cancellation);
    }

    /// <summary>Whether a record or a routine has the kind, also one that counts nowhere: then it stays.</summary>
    protected async Task<bool> IsUsedAsync(UnitKind kind, CancellationToken cancellation) =>
        await db.ActivityKinds.AnyAsync(k => k.KindId == kind.KindId, cancellation) || await db.Routines.AnyAsync(r => r.KindId == kind.KindId, cancellation);

    /// <summary>Ids of the fields that records have filled.</summary>
    protected async Task<IReadOnlySet<string>> UsedFieldsAsync(UnitKind kind, CancellationToken cancellation)
    {
        var all = kind.Fields.Select(f => $"{kind.KindId}.{f.Id}").ToList();
        return (await db.ActivityDetails.Where(d => all.Contains(d.FieldId)).Select(d => d.FieldId).Distinct().ToListAsync(cancellation)).Select(id => id[(kind.KindId.Length + 1)..]).ToHashSet();
    }
}
