using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;

namespace Mingce.Web.Infrastructure;

/// <summary>
/// The tickets of the session cookies in use, deciphered once: a browser sends the same cookie with every request. What a ticket
/// says is as good as ever only by the checks that follow: its times here, the account in <see cref="SessionCookie"/>.
/// </summary>
internal sealed class KeptTickets(ISecureDataFormat<AuthenticationTicket> format) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    private const int Most = 5000;

    // A key that is taken out of use ends its sessions after this time.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    public void Dispose() => kept.Dispose();

    public string Protect(AuthenticationTicket data) => format.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => format.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
        {
            return null;
        }
        var key = (protectedText, purpose);
        if (!kept.TryGetValue(key, out AuthenticationTicket? ticket) && (ticket = format.Unprotect(protectedText, purpose)) is not null)
        {
            kept.Set(key, ticket, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });
        }
        return ticket;
    }
}
