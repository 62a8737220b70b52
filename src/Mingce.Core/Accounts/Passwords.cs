using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mingce.Core.Accounts;

/// <summary>Password hashing: PBKDF2 with HMAC-SHA512 and 210,000 rounds (about a tenth of a second).</summary>
public static class Passwords
{
    public const int Rounds = 210_000;

    // Length and classes as classified protection (等保) is usually read.
    /// <summary>What a password has to be, in Chinese.</summary>
    public const string Demand = "不少于8位，含大写字母、小写字母、数字、符号中的三类，不含账号名称";

    // Without look-alikes: these are read off a screen and typed.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // One hash per core at a time and a short queue: a flood of sign-ins must not stop the site.
    private static readonly SemaphoreSlim Gate = new(Environment.ProcessorCount);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    // Spends the time of a check on unknown names too, so that they cannot be told from wrong passwords.
    private static readonly Account Nobody = new() { UnitId = Guid.Empty, Name = "", Role = Role.Staff };
    private static readonly Lazy<string> NobodysHash = new(() => Hash(Nobody, OneTime()));

    public static string Hash(Account account, string password) => Hasher.HashPassword(account, password);

    /// <summary>A random one-time password of 14 characters in groups (about 59 bits).</summary>
    public static string OneTime() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>What is wrong with a password that somebody chose, in Chinese; null where it will do.</summary>
    public static string? FaultOf(Account account, string password)
    {
        bool[] classes = [password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiDigit), password.Any(c => !char.IsAsciiLetterOrDigit(c))];
        return password.Length < 8 || classes.Count(found => found) < 3
            ? $"口令应{Demand}。"
            : password.Contains(account.Name, StringComparison.OrdinalIgnoreCase) ? "口令不能包含账号名称。" : null;
    }

    /// <summary>Whether the password is the account's; false for a null account, after the same work.</summary>
    /// <returns>Null when too many others are waiting.</returns>
    public static async Task<bool?> CheckAsync(Account? account, string password, CancellationToken cancellation)
    {
        if (!await Gate.WaitAsync(LongestWait, cancellation))
        {
            return null;
        }
        try
        {
            var result = Hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash.Value, password);
            return account is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            Gate.Release();
        }
    }
}
