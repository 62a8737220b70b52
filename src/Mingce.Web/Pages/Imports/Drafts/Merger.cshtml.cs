using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Intake;

namespace Mingce.Web.Pages.Imports.Drafts;

/// <summary>合并 of two drafts that the text tells of one thing.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class MergerModel(LedgerDb db, Session session) : DraftPage(db)
{
    [BindProperty]
    [Display(Name = "合并到"), Required(ErrorMessage = "请选择合并到哪一条。")]
    public Guid? Into { get; set; }

    /// <summary>The others that wait, the nearest in the text first.</summary>
    public IReadOnlyList<DraftCard> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        await ReadOthersAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        var into = await Db.ReportDrafts.SingleOrDefaultAsync(d => d.Id == Into && d.ReportId == Id, cancellation);
        if (into is null)
        {
            await ReadOthersAsync(cancellation);
            return this.Unprocessable();
        }
        try
        {
            await new DraftDecisions(Db, session.Change()).MergeAsync(Item, into);
        }
        catch (UserFaultException e)
        {
            await ReadOthersAsync(cancellation);
            return this.Unprocessable(nameof(Into), e.Message);
        }
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "已合并。";
        return Redirect($"/imports/{Id}#d-{into.Id}");
    }

    private async Task ReadOthersAsync(CancellationToken cancellation)
    {
        var items = await Db.ReportDrafts.AsNoTracking().Where(d => d.ReportId == Id && d.State == DraftState.Waiting && !d.IsRoutine && d.Id != DraftId).ToListAsync(cancellation);
        var ids = items.Select(d => d.DraftId).ToList();
        var activities = await Db.Activities.AsNoTracking().Include(a => a.Kinds).Include(a => a.Quantities).AsSplitQuery()
            .Where(a => ids.Contains(a.Id) && a.Status == ActivityStatus.Draft).ToDictionaryAsync(a => a.Id, cancellation);
        Others = [.. items.Where(d => activities.ContainsKey(d.DraftId!.Value)).OrderBy(d => Math.Abs(d.Start - Item.Start)).Select(d => new DraftCard(d, activities[d.DraftId!.Value], null))];
    }
}
