using System.Globalization;
using System.Text.RegularExpressions;
using Mingce.Core.Data;

namespace Mingce.Core.WorkItems;

/// <summary>任务清单: which list of the office an item stands in.</summary>
public enum WorkList
{
    /// <summary>年度计划.</summary>
    Plan,
    /// <summary>我为群众办实事.</summary>
    Practical,
    /// <summary>问题整改.</summary>
    Rectification,
    /// <summary>会议议定事项.</summary>
    Meeting,
    /// <summary>来文.</summary>
    Paper,
    /// <summary>其他.</summary>
    Other,
}

public enum WorkStatus
{
    /// <summary>未开始.</summary>
    NotStarted,
    /// <summary>进行中.</summary>
    Running,
    /// <summary>待复查: a problem said to be put right, until another person has looked.</summary>
    Rectified,
    /// <summary>已办结.</summary>
    Closed,
    /// <summary>已撤销.</summary>
    Withdrawn,
}

/// <summary>Where a problem was found.</summary>
public enum Finding
{
    /// <summary>No problem: the item is no 问题整改.</summary>
    None,
    /// <summary>检查.</summary>
    Inspection,
    /// <summary>测评.</summary>
    Assessment,
    /// <summary>意见.</summary>
    Opinion,
    /// <summary>自查.</summary>
    SelfCheck,
}

/// <summary>任务: something to be done by somebody by a day, with its progress and how it ended.</summary>
public sealed partial class WorkItem : AuditedEntity
{
    public required string Title { get; set; }

    /// <summary>The description; of a problem, what was found.</summary>
    public string Text { get; set; } = "";
    public WorkList List { get; set; }

    /// <summary>The year in whose lists it stands.</summary>
    public int Year { get; set; }

    /// <summary>The item of the plan that it is a part of; parts have no parts.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>完成时限; null for what goes on (长期坚持).</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>目标值 in hundredths of <see cref="TargetUnit"/>; null where the target is in words.</summary>
    public long? TargetHundredths { get; private set; }
    public string TargetUnit { get; private set; } = "";

    public Finding Finding { get; set; }
    public DateOnly? FoundOn { get; set; }

    /// <summary>整改措施.</summary>
    public string Measure { get; set; } = "";

    /// <summary>The record, often of a meeting, that it comes from.</summary>
    public Guid? SourceActivityId { get; set; }

    /// <summary>The 来文 that asks for it.</summary>
    public Guid? PaperId { get; set; }

    public WorkStatus Status { get; private set; }

    /// <summary>As last reported, 0 to 100.</summary>
    public int Percent { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public required DateTime EnteredAt { get; init; }

    public List<WorkItemBody> Bodies { get; init; } = [];
    public List<WorkItemStep> Steps { get; init; } = [];
    public List<WorkItemActivity> Activities { get; init; } = [];

    /// <summary>Whether somebody still has to do something.</summary>
    public bool IsOpen => Status is WorkStatus.NotStarted or WorkStatus.Running or WorkStatus.Rectified;

    /// <summary>What waits for its re-check was done in time.</summary>
    public bool IsOverdue(DateOnly today) => Status is WorkStatus.NotStarted or WorkStatus.Running && DueOn < today;

    public IEnumerable<WorkItemBody> Of(BodyPart part) => Bodies.Where(b => b.Part == part).OrderBy(b => b.Ordinal);

    /// <summary>The last step of a form; null where there is none.</summary>
    public WorkItemStep? Last(params ReadOnlySpan<WorkStepForm> forms)
    {
        WorkItemStep? last = null;
        foreach (var step in Steps)
        {
            if (forms.Contains(step.Form) && step.Ordinal >= (last?.Ordinal ?? 0))
                last = step;
        }
        return last;
    }

    /// <summary>Whether a text is an amount with its unit: 12场, 95%.</summary>
    public static bool IsTarget(string text) => TargetText().IsMatch(text);

    /// <summary>Sets the target from its text; empties it where the text is none.</summary>
    public void SetTarget(string text)
    {
        var target = TargetText().Match(text);
        TargetHundredths = target.Success ? (long)(decimal.Parse(target.Groups["value"].Value, CultureInfo.InvariantCulture) * 100) : null;
        TargetUnit = target.Groups["unit"].Value;
    }

    [GeneratedRegex(@"^\s*(?<value>\d{1,9}(\.\d{1,2})?)\s*(?<unit>[^\d\s]{0,10})\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TargetText();

    /// <summary>Names who answers for it, in place of those named before.</summary>
    public WorkItem AssignedTo(params IEnumerable<Responsible> bodies)
    {
        var named = bodies.ToList();
        if (named.SequenceEqual(Bodies.OrderBy(b => b.Ordinal).Select(b => new Responsible(b.Part, b.Name, b.DepartmentId, b.GroupId, b.PersonId))))
            return this;
        Bodies.Clear();
        Bodies.AddRange(named.Select((b, i) => new WorkItemBody
        {
            UnitId = UnitId,
            WorkItemId = Id,
            Ordinal = i,
            Part = b.Part,
            Name = b.Name,
            DepartmentId = b.DepartmentId,
            GroupId = b.GroupId,
            PersonId = b.PersonId,
        }));
        return this;
    }

    /// <summary>进展, on a day, with how far it is where somebody says so.</summary>
    public void Report(DateOnly on, int? percent, string text, Actor by)
    {
        (Status, Percent) = (WorkStatus.Running, percent ?? Percent);
        Add(WorkStepForm.Progress, on, text, by, percent);
    }

    /// <summary>办结. A problem that was put right waits for another person to look.</summary>
    public void Close(DateOnly on, string text, Actor by)
    {
        var isProblem = List == WorkList.Rectification;
        (Status, Percent, ClosedOn) = (isProblem ? WorkStatus.Rectified : WorkStatus.Closed, 100, isProblem ? null : on);
        Add(isProblem ? WorkStepForm.Rectified : WorkStepForm.Closed, on, text, by, 100);
    }

    /// <summary>Whether an account may re-check: not the one that said it was put right.</summary>
    public bool MayBeRecheckedBy(Guid accountId) => Last(WorkStepForm.Rectified)?.AccountId != accountId;

    /// <summary>复查 of a problem.</summary>
    public void Recheck(bool passed, DateOnly on, string text, Actor by)
    {
        if (passed)
            (Status, ClosedOn) = (WorkStatus.Closed, on);
        else
            GoOn();
        Add(passed ? WorkStepForm.Passed : WorkStepForm.Returned, on, text, by);
    }

    public void Withdraw(DateOnly on, string reason, Actor by)
    {
        (Status, ClosedOn) = (WorkStatus.Withdrawn, on);
        Add(WorkStepForm.Withdrawn, on, reason, by);
    }

    /// <summary>重新办理.</summary>
    public void Reopen(DateOnly on, string reason, Actor by)
    {
        GoOn();
        Add(WorkStepForm.Reopened, on, reason, by);
    }

    private void GoOn() => (Status, Percent, ClosedOn) = (WorkStatus.Running, Last(WorkStepForm.Progress)?.Percent ?? 0, null);

    private void Add(WorkStepForm form, DateOnly on, string text, Actor by, int? percent = null) => Steps.Add(new WorkItemStep
    {
        UnitId = UnitId,
        WorkItemId = Id,
        Ordinal = Steps.Count == 0 ? 0 : Steps.Max(s => s.Ordinal) + 1,
        Form = form,
        On = on,
        Percent = percent,
        Text = text,
        By = by.Name,
        AccountId = by.AccountId,
    });

    /// <summary>Who takes a step.</summary>
    public readonly record struct Actor(string Name, Guid AccountId);
}

public enum BodyPart
{
    /// <summary>责任科室.</summary>
    Lead,
    /// <summary>配合科室.</summary>
    Support,
    /// <summary>责任人.</summary>
    Person,
}

/// <summary>责任科室、配合科室、责任人: a department, group or person, by link where it is registered, else by name only.</summary>
public sealed class WorkItemBody : UnitRow, IAudited
{
    public required Guid WorkItemId { get; init; }
    public required int Ordinal { get; init; }
    public required BodyPart Part { get; init; }
    public required string Name { get; init; }
    public Guid? DepartmentId { get; init; }
    public Guid? GroupId { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>What it is linked to; null for a name alone.</summary>
    public Guid? LinkedId => DepartmentId ?? GroupId ?? PersonId;
    public Guid AuditSubjectId => WorkItemId;
}

public enum WorkStepForm
{
    /// <summary>进展.</summary>
    Progress,
    /// <summary>办结.</summary>
    Closed,
    /// <summary>整改完成.</summary>
    Rectified,
    /// <summary>复查通过.</summary>
    Passed,
    /// <summary>复查退回.</summary>
    Returned,
    /// <summary>撤销.</summary>
    Withdrawn,
    /// <summary>重新办理.</summary>
    Reopened,
}

/// <summary>办理过程: one thing that happened to an item. Steps are added, never changed.</summary>
public sealed class WorkItemStep : UnitRow, IAudited
{
    public required Guid WorkItemId { get; init; }
    public required int Ordinal { get; init; }
    public required WorkStepForm Form { get; init; }
    public required DateOnly On { get; init; }
    public int? Percent { get; init; }
    public string Text { get; init; } = "";
    public required string By { get; init; }
    public required Guid AccountId { get; init; }
    public Guid AuditSubjectId => WorkItemId;
}

/// <summary>A record that shows that an item was done.</summary>
public sealed class WorkItemActivity : UnitRow, IAudited
{
    public required Guid WorkItemId { get; init; }
    public required Guid ActivityId { get; init; }
    public Guid AuditSubjectId => WorkItemId;
}
