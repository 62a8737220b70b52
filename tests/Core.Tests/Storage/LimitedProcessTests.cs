using System.Text;
using Mingce.Core.Storage;

namespace Core.Tests.Storage;

public sealed class LimitedProcessTests
{
    [Fact]
    public async Task Run_Program_AnswersWhatItWrote()
    {
        var (output, _) = await LimitedProcess.RunAsync("echo", ["$HOME", "一"], 100, default);
        Encoding.UTF8.GetString(output!).ShouldBe("$HOME 一\n");
    }

    [Fact]
    public async Task Run_FailingProgram_AnswersItsComplaint()
    {
        var (output, complaint) = await LimitedProcess.RunAsync("ls", ["/nothing-here"], 100, default);
        output.ShouldBeNull();
        complaint.ShouldContain("nothing-here");
    }

    [Fact]
    public async Task Run_EndlessOutput_IsEnded() =>
        (await LimitedProcess.RunAsync("yes", [], 1000, default)).Output.ShouldBeNull();

    [Fact]
    public async Task Run_Environment_HoldsNothingOfOurs()
    {
        var (output, _) = await LimitedProcess.RunAsync("env", [], 10_000, default, ("WORD", "value"));
        Encoding.UTF8.GetString(output!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0])
            .ShouldBe(["PATH", "LC_ALL", "WORD"], ignoreOrder: true);
    }

    [Fact]
    public async Task Run_MemoryBeyondTheLimit_Fails() =>
        (await LimitedProcess.RunAsync("dd", ["if=/dev/zero", "of=/dev/null", "bs=2G", "count=1"], 100, default)).Output.ShouldBeNull();

    [Fact]
    public void CanRun_UnknownProgram_IsFalse() => LimitedProcess.CanRun("no-such-decoder").ShouldBeFalse();
}
