namespace Mingce.Gongwen.Tests;

/// <summary>The same throws for the same seed, on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = (seed * 2_862_933_555_777_941_757) + 3_037_000_493;

    /// <summary>0 … below - 1.</summary>
    public int Next(int below)
    {
        state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (int)((state >> 33) % (ulong)below);
    }

    public T Pick<T>(IReadOnlyList<T> of) => of[Next(of.Count)];
}
