using System.Text.Json;
using Mingce.Cli;

namespace Cli.Tests.Dossiers;

public sealed class DossierCommandTests
{
    [Fact]
    public async Task Dossier_Json_TellsFileHashAndReadyStandards()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        var (code, output, _) = await RunAsync(folder, "dossier", "--data", folder.Ledger.Folder.Path, "--scheme", "xiaogan", "--year", "2026", "-o", folder.Zip, "--json");
        code.ShouldBe(0);
        var json = JsonDocument.Parse(output).RootElement;
        var bytes = await File.ReadAllBytesAsync(folder.Zip);
        json.GetProperty("file").GetString().ShouldBe(folder.Zip);
        json.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        json.GetProperty("bytes").GetInt64().ShouldBe(bytes.Length);
        json.GetProperty("files").GetInt32().ShouldBe(15);
        json.GetProperty("ready").EnumerateArray().Select(e => e.GetString()).ShouldBe(["1.8"]);
        json.GetProperty("notReady").GetArrayLength().ShouldBe(9);

        (await RunAsync(folder, "verify", folder.Zip, "--json")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0), r => r.Output.Trim().ShouldBe("[]"));
    }

    [Fact]
    public async Task Verify_ChangedZip_ExitsOneAndNamesTheFault()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await folder.WriteAsync();
        await File.AppendAllTextAsync(folder.Zip, "x");
        var (code, output, error) = await RunAsync(folder, "verify", folder.Zip, "--json");
        code.ShouldBe(1);
        error.ShouldContain("末尾多出 1 字节");
        JsonDocument.Parse(output).RootElement[0].GetProperty("code").GetString().ShouldBe("structure");
    }

    public static TheoryData<string[], string> Faults => new()
    {
        { ["dossier", "--scheme", "无此体系", "-o", "x.zip"], "xiaogan" },
        { ["dossier", "--scheme", "xiaogan", "--year", "2020", "-o", "x.zip"], "没有已登记的活动记录" },
        { ["dossier", "--scheme", "xiaogan", "--year", "2026", "-o", "/dev/full"], "不是普通文件" },
        { ["dossier", "--scheme", "xiaogan", "--year", "2026", "-o", "/nowhere/x.zip"], "不存在" },
        { ["verify", "/nowhere/x.zip"], "找不到文件" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Run_BadInput_ExitsTwoAndSaysWhatToDo(string[] args, string told)
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        string[] data = args[0] == "dossier" ? ["--data", folder.Ledger.Folder.Path] : [];
        var (code, _, error) = await RunAsync(folder, [.. args, .. data]);
        code.ShouldBe(2);
        error.ShouldContain(told);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(DossierFolder folder, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(output, error, folder.Ledger.Clock).RunAsync(args);
        return (code, output.ToString(), error.ToString());
    }
}
