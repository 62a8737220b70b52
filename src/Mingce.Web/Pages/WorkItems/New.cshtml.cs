using Mingce.Core.Papers;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>新增任务: by itself, as a part of another one, or as what a meeting decided or a paper asks for.</summary>
[AccessRule(Resource.WorkItem, AccessAction.Create, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, TimeProvider time) : WorkItemPage(db, time)
{
    /// <summary>Made with the form: a form sent twice gives one task.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    public WorkItem? Parent { get; private set; }
    public Activity? Source { get; private set; }
    public IncomingPaper? Paper { get; private set; }

    /// <param name="deadline">Which deadline of the paper.</param>
    public async Task OnGetAsync(Guid? parent, Guid? activity, Guid? paper, int? deadline, WorkList? list, string? title, DateOnly? due, CancellationToken cancellation)
    {
        await ReadSourcesAsync(parent, activity, paper, cancellation);
        await LoadAsync(cancellation);
        ModelState.Clear();
        // A paper with one deadline leaves no choice.
        var stated = Paper?.Deadlines is [var only] ? only : Paper?.Deadlines.Find(d => d.Ordinal == deadline);
        Id = Guid.CreateVersion7();
        Input = new()
        {
            Title = title is { Length: > 100 } ? title[..100] : title ?? Paper?.Title,
            List = list ?? Parent?.List ?? (Paper is not null ? WorkList.Paper : Source is not null ? WorkList.Meeting : null),
            DueOn = due ?? stated?.DueOn ?? Parent?.DueOn,
            Text = stated?.Quote,
        };
    }

    public async Task<IActionResult> OnPostAsync(Guid? parent, Guid? activity, Guid? paper, CancellationToken cancellation)
    {
        await ReadSourcesAsync(parent, activity, paper, cancellation);
        await LoadAsync(cancellation);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“新增任务”。");
        if (!IsSound())
            return this.Unprocessable();
        if (await Db.WorkItems.AnyAsync(i => i.Id == Id, cancellation))
            return Redirect($"/work-items/{Id}");

        var change = session.Change();
        var item = new WorkItem
        {
            Id = Id,
            UnitId = session.Me.UnitId,
            Title = "",
            Year = Parent?.Year ?? Input.DueOn?.Year ?? session.WorkYear,
            ParentId = Parent?.Id,
            SourceActivityId = Source?.Id,
            PaperId = Paper?.Id,
            EnteredAt = change.At,
        };
        Input.WriteTo(item, Responsibles);
        Db.Add(change, item, $"新增任务“{item.Title}”");
        if (Paper is not null)
            Db.Record(change, Paper, $"列为任务“{item.Title}”");
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "任务已列入清单。" + Unlinked(item);
        return Redirect($"/work-items/{Id}");
    }

    // What is of another unit or not there is left out; parts have no parts.
    private async Task ReadSourcesAsync(Guid? parent, Guid? activity, Guid? paper, CancellationToken cancellation)
    {
        Parent = parent is null ? null : await Db.WorkItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == parent && i.ParentId == null, cancellation);
        Source = activity is null ? null : await Db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == activity, cancellation);
        Paper = paper is null ? null : await Db.IncomingPapers.AsNoTracking().Include(p => p.Deadlines).FirstOrDefaultAsync(p => p.Id == paper, cancellation);
    }
}
