using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Infrastructure;

/// <summary>A list that is uploaded, looked at, then confirmed; between the two it travels in the page, sealed.</summary>
/// <param name="purpose">Which import it is: no other takes what it sealed.</param>
/// <param name="asked">The file that is asked for, as the page calls it.</param>
[RequestSizeLimit(UploadedSheets.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadedSheets.LargestRequest, ValueLengthLimit = UploadedSheets.LargestRequest)]
internal abstract class ImportPage(IDataProtectionProvider protection, string purpose, string asked) : PageModel
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The list that was looked at.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public string FileName { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Files is not [{ Length: > 0 } file])
            return this.Unprocessable(nameof(Files), $"请选择一个{asked}文件。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        try
        {
            EvidenceIntake.RefuseSecrecyMarks(file.FileName);
            await using var content = file.OpenReadStream();
            var upload = new UploadedSheets(purpose, Path.GetFileName(file.FileName), Keep(SpreadsheetReader.Read("所选文件", content)));
            (Sealed, FileName) = (upload.Seal(protection), upload.Name);
            await ReadAsync(upload.Sheets, cancellation);
            return Page();
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable(nameof(Files), e.Message);
        }
    }

    /// <summary>What is kept of the sheets until they are confirmed.</summary>
    protected abstract IReadOnlyList<Sheet> Keep(IReadOnlyList<Sheet> sheets);

    /// <summary>Reads what the page shows and takes.</summary>
    protected abstract Task ReadAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellation);

    /// <summary>Reads what was looked at.</summary>
    /// <returns>Its sheets; null where it is too old: then the page says so by <see cref="Outdated"/>.</returns>
    protected async Task<IReadOnlyList<Sheet>?> OpenAsync(CancellationToken cancellation)
    {
        if (UploadedSheets.Open(purpose, Sealed, protection) is not { } upload)
            return null;
        FileName = upload.Name;
        await ReadAsync(upload.Sheets, cancellation);
        return upload.Sheets;
    }

    protected PageResult Outdated() => this.Unprocessable(nameof(Files), "核对的内容已过期，请重新选择文件。");

    /// <param name="copy">The list with what is wrong in every row.</param>
    protected FileContentResult WithFaults(byte[] copy) => File(copy, SpreadsheetWriter.MediaType, $"{Path.GetFileNameWithoutExtension(FileName)}（标注问题）.xlsx");
}

/// <summary>有错的行 of a list.</summary>
/// <param name="Copy">What the list is called that can be taken away with them; empty for none.</param>
internal sealed record ImportFaults(IReadOnlyList<SheetFault> Faults, string Heading, string Advice, string Copy);
