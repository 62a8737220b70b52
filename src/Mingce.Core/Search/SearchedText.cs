using Mingce.Core.Activities;

namespace Mingce.Core.Search;

/// <summary>The one place that says what of a record is searched.</summary>
internal static class SearchedText
{
    /// <summary>Whether the record is shown at all; drafts and replaced ones are not found.</summary>
    public static bool IsShown(Activity activity) => activity.Status == ActivityStatus.Entered;

    /// <summary>Entries of an activity, whose hosts and details are loaded; texts of files are read in the background.</summary>
    public static IEnumerable<SearchEntry> Of(Activity activity, IEnumerable<Evidence> evidence)
    {
        yield return New(activity, Noun.Activity, activity.Id,
            [activity.Title, activity.Place, activity.Campaign, .. activity.Hosts.OrderBy(h => h.Ordinal).Select(h => h.Name), activity.Text, .. activity.Details.Select(d => d.Value)]);
        foreach (var e in evidence)
        {
            yield return New(activity, Noun.Evidence, e.Id, [e.Title, e.Caption, e.FileName, e.OriginalNumber, e.OriginalPlace, e.OriginalKeeper]);
        }
    }

    public static SearchEntry OfFile(Activity activity, Guid evidenceId, string text) => New(activity, Noun.Document, evidenceId, [text]);

    /// <summary>Whether the file may hold text: photos do not.</summary>
    public static bool MayHoldText(Evidence evidence) => evidence is { HasFile: true, Form: Rules.EvidenceForm.Document };

    private static SearchEntry New(Activity activity, Noun noun, Guid subject, IEnumerable<string> fields) => new()
    {
        UnitId = activity.UnitId,
        Noun = noun,
        SubjectId = subject,
        OwnerId = activity.Id,
        On = activity.ToOn,
        Text = Folding.Join(fields),
    };
}
