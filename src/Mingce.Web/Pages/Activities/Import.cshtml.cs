using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Intake.Ledgers;
using Mingce.Core.Spreadsheets;
using Mingce.Rules.Reading;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Activities;

/// <summary>导入台账: upload, look at what each column is taken for and what becomes of each row, then confirm.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class ImportModel(LedgerDb db, Session session, KindCatalogue kinds, IDataProtectionProvider protection, TimeProvider time) : ImportPage(protection, "ledger", "台账")
{
    /// <summary>What columns are taken for, by 0_2: the third column of the first sheet.</summary>
    [BindProperty(Name = nameof(Columns))] // by name, or every other field of the form is taken for one
    public Dictionary<string, LedgerField> Columns { get; set; } = [];

    [BindProperty]
    [Display(Name = "所属年度"), Range(1949, 2999, ErrorMessage = "所属年度应为四位年份，例如 2026。")]
    public int? Year { get; set; }

    [BindProperty]
    public bool Seen { get; set; }

    public LedgerSheets? Ledger { get; private set; }
    public LedgerPlan Plan { get; private set; } = null!;

    /// <summary>Only what a person has seen is entered without a draft.</summary>
    public bool MayEnter => Plan.Complete > 0 && Plan.Steps.Count <= UploadedSheets.MostShown;

    public string KindsOf(LedgerEntry entry) => entry.Kinds.Count == 0 ? "" : string.Join('、', entry.Kinds.Select(kinds.NameOf));

    public static string Key(int sheet, int column) => $"{sheet}_{column}";

    public static IEnumerable<SelectListItem> Choices(LedgerField? taken) =>
        LedgerHeadings.Choices.Select(c => new SelectListItem(c.Name, c.Field.ToString(), c.Field == taken));

    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is null)
            return Outdated();
        return ModelState.IsValid ? Page() : this.Unprocessable();
    }

    public Task<IActionResult> OnPostDraftsAsync(CancellationToken cancellation) => ApplyAsync(enter: false, cancellation);

    public async Task<IActionResult> OnPostEnterAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is null)
            return Outdated();
        if (!MayEnter)
            return this.Unprocessable("", "只有逐条列出并核对过的完整记录才能直接登记，其余请登记为草稿。");
        if (!Seen)
            return this.Unprocessable(nameof(Seen), "直接登记前，请逐条核对并勾选“已逐条核对”。");
        return await ApplyAsync(enter: true, cancellation);
    }

    public async Task<IActionResult> OnPostFaultsAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is null)
            return Outdated();
        return WithFaults(Ledger!.CopyWithFaults(Plan.Faults));
    }

    private async Task<IActionResult> ApplyAsync(bool enter, CancellationToken cancellation)
    {
        if (Ledger is null && await OpenAsync(cancellation) is null)
            return Outdated();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var import = new LedgerImport(db, await db.Units.AsNoTracking().SingleAsync(cancellation), kinds);
        var (entered, drafts) = await import.ApplyAsync(Plan, enter, OfficeCalendar.Today(time), session.Change($"导入 {Masking.Mask(FileName)}"), cancellation);
        TempData["Notice"] = (entered, drafts) switch
        {
            (0, 0) => "没有新内容：文件中的记录都已在台账中。",
            (0, _) => $"已导入 {drafts} 条草稿，请逐条核对后确认登记。",
            (_, 0) => $"已登记 {entered} 条。",
            _ => $"已登记 {entered} 条；另有 {drafts} 条不完整，已存为草稿，请补充后确认。",
        };
        return Redirect(drafts > 0 ? "/activities?status=draft" : "/activities");
    }

    protected override IReadOnlyList<Sheet> Keep(IReadOnlyList<Sheet> sheets) => new LedgerSheets(sheets).WithoutPrivate();

    protected override async Task ReadAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellation)
    {
        var chosen = Columns.Where(c => c.Key.Split('_') is [var sheet, var column] && int.TryParse(sheet, out _) && int.TryParse(column, out _) && c.Value != LedgerField.Private)
            .ToDictionary(c => (int.Parse(c.Key.Split('_')[0]), int.Parse(c.Key.Split('_')[1])), c => c.Value);
        Ledger = new LedgerSheets(sheets, chosen);
        Year ??= Ledger.Year;
        var reading = Ledger.Read(kinds.ForReading, Year is >= 1949 and <= 2999 ? Year : null, OfficeCalendar.Today(time));
        Plan = await new LedgerImport(db, await db.Units.AsNoTracking().SingleAsync(cancellation), kinds).PlanAsync(reading, cancellation);
    }
}
