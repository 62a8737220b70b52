using System.CommandLine;
using Mingce.Core;
using Mingce.Gongwen;
using Mingce.Gongwen.Checking;
using Mingce.Gongwen.Profiles;

namespace Mingce.Cli.Commands;

/// <summary>gongwen check X.docx: names each deviation from the standard or a house profile; 1 with any.</summary>
internal static class GongwenCheckCommand
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "公文（.docx，WPS、Word、LibreOffice 所存均可）" };
        var (profile, json) = (ProfileOption(), CommonOptions.Json());
        var command = new Command("check", "检查公文格式，逐项指出不符之处") { file, profile, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var result = Check(path, OpenProfile(parsed.GetValue(profile)));
            if (parsed.GetValue(json)) console.WriteJson(result.Findings.Select(ToJson));
            else Print(console.Output, result);
            console.Error.WriteLine(Summary(path, result));
            return result.Findings.Count == 0 ? ExitCode.Done : ExitCode.Finding;
        });
        return command;
    }

    /// <summary>--profile, for every command that writes or checks a document.</summary>
    public static Option<string?> ProfileOption() => new("--profile") { Description = "格式：gb-t-9704-2012（默认），或本单位格式文件（.json）", HelpName = "P" };

    /// <exception cref="UserFaultException">The profile's file has a fault.</exception>
    public static Profile OpenProfile(string? name)
    {
        if (name is null || name == Profile.Standard.Id) return Profile.Standard;
        try
        {
            using var json = File.OpenRead(name);
            return Profile.Read(json);
        }
        catch (ProfileException fault)
        {
            throw new UserFaultException(fault.Message);
        }
    }

    private static CheckResult Check(string path, Profile profile)
    {
        try
        {
            using var docx = File.OpenRead(path);
            return GongwenCheck.Check(docx, profile);
        }
        catch (UnreadableDocumentException fault)
        {
            throw new UserFaultException(fault.Message);
        }
    }

    private static void Print(TextWriter output, CheckResult result)
    {
        foreach (var (finding, number) in result.Findings.Select((finding, index) => (finding, index + 1)))
        {
            var clause = finding.Clause is null ? finding.Code : $"§{finding.Clause}";
            output.WriteLine($"{number}. {finding.Where}：{finding.Found}；应为：{finding.Wanted}。（{clause}，{Letter(finding.Certainty)}）");
        }
    }

    private static string Summary(string path, CheckResult result) => $"依据 {result.Profile.Name}（{result.Profile.Id}）检查 {Path.GetFileName(path)}："
        + (result.Findings.Count == 0 ? "未发现不符之处。" : $"发现 {result.Findings.Count} 处不符。V 见过原文，K 通行理解、未核原文，D 推算，H 本单位规定。");

    private static object ToJson(Finding finding) => new { finding.Clause, finding.Code, finding.Where, finding.Found, finding.Wanted, Certainty = Letter(finding.Certainty) };

    private static string Letter(Certainty certainty) => certainty switch
    {
        Certainty.Verified => "V",
        Certainty.Known => "K",
        Certainty.Derived => "D",
        Certainty.Choice => "C",
        Certainty.House => "H",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, null),
    };
}
