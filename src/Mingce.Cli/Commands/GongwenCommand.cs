using System.CommandLine;

namespace Mingce.Cli.Commands;

/// <summary>gongwen: official documents to GB/T 9704-2012, apart from any ledger.</summary>
internal static class GongwenCommand
{
    public static Command Create(CommandConsole console) => new("gongwen", "公文格式（GB/T 9704-2012）")
    {
        GongwenCheckCommand.Create(console),
    };
}
