using Mingce.Core.Volunteering;
using Mingce.Gongwen;

namespace Mingce.Web.Pages.Volunteering.Certificates;

/// <summary>One certificate, also as .docx.</summary>
[AccessRule(Resource.Certificate, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db) : PageModel
{
    [FromRoute]
    public Guid CertificateId { get; set; }

    public VolunteerCertificate Certificate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetDocxAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Certificate.RevokedAt is not null)
            return Redirect($"/volunteering/certificates/{CertificateId}");
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var stream = new MemoryStream();
        GongwenWriter.Write(CertificatePaper.Compose(Certificate, unit), stream);
        stream.Position = 0;
        return File(stream, GongwenWriter.MediaType, $"{Certificate.PersonName}志愿服务记录证明（{Certificate.Number}）.docx");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation) =>
        (Certificate = (await db.Certificates.AsNoTracking().FirstOrDefaultAsync(c => c.Id == CertificateId, cancellation))!) is not null;
}
