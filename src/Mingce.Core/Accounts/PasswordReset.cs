using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Accounts;

/// <summary>A new one-time password for an account; all its sessions end.</summary>
public static class PasswordReset
{
    /// <summary>What the form of signing in takes.</summary>
    private const int LongestName = 100;

    /// <summary>Makes the unit's first account too, as its administrator.</summary>
    /// <returns>The password, which is shown once and stored nowhere.</returns>
    /// <exception cref="UserFaultException">There is no such account, or the name is taken in another unit.</exception>
    public static async Task<string> ResetAsync(LedgerDb db, Unit unit, string name, Change change)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw new UserFaultException($"账号应为 1 至 {LongestName} 个字，不换行。");
        }
        var accounts = await db.Accounts.ToListAsync();
        var account = accounts.SingleOrDefault(a => a.Name == name);
        if (account is null && accounts.Count > 0)
        {
            throw new UserFaultException($"“{unit.FullName}”没有账号“{name}”，现有：{string.Join('、', accounts.Select(a => a.Name).Order(StringComparer.Ordinal))}。");
        }
        if (account is null && await db.Accounts.IgnoreQueryFilters([LedgerDb.Tenant]).AnyAsync(a => a.Name == name))
        {
            throw new UserFaultException($"账号“{name}”已被其他单位使用，请换一个名称。");
        }
        if (account is not null)
        {
            return await ResetAsync(db, account, change, default);
        }
        account = new Account { UnitId = unit.Id, Name = name, DisplayName = "管理员", Role = Role.Administrator };
        db.Add(change, account, "建立账号");
        var password = account.SetOneTimePassword();
        await db.SaveChangesAsync();
        return password;
    }

    /// <summary>Gives an account a new one-time password; a closed one is in use again.</summary>
    /// <returns>The password, which is shown once and stored nowhere.</returns>
    public static async Task<string> ResetAsync(LedgerDb db, Account account, Change change, CancellationToken cancellation)
    {
        db.Record(change, account, account.ClosedAt is null ? "重置口令" : "重新启用，重置口令");
        account.Reopen();
        var password = account.SetOneTimePassword();
        await db.SaveChangesAsync(cancellation);
        return password;
    }
}
