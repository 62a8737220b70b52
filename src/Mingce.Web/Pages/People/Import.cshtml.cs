using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Mingce.Rules.Reading;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages.People;

/// <summary>导入名册: upload, look at what would change and what is wrong, then confirm.</summary>
[AccessRule(Resource.Person, AccessAction.Edit, Relation.OwnUnit)]
[RequestSizeLimit(UploadedSheets.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadedSheets.LargestRequest, ValueLengthLimit = UploadedSheets.LargestRequest)]
internal sealed class ImportModel(LedgerDb db, Session session, IDataProtectionProvider protection, TimeProvider time) : PageModel
{
    private const string Purpose = "staff";

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The list that was looked at.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public string Word { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public StaffPlan? Plan { get; private set; }
    public int FaultyRows => Plan!.Faults.DistinctBy(f => (f.Sheet, f.Row)).Count();
    public IReadOnlyList<StaffStep> Shown => [.. Plan!.Steps.Where(s => s.Person is null || s.Changes.Count > 0).Take(UploadedSheets.MostShown)];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Files is not [{ Length: > 0 } file])
            return this.Unprocessable(nameof(Files), "请选择一个人员名册文件。");
        try
        {
            EvidenceIntake.RefuseSecrecyMarks(file.FileName);
            await using var content = file.OpenReadStream();
            var read = SpreadsheetReader.Read("所选文件", content);
            var list = StaffList.Read(read);
            FileName = Path.GetFileName(file.FileName);
            Sealed = new UploadedSheets(Purpose, FileName, StaffList.WithoutPrivate(read)).Seal(protection);
            Word = await db.DepartmentWordAsync(cancellation);
            Plan = await (await NewImportAsync(cancellation)).PlanAsync(list, OfficeCalendar.Today(time), cancellation);
            return Page();
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable(nameof(Files), e.Message);
        }
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (UploadedSheets.Open(Purpose, Sealed, protection) is not { } file)
            return Outdated();
        var import = await NewImportAsync(cancellation);
        var plan = await import.PlanAsync(StaffList.Read(file.Sheets), OfficeCalendar.Today(time), cancellation);
        await import.ApplyAsync(plan, session.Change($"导入 {Masking.Mask(file.Name)}"), cancellation);
        TempData["Notice"] = $"已导入：新增 {plan.Added} 人，更新 {plan.Changed} 人。";
        return Redirect("/people");
    }

    public async Task<IActionResult> OnPostFaultsAsync(CancellationToken cancellation)
    {
        if (UploadedSheets.Open(Purpose, Sealed, protection) is not { } file)
            return Outdated();
        var plan = await (await NewImportAsync(cancellation)).PlanAsync(StaffList.Read(file.Sheets), OfficeCalendar.Today(time), cancellation);
        return File(StaffList.CopyWithFaults(file.Sheets, plan.Faults), SpreadsheetWriter.MediaType, $"{Path.GetFileNameWithoutExtension(file.Name)}（标注问题）.xlsx");
    }

    private async Task<StaffImport> NewImportAsync(CancellationToken cancellation) => new(db, await db.Units.SingleAsync(cancellation));

    private PageResult Outdated() => this.Unprocessable(nameof(Files), "核对的内容已过期，请重新选择文件。");
}
