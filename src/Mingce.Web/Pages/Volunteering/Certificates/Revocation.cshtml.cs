using System.ComponentModel.DataAnnotations;
using Mingce.Core.Volunteering;

namespace Mingce.Web.Pages.Volunteering.Certificates;

/// <summary>作废 of a certificate; its number is not given again.</summary>
[AccessRule(Resource.Certificate, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RevocationModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid CertificateId { get; set; }

    [BindProperty]
    [Display(Name = "作废原因"), Required(ErrorMessage = "请填写作废原因。"), StringLength(200, ErrorMessage = "作废原因不超过200字。")]
    public string Reason { get; set; } = "";

    public VolunteerCertificate Certificate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        ModelState.Clear();
        return Certificate.RevokedAt is null ? Page() : Redirect($"/volunteering/certificates/{CertificateId}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Certificate.RevokedAt is null)
        {
            var change = session.Change(Reason.Trim());
            Certificate.Revoke(change.By, change.At, change.Why);
            db.Record(change, Certificate, $"作废{Certificate.Number}");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = $"{Certificate.Number}已作废，请收回原件。";
        }
        return Redirect($"/volunteering/certificates/{CertificateId}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation) =>
        (Certificate = (await db.Certificates.FirstOrDefaultAsync(c => c.Id == CertificateId, cancellation))!) is not null;
}
