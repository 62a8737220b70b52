using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.WorkItems;

namespace Mingce.Core.Search;

/// <summary>The one place that says what of a record is searched; a new noun adds an arm to each switch.</summary>
internal static class SearchedText
{
    /// <summary>Whether the record is shown at all: drafts, replaced and deleted ones are not found.</summary>
    public static bool IsShown(AuditedEntity record) => record is not Activity a || a.Status == ActivityStatus.Entered;

    /// <summary>Parts of the record that hold searched text.</summary>
    public static IReadOnlyList<string> PartsOf(AuditedEntity record) => record switch
    {
        Activity => [nameof(Activity.Hosts), nameof(Activity.Details), nameof(Activity.Evidence)],
        WorkItem => [nameof(WorkItem.Bodies), nameof(WorkItem.Steps)],
        _ => [],
    };

    /// <summary>The records to which a changed row belongs.</summary>
    /// <param name="row">The row as it is.</param>
    /// <param name="formerOwner">Of evidence, the record that it was moved from.</param>
    public static IEnumerable<Guid> OwnersOf(object row, Func<Guid> formerOwner) => row switch
    {
        Activity a => [a.Id],
        ActivityHost h => [h.ActivityId],
        ActivityDetail d => [d.ActivityId],
        Evidence e => [e.ActivityId, formerOwner()],
        WorkItem w => [w.Id],
        WorkItemBody b => [b.WorkItemId],
        WorkItemStep s => [s.WorkItemId],
        _ => [],
    };

    /// <summary>Entries of a record, whose parts are loaded; texts of files are read in the background.</summary>
    public static IEnumerable<SearchEntry> Of(AuditedEntity record, IEnumerable<Evidence> evidence) => record switch
    {
        Activity a =>
        [
            New(a, a.ToOn, Noun.Activity, a.Id,
                [a.Title, a.Place, a.Campaign, .. a.Hosts.OrderBy(h => h.Ordinal).Select(h => h.Name), a.Text, .. a.Details.Select(d => d.Value)]),
            .. evidence.Select(e => New(a, a.ToOn, Noun.Evidence, e.Id, [e.Title, e.Caption, e.FileName, e.OriginalNumber, e.OriginalPlace, e.OriginalKeeper])),
        ],
        WorkItem w =>
        [
            New(w, w.DueOn ?? new DateOnly(w.Year, 12, 31), Noun.WorkItem, w.Id,
                [w.Title, w.Text, w.Measure, .. w.Bodies.OrderBy(b => b.Ordinal).Select(b => b.Name), .. w.Steps.OrderBy(s => s.Ordinal).Select(s => s.Text)]),
        ],
        _ => [],
    };

    public static SearchEntry OfFile(Activity activity, Guid evidenceId, string text) => New(activity, activity.ToOn, Noun.Document, evidenceId, [text]);

    /// <summary>Whether the file may hold text: photos do not.</summary>
    public static bool MayHoldText(Evidence evidence) => evidence is { HasFile: true, Form: Rules.EvidenceForm.Document };

    private static SearchEntry New(AuditedEntity owner, DateOnly on, Noun noun, Guid subject, IEnumerable<string> fields) => new()
    {
        UnitId = owner.UnitId,
        Noun = noun,
        SubjectId = subject,
        OwnerId = owner.Id,
        On = on,
        Text = Folding.Join(fields),
    };
}
