using Mingce.Core;
using Mingce.Core.WorkItems;
using Mingce.Web.Pages.WorkItems;

namespace Mingce.Web.Infrastructure;

/// <summary>任务 on the workbench: overdue and due soon, of the own person, department and duties; for those who give out tasks, of the unit.</summary>
internal sealed class WorkAgenda(LedgerDb db, Session session, TimeProvider time)
{
    public const int MostShown = 6;

    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public bool IsOfUnit { get; } = session.May(Resource.WorkItem, AccessAction.Edit);
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];
    public int Count { get; private set; }

    /// <summary>Who stands in for this account today, by name with the last day.</summary>
    public IReadOnlyList<(string Name, DateOnly ToOn)> Deputies { get; private set; } = [];

    public async Task ReadAsync(CancellationToken cancellation)
    {
        var me = session.Me.Id;
        var deputies = await db.StandIns.Where(s => s.HolderId == me && s.RevokedAt == null && s.FromOn <= Today && s.ToOn >= Today)
            .Join(db.Accounts, s => s.DeputyId, a => a.Id, (s, a) => new { s.ToOn, Account = a }).ToListAsync(cancellation);
        Deputies = [.. deputies.Select(d => (d.Account.Label, d.ToOn))];
        if (!session.May(Resource.WorkItem, AccessAction.View))
            return;
        var soon = Today.AddDays(WorkItemFilter.SoonDays);
        var found = WorkItemFilter.Open(db.WorkItems.AsNoTracking()).Where(i => i.DueOn <= soon);
        if (!IsOfUnit)
        {
            Guid[] people = [.. session.Me.PersonIds];
            var departments = await db.People.Where(p => people.Contains(p.Id) && p.DepartmentId != null).Select(p => p.DepartmentId!.Value).Distinct().ToListAsync(cancellation);
            found = found.Where(i => i.Bodies.Any(b => (b.PersonId != null && people.Contains(b.PersonId.Value)) || (b.Part == BodyPart.Lead && b.DepartmentId != null && departments.Contains(b.DepartmentId.Value))));
        }
        Count = await found.CountAsync(cancellation);
        Items = await found.OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(MostShown).Include(i => i.Bodies).ToListAsync(cancellation);
    }

    /// <summary>What an activity shows to be done.</summary>
    public async Task<IReadOnlyList<WorkItem>> OfActivityAsync(Guid activityId, CancellationToken cancellation) =>
        await db.WorkItems.AsNoTracking().Where(i => i.Activities.Any(a => a.ActivityId == activityId)).OrderBy(i => i.Id).ToListAsync(cancellation);
}
