using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Volunteering;
using Mingce.Rules.Reading;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages.Volunteering;

/// <summary>导入服务时长 from the export of a volunteer system: upload, look, confirm.</summary>
[AccessRule(Resource.Volunteering, AccessAction.Create, Relation.OwnUnit)]
internal sealed class ImportModel(LedgerDb db, Session session, IDataProtectionProvider protection, TimeProvider time) : ImportPage(protection, "hours", "导出")
{
    public HoursPlan? Plan { get; private set; }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is null)
            return Outdated();
        await new HoursImport(db).ApplyAsync(Plan!, Masking.Mask(FileName), session.Me.UnitId, session.Me.Id, session.Change($"导入 {Masking.Mask(FileName)}"), cancellation);
        TempData["Notice"] = Plan!.New == 0 ? "没有新内容：文件中的时长都已导入。" : $"已导入 {Plan.New} 条，共 {HoursText.Write(Plan.Minutes)}。";
        return Redirect("/volunteering");
    }

    public async Task<IActionResult> OnPostFaultsAsync(CancellationToken cancellation) =>
        await OpenAsync(cancellation) is { } sheets ? WithFaults(new HoursSheets(sheets).CopyWithFaults(Plan!.Faults)) : Outdated();

    protected override IReadOnlyList<Sheet> Keep(IReadOnlyList<Sheet> sheets) => new HoursSheets(sheets).WithoutPrivate();

    protected override async Task ReadAsync(IReadOnlyList<Sheet> sheets, CancellationToken cancellation) =>
        Plan = await new HoursImport(db).PlanAsync(new HoursSheets(sheets).Read(OfficeCalendar.Today(time)), cancellation);
}
