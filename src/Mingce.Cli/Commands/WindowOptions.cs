using System.CommandLine;
using Mingce.Core;

namespace Mingce.Cli.Commands;

/// <summary>--year Y or --from and --to: the days a command looks at.</summary>
internal sealed class WindowOptions
{
    public WindowOptions(TimeProvider time)
    {
        Year = CommonOptions.Year(time);
        From = Day("--from", "起始日，例如 2026-01-01");
        To = Day("--to", "截止日，例如 2026-12-31");
    }

    public Option<int> Year { get; }
    public Option<DateOnly?> From { get; }
    public Option<DateOnly?> To { get; }

    /// <exception cref="UserFaultException">Only one of the two days, or in the wrong order, or a year as well.</exception>
    public (DateOnly From, DateOnly To) Of(ParseResult parsed) => (parsed.GetValue(From), parsed.GetValue(To)) switch
    {
        (null, null) => (new DateOnly(parsed.GetValue(Year), 1, 1), new DateOnly(parsed.GetValue(Year), 12, 31)),
        ({ } from, { } to) when from <= to && parsed.GetResult(Year) is not { Implicit: false } => (from, to),
        _ => throw new UserFaultException("--from 与 --to 须同时给出，且起始日不晚于截止日；或只用 --year。"),
    };

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", out var day))
            {
                return day;
            }
            result.AddError($"{name} 应为日期，例如 2026-01-31。");
            return null;
        },
    };
}
