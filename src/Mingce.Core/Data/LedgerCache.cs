using Microsoft.Extensions.Caching.Memory;

namespace Mingce.Core.Data;

/// <summary>
/// What was reckoned from the ledger of a unit, in memory until the unit's ledger or the day changes (ADR 9). Bounded: what was
/// not asked for the longest goes first.
/// </summary>
public sealed class LedgerCache : IDisposable
{
    private const long LargestSize = 32_000_000;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = LargestSize });

    /// <summary>The cache as one request sees it.</summary>
    /// <param name="changes"><see cref="Units.Unit.Changes"/>, read before anything that is reckoned.</param>
    public UnitCache Of(Guid unitId, long changes, DateOnly today) => new(memory, unitId, changes, today);

    public void Dispose() => memory.Dispose();
}

/// <summary>What is known of one unit's ledger in one state of it.</summary>
public sealed class UnitCache
{
    private readonly MemoryCache memory;
    private readonly Guid unitId;
    private readonly long changes;
    private readonly DateOnly today;

    internal UnitCache(MemoryCache memory, Guid unitId, long changes, DateOnly today) =>
        (this.memory, this.unitId, this.changes, this.today) = (memory, unitId, changes, today);

    /// <summary>What is kept under the key; else what is reckoned now, which is kept unless it is null.</summary>
    /// <param name="sizeOf">About how many bytes it holds.</param>
    public async ValueTask<T?> GetAsync<T>(string key, Func<Task<T?>> reckon, Func<T, int> sizeOf)
        where T : class
    {
        var name = (unitId, key);
        if (memory.TryGetValue(name, out var found) && found is Entry entry && entry.Changes == changes && entry.Today == today)
        {
            return (T)entry.Value;
        }
        var value = await reckon();
        if (value is not null)
        {
            using var kept = memory.CreateEntry(name);
            (kept.Value, kept.Size) = (new Entry(changes, today, value), sizeOf(value) + 2 * key.Length);
        }
        return value;
    }

    private sealed record Entry(long Changes, DateOnly Today, object Value);
}
