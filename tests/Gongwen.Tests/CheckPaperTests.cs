namespace Mingce.Gongwen.Tests;

/// <summary>What the writer writes, the check passes.</summary>
public class CheckPaperTests
{
    public static TheoryData<string> Names => [.. PaperSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OfOwnPaper_FindsNothing(string name) =>
        CheckFaultTests.Check(Samples.Write(PaperSamples.All[name])).Findings.ShouldBeEmpty(name);

    [Fact]
    public void Check_OfFullDocument_FindsNothing() => CheckFaultTests.Check(Samples.Write(Samples.Full())).Findings.ShouldBeEmpty();
}
