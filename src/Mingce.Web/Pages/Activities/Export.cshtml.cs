using Mingce.Core.Spreadsheets;
using Mingce.Core.Storage;
using Mingce.Rules;

namespace Mingce.Web.Pages.Activities;

/// <summary>活动台账 as .xlsx: the list as it is filtered, row by row.</summary>
[AccessRule(Resource.Activity, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db, KindCatalogue kinds, EvidenceStore store) : PageModel
{
    private static readonly Column[] Columns =
    [
        new("开始日期", 16), new("结束日期", 16), new("时间", 18), new("活动", 36), new("类型", 18), new("主办", 20), new("实施主体", 10), new("任务来源", 10), new("专项工作", 20), new("地点", 20),
        new("次数", 8), new("应到人数", 10), new("实到人数", 10), new("数量", 24), new("内容", 50), new("佐证件数", 10), new("状态", 10),
    ];

    // The fields of one kind are columns of their own; of all kinds together they would be dozens.
    private static readonly Column AllFields = new("类型项目", 40);

    public async Task<IActionResult> OnGetAsync([FromQuery] LedgerFilter filter, CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var found = filter.Apply(db.Activities.AsNoTracking(), kinds).OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id)
            .Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery();
        var fields = filter.Kind is { Length: > 0 } kind ? kinds.FieldsOf(kind).ToList() : [];
        var stream = store.NewScratchFile();
        try
        {
            using var writer = new SpreadsheetWriter(stream);
            writer.StartSheet("活动台账", [.. Columns, .. fields.Count > 0 ? fields.Select(f => new Column(f.Field.Name, f.Field.Type == FieldType.Text ? 40 : 14)) : [AllFields]]);
            await foreach (var activity in found.AsAsyncEnumerable().WithCancellation(cancellation))
                writer.AddRow([.. RowOf(activity), .. DetailsOf(activity, fields)]);
            writer.Finish();
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
        stream.Position = 0;
        return File(stream, SpreadsheetWriter.MediaType, $"{unit.DisplayName}活动台账.xlsx");
    }

    private IEnumerable<object?> DetailsOf(Activity a, List<(string Id, KindField Field)> fields) => fields.Count > 0
        ? fields.Select(f => a.Details.Find(d => d.FieldId == f.Id) is { } detail ? f.Field.Cell(detail.Value) : null)
        : [string.Join("；", a.DetailsShown(kinds).Select(d => $"{d.Field}：{d.Words}"))];

    private object?[] RowOf(Activity a) =>
    [
        a.FromOn, a.ToOn, Words.Of(a.Period), a.Title, kinds.NamesOf(a), string.Join("、", a.Hosts.OrderBy(h => h.Ordinal).Select(h => h.Name)), Words.Of(a.Actor), Words.Of(a.Source), a.Campaign, a.Place,
        a.Count, a.PlannedHeadcount, a.ActualHeadcount, string.Join("；", a.Quantities.OrderBy(q => q.Ordinal).Select(q => FigureText.WriteWithItem(q.Value))), a.Text, a.Evidence.Count, Words.Of(a.Status),
    ];
}
