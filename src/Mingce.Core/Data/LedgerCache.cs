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
    /// <param name="state">Read before anything that is reckoned.</param>
    public UnitCache Of(Guid unitId, LedgerState state, DateOnly today) =>
        new(memory, unitId, state.Changes, today, new(memory, unitId, state.SetupChanges, today, null));

    public void Dispose() => memory.Dispose();
}

/// <summary>What is known of one unit's ledger in one state of it.</summary>
public sealed class UnitCache
{
    private readonly MemoryCache memory;
    private readonly Guid unitId;
    private readonly long changes;
    private readonly DateOnly today;

    internal UnitCache(MemoryCache memory, Guid unitId, long changes, DateOnly today, UnitCache? setup)
    {
        (this.memory, this.unitId, this.changes, this.today) = (memory, unitId, changes, today);
        Setup = setup ?? this;
    }

    /// <summary>Of what the unit set up, which a registered activity does not change.</summary>
    public UnitCache Setup { get; }

    /// <summary>What is kept under the key; else what is reckoned now, which is kept unless it is null.</summary>
    /// <param name="sizeOf">About how many bytes it holds.</param>
    public async ValueTask<T?> GetAsync<T>(string key, Func<Task<T?>> reckon, Func<T, int> sizeOf)
        where T : class => Find(key) is T found ? found : Keep(key, await reckon(), sizeOf);

    /// <summary>The same for what is reckoned without waiting.</summary>
    public T Get<T>(string key, Func<T> reckon, Func<T, int> sizeOf)
        where T : class => Find(key) is T found ? found : Keep(key, reckon(), sizeOf)!;

    private object? Find(string key) =>
        memory.TryGetValue((unitId, key), out var found) && found is Entry entry && entry.Changes == changes && entry.Today == today ? entry.Value : null;

    private T? Keep<T>(string key, T? value, Func<T, int> sizeOf)
        where T : class
    {
        if (value is not null)
        {
            using var kept = memory.CreateEntry((unitId, key));
            (kept.Value, kept.Size) = (new Entry(changes, today, value), sizeOf(value) + 2 * key.Length);
        }
        return value;
    }

    private sealed record Entry(long Changes, DateOnly Today, object Value);
}
