using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Mingce.Core.Routines;
using Mingce.Rules;
using Mingce.Rules.Routines;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Routines.Occurrences;

/// <summary>合并开展 with an activity that is registered, or with another occurrence.</summary>
[AccessRule(Resource.Routine, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class MergerModel(LedgerDb db, Session session, WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time)
    : DecisionPage(db, session, calendar, catalogue, time)
{
    private const int DaysAround = 92;
    private const int MostActivities = 60;

    /// <summary>The id of an activity; or that of a routine with the day of the occurrence.</summary>
    [BindProperty]
    [Display(Name = "与哪一项合并"), Required(ErrorMessage = "请选择与哪一项合并。")]
    public string? Target { get; set; }

    public IReadOnlyList<SelectListItem> Options { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        DateOnly first = Entry.Occurrence.Span.From.AddDays(-DaysAround), last = Entry.Occurrence.DueOn.AddDays(DaysAround);
        var activities = await Db.Activities.AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Entered && a.Actor == Actor.Own && a.ToOn >= first && a.FromOn <= last)
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(MostActivities).ToListAsync(cancellation);
        // An occurrence that follows another one cannot be followed itself.
        var others = (await Calendar.ReadAsync(first, last, Today, null, cancellation))
            .Where(e => e.Occurrence.IsOpen || (e.Occurrence.State == OccurrenceState.Done && IsAtTheSameTime(e.Occurrence)))
            .Where(e => e.Waiver is not { Form: WaiverForm.Merged } && (e.Routine.Id != Id || e.Occurrence.Span.Due != Day));
        Options =
        [
            new("请选择", ""),
            .. others.Select(e => new SelectListItem($"应办：{e.Occurrence.Title}，{Words.DueBy(e.Occurrence)}", $"{e.Routine.Id} {e.Occurrence.Span.Due:yyyy-MM-dd}")),
            .. activities.Select(a => new SelectListItem($"活动：{a.Title}，{Words.Of(a.Period)}", a.Id.ToString())),
        ];
    }

    protected override (string Field, string Message)? Fault() =>
        Target is { Length: > 0 } && !Options.Any(option => option.Value == Target) ? (nameof(Target), "请从列表中选择。") : null;

    protected override string Decide(Waiver waiver, string reason)
    {
        var words = Target!.Split(' ');
        if (words.Length == 1)
            waiver.MergeInto(Guid.Parse(words[0]), reason);
        else
            waiver.MergeWith(Guid.Parse(words[0]), DateOnly.ParseExact(words[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), reason);
        return "与" + Options.First(option => option.Value == Target).Text[3..] + "合并开展";
    }

    private bool IsAtTheSameTime(Occurrence other) => other.Span.From <= Entry.Occurrence.DueOn && other.DueOn >= Entry.Occurrence.Span.From;
}
