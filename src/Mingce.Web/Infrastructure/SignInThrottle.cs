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

    public bool IsLocked(string name) =>
        failures.TryGetValue(name, out var f) && f.Count >= Failures && time.GetUtcNow() - f.Last < Lock;

    public void Fail(string name)
    {
        var now = time.GetUtcNow();
        if (failures.Count >= MostNames)
        {
            foreach (var (old, _) in failures.OrderBy(f => f.Value.Last).Take(MostNames / 2))
                failures.TryRemove(old, out _);
        }
        failures.AddOrUpdate(name, (1, now), (_, f) => (now - f.Last < Lock ? f.Count + 1 : 1, now));
    }

    public void Succeed(string name) => failures.TryRemove(name, out _);
}
