using Mingce.Core;
using Mingce.Core.Papers;
using Mingce.Core.Storage;

namespace Mingce.Web.Pages.Returns;

/// <summary>What the two forms about a 报送 share.</summary>
internal abstract class ReturnPage(LedgerDb db, EvidenceStore store, TimeProvider time) : PageModel
{
    [BindProperty]
    public ReturnForm Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<string> Recipients { get; private set; } = [];

    protected LedgerDb Db => db;
    protected DateOnly Today { get; } = OfficeCalendar.Today(time);

    protected async Task LoadAsync(CancellationToken cancellation) =>
        Recipients = await db.Superiors.OrderBy(s => s.Id).Select(s => s.Name).ToListAsync(cancellation);

    protected bool IsSound()
    {
        if (Input.SentOn > Today)
            ModelState.AddModelError("Input.SentOn", "报送日期不能晚于今天。");
        return ModelState.IsValid;
    }

    /// <summary>Keeps the file that was handed in, if one is given; false where it cannot be taken, and the form says why.</summary>
    protected async Task<bool> AttachAsync(Return sent, CancellationToken cancellation)
    {
        if (Files.FirstOrDefault(f => f.Length > 0) is not { } file)
            return true;
        try
        {
            await using var content = file.OpenReadStream();
            sent.Attach(await EvidenceIntake.KeepFileAsync(store, file.FileName, content, cancellation));
            return true;
        }
        catch (UserFaultException e)
        {
            ModelState.AddModelError(nameof(Files), e.Message);
            return false;
        }
    }
}
