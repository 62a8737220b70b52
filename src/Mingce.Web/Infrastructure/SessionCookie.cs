using System.Security.Claims;
using Mingce.Core;
using Mingce.Core.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Mingce.Web.Infrastructure;

/// <summary>The cookie of a session: account, unit, role and the stamp that ends it when the password changes.</summary>
internal static class SessionCookie
{
    private const string UnitClaim = "unit";
    private const string StampClaim = "stamp";
    private const string SinceClaim = "since";

    /// <summary>A session that is not used ends after this time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>Every session ends after this time: a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "mingce";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        // Offices run plain http on a LAN.
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = Idle;
        o.SlidingExpiration = true;
        o.Events.OnValidatePrincipal = ValidateAsync;
        o.Events.OnRedirectToLogin = context =>
        {
            var request = context.Request;
            // A relative address: behind a proxy the server does not know its own.
            if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else if (HttpMethods.IsGet(request.Method) && request.Path != "/")
                context.Response.Redirect("/sign-in" + QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString));
            else
                context.Response.Redirect("/sign-in");
            return Task.CompletedTask;
        };
    }

    public static ClaimsPrincipal Of(Account account, DateTimeOffset now) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new Claim(UnitClaim, account.UnitId.ToString()),
            new Claim(ClaimTypes.Role, account.Role.ToString()),
            new Claim(StampClaim, account.SessionStamp.ToString()),
            new Claim(SinceClaim, now.ToUnixTimeSeconds().ToString()),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    // One number per request tells whether accounts, stand-ins or the unit were changed: an account that is gone or closed,
    // has a new password or another role has to sign in again, at once; a stand-in ends at once or with its day.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (time, cancellation) = (services.GetRequiredService<TimeProvider>(), context.HttpContext.RequestAborted);
        var folder = services.GetRequiredService<ServerOptions>().Folder;
        var since = DateTimeOffset.FromUnixTimeSeconds(long.TryParse(context.Principal?.FindFirstValue(SinceClaim), out var seconds) ? seconds : 0);
        if (Read(UnitClaim) is not { } unitId || Read(ClaimTypes.NameIdentifier) is not { } accountId
            || time.GetUtcNow() - since >= Longest || await folder.ReadStateAsync(unitId, cancellation) is not { } state)
        {
            context.RejectPrincipal();
            return;
        }
        var today = OfficeCalendar.Today(time);
        var cache = services.GetRequiredService<LedgerCache>().Of(unitId, state, today);
        var found = await cache.Setup.GetAsync($"account {accountId}", () => FindAsync(folder, unitId, accountId, today, cancellation), _ => 1000);
        if (found is null || found.Stamp != Read(StampClaim) || found.Account.Role.ToString() != context.Principal!.FindFirstValue(ClaimTypes.Role))
        {
            context.RejectPrincipal();
            return;
        }
        var session = services.GetRequiredService<Session>();
        (session.Account, session.Cache) = (found.Account, cache);

        Guid? Read(string claim) => Guid.TryParse(context.Principal?.FindFirstValue(claim), out var id) ? id : null;
    }

    private static async Task<OpenAccount?> FindAsync(DataFolder folder, Guid unitId, Guid accountId, DateOnly today, CancellationToken cancellation)
    {
        await using var db = folder.OpenDb(unitId);
        var found = await db.Accounts.AsNoTracking().Where(a => a.Id == accountId && a.ClosedAt == null)
            .Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new
            {
                Account = a,
                Unit = u,
                Duties = db.StandIns.Where(s => s.DeputyId == a.Id && s.RevokedAt == null && s.FromOn <= today && s.ToOn >= today)
                    .Join(db.Accounts.Where(h => h.ClosedAt == null), s => s.HolderId, h => h.Id, (s, h) => new { StandIn = s, Holder = h }).ToList(),
            })
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : new OpenAccount(found.Account.SessionStamp, new SignedInAccount(
            found.Account.Id, found.Account.UnitId, found.Unit.DisplayName, found.Unit.SchemeIds, found.Unit.WorkYear, found.Unit.DepartmentWord, found.Account.Label, found.Account.Role, found.Account.MustChangePassword, found.Account.PersonId,
            [.. found.Duties.OrderBy(d => d.StandIn.Id).Select(d => new Duty(d.StandIn.Id, d.Holder.PersonId, d.Holder.Label, d.Holder.Role, d.StandIn.ToOn))]));
    }

    private sealed record OpenAccount(Guid Stamp, SignedInAccount Account);
}
