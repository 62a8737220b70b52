using Mingce.Core.Data;

namespace Mingce.Core.Accounts;

/// <summary>AB角: for some days one account has the rights of another one in addition to its own.</summary>
public sealed class StandIn : AuditedEntity
{
    public const int LongestDays = 366;

    /// <summary>A: whose rights and tasks are taken over. Its own sign-ins go on as before.</summary>
    public required Guid HolderId { get; init; }

    /// <summary>B: who takes them over.</summary>
    public required Guid DeputyId { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly ToOn { get; init; }
    public required string Reason { get; init; }
    public DateTime? RevokedAt { get; private set; }

    public bool IsActive(DateOnly day) => RevokedAt is null && FromOn <= day && day <= ToOn;

    /// <summary>Ends it at once: the next request has the rights no more.</summary>
    public void Revoke(DateTime at) => RevokedAt = at;
}
