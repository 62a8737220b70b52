using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Volunteering;
using Mingce.Rules.Reading;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages.Volunteering;

/// <summary>导入服务时长 from the export of a volunteer system: upload, look, confirm.</summary>
[AccessRule(Resource.Volunteering, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(UploadedSheets.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = UploadedSheets.LargestRequest, ValueLengthLimit = UploadedSheets.LargestRequest)]
internal sealed class ImportModel(LedgerDb db, Session session, IDataProtectionProvider protection, TimeProvider time) : PageModel
{
    private const string Purpose = "hours";

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The export that was looked at.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public string FileName { get; private set; } = "";
    public HoursPlan? Plan { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Files is not [{ Length: > 0 } file])
            return this.Unprocessable(nameof(Files), "请选择一个导出文件。");
        try
        {
            EvidenceIntake.RefuseSecrecyMarks(file.FileName);
            await using var content = file.OpenReadStream();
            var upload = new UploadedSheets(Purpose, Path.GetFileName(file.FileName), new HoursSheets(SpreadsheetReader.Read("所选文件", content)).WithoutPrivate());
            Sealed = upload.Seal(protection);
            await PlanAsync(upload, cancellation);
            return Page();
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable(nameof(Files), e.Message);
        }
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (UploadedSheets.Open(Purpose, Sealed, protection) is not { } upload)
            return Outdated();
        await PlanAsync(upload, cancellation);
        await new HoursImport(db).ApplyAsync(Plan!, Masking.Mask(FileName), session.Me.UnitId, session.Me.Id, session.Change($"导入 {Masking.Mask(FileName)}"), cancellation);
        TempData["Notice"] = Plan!.New == 0 ? "没有新内容：文件中的时长都已导入。" : $"已导入 {Plan.New} 条，共 {HoursText.Write(Plan.Minutes)}。";
        return Redirect("/volunteering");
    }

    public async Task<IActionResult> OnPostFaultsAsync(CancellationToken cancellation)
    {
        if (UploadedSheets.Open(Purpose, Sealed, protection) is not { } upload)
            return Outdated();
        await PlanAsync(upload, cancellation);
        return File(new HoursSheets(upload.Sheets).CopyWithFaults(Plan!.Faults), SpreadsheetWriter.MediaType, $"{Path.GetFileNameWithoutExtension(FileName)}（标注问题）.xlsx");
    }

    private async Task PlanAsync(UploadedSheets upload, CancellationToken cancellation)
    {
        FileName = upload.Name;
        Plan = await new HoursImport(db).PlanAsync(new HoursSheets(upload.Sheets).Read(OfficeCalendar.Today(time)), cancellation);
    }

    private PageResult Outdated() => this.Unprocessable(nameof(Files), "核对的内容已过期，请重新选择文件。");
}
