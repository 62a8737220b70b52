namespace Fuzz;

/// <summary>A repeatable source of chance (SplitMix64): the same seed gives the same throws everywhere.</summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to below <paramref name="sides"/>.</summary>
    public int Next(int sides) => (int)(Throw() % (ulong)sides);

    private ulong Throw()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
