using Mingce.Core.Accounts;
using Mingce.Core.Audit;

namespace Mingce.Web.Infrastructure;

/// <summary>The account that is signed in, as the ledger holds it at this request.</summary>
public sealed record SignedInAccount(Guid Id, Guid UnitId, string UnitName, string Label, Role Role, bool MustChangePassword);

/// <summary>Who makes this request; without an account the ledger shows no rows.</summary>
public sealed class Session(TimeProvider time)
{
    public SignedInAccount? Account { get; internal set; }

    /// <summary>What is known of the unit's ledger as it was when the account was checked; null without an account.</summary>
    public UnitCache? Cache { get; internal set; }

    /// <summary>The account, on pages that are closed to everybody else.</summary>
    public SignedInAccount Me => Account ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool May(Resource resource, AccessAction action) => Account is { } account && Permissions.Allow(account.Role, resource, action);

    /// <summary>Signs a change that this account makes now.</summary>
    public Change Change(string why = "") => new(Me.Label, time.GetUtcNow().UtcDateTime, why);
}
