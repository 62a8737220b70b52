using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Mingce.Core.Spreadsheets;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages.People;

/// <summary>
/// An uploaded staff list between its preview and its confirmation. It travels in the page, sealed, so that the server keeps no
/// personal data that nobody confirmed.
/// </summary>
internal sealed record StaffFile(string Name, IReadOnlyList<Sheet> Sheets)
{
    private const string Purpose = "staff-file";
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    public string Seal(IDataProtectionProvider provider)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, this);
        }
        return Convert.ToBase64String(Protector(provider).Protect(packed.ToArray(), Life));
    }

    /// <summary>Opens a sealed list; null where it is none of ours or too old.</summary>
    public static StaffFile? Open(string? text, IDataProtectionProvider provider)
    {
        try
        {
            using var packed = new MemoryStream(Protector(provider).Unprotect(Convert.FromBase64String(text ?? "")));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<StaffFile>(brotli);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider provider) => provider.CreateProtector(Purpose).ToTimeLimitedDataProtector();
}
