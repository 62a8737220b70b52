using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Storage;

/// <summary>A finding of fsck: where, what was found and what is wanted.</summary>
public sealed record LedgerFault(string Code, string Where, string Found, string Wanted);

/// <summary>What fsck saw; leftovers of interrupted writes are told but are no faults.</summary>
public sealed record LedgerCheckResult(IReadOnlyList<LedgerFault> Faults, int Rows, int Files, int Unreferenced);

/// <summary>数据检查: holds rows against files and hashes. Never deletes or mends anything.</summary>
public sealed class LedgerCheck(DataFolder folder)
{
    /// <param name="readData">Reads every byte and compares it with its hash.</param>
    /// <param name="progress">Told after each file: how many of how many.</param>
    public async Task<LedgerCheckResult> RunAsync(bool readData, Action<int, int>? progress, CancellationToken cancellation)
    {
        await using var db = folder.OpenDb(null);
        List<LedgerFault> faults = [.. await DatabaseFaultsAsync(db)];
        var rows = await ReadFilesAsync(db, cancellation);
        var done = 0;
        var hashes = rows.Select(r => r.Sha256).ToHashSet();
        var broken = new Dictionary<string, (string Found, string Wanted)?>();
        foreach (var row in rows)
        {
            if (!broken.TryGetValue(row.Sha256, out var fault))
            {
                fault = await FileFaultAsync(row.Sha256, row.Size, readData, cancellation);
                broken.Add(row.Sha256, fault);
                progress?.Invoke(++done, hashes.Count);
            }
            if (fault is { } found)
            {
                faults.Add(new LedgerFault("evidence", $"{row.What} {row.Id}（单位 {row.UnitId}）", found.Found, found.Wanted));
            }
        }
        var waiting = (await db.PendingFiles.IgnoreQueryFilters([LedgerDb.Tenant]).Select(p => p.Sha256).ToListAsync(cancellation)).ToHashSet();
        var destroyed = await db.Destructions.IgnoreQueryFilters([LedgerDb.Tenant]).AsNoTracking().Where(d => d.Sha256 != "" && d.FinishedAt != null)
            .Select(d => d.Sha256).Distinct().ToListAsync(cancellation);
        faults.AddRange(destroyed.Where(hash => !hashes.Contains(hash) && !waiting.Contains(hash) && File.Exists(folder.Evidence.PathOf(hash)))
            .Select(hash => new LedgerFault("destroyed", $"佐证文件 {hash}", "已销毁的文件仍在（可能由备份恢复）", "不存在")));
        var unreferenced = folder.Evidence.List().Count(hash => !hashes.Contains(hash) && !waiting.Contains(hash));
        return new LedgerCheckResult(faults, rows.Count, hashes.Count, unreferenced);
    }

    private static async Task<List<FiledRow>> ReadFilesAsync(LedgerDb db, CancellationToken cancellation) =>
    [
        .. await db.Evidence.IgnoreQueryFilters([LedgerDb.Tenant, LedgerDb.Removed]).Where(e => e.Sha256 != "").Select(e => new FiledRow("佐证", e.UnitId, e.Id, e.Sha256, e.Size)).ToListAsync(cancellation),
        .. await db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Tenant, LedgerDb.Removed]).Where(p => p.Sha256 != "").Select(p => new FiledRow("来文", p.UnitId, p.Id, p.Sha256, p.Size)).ToListAsync(cancellation),
        .. await db.Returns.IgnoreQueryFilters([LedgerDb.Tenant, LedgerDb.Removed]).Where(r => r.Sha256 != "").Select(r => new FiledRow("报送", r.UnitId, r.Id, r.Sha256, r.Size)).ToListAsync(cancellation),
    ];

    private sealed record FiledRow(string What, Guid UnitId, Guid Id, string Sha256, long Size);

    private static async Task<IEnumerable<LedgerFault>> DatabaseFaultsAsync(LedgerDb db)
    {
        if (!db.Database.IsSqlite())
        {
            return [];
        }
        var integrity = await db.Database.SqlQueryRaw<string>("select integrity_check as Value from pragma_integrity_check").ToListAsync();
        var foreign = await db.Database.SqlQueryRaw<string>("select \"table\" || ' ' || rowid as Value from pragma_foreign_key_check").ToListAsync();
        return integrity.Where(line => line != "ok").Select(line => new LedgerFault("database", "mingce.db", line, "ok"))
            .Concat(foreign.Select(line => new LedgerFault("reference", line, "所指记录不存在", "引用完整")));
    }

    private async Task<(string Found, string Wanted)?> FileFaultAsync(string sha256, long size, bool readData, CancellationToken cancellation)
    {
        var file = new FileInfo(folder.Evidence.PathOf(sha256));
        if (!file.Exists)
        {
            return ("文件缺失", $"{size} 字节");
        }
        if (file.Length != size)
        {
            return ($"{file.Length} 字节", $"{size} 字节");
        }
        if (readData)
        {
            try
            {
                await folder.Evidence.CopyToAsync(sha256, Stream.Null, cancellation);
            }
            catch (CorruptEvidenceException)
            {
                return ("内容与校验值不符", $"SHA-256 {sha256}");
            }
        }
        return null;
    }
}
