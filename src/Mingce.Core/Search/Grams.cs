using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Mingce.Core.Search;

/// <summary>
/// The index terms of a text: a number for each pair of neighbouring characters, together with the unit, so that the terms of one unit stand
/// together and a search meets no rows of another. Different pairs may share a number: what the index finds is compared with the text itself.
/// </summary>
public static class Grams
{
    private const int PairBits = 22;

    public static int[] Of(Guid unitId, string folded)
    {
        var unit = Mix(BinaryPrimitives.ReadUInt32LittleEndian(unitId.ToByteArray().AsSpan(12))) >> PairBits << PairBits;
        var grams = new HashSet<int>();
        Rune? last = null;
        foreach (var rune in folded.EnumerateRunes())
        {
            if (rune.Value == Folding.FieldEnd)
            {
                last = null;
                continue;
            }
            if (last is { } before)
            {
                grams.Add((int)(unit | (Mix(((uint)before.Value << 16) ^ (uint)rune.Value) >> (32 - PairBits))));
            }
            last = rune;
        }
        return [.. grams];
    }

    /// <summary>As FTS5 stores and finds them: words of eight letters and digits.</summary>
    public static string Words(IEnumerable<int> grams)
    {
        var words = new StringBuilder();
        foreach (var gram in grams)
        {
            words.Append(CultureInfo.InvariantCulture, $"{gram:x8} ");
        }
        return words.ToString();
    }

    // The same on every machine and in every version: the numbers are stored.
    private static uint Mix(uint x)
    {
        x = (x ^ (x >> 16)) * 0x85EBCA6B;
        x = (x ^ (x >> 13)) * 0xC2B2AE35;
        return x ^ (x >> 16);
    }
}
