using Mingce.Core;
using Mingce.Core.Reporting;
using Mingce.Core.Spreadsheets;
using Mingce.Rules.Reading;

namespace Mingce.Web.Pages.Phrases;

/// <summary>导入 of phrases: all rows of the file or none.</summary>
[AccessRule(Resource.Phrase, AccessAction.Edit, Relation.OwnUnit)]
[RequestSizeLimit(UploadedSheets.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadedSheets.LargestRequest)]
internal sealed class ImportModel(LedgerDb db, Session session) : PageModel
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Files is not [{ Length: > 0 } file])
            return this.Unprocessable(nameof(Files), "请选择一个表格文件。");
        try
        {
            EvidenceIntake.RefuseSecrecyMarks(file.FileName);
            await using var content = file.OpenReadStream();
            var import = await PhraseSheet.ReadAsync(
                db, session.Me.UnitId, SpreadsheetReader.Read("所选文件", content), session.Change($"导入 {Masking.Mask(Path.GetFileName(file.FileName))}"), cancellation);
            foreach (var fault in import.Faults)
                ModelState.AddModelError(nameof(Files), fault);
            if (import.Faults.Count > 0)
                return this.Unprocessable();
            TempData["Notice"] = $"已导入：新增 {import.Added} 条，更新 {import.Changed} 条，无变化 {import.Same} 条。";
            return Redirect("/phrases");
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable(nameof(Files), e.Message);
        }
    }
}
