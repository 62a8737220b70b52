using Fuzz;
using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

/// <summary>Whatever a file holds, it is read or refused with a message. The tool in tests/Fuzz does the same by the million.</summary>
public class DamagedReportTests
{
    private const ulong Cases = 2_000;
    private const int Length = 4_000;
    private const int Times = 16;

    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [Fact]
    public void Read_DamagedReports_AreReadOrRefused()
    {
        var (mutator, check) = (new Mutator(SampleReports.All), new ReadingCheck());
        var read = 0;
        for (var number = 1UL; number <= Cases; number++)
            read += Should.NotThrow(() => check.Run(mutator.File(number)), $"case {number}") is null ? 0 : 1;
        read.ShouldBeInRange((int)Cases / 2, (int)Cases);
    }

    public static TheoryData<string> Patterns => [.. NastyPatterns.All];

    /// <summary>Work that grows faster than the text would show in what it allocates: a list too long, a stretch copied again and again.</summary>
    [Theory]
    [MemberData(nameof(Patterns))]
    public void Read_PatternRepeated_NeedsMemoryInProportion(string pattern)
    {
        var (once, many) = (Allocated(NastyPatterns.Repeat(pattern, Length)), Allocated(NastyPatterns.Repeat(pattern, Times * Length)));

        // Lists that double their room and what the runtime saves once code is warm blur the share; what is quadratic takes sixteen times it.
        many.ShouldBeLessThan((6 * Times * once) + 1_000_000);
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Masking.Mask(text);
        Reader.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
