using System.ComponentModel.DataAnnotations;
using Mingce.Core.Papers;
using Mingce.Core.Storage;

namespace Mingce.Web.Pages.Returns;

/// <summary>更正 of a 报送, often its 回执.</summary>
[AccessRule(Resource.Return, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class EditModel(LedgerDb db, Session session, EvidenceStore store, TimeProvider time) : ReturnPage(db, store, time)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "更正原因"), Required(ErrorMessage = "请填写更正原因。"), StringLength(200, ErrorMessage = "更正原因不超过200字。")]
    public string Reason { get; set; } = "";

    public Return Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        (Version, Input) = (Sent.Version, ReturnForm.Of(Sent));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!IsSound())
            return this.Unprocessable();
        if (Sent.Version != Version)
            return Lost(Sent.Version);
        if (!await AttachAsync(Sent, cancellation))
            return this.Unprocessable();
        Input.WriteTo(Sent);
        Db.Record(session.Change(Reason.Trim()), Sent, "更正报送记录");
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已更正。";
        return Redirect($"/returns/{Id}");
    }

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return (Sent = (await Db.Returns.FirstOrDefaultAsync(r => r.Id == Id, cancellation))!) is not null;
    }
}
