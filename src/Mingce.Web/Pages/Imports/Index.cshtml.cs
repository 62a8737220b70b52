using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Intake;
using Mingce.Rules.Reading;

namespace Mingce.Web.Pages.Imports;

/// <summary>从往年总结提取: upload or paste a report; and the reports that were read before.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestRequest)]
internal sealed class IndexModel(LedgerDb db, Session session, KindCatalogue kinds, TimeProvider time) : PageModel
{
    private const int LargestRequest = (int)ReportFile.LargestFile + (1 << 20);
    private const int MostShown = 50;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    [Display(Name = "总结的文字"), StringLength(ReportWork.LongestText, ErrorMessage = "文字过长，请分几次提取。")]
    public string? Text { get; set; }

    [BindProperty]
    [Display(Name = "总结所属年度"), Required(ErrorMessage = "请填写总结所属年度。")]
    public int? Year { get; set; }

    public IReadOnlyList<ReportRow> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Year = OfficeCalendar.Today(time).Year - 1;
        await ReadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Year < 1949 || Year > OfficeCalendar.Today(time).Year)
            ModelState.AddModelError(nameof(Year), "年度不正确：不早于1949年，不晚于今年。");
        if ((Files is [{ Length: > 0 }]) == !string.IsNullOrWhiteSpace(Text))
            ModelState.AddModelError(nameof(Files), "请选择一个文件，或者粘贴文字，二者取一。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        try
        {
            var file = await OpenAsync(cancellation);
            var unit = await db.Units.SingleAsync(cancellation);
            var result = await new ReportImport(db, kinds).ImportAsync(file, unit, Year!.Value, confirm: false, session.Change($"导入 {Masking.Mask(file.Name)}"));
            if (!await db.ReportWorks.AnyAsync(w => w.Id == result.Report.Id, cancellation))
            {
                TempData["Notice"] = file.Text.Length > ReportWork.LongestText && result.Activities.Count > 0
                    ? $"读出 {result.Activities.Count + result.Routines.Count} 条。文字过长，不能对照原文，请在草稿中逐条核对。"
                    : result.Unchanged == 0 ? "没有读出可登记的内容。" : $"没有新内容：读出的 {result.Unchanged} 条都已读过，已在台账或草稿中。";
                return Redirect(result.Activities.Count > 0 ? "/activities?status=draft" : "/imports");
            }
            return Redirect($"/imports/{result.Report.Id}");
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable(Files.Count > 0 ? nameof(Files) : nameof(Text), e.Message);
        }
    }

    private async Task<ReportFile> OpenAsync(CancellationToken cancellation)
    {
        if (Files is not [var file])
            return ReportFile.OfText(Text!);
        if (file.Length > ReportFile.LargestFile)
            throw new UserFaultException($"文件超过 {ReportFile.LargestFile >> 20} MB。请只保留总结的文字部分后重试。");
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return await ReportFile.OfAsync(Path.GetFileName(file.FileName), bytes.ToArray(), cancellation);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var reports = await db.ImportedReports.AsNoTracking().OrderByDescending(r => r.ImportedAt).ThenByDescending(r => r.Id).Take(MostShown).ToListAsync(cancellation);
        var open = await db.ReportWorks.Select(w => new { w.Id, w.KeptUntil }).ToDictionaryAsync(w => w.Id, w => w.KeptUntil, cancellation);
        var waiting = await db.ReportDrafts.Where(d => d.State == DraftState.Waiting).GroupBy(d => d.ReportId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        Reports = [.. reports.Select(r => new ReportRow(r, open.TryGetValue(r.Id, out var until) ? until : null, waiting.GetValueOrDefault(r.Id)))];
    }
}

/// <summary>A report that was read, and whether somebody still works through it.</summary>
internal sealed record ReportRow(ImportedReport Report, DateOnly? KeptUntil, int Waiting);
