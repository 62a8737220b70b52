using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Mingce.Rules.Reading;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>导入计划: upload, look at what was read and what is wrong, then confirm.</summary>
[AccessRule(Resource.WorkItem, AccessAction.Create, Relation.OwnUnit)]
internal sealed class ImportModel(LedgerDb db, Session session, IDataProtectionProvider protection, TimeProvider time) : ImportPage(protection, "plan", "计划表")
{
    [BindProperty]
    [Display(Name = "所属清单"), Required(ErrorMessage = "请选择所属清单。"), EnumDataType(typeof(WorkList), ErrorMessage = "请选择所属清单。")]
    public WorkList? List { get; set; } = WorkList.Plan;

    [BindProperty]
    [Display(Name = "年度"), Range(2000, 2098, ErrorMessage = "年度不正确，请更正。")]
    public int Year { get; set; } = session.WorkYear;

    public string Word { get; private set; } = "";
    public PlanList? Plan { get; private set; }


    /// <summary>Names that are nobody of the unit: they are written down and lead nowhere.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || await OpenAsync(cancellation) is null)
            return Outdated();
        var responsibles = await Responsibles.ReadAsync(db, OfficeCalendar.Today(time), cancellation);
        var added = await db.ImportPlanAsync(Plan!.Entries, List!.Value, Year, responsibles, session.Me.UnitId, session.Change($"导入 {Masking.Mask(FileName)}"), cancellation);
        TempData["Notice"] = added == 0 ? "清单中已有这些任务，没有新增。" : $"已导入任务 {added} 项。";
        return Redirect($"/work-items?list={List}&year={Year}");
    }

    // All of it travels; only what the plan reads is entered.
    protected override IReadOnlyList<Sheet> Keep(IReadOnlyList<Sheet> sheets) => sheets;

    protected override async Task ReadAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        Plan = PlanReader.Read(sheets, Year);
        var responsibles = await Responsibles.ReadAsync(db, OfficeCalendar.Today(time), cancellation);
        Unknown = [.. Plan.Entries.SelectMany(responsibles.Of).Where(r => !r.IsKnown).Select(r => r.Name).Distinct()];
    }
}
