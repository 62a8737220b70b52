using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingce.Core.Spreadsheets;
using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Core.Intake.Ledgers;

/// <summary>Reads what stands in the cells of a ledger.</summary>
internal static partial class LedgerValues
{
    private const int EarliestYear = 1949;

    private const int FirstSerial = 18_264; // 1950-01-01
    private const int LastSerial = 73_050; // 2099-12-31
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    [GeneratedRegex(@"[（(]?(星期|周)[一二三四五六日天][）)]?|(上午|下午|晚上|晚|早上|全天)|[T ]?\d{1,2}[:：]\d{2}(:\d{2})?([-—–~～至到]\d{1,2}[:：]\d{2})?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^(?<from>\d[\d./年月日-]*\d日?月?)[—–~～至到]+(?<to>\d[\d./年月日-]*\d日?月?|\d{1,2}日?)$|^(?<from>\d{4}[./年]\d{1,2}[./月]\d{1,2}日?|\d{1,2}[./月]\d{1,2}日?)-(?<to>\d[\d./年月日]*日?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\d{4}\.)?\d{1,2}\.[1-3]$|^\d{4}\.1$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LostZero();

    [GeneratedRegex(@"^(?<n>\d{1,6})(人|名|人次|位)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex People();

    /// <summary>The period that a cell tells: 2026.3.5, 3月5日, 2026年3月, 46086, 20260305, 3.5-3.8.</summary>
    /// <param name="year">The year of a date that names none; null where nothing tells it.</param>
    /// <param name="isNumber">Whether the cell is a number: then a zero at the end is lost.</param>
    public static Period Period(string cell, int? year, bool isNumber)
    {
        var text = Plain(cell);
        if (isNumber && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            return Rules.Period.Of(DayZero.AddDays(serial));
        }
        if (isNumber && LostZero().IsMatch(text))
        {
            throw new CellFaultException($"日期“{text}”是数字，可能是“{text}”，也可能是“{text}0”，请写成3月5日或2026-03-05的形式。");
        }
        if (Digits().Match(text) is { Success: true } digits)
        {
            text = digits.Groups["day"].Success ? $"{digits.Groups["year"]}-{digits.Groups["month"]}-{digits.Groups["day"]}" : $"{digits.Groups["year"]}年{digits.Groups["month"]}月";
        }
        var period = Range().Match(text) is { Success: true } range ? Between(range.Groups["from"].Value, range.Groups["to"].Value, year) : ReportReader.ReadPeriod(text, year);
        if (period is null)
        {
            throw new CellFaultException(year is null && ReportReader.ReadPeriod(text, 2000) is not null
                ? $"日期“{CellChecks.Shown(cell)}”没有年份，请选择“所属年度”或在日期中写明年份。"
                : $"日期“{CellChecks.Shown(cell)}”无法识别，请写成2026年3月5日、2026-03-05或2026年3月的形式。");
        }
        return period.From.Year >= EarliestYear && period.To.Year <= 2999 ? period : throw new CellFaultException($"日期“{CellChecks.Shown(cell)}”不正确，请更正。");
    }

    /// <summary>The number of people; null where the cell tells them otherwise (全体干部职工, 30余人).</summary>
    public static int? Headcount(string cell) =>
        People().Match(Plain(cell)) is { Success: true } match && int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 100_000 and var n ? n : null;

    public static int? Count(string cell) => Plain(cell).TrimEnd('次', '场', '期') is var text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 100_000 ? n : null;

    // 3月5日至7日, 2026.3.5-3.8: what the end does not say is that of the beginning.
    private static Period? Between(string first, string last, int? year)
    {
        if (ReportReader.ReadPeriod(first, year) is not { } begin)
        {
            return null;
        }
        var to = int.TryParse(last.TrimEnd('日'), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? begin.Precision == PeriodPrecision.Day && n >= 1 && n <= DateTime.DaysInMonth(begin.From.Year, begin.From.Month) ? Rules.Period.Of(new(begin.From.Year, begin.From.Month, n)) : null
            : ReportReader.ReadPeriod(last, begin.From.Year);
        return to is not null && to.To >= begin.From ? begin with { To = to.To, Precision = (PeriodPrecision)Math.Max((int)begin.Precision, (int)to.Precision) } : null;
    }

    private static string Plain(string cell) =>
        TimeOfDay().Replace(string.Concat(cell.Normalize(NormalizationForm.FormKC).ReplaceLineEndings("")), "").Replace(" ", "", StringComparison.Ordinal).Replace("。", ".", StringComparison.Ordinal).TrimEnd('.', '-', '/', ',', '、');
}
