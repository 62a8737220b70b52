using Mingce.Core;
using Mingce.Rules;

namespace Mingce.Web.Pages.Activities;

/// <summary>活动台账 as .xlsx: the list as it is filtered, row by row; or the evidence of its records.</summary>
[AccessRule(Resource.Activity, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db, KindCatalogue kinds) : PageModel
{
    public Task<FileStreamResult> OnGetAsync([FromQuery] LedgerFilter filter)
    {
        SheetColumn<Activity>[] columns =
        [
            new("开始日期", 16, a => a.FromOn), new("结束日期", 16, a => a.ToOn), new("时间", 18, a => Words.Of(a.Period)), new("活动", 36, a => a.Title), new("类型", 18, kinds.NamesOf),
            new("主办", 20, a => string.Join("、", a.Hosts.OrderBy(h => h.Ordinal).Select(h => h.Name))), new("实施主体", 10, a => Words.Of(a.Actor)), new("任务来源", 10, a => Words.Of(a.Source)),
            new("专项工作", 20, a => a.Campaign), new("地点", 20, a => a.Place), new("次数", 8, a => a.Count), new("应到人数", 10, a => a.PlannedHeadcount), new("实到人数", 10, a => a.ActualHeadcount),
            new("数量", 24, a => string.Join("；", a.Quantities.OrderBy(q => q.Ordinal).Select(q => FigureText.WriteWithItem(q.Value)))),
            new("内容", 50, a => a.Text), new("佐证件数", 10, a => a.Evidence.Count), new("状态", 10, a => Words.Of(a.Status)),
            .. FieldColumns(filter),
        ];
        return this.SheetAsync("活动台账", columns, Found(filter)
            .Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery().AsAsyncEnumerable());
    }

    /// <summary>佐证材料目录 of the records.</summary>
    public Task<FileStreamResult> OnGetEvidenceAsync([FromQuery] LedgerFilter filter)
    {
        SheetColumn<(Activity Activity, Evidence Evidence)>[] columns =
        [
            new("时间", 18, e => Words.Of(e.Activity.Period)), new("活动", 36, e => e.Activity.Title), new("形式", 10, e => Words.Of(e.Evidence.Form)), new("名称", 36, e => e.Evidence.Title),
            new("拍摄时间", 20, e => e.Evidence.CapturedAt), new("录入时间", 20, e => OfficeCalendar.ToLocal(e.Evidence.AddedAt)), new("文件名", 30, e => e.Evidence.FileName), new("大小（字节）", 12, e => e.Evidence.HasFile ? e.Evidence.Size : null),
            new("网址", 30, e => e.Evidence.Url), new("原件编号", 16, e => e.Evidence.OriginalNumber), new("存放处", 16, e => e.Evidence.OriginalPlace), new("保管人", 12, e => e.Evidence.OriginalKeeper), new("SHA-256", 66, e => e.Evidence.Sha256),
        ];
        return this.SheetAsync("佐证材料目录", columns, Found(filter).Include(a => a.Evidence).AsSplitQuery().AsAsyncEnumerable()
            .SelectMany(a => a.Evidence.OrderBy(e => e.AddedAt).ThenBy(e => e.Id).Select(e => (a, e))));
    }

    // The fields of one kind are columns of their own; of all kinds together they would be dozens.
    private IEnumerable<SheetColumn<Activity>> FieldColumns(LedgerFilter filter)
    {
        var fields = filter.Kind is { Length: > 0 } kind ? kinds.FieldsOf(kind).ToList() : [];
        return fields.Count > 0
            ? fields.Select(f => new SheetColumn<Activity>(f.Field.Name, f.Field.Type == FieldType.Text ? 40 : 14, a => a.Details.Find(d => d.FieldId == f.Id) is { } detail ? f.Field.Cell(detail.Value) : null))
            : [new("类型项目", 40, a => string.Join("；", a.DetailsShown(kinds).Select(d => $"{d.Field}：{d.Words}")))];
    }

    private IOrderedQueryable<Activity> Found(LedgerFilter filter) =>
        filter.Apply(db.Activities.AsNoTracking(), kinds).OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id);
}
