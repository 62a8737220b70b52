using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Intake;
using Mingce.Rules;

namespace Mingce.Core.Routines;

public enum RoutineStatus
{
    /// <summary>草稿: read from a report, not yet confirmed.</summary>
    Draft,
    /// <summary>执行中.</summary>
    Active,
    /// <summary>已替换.</summary>
    Superseded,
}

/// <summary>常态化安排: a thing the office does regularly (每周四下午集中学习).</summary>
public sealed class Routine : AuditedEntity, IReadFromReport
{
    public required string Title { get; set; }
    public required string KindId { get; set; }
    public RoutineStatus Status { get; set; } = RoutineStatus.Draft;
    public string Text { get; set; } = "";
    public string Place { get; set; } = "";

    /// <summary>The year it was read from or set up in.</summary>
    public required int Year { get; init; }

    public Frequency Frequency { get; private set; }
    public int Interval { get; private set; } = 1;
    public int Times { get; private set; } = 1;

    /// <summary>Days of the week as in iCalendar: TU,FR.</summary>
    public string ByDay { get; private set; } = "";
    public DayPart Part { get; private set; }
    public int? Hours { get; private set; }

    public EntryMark Mark { get; set; }
    public required DateTime EnteredAt { get; init; }
    public Guid? IntakeId { get; init; }
    public string Fingerprint { get; init; } = "";
    public Guid? ResemblesId { get; set; }

    public Recurrence Recurrence => new(Frequency, Interval, [.. ByDay.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Weekdays.Parse)], Part, Hours, Times);

    public Routine Recurring(Recurrence recurrence)
    {
        (Frequency, Interval, Times, Part, Hours) = (recurrence.Frequency, recurrence.Interval, recurrence.Times, recurrence.Part, recurrence.Hours);
        ByDay = string.Join(',', recurrence.Days.Select(Weekdays.ToCode));
        return this;
    }
}
