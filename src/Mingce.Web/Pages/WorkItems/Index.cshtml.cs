using Mingce.Core;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>任务清单 and 我的任务.</summary>
[AccessRule(Resource.WorkItem, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    public const int PageSize = 25;

    public WorkItemFilter Filter { get; private set; } = new();
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public string Word { get; private set; } = "";
    public int Count { get; private set; }
    public IReadOnlyList<WorkItem> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Parents { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<SelectListItem> BodyItems { get; private set; } = [];
    public IReadOnlyList<SelectListItem> PersonItems { get; private set; } = [];

    public IEnumerable<SelectListItem> ListItems =>
        [new("全部清单", ""), .. Enum.GetValues<WorkList>().Select(l => new SelectListItem(Words.Of(l), l.ToString(), l == Filter.List))];

    public IEnumerable<SelectListItem> StatusItems =>
        new (string Value, string Text)[] { ("", "全部"), ("open", "未办结"), ("overdue", "逾期"), ("soon", $"{WorkItemFilter.SoonDays}天内到期"), ("check", "待复查"), ("closed", "已办结"), ("withdrawn", "已撤销") }
            .Select(s => new SelectListItem(s.Text, s.Value, s.Value == (Filter.Status ?? "")));

    public async Task OnGetAsync([FromQuery] WorkItemFilter filter, CancellationToken cancellation)
    {
        Filter = filter;
        Word = await db.DepartmentWordAsync(cancellation);
        await ReadChoicesAsync(cancellation);
        var found = filter.Apply(db.WorkItems.AsNoTracking(), session, Today);
        Count = await found.CountAsync(cancellation);
        filter.P = ListQuery.PageNumber(filter.P, Count, PageSize);
        Rows = await WorkItemFilter.Ordered(found).Page(filter.P.Value, PageSize).Include(i => i.Bodies).ToListAsync(cancellation);
        var parents = Rows.Select(r => r.ParentId).OfType<Guid>().Distinct().ToList();
        if (parents.Count > 0)
            Parents = await db.WorkItems.AsNoTracking().Where(i => parents.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Title, cancellation);
    }

    public async Task<IActionResult> OnGetSheetAsync([FromQuery] WorkItemFilter filter, CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        SheetColumn<WorkItem>[] columns =
        [
            new("清单", 14, i => Words.Of(i.List)), new("任务", 36, i => i.Title), new("内容和要求", 44, i => i.Text), new($"责任{Word}", 18, i => Words.NamesOf(i, BodyPart.Lead)), new($"配合{Word}", 18, i => Words.NamesOf(i, BodyPart.Support)),
            new("责任人", 16, i => Words.NamesOf(i, BodyPart.Person)), new("目标", 10, Words.TargetOf), new("完成时限", 16, i => i.DueOn is { } due ? due : Words.DueOf(null)), new("状态", 10, i => i.IsOverdue(Today) ? "逾期" : Words.Of(i.Status)),
            new("进度（%）", 10, i => i.Percent), new("最近进展", 40, i => i.Last(WorkStepForm.Progress)?.Text), new("办结情况", 40, i => i.IsOpen ? null : i.Last(WorkStepForm.Closed, WorkStepForm.Rectified)?.Text), new("办结日期", 16, i => i.ClosedOn),
            new("发现途径", 10, i => Words.Of(i.Finding)), new("发现日期", 16, i => i.FoundOn), new("整改措施", 36, i => i.Measure),
        ];
        return await this.SheetAsync($"任务清单（截至{Words.Of(Today)}）", columns, WorkItemFilter.Ordered(filter.Apply(db.WorkItems.AsNoTracking(), session, Today)).Include(i => i.Bodies).Include(i => i.Steps).AsSplitQuery().AsAsyncEnumerable());
    }

    private async Task ReadChoicesAsync(CancellationToken cancellation)
    {
        var choices = await Responsibles.ReadAsync(db, Today, cancellation);
        BodyItems = [new("全部", ""), .. choices.Departments.Select(d => (d.Id, d.Name)).Concat(choices.Groups.Select(g => (g.Id, g.Name))).Select(b => new SelectListItem(b.Name, b.Id.ToString(), b.Id == Filter.Body))];
        PersonItems = [new("全部", ""), .. choices.People.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == Filter.Person))];
    }
}
