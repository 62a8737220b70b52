using System.Security.Claims;
using Mingce.Core.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Mingce.Web.Infrastructure;

/// <summary>The cookie of a session: account, unit, role and the stamp that ends it when the password changes.</summary>
internal static class SessionCookie
{
    private const string UnitClaim = "unit";
    private const string StampClaim = "stamp";

    public static void Configure(CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "mingce";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        // Offices run plain http on a LAN.
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = TimeSpan.FromHours(12);
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

    public static ClaimsPrincipal Of(Account account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new Claim(UnitClaim, account.UnitId.ToString()),
            new Claim(ClaimTypes.Role, account.Role.ToString()),
            new Claim(StampClaim, account.SessionStamp.ToString()),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    // One row by its key per request: an account that is gone, has a new password or another role has to sign in again.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var unitId = Read(UnitClaim);
        var accountId = Read(ClaimTypes.NameIdentifier);
        await using var db = services.GetRequiredService<ServerOptions>().Folder.OpenDb(unitId);
        var found = await db.Accounts.AsNoTracking().Where(a => a.Id == accountId)
            .Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { Account = a, Unit = u })
            .FirstOrDefaultAsync(context.HttpContext.RequestAborted);
        if (found is null || found.Account.SessionStamp != Read(StampClaim)
            || found.Account.Role.ToString() != context.Principal!.FindFirstValue(ClaimTypes.Role))
        {
            context.RejectPrincipal();
            return;
        }
        services.GetRequiredService<Session>().Account = new SignedInAccount(
            found.Account.Id, found.Account.UnitId, found.Unit.DisplayName, found.Account.Name, found.Account.DisplayName, found.Account.Role);

        Guid? Read(string claim) => Guid.TryParse(context.Principal?.FindFirstValue(claim), out var id) ? id : null;
    }
}
