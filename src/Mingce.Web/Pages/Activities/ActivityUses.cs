using Mingce.Core;
using Mingce.Core.Reporting;
using Mingce.Core.Routines;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Activities;

/// <summary>用在哪里: what one entered record is good for. A part that the session may not see is null.</summary>
internal sealed record ActivityUses(
    int Year, string SchemeTitle, IReadOnlyList<CalendarEntry>? Fulfils, IReadOnlyList<StandardUse>? Standards, IReadOnlyList<FigureUse>? Figures)
{
    public bool IsEmpty => Fulfils is not { Count: > 0 } && Standards is not { Count: > 0 } && Figures is not { Count: > 0 };
}

/// <summary>A standard that a record counts for, or is only listed under.</summary>
internal sealed record StandardUse(string Id, string Name, bool Counts);

/// <summary>A figure of the work report that a record is behind, by its number there, in the words around it.</summary>
internal sealed record FigureUse(int Number, string Text, int Records);

/// <summary>Computes 用在哪里; nothing of it is stored.</summary>
internal sealed class ActivityUsesReader(LedgerDb db, Session session, Scheme scheme, WorkCalendar calendar, TimeProvider time)
{
    private const string ClauseEnds = "。；，：\n";
    private const int LongestClause = 40;

    /// <summary>Null for a record that counts nowhere.</summary>
    public async Task<ActivityUses?> ReadAsync(Activity activity, CancellationToken cancellation)
    {
        if (activity.Status != ActivityStatus.Entered)
            return null;
        return new ActivityUses(
            activity.ToOn.Year,
            scheme.Title,
            session.May(Resource.Routine, AccessAction.View) ? await calendar.FulfilledByAsync(activity, OfficeCalendar.Today(time), cancellation) : null,
            session.May(Resource.Scorecard, AccessAction.View) ? await ReadStandardsAsync(activity, cancellation) : null,
            session.May(Resource.WorkReport, AccessAction.View) ? await ReadFiguresAsync(activity, cancellation) : null);
    }

    private async Task<IReadOnlyList<StandardUse>> ReadStandardsAsync(Activity activity, CancellationToken cancellation)
    {
        var id = activity.Id.ToString();
        var scorecard = await db.ScoreYearAsync(scheme, activity.ToOn.Year, time, cancellation);
        return [.. scorecard.Standards
            .Where(s => s.Counted.Contains(id) || s.Claimed.Contains(id))
            .Select(s => new StandardUse(s.Id, s.Name, s.Counted.Contains(id)))];
    }

    // An activity belongs to the report of the year it begins in.
    private async Task<IReadOnlyList<FigureUse>> ReadFiguresAsync(Activity activity, CancellationToken cancellation)
    {
        var today = OfficeCalendar.Today(time);
        var figures = await db.CachedAsync(
            $"figures {activity.FromOn.Year} {today:O}",
            async () =>
            {
                var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
                var report = await new WorkReports(db).ComposeAsync(unit, activity.FromOn.Year, today, cancellation);
                return report.Figures.Select(figure => (Words: WordsAround(figure, report.Text), figure.Records)).ToList();
            },
            found => 100 * found.Sum(f => 10 + f.Records.Count));
        return [.. figures.Index().Where(f => f.Item.Records.Contains(activity.Id)).Select(f => new FigureUse(f.Index + 1, f.Item.Words, f.Item.Records.Count))];
    }

    // A bare “1次” says nothing: the clause that it stands in does.
    private static string WordsAround(ReportFigure figure, string text)
    {
        var from = text.AsSpan(0, figure.Start).LastIndexOfAny(ClauseEnds) + 1;
        var to = text.AsSpan(figure.End).IndexOfAny(ClauseEnds);
        var clause = text[from..(to < 0 ? text.Length : figure.End + to)].Trim();
        return clause.Length <= LongestClause ? clause : figure.Text;
    }
}
