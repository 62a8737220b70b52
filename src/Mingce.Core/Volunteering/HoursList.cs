using Mingce.Core.Data;
using Mingce.Rules.Routines;

namespace Mingce.Core.Volunteering;

/// <summary>Where hours of volunteers come from.</summary>
public enum HoursSource
{
    /// <summary>Kept here: a list of an activity, confirmed by a second person, made public, then valid.</summary>
    Own,
    /// <summary>Imported from the national or a local volunteer system, which answers for them.</summary>
    System,
}

/// <summary>How a list of hours stands on a day.</summary>
public enum HoursState
{
    /// <summary>待确认 by a second person.</summary>
    Waiting,
    /// <summary>公示中: counts nowhere before the days of publicity are over.</summary>
    Public,
    /// <summary>有效.</summary>
    Valid,
    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>服务时长登记: who served how long, in an activity of the unit or as another system says.</summary>
public sealed class HoursList : AuditedEntity
{
    /// <summary>The days for which hours are made public unless the unit says otherwise: as long as 民发〔2015〕149号 asks before a certificate.</summary>
    public const int DefaultPublicityDays = 7;

    /// <summary>Fewer working days than these no place that is known asks for.</summary>
    public const int FewestPublicityDays = 3;

    public required HoursSource Source { get; init; }

    /// <summary>The activity, or the file that was imported.</summary>
    public required string Title { get; init; }
    public Guid? ActivityId { get; init; }

    public required Guid EnteredById { get; init; }
    public required string EnteredBy { get; init; }
    public required DateTime EnteredAt { get; init; }

    public string ConfirmedBy { get; private set; } = "";
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>First and last day of publicity; null for what another system keeps, and before the confirmation.</summary>
    public DateOnly? PublicFromOn { get; private set; }
    public DateOnly? PublicToOn { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }
    public string WithdrawnReason { get; private set; } = "";

    public List<HoursEntry> Entries { get; init; } = [];

    public HoursState StateOn(DateOnly day) =>
        WithdrawnAt is not null ? HoursState.Withdrawn
        : Source == HoursSource.System ? HoursState.Valid
        : PublicToOn is not { } last ? HoursState.Waiting
        : day <= last ? HoursState.Public
        : HoursState.Valid;

    /// <summary>Whoever entered a list does not confirm it.</summary>
    public bool MayBeConfirmedBy(Guid accountId) => Source == HoursSource.Own && ConfirmedAt is null && WithdrawnAt is null && EnteredById != accountId;

    /// <summary>Confirms the list; its days of publicity begin with the next working day.</summary>
    public void Confirm(string by, DateTime at, DateOnly today, int publicityDays, OfficeDays office)
    {
        (ConfirmedBy, ConfirmedAt) = (by, at);
        (PublicFromOn, PublicToOn) = (office.AddWorkingDays(today, 1), office.AddWorkingDays(today, publicityDays));
    }

    public void Withdraw(DateTime at, string reason) => (WithdrawnAt, WithdrawnReason) = (at, reason);
}

/// <summary>The hours of one person in a list, in minutes, without travel.</summary>
public sealed class HoursEntry : UnitRow, IAudited
{
    public required Guid ListId { get; init; }
    public required int Ordinal { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly FromOn { get; init; }
    public required DateOnly ToOn { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Of imported hours the activity of the unit that they belong to, where it is registered under the same name; a list kept here names its own.</summary>
    public Guid? ActivityId { get; init; }

    /// <summary>服务内容: the project or the activity.</summary>
    public required string Project { get; init; }
    public string Organisation { get; init; } = "";
    public Guid AuditSubjectId => ListId;
}

/// <summary>志愿服务记录证明 that was given to somebody, free of charge; it stays as it was given.</summary>
public sealed class VolunteerCertificate : AuditedEntity
{
    public required int Year { get; init; }

    /// <summary>The number within the year, from 1; never given twice.</summary>
    public required int Ordinal { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public string VolunteerNumber { get; init; } = "";
    public required DateOnly FromOn { get; init; }
    public required DateOnly ToOn { get; init; }
    public required int Minutes { get; init; }

    /// <summary>A line for each service: day, what, minutes, parted by tabs.</summary>
    public required string Services { get; init; }
    public required string Responsible { get; init; }
    public required string Handler { get; init; }
    public required string Contact { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required string IssuedBy { get; init; }
    public DateTime? RevokedAt { get; private set; }
    public string RevokedBy { get; private set; } = "";
    public string RevokedReason { get; private set; } = "";

    /// <summary>志服证〔2026〕3号.</summary>
    public string Number => $"志服证〔{Year}〕{Ordinal}号";

    public void Revoke(string by, DateTime at, string reason) => (RevokedBy, RevokedAt, RevokedReason) = (by, at, reason);
}
