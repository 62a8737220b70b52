using Mingce.Core.Data;
using Mingce.Rules.Routines;

namespace Mingce.Core.Routines;

public enum WaiverForm
{
    /// <summary>本期不开展.</summary>
    NotHeld,
    /// <summary>延期.</summary>
    Postponed,
    /// <summary>合并开展.</summary>
    Merged,
}

/// <summary>What a person decided about one occurrence of a routine, with the reason.</summary>
public sealed class Waiver : AuditedEntity, IAudited
{
    public required Guid RoutineId { get; init; }

    /// <summary>The day on which the rule asks for the occurrence.</summary>
    public required DateOnly OccurrenceOn { get; init; }

    public WaiverForm Form { get; private set; }
    public string Reason { get; private set; } = "";

    public DateOnly? PostponedToOn { get; private set; }

    /// <summary>The activity that it was merged into; else another occurrence.</summary>
    public Guid? ActivityId { get; private set; }
    public Guid? OtherRoutineId { get; private set; }
    public DateOnly? OtherOccurrenceOn { get; private set; }

    // A decision about an occurrence belongs to the history of its routine.
    Guid IAudited.AuditSubjectId => RoutineId;

    public void DeclareNotHeld(string reason) => Decide(WaiverForm.NotHeld, reason);

    public void Postpone(DateOnly to, string reason)
    {
        Decide(WaiverForm.Postponed, reason);
        PostponedToOn = to;
    }

    public void MergeInto(Guid activityId, string reason)
    {
        Decide(WaiverForm.Merged, reason);
        ActivityId = activityId;
    }

    public void MergeWith(Guid routineId, DateOnly occurrenceOn, string reason)
    {
        Decide(WaiverForm.Merged, reason);
        (OtherRoutineId, OtherOccurrenceOn) = (routineId, occurrenceOn);
    }

    internal Decision ToDecision() => Form switch
    {
        WaiverForm.NotHeld => new NotHeld(OccurrenceOn),
        WaiverForm.Postponed => new Postponed(OccurrenceOn, PostponedToOn!.Value),
        WaiverForm.Merged => ActivityId is { } activity
            ? new MergedIntoDeed(OccurrenceOn, activity.ToString())
            : new MergedWith(OccurrenceOn, OtherRoutineId!.Value.ToString(), OtherOccurrenceOn!.Value),
        _ => throw new InvalidOperationException($"Not a form of a waiver: {Form}"),
    };

    private void Decide(WaiverForm form, string reason)
    {
        (Form, Reason) = (form, reason);
        (PostponedToOn, ActivityId, OtherRoutineId, OtherOccurrenceOn) = (null, null, null, null);
    }
}
