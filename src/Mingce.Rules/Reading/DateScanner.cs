namespace Mingce.Rules.Reading;

/// <summary>A month as written.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">The day, where named.</param>
/// <param name="Third">1 to 3 for 上旬 (初), 中旬, 下旬 (底); 0 for none.</param>
/// <param name="Year">The year, where one stands right before it.</param>
internal sealed record MonthPart(int Month, int? Day, int Third, int? Year);

/// <summary>One month or a range of them.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; null where there is only one.</param>
/// <param name="IsSince">以来.</param>
internal sealed record MonthsRead(MonthPart From, MonthPart? To, bool IsSince);

/// <summary>Steps through the characters of a date. What does not fit leaves the place as it was.</summary>
/// <param name="text">The text.</param>
/// <param name="at">Where to begin.</param>
/// <param name="end">Where the stretch ends.</param>
/// <param name="start">Where the stretch begins: what stands before it is no part of a date.</param>
internal ref struct DateScanner(string text, int at, int end, int start)
{
    private const string HanDigits = "〇一二三四五六七八九";

    private static readonly (string Word, int From, int To, PeriodPrecision Precision)[] Spans =
    [
        ("上半年", 1, 6, PeriodPrecision.Month), ("下半年", 7, 12, PeriodPrecision.Month), ("前三季度", 1, 9, PeriodPrecision.Month), ("前三个季度", 1, 9, PeriodPrecision.Month), ("前两季度", 1, 6, PeriodPrecision.Month),
        ("年初", 1, 1, PeriodPrecision.Month), ("年底", 12, 12, PeriodPrecision.Month), ("年末", 12, 12, PeriodPrecision.Month),
    ];

    private static readonly string[] NotAfterMonth = ["度", "份度", "革命", "一次", "两次", "二次"];
    private static readonly string[] MiddleOfWord = ["国", "心", "央", "小", "学", "医", "共", "秋", "华"];

    private readonly ReadOnlySpan<char> _text = text.AsSpan(0, end);

    /// <summary>Where it stands.</summary>
    public int At { get; private set; } = at;

    /// <summary>The last year that was read.</summary>
    public int? NamedYear { get; set; }

    private readonly ReadOnlySpan<char> Rest => _text[At..];

    private readonly char Next => At < _text.Length ? _text[At] : '\0';

    /// <summary>The years that end right before the 年 at a place: 2021, 2019—2020.</summary>
    public static (int From, int To)? YearsBefore(string text, int at)
    {
        if (at < 4)
            return null;
        var scanner = new DateScanner(text, at - 4, at, 0);
        if (scanner.ReadYearNumber() is not { } to)
            return null;
        var before = at - 5;
        while (before >= 3 && at - before <= 7 && "—–-~～至到－年".Contains(text[before]))
            before--;
        if (before == at - 5 || before < 3)
            return (to, to);
        scanner.At = before - 3;
        return scanner.ReadYearNumber() is { } from && from < to ? (from, to) : (to, to);
    }

    public bool Take(string word)
    {
        if (!Rest.StartsWith(word, StringComparison.Ordinal))
            return false;
        At += word.Length;
        return true;
    }

    public bool Take(string[] words)
    {
        if (Han.PrefixOf(Rest, words) is not { } word)
            return false;
        At += word.Length;
        return true;
    }

    /// <summary>2019—2020年, 2019年至2020年.</summary>
    public (int From, int To)? ReadYearRange()
    {
        var back = At;
        if (ReadYearNumber() is { } from)
        {
            Take("年");
            if (TakeRange() && ReadYearNumber() is { } to && from < to && Take("年") && !IsMonthNext())
            {
                Take("度");
                NamedYear = to;
                return (from, to);
            }
        }
        At = back;
        return null;
    }

    /// <summary>两年来, 近三年, 过去一年: how many.</summary>
    public int? ReadYearsPast()
    {
        var back = At;
        var near = Take("近");
        if (ReadNumber() is >= 1 and <= 30 and var count && Take("年") && (Take("多来") || Take("来") || (near && !Take("级"))))
            return count;
        At = back;
        return null;
    }

    /// <summary>2021年, 二〇二一年.</summary>
    public int? ReadYear()
    {
        var back = At;
        if (ReadYearNumber() is { } year && Take("年"))
        {
            NamedYear = year;
            return year;
        }
        At = back;
        return null;
    }

    /// <summary>A festival, marks around it included.</summary>
    public Festival? ReadFestival()
    {
        var from = Next is '“' or '"' ? At + 1 : At;
        if (from >= _text.Length || Festivals.ReadAt(text, from, _text.Length) is not { } found)
            return null;
        At = found.End;
        return found.Festival;
    }

    /// <summary>3月, 3月份, 3月5日, 3月初, 3月5日至7日, 3—5月, 3月至次月…; a year may stand before the second.</summary>
    /// <param name="isInYear">A year stands right before.</param>
    public MonthsRead? ReadMonths(bool isInYear)
    {
        var back = At;
        if (!isInYear && At > start && (_text[At - 1] is '第' or '每' or '个' || (char.IsAsciiDigit(Next) && _text[At - 1] is '.' or '-' or '/' or '·')))
            return null;
        if (ReadNumber() is not (>= 1 and <= 12 and var month))
            return NoMonths(back);
        if (Next != '月')
        {
            // 3—5月, 3、4月份
            if ((TakeRange() || Take("、")) && ReadNumber() is { } until && until > month && until <= 12 && Take("月"))
            {
                Take("份");
                return new(new(month, null, 0, null), new(until, null, 0, null), false);
            }
            return NoMonths(back);
        }
        At++;
        if (Han.PrefixOf(Rest, NotAfterMonth) is not null)
            return NoMonths(back);
        var from = ReadInMonth(month, null);
        return Take("以来") ? new(from, null, true) : new(from, ReadRangeEnd(from), false);
    }

    /// <summary>A quarter, half a year, the beginning or end of the year.</summary>
    public (int From, int To, PeriodPrecision Precision)? ReadSpan()
    {
        foreach (var (word, from, to, precision) in Spans)
        {
            if (Take(word))
                return (from, to, precision);
        }
        var back = At;
        // 2021年初: the 年 is already read.
        if (At > start && _text[At - 1] == '年' && Han.PrefixOf(Rest, ["初中", "初级", "初三", "初心"]) is null && (Take("初") || Take("底") || Take("末")))
            return _text[At - 1] == '初' ? (1, 1, PeriodPrecision.Month) : (12, 12, PeriodPrecision.Month);
        Take("第");
        if (ReadNumber() is >= 1 and <= 4 and var quarter && Take("季度") && (back == start || _text[back - 1] != '每'))
            return ((quarter * 3) - 2, quarter * 3, PeriodPrecision.Quarter);
        At = back;
        return null;
    }

    /// <summary>A day alone: 8日.</summary>
    public int? ReadDay()
    {
        var back = At;
        if ((At == start || _text[At - 1] is not ('第' or '每' or '.')) && ReadNumber() is >= 1 and <= 31 and var day && (Take("日") || Take("号")))
            return day;
        At = back;
        return null;
    }

    /// <summary>2022-03-05, 2022/3/5, 2022.3, 3.5, 3/5.</summary>
    public (int? Year, int Month, int? Day)? ReadShortForm()
    {
        var year = ReadYearNumber();
        if (year is not null && !TakePoint())
            return null;
        if (ReadNumber() is not (>= 1 and <= 12 and var month))
            return null;
        int? day = TakePoint() ? ReadNumber() : null;
        return year is null && day is null ? null : (year, month, day);
    }

    /// <summary>2019年至2020年6月, 2019年—2020年底: the range is one of months.</summary>
    private readonly bool IsMonthNext() => char.IsAsciiDigit(Next) || Next is '初' or '底' or '末';

    /// <summary>What stands behind 3月: a day or a third of the month.</summary>
    private MonthPart ReadInMonth(int month, int? year)
    {
        Take("份");
        if (ReadDay() is { } day)
            return new(month, day, 0, year);
        if (Take("上旬") || Take("初"))
            return new(month, null, 1, year);
        if (Take("中旬") || (Next == '中' && Han.PrefixOf(Rest[1..], MiddleOfWord) is null && Take("中")))
            return new(month, null, 2, year);
        return Take("下旬") || Take("底") || Take("末") ? new(month, null, 3, year) : new(month, null, 0, year);
    }

    /// <summary>至7日, 至5月, —4月2日, 至2020年6月, and 、6日 right after 5日.</summary>
    private MonthPart? ReadRangeEnd(MonthPart start)
    {
        var back = At;
        if (start.Day is { } first && Take("、") && ReadDay() == first + 1)
            return start with { Day = first + 1 };
        At = back;
        if (!TakeRange())
            return null;
        var year = ReadYear();
        if (start.Day is not null && year is null && ReadDay() is { } day)
            return start with { Day = day };
        if (ReadNumber() is >= 1 and <= 12 and var month && Take("月"))
            return ReadInMonth(month, year);
        At = back;
        return null;
    }

    private bool TakeRange() => Take("——") || Take("—") || Take("–") || Take("-") || Take("－") || Take("~") || Take("～") || Take("至") || Take("到");

    private bool TakePoint() => Take(".") || Take("-") || Take("/") || Take("．");

    private int? ReadYearNumber()
    {
        if (_text.Length - At < 4 || (At > start && char.IsAsciiDigit(_text[At - 1])))
            return null;
        var year = 0;
        for (var i = 0; i < 4; i++)
        {
            var c = _text[At + i];
            var digit = char.IsAsciiDigit(c) ? c - '0' : c == '零' ? 0 : HanDigits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
                return null;
            year = (year * 10) + digit;
        }
        if (year is < 1900 or > 2099)
            return null;
        At += 4;
        return year;
    }

    /// <summary>One or two digits, or a Chinese numeral up to 三十一.</summary>
    private int? ReadNumber()
    {
        var back = At;
        var value = 0;
        while (char.IsAsciiDigit(Next) && At - back < 2)
            value = (value * 10) + (_text[At++] - '0');
        if (At > back)
            return char.IsAsciiDigit(Next) ? null : value;
        var tens = Next == '十' ? 1 : Digit(Next);
        if (tens <= 0)
            return null;
        if (Next != '十')
            At++;
        if (Next == '十')
        {
            At++;
            var ones = Math.Max(0, Digit(Next));
            At += ones > 0 ? 1 : 0;
            return (tens * 10) + ones;
        }
        return Digit(Next) > 0 ? null : tens;

        static int Digit(char c) => c == '两' ? 2 : c == '〇' ? -1 : HanDigits.IndexOf(c, StringComparison.Ordinal);
    }

    private MonthsRead? NoMonths(int at)
    {
        At = at;
        return null;
    }
}
