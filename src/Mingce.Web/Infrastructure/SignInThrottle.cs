using System.Collections.Concurrent;

namespace Mingce.Web.Infrastructure;

/// <summary>Stops guessing at passwords: after five failures in a row a name is locked for a quarter of an hour.</summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    public const int Failures = 5;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    // A flood of made-up names must not fill the memory.
    private const int MostNames = 10_000;

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Last)> failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a try before its password is looked at, so that tries at the same moment count too; false where the name is locked.</summary>
    public bool Begin(string name)
    {
        var now = time.GetUtcNow();
        if (failures.Count >= MostNames)
        {
            foreach (var (old, _) in failures.OrderBy(f => f.Value.Last).Take(MostNames / 2))
                failures.TryRemove(old, out _);
        }
        return failures.AddOrUpdate(name, (1, now), (_, f) => now - f.Last >= Lock ? (1, now) : f.Count < Failures ? (f.Count + 1, now) : (Failures + 1, f.Last)).Count <= Failures;
    }

    public void Succeed(string name) => failures.TryRemove(name, out _);
}
