using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Mingce.Core.Spreadsheets;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Infrastructure;

/// <summary>
/// An uploaded list between its preview and its confirmation. It travels in the page, sealed, so that the server keeps no
/// personal data that nobody confirmed.
/// </summary>
/// <param name="Purpose">Which import it was looked at for; no other takes it.</param>
internal sealed record UploadedSheets(string Purpose, string Name, IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The largest request that carries such a list, as a file or sealed.</summary>
    public const int LargestRequest = SpreadsheetReader.LargestFile + (1 << 20);

    /// <summary>So many rows are shown before they are confirmed.</summary>
    public const int MostShown = 200;

    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    public string Seal(IDataProtectionProvider provider)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, this);
        }
        return Convert.ToBase64String(Protector(provider, Purpose).Protect(packed.ToArray(), Life));
    }

    /// <summary>Opens a sealed list; null where it is none of ours or too old.</summary>
    public static UploadedSheets? Open(string purpose, string? text, IDataProtectionProvider provider)
    {
        try
        {
            using var packed = new MemoryStream(Protector(provider, purpose).Unprotect(Convert.FromBase64String(text ?? "")));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<UploadedSheets>(brotli);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider provider, string purpose) => provider.CreateProtector("uploaded-sheets", purpose).ToTimeLimitedDataProtector();
}
