using System.Security.Cryptography;
using System.Text;
using Mingce.Core.Data;

namespace Mingce.Core.Routines;

/// <summary>日历订阅 of an account: its secret is in the address that its owner was shown, here is only the hash.</summary>
public sealed class CalendarFeed : AuditedEntity
{
    public required Guid AccountId { get; init; }
    public string SecretHash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }

    /// <summary>Makes a new secret, which puts the former address out of use.</summary>
    /// <returns>The secret, which is shown once and stored nowhere.</returns>
    public string Renew(DateTime at)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        (SecretHash, CreatedAt) = (Hash(secret), at);
        return secret;
    }

    /// <summary>Whether this is the secret; takes the same time for every wrong one.</summary>
    public bool Accepts(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SecretHash), Encoding.ASCII.GetBytes(Hash(secret)));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
