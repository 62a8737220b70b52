using System.Text.RegularExpressions;

// Every quantifier of these patterns is bounded, so no input makes them backtrack far.
#pragma warning disable MA0009

namespace Mingce.Rules.Reading;

/// <summary>A regular arrangement found in the text.</summary>
internal readonly record struct FoundRecurrence(int Start, int End, Recurrence Recurrence);

/// <summary>Reads regular arrangements: 每周二、五下午, 每季度, 每月第一个周五; other forms stand in <see cref="StandingForms"/>.</summary>
internal static partial class RecurrenceReader
{
    private const string WeekDays = "一二三四五六日";

    [GeneratedRegex("每(个|逢)?(?<half>半)?(?<n>[两二三四五六2-6])?个?(?<step>天|日|晚|周|星期|礼拜|月|季度|季|年)(?!均|岁|人次)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex("\\G(的?(第[一二三四1-4]|最后一?|末)个?)?(周|星期|礼拜)?(?<days>[一二三四五六日天](([、,，和及]|至|到|-|—)(周|星期)?[一二三四五六日天]){0,6})(?![次场期天课讲练题学测主常个本人月])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex("(?<times>[一两二三四1-4])(次|场|期)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    /// <summary>Arrangements of one sentence, in order, without overlaps.</summary>
    public static List<FoundRecurrence> Read(string text, int start, int end)
    {
        List<FoundRecurrence> found = [];
        foreach (var match in Step().EnumerateMatches(text.AsSpan(start..end)))
            found.Add(ReadStep(text, start + match.Index, end));
        List<FoundRecurrence> standing = [];
        StandingForms.Read(text, start, end, standing);
        found.AddRange(standing.Where(form => !found.Exists(known => form.Start < known.End && known.Start < form.End)));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static FoundRecurrence ReadStep(string text, int start, int end)
    {
        var match = Step().Match(text, start, end - start);
        var at = match.Index + match.Length;
        var frequency = FrequencyOf(match.Groups["step"].Value);
        var interval = match.Groups["n"].Success ? Count(match.Groups["n"].Value) : 1;
        if (match.Groups["half"].Success && frequency == Frequency.Yearly)
            (frequency, interval) = (Frequency.Monthly, 6);
        if (frequency == Frequency.Monthly && interval == 3)
            (frequency, interval) = (Frequency.Quarterly, 1);
        IReadOnlyList<DayOfWeek> days = [];
        if (frequency == Frequency.Weekly && text.AsSpan(at, end - at).StartsWith("末", StringComparison.Ordinal))
            (days, at) = ([DayOfWeek.Saturday, DayOfWeek.Sunday], at + 1);
        else if (frequency is Frequency.Weekly or Frequency.Monthly && Days().Match(text, at, end - at) is { Success: true } named && IsDay(frequency, named))
            (days, at) = (ReadDays(named.Groups["days"].Value), at + named.Length);
        var part = ReadPart(text, ref at, end, match.Groups["step"].Value);
        var times = ReadTimes(text, ref at, end);
        if (match.Groups["half"].Success && (frequency, interval) == (Frequency.Monthly, 1))
            times *= 2;
        return new(match.Index, at, new(frequency, interval, days, part, Times: times));
    }

    /// <summary>In a month only 第一个周五 names a day of the week.</summary>
    private static bool IsDay(Frequency frequency, Match named) =>
        frequency == Frequency.Weekly || named.Value.Contains('周') || named.Value.Contains("星期", StringComparison.Ordinal);

    private static List<DayOfWeek> ReadDays(string words)
    {
        List<DayOfWeek> days = [];
        var range = words.AsSpan().IndexOfAny("至到-—") > 0;
        foreach (var c in words)
        {
            var day = c == '天' ? 6 : WeekDays.IndexOf(c, StringComparison.Ordinal);
            if (day < 0)
                continue;
            for (var between = range && days.Count == 1 ? Index(days[0]) + 1 : day; between < day; between++)
                days.Add(Day(between));
            days.Add(Day(day));
        }
        return days;

        static DayOfWeek Day(int index) => (DayOfWeek)((index + 1) % 7);
        static int Index(DayOfWeek day) => ((int)day + 6) % 7;
    }

    /// <summary>上午 or 下午 within the next few characters of the clause.</summary>
    private static DayPart ReadPart(string text, ref int at, int end, string step)
    {
        const int reach = 8;
        var rest = text.AsSpan(at, Math.Min(reach, end - at));
        if (rest.IndexOfAny('，', ',', '。') is >= 0 and var stop)
            rest = rest[..stop];
        foreach (var (word, part) in PartWords)
        {
            if (rest.IndexOf(word, StringComparison.Ordinal) is >= 0 and var index)
            {
                at += index + word.Length;
                return part;
            }
        }
        return DayPart.None;
    }

    private static readonly (string Word, DayPart Part)[] PartWords =
        [("上午", DayPart.Am), ("早上", DayPart.Am), ("早晨", DayPart.Am), ("清晨", DayPart.Am), ("上班前", DayPart.Am), ("下午", DayPart.Pm)];

    /// <summary>每月至少一次: a small exact count right after belongs to the arrangement, not to the year's figures.</summary>
    private static int ReadTimes(string text, ref int at, int end)
    {
        const int reach = 12;
        var length = Math.Min(reach, end - at);
        if (text.AsSpan(at, length).IndexOfAny('，', ',', '。') is >= 0 and var stop)
            length = stop;
        var match = Times().Match(text, at, length);
        if (!match.Success || (match.Index > at && (NumberReader.MayBeginAt(text, match.Index - 1) || text[match.Index - 1] == '第')))
            return 1;
        at = match.Index + match.Length;
        return Count(match.Groups["times"].Value);
    }

    private static int Count(string word) => word[0] switch
    {
        '两' => 2,
        >= '1' and <= '9' => word[0] - '0',
        _ => WeekDays.IndexOf(word[0], StringComparison.Ordinal) + 1,
    };

    private static Frequency FrequencyOf(string step) => step switch
    {
        "天" or "日" or "晚" => Frequency.Daily,
        "周" or "星期" or "礼拜" => Frequency.Weekly,
        "月" => Frequency.Monthly,
        "季" or "季度" => Frequency.Quarterly,
        _ => Frequency.Yearly,
    };
}
