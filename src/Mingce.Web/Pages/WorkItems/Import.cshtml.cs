using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>导入计划: upload, look at what was read and what is wrong, then confirm. Between the two it travels in the page, sealed.</summary>
[AccessRule(Resource.WorkItem, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestRequest)]
internal sealed class ImportModel(LedgerDb db, Session session, IDataProtectionProvider protection, TimeProvider time) : PageModel
{
    public const int MostShown = 200;
    private const int LargestRequest = SpreadsheetReader.LargestFile + (1 << 20);
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    [Display(Name = "所属清单"), EnumDataType(typeof(WorkList), ErrorMessage = "请选择所属清单。")]
    public WorkList? List { get; set; } = WorkList.Plan;

    [BindProperty]
    [Display(Name = "年度"), Range(2000, 2098, ErrorMessage = "年度不正确，请更正。")]
    public int Year { get; set; } = OfficeCalendar.Today(time).Year;

    /// <summary>The plan that was looked at.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public string Word { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public PlanList? Plan { get; private set; }

    /// <summary>Names that are nobody of the unit: they are written down and lead nowhere.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("work-plan").ToTimeLimitedDataProtector();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Files is not [{ Length: > 0 } file])
            return this.Unprocessable(nameof(Files), "请选择一个计划表文件。");
        if (List is null)
            ModelState.AddModelError(nameof(List), "请选择所属清单。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        try
        {
            EvidenceIntake.RefuseSecrecyMarks(file.FileName);
            await using var content = file.OpenReadStream();
            Plan = PlanReader.Read(SpreadsheetReader.Read("所选文件", content), Year);
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable(nameof(Files), e.Message);
        }
        FileName = Path.GetFileName(file.FileName);
        Word = await db.DepartmentWordAsync(cancellation);
        var responsibles = await Responsibles.ReadAsync(db, OfficeCalendar.Today(time), cancellation);
        Unknown = [.. Plan.Entries.SelectMany(responsibles.Of).Where(r => !r.IsKnown).Select(r => r.Name).Distinct()];
        Sealed = Protector.Protect(JsonSerializer.Serialize(new SealedPlan(FileName, List!.Value, Year, Plan.Entries)), Life);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (Open() is not { } plan)
            return this.Unprocessable(nameof(Files), "核对的内容已过期，请重新选择文件。");
        var responsibles = await Responsibles.ReadAsync(db, OfficeCalendar.Today(time), cancellation);
        var added = await db.ImportPlanAsync(plan.Entries, plan.List, plan.Year, responsibles, session.Me.UnitId, session.Change($"导入 {plan.FileName}"), cancellation);
        TempData["Notice"] = added == 0 ? "清单中已有这些任务，没有新增。" : $"已导入任务 {added} 项。";
        return Redirect($"/work-items?list={plan.List}&year={plan.Year}");
    }

    private SealedPlan? Open()
    {
        try
        {
            return JsonSerializer.Deserialize<SealedPlan>(Protector.Unprotect(Sealed ?? ""));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record SealedPlan(string FileName, WorkList List, int Year, IReadOnlyList<PlanEntry> Entries);
}
