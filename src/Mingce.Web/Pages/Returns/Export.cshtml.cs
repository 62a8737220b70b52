using Mingce.Core.Spreadsheets;

namespace Mingce.Web.Pages.Returns;

/// <summary>报送记录 as .xlsx.</summary>
[AccessRule(Resource.Return, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db) : PageModel
{
    private static readonly Column[] Columns =
        [new("报送日期", 16), new("报送内容", 48), new("报送对象", 28), new("报送方式", 10), new("版本", 24), new("文件", 30), new("回执", 30), new("报送人", 12)];

    public async Task<IActionResult> OnGetAsync([FromQuery] ReturnsFilter filter, CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var rows = await filter.Apply(db.Returns.AsNoTracking()).ToListAsync(cancellation);
        return File(SpreadsheetWriter.Write("报送记录", Columns, rows.Select(r => (IReadOnlyList<object?>)[
            r.SentOn, r.Title, r.Recipient, Words.Of(r.Way), r.Edition, r.FileName, r.Receipt, r.SentBy,
        ])), SpreadsheetWriter.MediaType, $"{unit.DisplayName}报送记录.xlsx");
    }
}
