using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>A date found in the text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Date">When; null where no year is known for it or it says no more than 近年来.</param>
internal readonly record struct FoundDate(int Start, int End, FactDate? Date);

/// <summary>
/// Reads dates with the precision that the text gives: 9月24日, 3月5日至7日, 11月初, 六一前夕, 第一季度, 上半年, 2021年, 2019—2020年, 两年来.
/// One pass over the characters; a date that names no year takes the last one named before it, else the report's.
/// </summary>
internal sealed class DateReader
{
    /// <summary>A named day this many days ahead is still “before the festival”.</summary>
    private const int DaysAround = 7;

    private static readonly SearchValues<char> First = SearchValues.Create([.. "0123456789一二三四五六七八九十两前上下今去近多年本全截", .. Festivals.FirstCharacters]);

    private static readonly (string Word, int Back)[] YearWords =
        [("今年", 0), ("本年度", 0), ("全年", 0), ("去年", 1), ("上年度", 1), ("上一年", 1)];

    /// <summary>They tell of years without saying which.</summary>
    private static readonly string[] NoDates = ["近年来", "近几年", "近些年", "多年来", "近年"];

    private static readonly string[] NearBefore = ["前夕", "来临", "到来", "即将", "之际", "前"];

    private readonly int? _year;
    private readonly bool _isOneYear;

    /// <param name="year">The year of the report, the last one where it covers several; null where unknown.</param>
    /// <param name="isOneYear">Whether it is about that year alone, so that a month without a year is of that year.</param>
    public DateReader(int? year, bool isOneYear) => (_year, _isOneYear) = (year, isOneYear);

    /// <summary>The years that a report is about: those last named in its title, else the only one in the text. 某年以来 and book titles do not count.</summary>
    public static (int From, int To)? YearsOf(QuotationMarks marks, (int Start, int End) title)
    {
        (int From, int To)? only = null;
        var isOnly = true;
        for (var at = marks.Text.IndexOf('年', StringComparison.Ordinal); at >= 0; at = marks.Text.IndexOf('年', at + 1))
        {
            if (DateScanner.YearsBefore(marks.Text, at) is not { } years || marks.IsInBookTitle(at) || marks.Text.AsSpan(at + 1).StartsWith("以来", StringComparison.Ordinal))
                continue;
            isOnly &= only is null || only == years;
            only = years;
            if (at < title.End && marks.Text.IndexOf('年', at + 1) is var next && (next < 0 || next >= title.End))
                return years;
        }
        return isOnly ? only : null;
    }

    /// <summary>Dates of a stretch of text, in order.</summary>
    /// <param name="marks">The text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="around">The date that the text around it names (its heading), for a month without a year or a day without a month.</param>
    public List<FoundDate> Read(QuotationMarks marks, int start, int end, FactDate? around = null)
    {
        List<FoundDate> found = [];
        var year = OneYear(around);
        for (var at = start; at < end; at++)
        {
            var skip = marks.Text.AsSpan(at..end).IndexOfAny(First);
            if (skip < 0)
                break;
            at += skip;
            if (at > start && char.IsAsciiDigit(marks.Text[at]) && char.IsAsciiDigit(marks.Text[at - 1]))
                continue;
            var scanner = new DateScanner(marks.Text, at, end, start);
            if (marks.IsInBookTitle(at) || ReadAt(ref scanner, year, found.Count > 0 ? found[^1].Date : around) is not { } date || scanner.At == at)
                continue;
            found.Add(date with { Start = at, End = scanner.At });
            year = scanner.NamedYear ?? year;
            at = scanner.At - 1;
        }
        return found;
    }

    /// <summary>The date that fills a cell of a table, short forms included: 3.5, 2022/3/5, 2022-03.</summary>
    public FactDate? ReadCell(QuotationMarks marks, int start, int end, FactDate? around)
    {
        var scanner = new DateScanner(marks.Text, start, end, start);
        if (scanner.ReadShortForm() is { } named && scanner.At == end)
        {
            var (y, month, day) = named;
            return (y ?? OneYear(around) ?? OwnYear) is { } known && DayOrMonth(known, month, day) is { } period ? new(period, null) : null;
        }
        return Read(marks, start, end, around).Find(date => date.Date is not null).Date;
    }

    private static int? OneYear(FactDate? date) => date?.Period is { } period && period.From.Year == period.To.Year ? period.From.Year : null;

    private int? OwnYear => _isOneYear ? _year : null;

    private FoundDate? ReadAt(ref DateScanner scanner, int? year, FactDate? before)
    {
        if (scanner.Take(NoDates))
            return default(FoundDate);
        var upTo = scanner.Take("截至") || scanner.Take("截止");
        if (upTo)
            scanner.Take("到");
        if (ReadYears(ref scanner, out var named) is { } years)
            return new(0, 0, upTo ? null : years);
        var known = named ?? year ?? OwnYear;
        if (ReadPart(ref scanner, known, named, before) is { } part)
            return upTo && part.Date?.Period is { } last ? new(0, 0, new(new(new(last.To.Year, 1, 1), last.To, PeriodPrecision.Month), null)) : part;
        return named is { } whole ? new(0, 0, ReadWholeYear(ref scanner, whole)) : null;
    }

    /// <summary>Several years (2019—2020年, 两年来); else the year with which a nearer date begins goes to <paramref name="named"/>.</summary>
    private FactDate? ReadYears(ref DateScanner scanner, out int? named)
    {
        named = null;
        if (scanner.ReadYearRange() is { } range)
            return OfYears(range.From, range.To);
        foreach (var (word, back) in YearWords)
        {
            if (!scanner.Take(word))
                continue;
            named = scanner.NamedYear = _year - back;
            return null;
        }
        if (scanner.ReadYearsPast() is { } count)
            return _year is { } last ? OfYears(last - count + 1, last) : null;
        named = scanner.ReadYear();
        return null;
    }

    private FactDate ReadWholeYear(ref DateScanner scanner, int year)
    {
        if (scanner.Take("以来") && _year > year)
            return OfYears(year, _year.Value);
        scanner.Take("度");
        return OfYears(year, year);
    }

    /// <summary>What is nearer than a year: a month, a day, a quarter, half a year, a festival.</summary>
    private FoundDate? ReadPart(ref DateScanner scanner, int? year, int? named, FactDate? before)
    {
        if (scanner.ReadFestival() is { } festival)
            return new(0, 0, ReadFestival(ref scanner, festival, year));
        if (scanner.ReadMonths(named is not null) is { } months)
            return new(0, 0, year is { } known ? OfMonths(known, months) : null);
        if (scanner.ReadSpan() is { } span)
        {
            return new(0, 0, year is { } known
                ? new(new(new(known, span.From, 1), new DateOnly(known, span.To, 1).AddMonths(1).AddDays(-1), span.Precision), null)
                : null);
        }
        // 3月5日……，8日……: a day alone is of the month before it.
        if (before?.Period is { Precision: PeriodPrecision.Day or PeriodPrecision.Month } month && (month.From.Month, month.From.Year) == (month.To.Month, month.To.Year) && scanner.ReadDay() is { } day)
            return new(0, 0, DayOrMonth(month.To.Year, month.To.Month, day) is { } period ? new(period, null) : null);
        return null;
    }

    private FactDate? OfMonths(int year, MonthsRead read)
    {
        if (read is { From.Day: { } day, To: null })
            return DayOrMonth(year, read.From.Month, day) is { } one ? new(one, null) : null;
        var toYear = read.To?.Year ?? year;
        var first = PeriodOf(year, read.From);
        var last = read.To is { } to ? PeriodOf(toYear, to) : first;
        if (first is null || last is null || last.To < first.From)
            return null;
        if (read.IsSince)
            return new(new(first.From, new(Math.Max(year, _year ?? year), 12, 31), PeriodPrecision.Month), null);
        return new(first with { To = last.To, Precision = first == last ? first.Precision : (PeriodPrecision)Math.Max((int)first.Precision, (int)last.Precision) }, null);
    }

    private static Period? PeriodOf(int year, MonthPart part)
    {
        if (part.Day is { } day)
            return DayOrMonth(year, part.Month, day);
        var last = DateTime.DaysInMonth(year, part.Month);
        var (from, to) = part.Third switch { 0 => (1, last), 1 => (1, 10), 2 => (11, 20), _ => (21, last) };
        return new(new(year, part.Month, from), new(year, part.Month, to), part.Third == 0 ? PeriodPrecision.Month : PeriodPrecision.TenDays);
    }

    private static Period? DayOrMonth(int year, int month, int? day)
    {
        if (month is < 1 or > 12 || day is < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return day is { } known ? Period.Of(new(year, month, known)) : PeriodOf(year, new(month, null, 0, null));
    }

    private static FactDate ReadFestival(ref DateScanner scanner, Festival festival, int? year)
    {
        var around = scanner.Take("前后");
        var before = around || scanner.Take(NearBefore);
        var after = around || (!before && (scanner.Take("期间") || scanner.Take("后")));
        scanner.Take("当天");
        if (year is not { } known)
            return new(null, festival.Name);
        var day = festival.Day(known);
        return new(new(before ? day.AddDays(-DaysAround) : day, after ? day.AddDays(DaysAround) : day, PeriodPrecision.Festival), festival.Name);
    }

    private static FactDate OfYears(int from, int to) => new(new(new(from, 1, 1), new(to, 12, 31), PeriodPrecision.Year), null);
}
