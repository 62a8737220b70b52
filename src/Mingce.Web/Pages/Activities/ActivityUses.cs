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

/// <summary>A figure of the work report that a record is behind, by its number there.</summary>
internal sealed record FigureUse(int Number, string Text, int Records);

/// <summary>Computes 用在哪里; nothing of it is stored.</summary>
internal sealed class ActivityUsesReader(LedgerDb db, Session session, Scheme scheme, WorkCalendar calendar, TimeProvider time)
{
    /// <summary>Null for a record that counts nowhere.</summary>
    public async Task<ActivityUses?> ReadAsync(Activity activity, CancellationToken cancellation)
    {
        if (activity.Status != ActivityStatus.Entered)
            return null;
        return new ActivityUses(
            activity.ToOn.Year,
            scheme.Title,
            session.May(Resource.Routine, AccessAction.View) ? await ReadFulfilledAsync(activity, cancellation) : null,
            session.May(Resource.Scorecard, AccessAction.View) ? await ReadStandardsAsync(activity, cancellation) : null,
            session.May(Resource.WorkReport, AccessAction.View) ? await ReadFiguresAsync(activity, cancellation) : null);
    }

    // What a year asks for falls due at its end.
    private async Task<IReadOnlyList<CalendarEntry>> ReadFulfilledAsync(Activity activity, CancellationToken cancellation)
    {
        DateOnly first = activity.FromOn.AddDays(-WorkCalendar.LongestPostponement), last = new(activity.ToOn.Year + 1, 1, 31);
        var id = activity.Id.ToString();
        return [.. (await calendar.ReadAsync(first, last, OfficeCalendar.Today(time), null, cancellation)).Where(entry => entry.Occurrence.Deeds.Contains(id))];
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
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var report = await new WorkReports(db).ComposeAsync(unit, activity.FromOn.Year, OfficeCalendar.Today(time), cancellation);
        return [.. report.Figures.Index().Where(f => f.Item.Records.Contains(activity.Id)).Select(f => new FigureUse(f.Index + 1, f.Item.Text, f.Item.Records.Count))];
    }
}
