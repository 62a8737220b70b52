using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Papers;
using Mingce.Core.WorkItems;

namespace Mingce.Core.Search;

/// <summary>The one place that says what of a record is searched; a new noun adds an arm to each switch.</summary>
internal static class SearchedText
{
    /// <summary>Whether rows of its kind are found by themselves.</summary>
    public static bool IsRecord(object row) => row is Activity or WorkItem or FiledEntity;

    /// <summary>Whether the record is shown at all: drafts, replaced and deleted ones are not found.</summary>
    public static bool IsShown(AuditedEntity record) => record switch
    {
        Activity a => a.Status == ActivityStatus.Entered,
        FiledEntity p => p.RemovedAt is null,
        _ => true,
    };

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
        FiledEntity p => [p.Id],
        _ => [],
    };

    /// <summary>Entries of a record, whose parts are loaded; texts of files are read in the background.</summary>
    public static IEnumerable<SearchEntry> Of(AuditedEntity record, IEnumerable<Evidence> evidence) => record switch
    {
        Activity a =>
        [
            New(a, Noun.Activity, a.Id,
                [a.Title, a.Place, a.Campaign, .. a.Hosts.OrderBy(h => h.Ordinal).Select(h => h.Name), a.Text, .. a.Details.Select(d => d.Value)]),
            .. evidence.Select(e => New(a, Noun.Evidence, e.Id, [e.Title, e.Caption, e.FileName, e.OriginalNumber, e.OriginalPlace, e.OriginalKeeper])),
        ],
        WorkItem w =>
        [
            New(w, Noun.WorkItem, w.Id,
                [w.Title, w.Text, w.Measure, .. w.Bodies.OrderBy(b => b.Ordinal).Select(b => b.Name), .. w.Steps.OrderBy(s => s.Ordinal).Select(s => s.Text)]),
        ],
        IncomingPaper p => [New(p, Noun.IncomingPaper, p.Id, [p.Title, p.Number, p.Issuer, p.Remark, p.FileName, p.OriginalPlace, p.OriginalKeeper])],
        Return r => [New(r, Noun.Return, r.Id, [r.Title, r.Recipient, r.Edition, r.Receipt, r.SentBy, r.FileName])],
        _ => [],
    };

    /// <summary>Files of a record that may hold text: photos do not.</summary>
    public static IEnumerable<(Noun Noun, Guid SubjectId)> FilesOf(AuditedEntity record, IEnumerable<Evidence> evidence) => record switch
    {
        Activity => evidence.Where(e => e is { HasFile: true, Form: Rules.EvidenceForm.Document }).Select(e => (Noun.Document, e.Id)),
        FiledEntity { HasFile: true } p when !p.MediaType.StartsWith("image/", StringComparison.Ordinal) => [(p is Return ? Noun.ReturnDocument : Noun.IncomingDocument, p.Id)],
        _ => [],
    };

    public static SearchEntry OfFile(AuditedEntity record, Noun noun, Guid subjectId, string text) => New(record, noun, subjectId, [text]);

    /// <summary>The day by which it is ordered.</summary>
    public static DateOnly DayOf(AuditedEntity record) => record switch
    {
        Activity a => a.ToOn,
        WorkItem w => w.DueOn ?? new DateOnly(w.Year, 12, 31),
        IncomingPaper p => p.ReceivedOn,
        Return r => r.SentOn,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType().Name, "Not a record that is searched"),
    };

    private static SearchEntry New(AuditedEntity owner, Noun noun, Guid subject, IEnumerable<string> fields) => new()
    {
        UnitId = owner.UnitId,
        Noun = noun,
        SubjectId = subject,
        OwnerId = owner.Id,
        On = DayOf(owner),
        Text = Folding.Join(fields),
    };
}
