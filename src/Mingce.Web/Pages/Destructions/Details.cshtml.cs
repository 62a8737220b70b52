using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.Destructions;
using Mingce.Core.Papers;

namespace Mingce.Web.Pages.Destructions;

/// <summary>What was destroyed, and what remains to be done by people: backups, papers already made, papers sent.</summary>
[AccessRule(Resource.Destruction, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session) : PageModel
{
    public Destruction Destruction { get; private set; } = null!;
    public bool IsEmbedded { get; private set; }

    /// <summary>Whether the record is still there to be seen: what is in the 回收站 is seen by those who may take it out.</summary>
    public bool HasRecord { get; private set; }

    /// <summary>报送 since it came in, which may hold it.</summary>
    public IReadOnlyList<Return> Returns { get; private set; } = [];

    /// <summary>申报材料汇编 that were downloaded since it came in, which may hold it.</summary>
    public IReadOnlyList<Event> Downloads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Destructions.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } destruction)
            return NotFound();
        Destruction = destruction;
        IsEmbedded = db.Database.IsSqlite();
        var maySeeDeleted = session.May(Resource.Activity, AccessAction.Edit);
        HasRecord = await db.Activities.AnyAsync(a => a.Id == destruction.ActivityId && (maySeeDeleted || a.Status != ActivityStatus.Deleted), cancellation);
        var (from, to) = (OfficeDay(destruction.KeptSince), OfficeDay(destruction.At));
        Returns = await db.Returns.AsNoTracking().Where(r => r.SentOn >= from && r.SentOn <= to).OrderBy(r => r.SentOn).ToListAsync(cancellation);
        Downloads = await db.Events.AsNoTracking()
            .Where(e => e.SubjectId == destruction.UnitId && e.What.StartsWith(Reports.Downloads.DossierDownload) && e.At >= destruction.KeptSince && e.At <= destruction.At).OrderBy(e => e.At).ToListAsync(cancellation);
        return Page();
    }

    private static DateOnly OfficeDay(DateTime utc) => DateOnly.FromDateTime(OfficeCalendar.ToLocal(utc));
}
