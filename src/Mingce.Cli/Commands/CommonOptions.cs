using System.CommandLine;
using System.Globalization;
using Mingce.Core;
using Mingce.Core.Data;

namespace Mingce.Cli.Commands;

/// <summary>Options that several commands share, with the environment variables and defaults behind them.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "数据文件夹（默认取环境变量 MINGCE_DATA，再默认 ./data）",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MINGCE_DATA") is { Length: > 0 } folder ? folder : "data",
    };

    public static Option<string?> Unit() => new("--unit") { Description = "单位全称、简称或标识；只有一个单位时可省略", HelpName = "U" };

    public static Option<int> Year(TimeProvider time)
    {
        var option = new Option<int>("--year")
        {
            Description = "年度（默认今年）",
            HelpName = "Y",
            DefaultValueFactory = _ => OfficeCalendar.Today(time).Year,
            CustomParser = result =>
            {
                if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1949 or > 2999)
                {
                    result.AddError("年度应为四位年份，例如 2026。");
                }
                return year;
            },
        };
        return option;
    }

    public static Option<string> Scheme() => new("--scheme") { Description = "测评体系代号，例如 xiaogan", HelpName = "S", Required = true };

    public static Option<bool> Json() => new("--json") { Description = "以 JSON 输出" };

    public static Option<string> OutputFile(string example)
    {
        var option = new Option<string>("--output", "-o") { Description = $"结果文件，例如 {example}", HelpName = "FILE", Required = true };
        option.Validators.Add(result =>
        {
            // A .docx under the name .pdf opens nowhere.
            var (wanted, given) = (Path.GetExtension(example), Path.GetExtension(result.GetValueOrDefault<string>() ?? ""));
            if (given.Length > 0 && !given.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"-o 的结果是 {wanted} 文件，请把扩展名 {given} 改为 {wanted}。");
            }
        });
        return option;
    }

    /// <summary>Opens the data folder with the database the command line was given.</summary>
    public static Task<DataFolder> OpenAsync(string folder, FolderUse use, CommandConsole console) =>
        DataFolder.OpenAsync(folder, use, console.Postgres, console.Time);
}
