namespace Mingce.Rules.Pictures;

/// <summary>
/// A perceptual hash of a picture: 64 signs of its lowest frequencies (DCT-II), which stay when it is renamed, recompressed or scaled.
/// A picture has several, of its whole and of what is left when its edges are cut, so that a cropped copy shares one.
/// </summary>
/// <param name="Bits">The signs.</param>
public readonly record struct PicturePrint(ulong Bits)
{
    /// <summary>Side of the square of grey values from which prints are taken, in pixels.</summary>
    public const int Side = 64;

    /// <summary>Prints that differ in no more bits belong to copies of one picture.</summary>
    public const int LargestDistance = 10;

    /// <summary>Bands into which the bits are cut for an index.</summary>
    public const int Bands = 4;

    private const int BandBits = 16;
    private const int Sample = 32;
    private const int Low = 8;

    // Parts of the picture that prints are taken of: what is cut off left, top, right and bottom, in hundredths of the side.
    private static readonly (int Left, int Top, int Right, int Bottom)[] Frames =
        [(0, 0, 0, 0), (5, 5, 5, 5), (5, 0, 0, 0), (0, 5, 0, 0), (0, 0, 5, 0), (0, 0, 0, 5)];

    private static readonly double[,] Cosines = MakeCosines();

    /// <summary>The prints of a picture; none where it is so even that its prints would fit any other.</summary>
    /// <param name="grey">Brightness of <see cref="Side"/> × <see cref="Side"/> pixels, row by row, 0 to 255.</param>
    /// <exception cref="ArgumentException">Another number of pixels.</exception>
    public static IReadOnlyList<PicturePrint> Of(ReadOnlySpan<byte> grey)
    {
        if (grey.Length != Side * Side)
            throw new ArgumentException($"Not {Side} × {Side} pixels", nameof(grey));
        if (IsEven(grey))
            return [];
        var prints = new List<PicturePrint>();
        foreach (var frame in Frames)
        {
            var print = Of(Scale(grey, frame));
            if (!prints.Contains(print))
                prints.Add(print);
        }
        return prints;
    }

    /// <summary>The print that has these bands.</summary>
    public static PicturePrint OfBands(int band0, int band1, int band2, int band3) =>
        new((uint)band0 | ((ulong)(uint)band1 << BandBits) | ((ulong)(uint)band2 << (2 * BandBits)) | ((ulong)(uint)band3 << (3 * BandBits)));

    /// <summary>In how many bits two prints differ, 0 to 64.</summary>
    public int DistanceTo(PicturePrint other) => System.Numerics.BitOperations.PopCount(Bits ^ other.Bits);

    /// <summary>One of the bands, 0 to 65535.</summary>
    /// <param name="band">0 to <see cref="Bands"/> - 1.</param>
    public int Band(int band) => (int)(Bits >> (band * BandBits)) & 0xFFFF;

    /// <summary>
    /// What a band of a print may be that is not too far off: where two prints differ in no more than <see cref="LargestDistance"/> bits, one of their four bands
    /// differs in no more than two.
    /// </summary>
    /// <param name="band">0 to <see cref="Bands"/> - 1.</param>
    public IReadOnlyList<int> BandsNear(int band)
    {
        var own = Band(band);
        var near = new List<int> { own };
        for (var i = 0; i < BandBits; i++)
        {
            near.Add(own ^ (1 << i));
            for (var j = 0; j < i; j++)
                near.Add(own ^ (1 << i) ^ (1 << j));
        }
        return near;
    }

    private static bool IsEven(ReadOnlySpan<byte> grey)
    {
        double sum = 0, squares = 0;
        foreach (var value in grey)
        {
            sum += value;
            squares += value * value;
        }
        var mean = sum / grey.Length;
        return (squares / grey.Length) - (mean * mean) < 25;
    }

    // The part inside the frame, drawn on the sample's pixels: each is the mean of what it covers.
    private static double[,] Scale(ReadOnlySpan<byte> grey, (int Left, int Top, int Right, int Bottom) frame)
    {
        var sample = new double[Sample, Sample];
        double left = Side * frame.Left / 100.0, top = Side * frame.Top / 100.0;
        double width = (Side - left - (Side * frame.Right / 100.0)) / Sample, height = (Side - top - (Side * frame.Bottom / 100.0)) / Sample;
        for (var y = 0; y < Sample; y++)
        {
            for (var x = 0; x < Sample; x++)
                sample[y, x] = Mean(grey, left + (x * width), top + (y * height), width, height);
        }
        return sample;
    }

    private static double Mean(ReadOnlySpan<byte> grey, double left, double top, double width, double height)
    {
        double sum = 0;
        for (var y = (int)top; y < top + height && y < Side; y++)
        {
            var down = Math.Min(y + 1, top + height) - Math.Max(y, top);
            for (var x = (int)left; x < left + width && x < Side; x++)
                sum += grey[(y * Side) + x] * down * (Math.Min(x + 1, left + width) - Math.Max(x, left));
        }
        return sum / (width * height);
    }

    // Signs against the median of the lowest 8 × 8 frequencies without the mean brightness.
    private static PicturePrint Of(double[,] sample)
    {
        var rows = new double[Sample, Low];
        for (var y = 0; y < Sample; y++)
        {
            for (var u = 0; u < Low; u++)
            {
                for (var x = 0; x < Sample; x++)
                    rows[y, u] += sample[y, x] * Cosines[u, x];
            }
        }
        var low = new double[Low * Low];
        for (var v = 0; v < Low; v++)
        {
            for (var u = 0; u < Low; u++)
            {
                for (var y = 0; y < Sample; y++)
                    low[(v * Low) + u] += rows[y, u] * Cosines[v, y];
            }
        }
        var sorted = low[1..];
        Array.Sort(sorted);
        var median = sorted[sorted.Length / 2];
        ulong bits = 0;
        for (var i = 1; i < low.Length; i++)
        {
            if (low[i] > median)
                bits |= 1UL << i;
        }
        return new(bits);
    }

    private static double[,] MakeCosines()
    {
        var cosines = new double[Low, Sample];
        for (var u = 0; u < Low; u++)
        {
            for (var x = 0; x < Sample; x++)
                cosines[u, x] = Math.Cos(Math.PI * u * ((2 * x) + 1) / (2 * Sample));
        }
        return cosines;
    }
}
