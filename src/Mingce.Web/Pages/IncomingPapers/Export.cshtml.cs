using Mingce.Core.Spreadsheets;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>来文登记 as .xlsx.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db) : PageModel
{
    private static readonly Column[] Columns =
    [
        new("收文日期", 16), new("文号", 24), new("标题", 48), new("来文单位", 28), new("最近时限", 16), new("任务数", 8), new("已办结", 8), new("文件", 30), new("原件存放处", 18), new("保管人", 12), new("备注", 30),
    ];

    public async Task<IActionResult> OnGetAsync([FromQuery] PapersFilter filter, CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var rows = await PaperRow.Of(db, filter.Apply(db)).ToListAsync(cancellation);
        return File(SpreadsheetWriter.Write("来文", Columns, rows.Select(r => (IReadOnlyList<object?>)[
            r.Paper.ReceivedOn, r.Paper.Number, r.Paper.Title, r.Paper.Issuer, r.DueOn, r.Tasks, r.Closed, r.Paper.FileName, r.Paper.OriginalPlace, r.Paper.OriginalKeeper, r.Paper.Remark,
        ])), SpreadsheetWriter.MediaType, $"{unit.DisplayName}来文登记.xlsx");
    }
}
