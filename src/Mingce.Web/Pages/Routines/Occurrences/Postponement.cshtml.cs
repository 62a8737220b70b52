using System.ComponentModel.DataAnnotations;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines.Occurrences;

/// <summary>延期 to a later day.</summary>
[AccessRule(Resource.Routine, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class PostponementModel(LedgerDb db, Session session, WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time)
    : DecisionPage(db, session, calendar, catalogue, time)
{
    [BindProperty]
    [Display(Name = "延期到"), Required(ErrorMessage = "请填写延期到哪天。")]
    public DateOnly? To { get; set; }

    protected override (string Field, string Message)? Fault()
    {
        var span = Entry.Occurrence.Span;
        return To is not { } to ? null
            : to <= span.Due ? (nameof(To), $"应晚于原定的{Words.Of(span.Due)}。")
            : to < Today ? (nameof(To), "不能早于今天。")
            : to.DayNumber - span.Due.DayNumber > WorkCalendar.LongestPostponement ? (nameof(To), "延期不超过一年。")
            : null;
    }

    protected override string Decide(Waiver waiver, string reason)
    {
        waiver.Postpone(To!.Value, reason);
        return $"延期到{Words.Of(To.Value)}";
    }
}
