using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Accounts;

/// <summary>A unit is never left without an administrator.</summary>
public static class Administrators
{
    /// <summary>Refuses a change after which nobody could administer the unit.</summary>
    /// <param name="account">An account that is going to be closed or to have another role.</param>
    /// <exception cref="UserFaultException">It is the last administrator in use.</exception>
    public static async Task GuardLastAsync(LedgerDb db, Account account, CancellationToken cancellation)
    {
        if (account is { Role: Role.Administrator, ClosedAt: null }
            && !await db.Accounts.AnyAsync(a => a.Id != account.Id && a.Role == Role.Administrator && a.ClosedAt == null, cancellation))
        {
            throw new UserFaultException("这是本单位唯一在用的管理员账号。请先将另一账号设为管理员。");
        }
    }
}
