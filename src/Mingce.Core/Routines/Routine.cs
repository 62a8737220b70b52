using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Intake;
using Mingce.Rules;
using Mingce.Rules.Routines;

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

    /// <summary>The first day from which it falls due; null for what is only recorded, as an old report told it.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day on which it falls due; null while it goes on.</summary>
    public DateOnly? EndsOn { get; set; }

    public int? DueMonth { get; private set; }
    public int? DueDay { get; private set; }
    public bool DueBefore { get; private set; }
    public int? Ordinal { get; private set; }

    /// <summary>旬, 1 to 3.</summary>
    public int? DueTenDays { get; private set; }

    /// <summary>Names of festivals: 春节,端午.</summary>
    public string Festivals { get; private set; } = "";

    /// <summary>责任科室: the department or group that is reminded, by name.</summary>
    public string Responsible { get; set; } = "";

    /// <summary>Words of which the title of a fitting activity has one, parted by 、; empty takes every title.</summary>
    public string Words { get; set; } = "";

    /// <summary>The preset it was made from, which names the source; empty for the unit's own rule.</summary>
    public string PresetId { get; init; } = "";

    public Recurrence Recurrence => new(Frequency, Interval, [.. Split(ByDay, ',').Select(Weekdays.Parse)], Part, Hours, Times);

    public RoutineRule Rule => new(Recurrence) { Month = DueMonth, Day = DueDay, Before = DueBefore, Ordinal = Ordinal, TenDays = DueTenDays, Festivals = Split(Festivals, ',') };

    /// <summary>What the schedule of the unit needs of it; it has to have a first day.</summary>
    public RoutinePlan ToPlan(IEnumerable<Waiver> waivers) =>
        new(Id.ToString(), Title, KindId, Split(Words, '、'), Rule, StartsOn!.Value, EndsOn, [.. waivers.Select(w => w.ToDecision())]);

    public Routine Recurring(Recurrence recurrence) => Ruled(new RoutineRule(recurrence));

    public Routine Ruled(RoutineRule rule)
    {
        var recurrence = rule.Recurrence;
        (Frequency, Interval, Times, Part, Hours) = (recurrence.Frequency, recurrence.Interval, recurrence.Times, recurrence.Part, recurrence.Hours);
        ByDay = string.Join(',', recurrence.Days.Select(Weekdays.ToCode));
        (DueMonth, DueDay, DueBefore, Ordinal, DueTenDays) = (rule.Month, rule.Day, rule.Before, rule.Ordinal, rule.TenDays);
        Festivals = string.Join(',', rule.Festivals);
        return this;
    }

    /// <summary>The routine that goes on from a day in place of this one, still to be given its rule.</summary>
    public Routine Successor(DateOnly from, DateTime enteredAt) => new()
    {
        UnitId = UnitId,
        Title = Title,
        KindId = KindId,
        Status = RoutineStatus.Active,
        Year = from.Year,
        StartsOn = from,
        EnteredAt = enteredAt,
        PresetId = PresetId,
    };

    private static string[] Split(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
