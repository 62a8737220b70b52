using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Mingce.Web.Infrastructure;

/// <summary>
/// A form that came when its session was over: what was typed goes through the page of signing in and is sent again.
/// It is sealed, so that nobody else's page can put words into it, and kept only of a browser that had a page of ours: a foreign page's form is not.
/// </summary>
/// <param name="Address">Where the form was sent.</param>
/// <param name="Fields">Its fields without the antiforgery token.</param>
/// <param name="HadFiles">Files cannot be kept and have to be chosen again.</param>
public sealed record KeptForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles)
{
    private const string Purpose = "kept-form";
    private const string Token = "__RequestVerificationToken";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Reads the form of a request; null where it has none that can be sent again.</summary>
    public static async Task<KeptForm?> ReadAsync(HttpRequest request)
    {
        // The cookie of forms is strict: no browser sends it along with a form of another site.
        var cookie = request.HttpContext.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Cookies.ContainsKey(cookie))
            return null;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            var fields = form.Where(field => field.Key != Token).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
            return fields.Count == 0 && form.Files.Count == 0
                ? null
                : new(request.PathBase + request.Path + request.QueryString, fields, form.Files.Any(file => file.Length > 0));
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    public string Seal(IDataProtectionProvider provider) => Protector(provider).Protect(JsonSerializer.Serialize(this), Life);

    /// <summary>Opens a sealed form; null where it is none of ours or too old.</summary>
    public static KeptForm? Open(string? text, IDataProtectionProvider provider)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<KeptForm>(Protector(provider).Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider provider) => provider.CreateProtector(Purpose).ToTimeLimitedDataProtector();
}
