using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>任务清单 as .xlsx: the list as it is filtered, or 我为群众办实事 as it is published.</summary>
[AccessRule(Resource.WorkItem, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    /// <param name="publish">With the columns that an office publishes.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] WorkItemFilter filter, bool publish, CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var today = OfficeCalendar.Today(time);
        if (publish)
        {
            var year = Years.Shown(filter.Year, time);
            return Sheet("办实事清单", Published(unit.DepartmentWord), (await PracticalTasksModel.PublishedAsync(db, year, cancellation)).Select((i, n) => PublishedRow(i, n + 1)), $"{unit.DisplayName}{year}年我为群众办实事清单.xlsx");
        }
        var items = await WorkItemFilter.Ordered(filter.Apply(db.WorkItems.AsNoTracking(), session, today))
            .Include(i => i.Bodies).Include(i => i.Steps).AsSplitQuery().ToListAsync(cancellation);
        return Sheet("任务清单", Columns(unit.DepartmentWord), items.Select(i => Row(i, today)), $"{unit.DisplayName}任务清单（截至{Words.Of(today)}）.xlsx");
    }

    private static Column[] Columns(string word) =>
    [
        new("清单", 14), new("任务", 36), new("内容和要求", 44), new($"责任{word}", 18), new($"配合{word}", 18), new("责任人", 16), new("目标", 10), new("完成时限", 16), new("状态", 10),
        new("进度（%）", 10), new("最近进展", 40), new("办结情况", 40), new("办结日期", 16), new("发现途径", 10), new("发现日期", 16), new("整改措施", 36),
    ];

    private static object?[] Row(WorkItem i, DateOnly today) =>
    [
        Words.Of(i.List), i.Title, i.Text, Words.NamesOf(i, BodyPart.Lead), Words.NamesOf(i, BodyPart.Support), Words.NamesOf(i, BodyPart.Person), Words.TargetOf(i),
        i.DueOn is { } due ? due : "长期坚持", i.IsOverdue(today) ? "逾期" : Words.Of(i.Status), i.Percent, i.Last(WorkStepForm.Progress)?.Text,
        i.IsOpen ? null : i.Last(WorkStepForm.Closed, WorkStepForm.Rectified)?.Text, i.ClosedOn, Words.Of(i.Finding), i.FoundOn, i.Measure,
    ];

    private static Column[] Published(string word) =>
        [new("序号", 6), new("实事内容", 44), new($"责任{word}", 18), new("责任人", 16), new("完成时限", 16), new("进展情况", 44), new("完成情况", 44)];

    private static object?[] PublishedRow(WorkItem i, int number) =>
    [
        number, i.Text.Length > 0 ? $"{i.Title}\n{i.Text}" : i.Title, Words.NamesOf(i, BodyPart.Lead), Words.NamesOf(i, BodyPart.Person), i.DueOn is { } due ? due : "长期坚持",
        i.Last(WorkStepForm.Progress)?.Text, i.Status == WorkStatus.Closed ? $"已办结。{i.Last(WorkStepForm.Closed)?.Text}" : Words.Of(i.Status),
    ];

    private FileContentResult Sheet(string name, Column[] columns, IEnumerable<object?[]> rows, string fileName) =>
        File(SpreadsheetWriter.Write(name, columns, rows), SpreadsheetWriter.MediaType, fileName);
}
