using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Mingce.Rules.Reading;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages.People;

/// <summary>导入名册: upload, look at what would change and what is wrong, then confirm.</summary>
[AccessRule(Resource.Person, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class ImportModel(LedgerDb db, Session session, IDataProtectionProvider protection, TimeProvider time) : ImportPage(protection, "staff", "人员名册")
{
    // What the file said before it was kept: it tells of sheets that are not read.
    private StaffList? whole;
    private StaffImport import = null!;

    public string Word { get; private set; } = "";
    public StaffPlan? Plan { get; private set; }
    public int FaultyRows => Plan!.Faults.DistinctBy(f => (f.Sheet, f.Row)).Count();
    public IReadOnlyList<StaffStep> Shown => [.. Plan!.Steps.Where(s => s.Person is null || s.Changes.Count > 0).Take(UploadedSheets.MostShown)];

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is null)
            return Outdated();
        await import.ApplyAsync(Plan!, session.Change($"导入 {Masking.Mask(FileName)}"), cancellation);
        TempData["Notice"] = $"已导入：新增 {Plan!.Added} 人，更新 {Plan.Changed} 人。";
        return Redirect("/people");
    }

    public async Task<IActionResult> OnPostFaultsAsync(CancellationToken cancellation) =>
        await OpenAsync(cancellation) is { } sheets ? WithFaults(StaffList.CopyWithFaults(sheets, Plan!.Faults)) : Outdated();

    protected override IReadOnlyList<Sheet> Keep(IReadOnlyList<Sheet> sheets)
    {
        whole = StaffList.Read(sheets);
        return StaffList.WithoutPrivate(sheets);
    }

    protected override async Task ReadAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        import = new StaffImport(db, await db.Units.SingleAsync(cancellation));
        Plan = await import.PlanAsync(whole ?? StaffList.Read(sheets), OfficeCalendar.Today(time), cancellation);
    }
}
