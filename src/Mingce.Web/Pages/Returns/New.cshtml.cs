using Mingce.Core.Papers;
using Mingce.Core.Storage;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.Returns;

/// <summary>登记报送: by itself, or of what a task or a paper asked for.</summary>
[AccessRule(Resource.Return, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class NewModel(LedgerDb db, Session session, EvidenceStore store, TimeProvider time) : ReturnPage(db, store, time)
{
    /// <summary>Made with the form: a form sent twice gives one record.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    public WorkItem? Item { get; private set; }
    public IncomingPaper? Paper { get; private set; }

    public string BackAddress => Item is not null ? $"/work-items/{Item.Id}" : Paper is not null ? $"/incoming-papers/{Paper.Id}" : "/returns";

    public async Task OnGetAsync(Guid? workItem, Guid? paper, CancellationToken cancellation)
    {
        await ReadAsync(workItem, paper, cancellation);
        Id = Guid.CreateVersion7();
        Input = new() { Title = Item?.Title ?? Paper?.Title, Recipient = Paper?.Issuer, SentOn = Today, SentBy = session.Me.Label };
    }

    public async Task<IActionResult> OnPostAsync(Guid? workItem, Guid? paper, CancellationToken cancellation)
    {
        await ReadAsync(workItem, paper, cancellation);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“登记报送”。");
        if (!IsSound())
            return this.Unprocessable();
        if (await Db.Returns.IgnoreQueryFilters([LedgerDb.Removed]).AnyAsync(r => r.Id == Id, cancellation))
            return Redirect($"/returns/{Id}");
        var change = session.Change();
        var sent = new Return { Id = Id, UnitId = session.Me.UnitId, Title = "", Recipient = "", SentOn = Today, WorkItemId = Item?.Id, PaperId = Paper?.Id, EnteredAt = change.At };
        Input.WriteTo(sent);
        if (!await AttachAsync(sent, cancellation))
            return this.Unprocessable();
        var what = $"报送“{sent.Title}”至{sent.Recipient}";
        Db.Add(change, sent, what);
        if (Item is not null)
            Db.Record(change, Item, what);
        if (Paper is not null)
            Db.Record(change, Paper, what);
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "报送记录已保存。";
        return Redirect(BackAddress == "/returns" ? $"/returns/{Id}" : BackAddress);
    }

    private async Task ReadAsync(Guid? workItem, Guid? paper, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Item = workItem is null ? null : await Db.WorkItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == workItem, cancellation);
        var asked = Item?.PaperId ?? paper;
        Paper = asked is null ? null : await Db.IncomingPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == asked, cancellation);
    }
}
