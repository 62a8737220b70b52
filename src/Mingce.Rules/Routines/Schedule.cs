namespace Mingce.Rules.Routines;

/// <summary>Something that was done, as far as a schedule needs to know it.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Period">When, as exactly as is known.</param>
/// <param name="Kinds">Its kinds.</param>
/// <param name="IsSummary">A total without dates, which fulfils nothing.</param>
public sealed record Deed(string Id, string Title, Period Period, IReadOnlyList<string> Kinds, bool IsSummary);

/// <summary>What a person decided about one occurrence.</summary>
/// <param name="Day">The <see cref="DueSpan.Due"/> of the occurrence.</param>
public abstract record Decision(DateOnly Day);

/// <summary>本期不开展.</summary>
/// <param name="Day">The occurrence.</param>
public sealed record NotHeld(DateOnly Day) : Decision(Day);

/// <summary>延期.</summary>
/// <param name="Day">The occurrence.</param>
/// <param name="To">The new last day.</param>
public sealed record Postponed(DateOnly Day, DateOnly To) : Decision(Day);

/// <summary>合并开展 with something that was done.</summary>
/// <param name="Day">The occurrence.</param>
/// <param name="DeedId">The record.</param>
public sealed record MergedIntoDeed(DateOnly Day, string DeedId) : Decision(Day);

/// <summary>合并开展 with another occurrence: it is done when the other one is.</summary>
/// <param name="Day">The occurrence.</param>
/// <param name="PlanId">The routine of the other one.</param>
/// <param name="OtherDay">The other one.</param>
public sealed record MergedWith(DateOnly Day, string PlanId, DateOnly OtherDay) : Decision(Day);

/// <summary>A routine as far as a schedule needs to know it.</summary>
/// <param name="Id">The routine's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">The kind of activity that fulfils it.</param>
/// <param name="Words">Words of which the activity's title has one, where other things are of the same kind; none takes every title.</param>
/// <param name="Rule">When it falls due.</param>
/// <param name="StartsOn">What is due earlier is not asked for.</param>
/// <param name="EndsOn">What is due later is not asked for; null for no end.</param>
/// <param name="Decisions">At most one for each occurrence.</param>
public sealed record RoutinePlan(
    string Id, string Title, string Kind, IReadOnlyList<string> Words, RoutineRule Rule, DateOnly StartsOn, DateOnly? EndsOn, IReadOnlyList<Decision> Decisions);

/// <summary>How an occurrence stands.</summary>
public enum OccurrenceState
{
    /// <summary>已办.</summary>
    Done,
    /// <summary>应办: neither done nor late.</summary>
    Due,
    /// <summary>逾期.</summary>
    Overdue,
    /// <summary>本期不开展, or never held and long past.</summary>
    NotHeld,
    /// <summary>已延期: the new day has not passed.</summary>
    Postponed,
}

/// <summary>应办: one time that a routine falls due, and what came of it.</summary>
/// <param name="Plan">The routine.</param>
/// <param name="Span">What the rule asks.</param>
/// <param name="DueOn">The last day as it stands now, put off where a person did so.</param>
/// <param name="State">How it stands.</param>
/// <param name="Deeds">Ids of what fulfils it, or a part of it.</param>
/// <param name="HeldOn">The day of the last of them; null where there is none.</param>
/// <param name="Decision">What a person decided; null for nothing.</param>
public sealed record Occurrence(
    RoutinePlan Plan, DueSpan Span, DateOnly DueOn, OccurrenceState State, IReadOnlyList<string> Deeds, DateOnly? HeldOn, Decision? Decision)
{
    /// <summary>11月主题党日, 道德讲堂（第四季度）.</summary>
    public string Title => Plan.Rule is { Festivals.Count: 0, Recurrence: { Frequency: Frequency.Monthly, Interval: 1 } }
        ? Span.Label + Plan.Title
        : $"{Plan.Title}（{Span.Label}）";

    /// <summary>How many activities it asks for, 1 or more.</summary>
    public int Needed => Plan.Rule.Recurrence.Times;

    /// <summary>Whether something is still to be done for it.</summary>
    public bool IsOpen => State is OccurrenceState.Due or OccurrenceState.Overdue or OccurrenceState.Postponed;
}

/// <summary>The occurrences of several routines that fall due, or were put off, into a stretch of days.</summary>
public sealed class Schedule
{
    /// <summary>An occurrence of an earlier year is counted as overdue for this many days; one of this year until the year ends.</summary>
    public const int OverdueDaysOfLastYear = 31;

    // Neighbours are looked at too, so that one deed is not counted twice wherever a page begins.
    private const int Neighbourhood = 92;

    private readonly DateOnly from;
    private readonly DateOnly to;
    private readonly List<(RoutinePlan Plan, List<DueSpan> Spans)> plans;

    /// <param name="plans">The routines.</param>
    /// <param name="days">Working days.</param>
    /// <param name="from">First day, in the years 2 to 9997.</param>
    /// <param name="to">Last day, not before the first.</param>
    public Schedule(IReadOnlyList<RoutinePlan> plans, OfficeDays days, DateOnly from, DateOnly to)
    {
        (this.from, this.to) = (from, to);
        var (first, last) = (from.AddDays(-Neighbourhood), to.AddDays(Neighbourhood));
        DateOnly[] elsewhere = [.. plans.SelectMany(plan => plan.Decisions).SelectMany(decision => ConcernedDays(decision, first, last))];
        (first, last) = (elsewhere.Append(first).Min(), elsewhere.Append(last).Max());
        this.plans = [.. plans.Select(plan => (plan, DueSpans.Of(plan.Rule, plan.StartsOn, first, last, days)
            .Where(span => plan.StartsOn <= span.Due && (plan.EndsOn is not { } end || span.Due <= end)).ToList()))];
        First = this.plans.SelectMany(plan => plan.Spans).Select(span => span.First).Append(first).Min();
        Last = this.plans.SelectMany(plan => plan.Spans).Select(span => span.Last).Append(last).Max();
    }

    /// <summary>The first day on which something may have been done that counts here.</summary>
    public DateOnly First { get; }

    /// <summary>The last such day.</summary>
    public DateOnly Last { get; }

    /// <summary>How everything stands, by the day on which it is due. Each deed counts once within a routine.</summary>
    /// <param name="deeds">What was done from <see cref="First"/> to <see cref="Last"/>, and what decisions name.</param>
    /// <param name="today">The day of the office.</param>
    public IReadOnlyList<Occurrence> Evaluate(IReadOnlyList<Deed> deeds, DateOnly today)
    {
        var byId = deeds.ToDictionary(deed => deed.Id);
        List<Occurrence> all = [.. plans.SelectMany(plan => Evaluate(plan.Plan, plan.Spans, deeds, byId, today))];
        var byDay = all.ToDictionary(occurrence => (occurrence.Plan.Id, occurrence.Span.Due));
        return [.. all
            .Select(occurrence => occurrence.Decision is MergedWith merged ? Follow(occurrence, byDay.GetValueOrDefault((merged.PlanId, merged.OtherDay))) : occurrence)
            .Where(occurrence => IsWithin(occurrence.Span.Due) || IsWithin(occurrence.DueOn))
            .OrderBy(occurrence => occurrence.DueOn).ThenBy(occurrence => occurrence.Title, StringComparer.Ordinal)];

        bool IsWithin(DateOnly day) => from <= day && day <= to;
    }

    private static IEnumerable<DateOnly> ConcernedDays(Decision decision, DateOnly first, DateOnly last) => decision switch
    {
        Postponed put when first <= put.To && put.To <= last => [put.Day],
        MergedWith merged when first <= merged.Day && merged.Day <= last => [merged.OtherDay],
        _ => [],
    };

    private static IEnumerable<Occurrence> Evaluate(
        RoutinePlan plan, List<DueSpan> spans, IReadOnlyList<Deed> deeds, Dictionary<string, Deed> byId, DateOnly today)
    {
        var decisions = plan.Decisions.ToDictionary(decision => decision.Day);
        List<Slot> slots = [.. spans.Select(span => new Slot(span, decisions.GetValueOrDefault(span.Due)))];
        foreach (var slot in slots.Where(slot => slot.Decision is MergedIntoDeed))
        {
            if (byId.TryGetValue(((MergedIntoDeed)slot.Decision!).DeedId, out var deed))
                slot.Deeds.Add(deed);
        }
        Slot[] open = [.. slots.Where(slot => slot.Decision is null or Routines.Postponed).OrderBy(slot => slot.DueOn)];
        Deed[] fitting = [.. deeds.Where(deed => Fits(plan, deed)).OrderBy(deed => deed.Period.From).ThenBy(deed => deed.Id, StringComparer.Ordinal)];
        HashSet<string> taken = [];
        // First what was held as asked, then what was held elsewhere in the step; of several the one that is due first.
        foreach (var isWithin in (Func<Slot, Deed, bool>[])[(slot, deed) => slot.Asks(deed), (slot, deed) => slot.Takes(deed)])
        {
            foreach (var deed in fitting.Where(deed => !taken.Contains(deed.Id)))
            {
                if (Array.Find(open, slot => slot.Deeds.Count < plan.Rule.Recurrence.Times && isWithin(slot, deed)) is { } slot)
                {
                    slot.Deeds.Add(deed);
                    taken.Add(deed.Id);
                }
            }
        }
        return slots.Select(slot => new Occurrence(
            plan,
            slot.Span,
            slot.DueOn,
            StateOf(slot, plan.Rule.Recurrence.Times, today),
            [.. slot.Deeds.Select(deed => deed.Id)],
            slot.Deeds.Count == 0 ? null : slot.Deeds.Max(deed => deed.Period.To),
            slot.Decision));
    }

    private static bool Fits(RoutinePlan plan, Deed deed) =>
        !deed.IsSummary && deed.Period.Precision != PeriodPrecision.Year && deed.Kinds.Contains(plan.Kind)
        && (plan.Words.Count == 0 || plan.Words.Any(word => deed.Title.Contains(word, StringComparison.Ordinal)));

    private static OccurrenceState StateOf(Slot slot, int needed, DateOnly today) => slot.Decision switch
    {
        NotHeld => OccurrenceState.NotHeld,
        MergedIntoDeed when slot.Deeds.Count > 0 => OccurrenceState.Done,
        _ when slot.Deeds.Count >= needed => OccurrenceState.Done,
        _ when slot.DueOn >= today => slot.Decision is Postponed ? OccurrenceState.Postponed : OccurrenceState.Due,
        _ => slot.DueOn.Year == today.Year || slot.DueOn.AddDays(OverdueDaysOfLastYear) >= today ? OccurrenceState.Overdue : OccurrenceState.NotHeld,
    };

    private static Occurrence Follow(Occurrence occurrence, Occurrence? other) => other is null or { Decision: MergedWith }
        ? occurrence
        : occurrence with { DueOn = other.DueOn, State = other.State, Deeds = other.Deeds, HeldOn = other.HeldOn };

    private sealed class Slot(DueSpan span, Decision? decision)
    {
        public DueSpan Span => span;
        public Decision? Decision => decision;
        public DateOnly DueOn { get; } = decision is Postponed put && put.To > span.Due ? put.To : span.Due;
        public List<Deed> Deeds { get; } = [];

        public bool Asks(Deed deed) => IsWithin(deed.Period, span.From, DueOn);

        public bool Takes(Deed deed) => IsWithin(deed.Period, span.First, DueOn > span.Last ? DueOn : span.Last);

        // Of days that are known one is enough; what is known by the month lies within as a whole.
        private static bool IsWithin(Period period, DateOnly first, DateOnly last) => period.Precision == PeriodPrecision.Day
            ? period.From <= last && period.To >= first
            : period.From >= first && period.To <= last;
    }
}
