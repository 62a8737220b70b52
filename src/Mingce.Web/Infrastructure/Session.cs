using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Audit;

namespace Mingce.Web.Infrastructure;

/// <summary>The account that is signed in, as the ledger holds it at this request.</summary>
public sealed record SignedInAccount(
    Guid Id, Guid UnitId, string UnitName, string SchemeIds, int? WorkYear, string DepartmentWord, string Label, Role Role, bool MustChangePassword, Guid? PersonId, IReadOnlyList<Duty> Duties)
{
    /// <summary>How the account signs: 李四, or 李四（代张三） while it stands in.</summary>
    public string Signature => Duties.Count == 0 ? Label : $"{Label}（代{string.Join('、', Duties.Select(d => d.Label).Distinct())}）";

    /// <summary>The own person and those whose tasks are taken over.</summary>
    public IEnumerable<Guid> PersonIds => Duties.Select(d => d.PersonId).Prepend(PersonId).OfType<Guid>();
}

/// <summary>AB角: an account for which this one stands in today.</summary>
public sealed record Duty(Guid StandInId, Guid? PersonId, string Label, Role Role, DateOnly ToOn);

/// <summary>Who makes this request; without an account the ledger shows no rows.</summary>
public sealed class Session(TimeProvider time)
{
    public SignedInAccount? Account { get; internal set; }

    /// <summary>What is known of the unit's ledger as it was when the account was checked; null without an account.</summary>
    public UnitCache? Cache { get; internal set; }

    /// <summary>The account, on pages that are closed to everybody else.</summary>
    public SignedInAccount Me => Account ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>工作年度: what pages about a year's work show unless another year is asked for. What is about a day stays with the calendar.</summary>
    public int WorkYear => Account?.WorkYear ?? CalendarYear;

    /// <summary>The work year where it is not the calendar's, which pages then say.</summary>
    public int? OtherYear => WorkYear == CalendarYear ? null : WorkYear;

    /// <summary>The last year that pages of a year's work lead on to.</summary>
    public int LatestYear => Math.Max(WorkYear, CalendarYear);

    private int CalendarYear => OfficeCalendar.Today(time).Year;

    public bool May(Resource resource, AccessAction action) => Account is { } account
        && (Permissions.Allow(account.Role, resource, action) || account.Duties.Any(duty => Permissions.Allow(duty.Role, resource, action)));

    /// <summary>更正 of a record: by those who keep the ledger, and by whoever registered it.</summary>
    public bool MayCorrect(Activity activity) =>
        May(Resource.Activity, AccessAction.Edit) || (activity.EnteredById == Me.Id && May(Resource.Activity, AccessAction.Create));

    /// <summary>Signs a change that this account makes now.</summary>
    public Change Change(string why = "") => new(Me.Signature, time.GetUtcNow().UtcDateTime, why);
}
