using System.Security.Cryptography;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hammer;

/// <summary>Holds what was acknowledged against what a data folder has.</summary>
public static class Verification
{
    /// <summary>One line for each acknowledged activity that is not there exactly once, with its photo, byte for byte.</summary>
    public static async Task<IReadOnlyList<string>> FindLossesAsync(string data, string? postgres, IEnumerable<Registered> acknowledged)
    {
        using var folder = await DataFolder.OpenAsync(data, FolderUse.Read, postgres, TimeProvider.System);
        await using var db = folder.OpenDb(null);
        var activities = (await db.Activities.IgnoreQueryFilters([LedgerDb.Tenant]).Select(a => new { a.Id, a.Title }).ToListAsync()).ToLookup(a => a.Title);
        var photos = (await db.Evidence.IgnoreQueryFilters([LedgerDb.Tenant, LedgerDb.Removed]).Select(e => new { e.ActivityId, e.Sha256 }).ToListAsync()).ToLookup(e => e.ActivityId);
        var losses = new List<string>();
        foreach (var registered in acknowledged)
        {
            var rows = activities[registered.Title].Select(a => a.Id).ToList();
            if (rows is not [var only] || only != registered.Id)
            {
                losses.Add($"{registered.Id}: {rows.Count} rows");
            }
            else if (photos[registered.Id].Select(e => e.Sha256).ToList() is not [var hash] || hash != registered.Sha256)
            {
                losses.Add($"{registered.Id}: {photos[registered.Id].Count()} photos, or another");
            }
            else if (!await IsWholeAsync(data, hash))
            {
                losses.Add($"{registered.Id}: file {hash} is missing or has other bytes");
            }
        }
        return losses;
    }

    private static async Task<bool> IsWholeAsync(string data, string hash)
    {
        var file = Path.Combine(data, "evidence", hash[..2], hash);
        return File.Exists(file) && Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))) == hash;
    }
}
