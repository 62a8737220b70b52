using Mingce.Rules.Routines;

namespace Mingce.Web.Infrastructure;

/// <summary>Where occurrences lead to.</summary>
internal static class OccurrenceLinks
{
    public static string Href(Occurrence occurrence) => $"/routines/{occurrence.Plan.Id}/occurrences/{occurrence.Span.Due:yyyy-MM-dd}";

    /// <summary>登记活动, with what is known filled in: a day that is passed or today.</summary>
    public static string RegistrationHref(Occurrence occurrence, DateOnly today)
    {
        var last = occurrence.DueOn < today ? occurrence.DueOn : today;
        var day = last < occurrence.Span.From ? today : last;
        return "/activities/new" + QueryString.Create(new Dictionary<string, string?>
        {
            ["kind"] = occurrence.Plan.Kind,
            ["on"] = $"{day:yyyy-MM-dd}",
            ["title"] = TitleOf(occurrence),
        });
    }

    /// <summary>What an activity for it is called: a record and a paper name their own day, which may be another one.</summary>
    public static string TitleOf(Occurrence occurrence) =>
        occurrence.Span.Label.EndsWith('日') ? occurrence.Plan.Title : occurrence.Title;
}
