using System.Globalization;
using System.Text.RegularExpressions;

// Every quantifier of these patterns is bounded, so no input makes them backtrack far.
#pragma warning disable MA0009

namespace Mingce.Rules.Reading;

/// <summary>A date found in the text.</summary>
internal readonly record struct FoundDate(int Start, int End, FactDate Date);

/// <summary>Reads dates with the precision that the text gives: 9月24日, 11月初, 六一前夕, 第一季度, 2021年.</summary>
internal sealed partial class DateReader
{
    /// <summary>A named day this many days ahead is still “before the festival”.</summary>
    private const int DaysBefore = 7;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Festivals: month and day, by the lunar calendar where marked.</summary>
    private static readonly (string Words, string Name, int Month, int Day, bool IsLunar)[] Festivals =
    [
        ("元旦", "元旦", 1, 1, false), ("春节", "春节", 1, 1, true), ("元宵", "元宵", 1, 15, true), ("三八", "三八", 3, 8, false),
        ("学雷锋日", "学雷锋日", 3, 5, false), ("清明", "清明", 4, 4, false), ("五一", "五一", 5, 1, false), ("五四", "五四", 5, 4, false),
        ("端午", "端午", 5, 5, true), ("六一", "六一", 6, 1, false), ("七一", "七一", 7, 1, false), ("八一", "八一", 8, 1, false),
        ("七夕", "七夕", 7, 7, true), ("中秋", "中秋", 8, 15, true), ("重阳", "重阳", 9, 9, true), ("国庆", "国庆", 10, 1, false),
        ("十一", "国庆", 10, 1, false), ("大年三十", "除夕", 1, 1, true), ("除夕", "除夕", 1, 1, true),
    ];

    private readonly int? _year;

    /// <param name="year">The year of the report, for dates that do not name one.</param>
    public DateReader(int? year) => _year = year;

    [GeneratedRegex("((?<year>(19|20)[0-9]{2})年)?(?<month>1[0-2]|0?[1-9])月((?<day>[12][0-9]|3[01]|0?[1-9])[日号]|(?<part>上旬|中旬|下旬|初|中|底|末)|(?!份?度))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MonthDate();

    [GeneratedRegex("((?<year>(19|20)[0-9]{2})年)?第?(?<quarter>[一二三四])季度", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex QuarterDate();

    [GeneratedRegex("(?<year>(19|20)[0-9]{2})年(?<since>以来)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex YearDate();

    [GeneratedRegex("(?<![年“三五六七八十])(?<word>元旦|春节|元宵|三八|学雷锋日|清明|五一|五四|端午|六一|七一|八一|七夕|中秋|重阳|国庆|大年三十|除夕|(?<=[“”])十一(?=”))[”节]{0,2}(?<near>前夕|前后|前|来临|到来|即将|期间|当天|之际)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FestivalDate();

    /// <summary>The year that a report is about: the last one named in its title, else the only one in the text. 某年以来 and book titles do not count.</summary>
    public static int? YearOf(QuotationMarks marks, (int Start, int End) title)
    {
        var named = YearDate().Matches(marks.Text)
            .Where(match => !match.Groups["since"].Success && !marks.IsInBookTitle(match.Index))
            .Select(match => (match.Index, Year: Year(match)!.Value))
            .ToList();
        if (named.FindLast(year => year.Index >= title.Start && year.Index < title.End) is { Year: > 0 } inTitle)
            return inTitle.Year;
        return named.Count > 0 && named.TrueForAll(year => year.Year == named[0].Year) ? named[0].Year : null;
    }

    /// <summary>Dates of a stretch of text, in order; the more precise one where two overlap.</summary>
    public List<FoundDate> Read(QuotationMarks marks, int start, int end)
    {
        List<FoundDate> found = [];
        Collect(found, MonthDate(), marks, start, end, ReadMonth);
        Collect(found, FestivalDate(), marks, start, end, ReadFestival);
        Collect(found, QuarterDate(), marks, start, end, ReadQuarter);
        Collect(found, YearDate(), marks, start, end, ReadYear);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void Collect(List<FoundDate> found, Regex pattern, QuotationMarks marks, int start, int end, Func<Match, FactDate?> read)
    {
        for (var match = pattern.Match(marks.Text, start, end - start); match.Success; match = match.NextMatch())
        {
            var (from, to) = (match.Index, match.Index + match.Length);
            if (!marks.IsInBookTitle(from) && !found.Exists(known => from < known.End && known.Start < to) && read(match) is { } date)
                found.Add(new(from, to, date));
        }
    }

    private FactDate? ReadMonth(Match match)
    {
        var month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        if ((Year(match) ?? _year) is not { } year)
            return null;
        var last = DateTime.DaysInMonth(year, month);
        if (match.Groups["day"].Success)
        {
            var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
            return day <= last ? new(Period.Of(new(year, month, day)), null) : null;
        }
        var (from, to) = match.Groups["part"].Value switch
        {
            "上旬" or "初" => (1, 10),
            "中旬" or "中" => (11, 20),
            "下旬" or "底" or "末" => (21, last),
            _ => (1, last),
        };
        var precision = match.Groups["part"].Success ? PeriodPrecision.TenDays : PeriodPrecision.Month;
        return new(new(new(year, month, from), new(year, month, to), precision), null);
    }

    private FactDate? ReadQuarter(Match match)
    {
        if ((Year(match) ?? _year) is not { } year)
            return null;
        var month = ("一二三四".IndexOf(match.Groups["quarter"].Value, StringComparison.Ordinal) * 3) + 1;
        return new(new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(3).AddDays(-1), PeriodPrecision.Quarter), null);
    }

    private FactDate? ReadYear(Match match)
    {
        var year = Year(match)!.Value;
        var period = Period.OfYear(year);
        if (!match.Groups["since"].Success || _year == year)
            return new(period, null);
        return _year > year ? new(period with { To = new(_year.Value, 12, 31) }, null) : null;
    }

    private FactDate ReadFestival(Match match)
    {
        var festival = Festivals.First(row => row.Words == match.Groups["word"].Value);
        if (_year is not { } year)
            return new(null, festival.Name);
        var day = festival.Name == "除夕" ? DayOf(festival, year).AddDays(-1) : DayOf(festival, year);
        var before = match.Groups["near"].Value is "前夕" or "前" or "来临" or "到来" or "即将" or "之际" or "前后";
        var after = match.Groups["near"].Value is "前后" or "期间";
        var period = new Period(before ? day.AddDays(-DaysBefore) : day, after ? day.AddDays(DaysBefore) : day, PeriodPrecision.Festival);
        return new(period, festival.Name);
    }

    private static DateOnly DayOf((string Words, string Name, int Month, int Day, bool IsLunar) festival, int year)
    {
        if (festival.Name == "清明")
            return new(year, 4, QingmingDay(year));
        if (!festival.IsLunar || year is < 1901 or > 2100)
            return new(year, festival.Month, festival.Day);
        var leap = Lunar.GetLeapMonth(year);
        // The calendar counts the leap month as one more month of the year.
        var month = leap > 0 && festival.Month >= leap ? festival.Month + 1 : festival.Month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, month, festival.Day, 0, 0, 0, 0));
    }

    /// <summary>清明 falls on 4 or 5 April; the usual reckoning for 2000 to 2099.</summary>
    private static int QingmingDay(int year) => (int)(((year % 100) * 0.2422) + 4.81) - (year % 100 / 4);

    private static int? Year(Match match) =>
        match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;
}
