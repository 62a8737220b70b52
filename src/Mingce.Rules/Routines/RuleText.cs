using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mingce.Rules.Routines;

/// <summary>Writes a rule as an office says it, and reads what it says. What is written reads back as the same rule.</summary>
public static partial class RuleText
{
    private const string Numbers = "零一二三四五六七八九十";
    private const string Weekday = "[一二三四五六日天]";
    private const string And = "[、,和及]";

    // Every quantifier is bounded by the length of the text, which is at most this.
    private const int LongestText = 60;

    private static readonly Dictionary<string, Frequency> Steps = new()
    {
        ["天"] = Frequency.Daily,
        ["日"] = Frequency.Daily,
        ["周"] = Frequency.Weekly,
        ["星期"] = Frequency.Weekly,
        ["月"] = Frequency.Monthly,
        ["季"] = Frequency.Quarterly,
        ["季度"] = Frequency.Quarterly,
        ["年"] = Frequency.Yearly,
    };

    private const string Thirds = "上中下";
    private static readonly string[] Eves = ["前夕", "之前", "前"];
    private static readonly string[] MonthsOfQuarter = ["首月", "次月", "末月"];

    [GeneratedRegex(
        "^(每(?<half>半)?(?<n>[一两二三四五六七八九十]|\\d{1,2})?|(?<other>隔))个?(?<step>天|日|周|星期|季度|季|月|年)"
        + "(的?(周|星期)?(?<days>" + Weekday + "((" + And + "|至|到)(周|星期)?" + Weekday + "){0,6}))?"
        + "(的?(?<quartermonth>首月|次月|末月)|的?(?<month>1[0-2]|[1-9])月(?=\\d|底|第|最后|$|上|中|下))?"
        + "(的?(第(?<ordinal>[一二三四五1-5])个|(?<first>首)个|(?<last>最后)一?个)(?<unit>工作日|(周|星期)(?<weekday>" + Weekday + "))|的?(?<day>3[01]|[12]\\d|[1-9])[日号](之?(?<before>前))?|(?<end>底)之?前|的?(?<third>[上中下])旬)?"
        + "(的?(?<part>上午|下午))?"
        + "((开展|举办|组织|召开|至少|不少于){0,2}(?<times>[一两二三四五六七八九十]|\\d{1,2})次|(?<hours>\\d{1,2})小时)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    /// <summary>The rule in words.</summary>
    public static string Write(RoutineRule rule)
    {
        var recurrence = rule.Recurrence;
        if (rule.Festivals.Count > 0)
            return string.Join('、', rule.Festivals) + (rule.Before ? "前" : "");
        var text = RecurrenceText.Write(recurrence with { Part = DayPart.None });
        // 每月第一个周五: the ordinal stands before the day of the week.
        if (rule.Ordinal is not null && recurrence.Days.Count > 0)
            text = RecurrenceText.Write(new Recurrence(recurrence.Frequency, recurrence.Interval));
        text += MonthText(rule) + PointText(rule) + recurrence.Part switch
        {
            DayPart.None => "",
            DayPart.Am => "上午",
            DayPart.Pm => "下午",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), recurrence.Part, "Not a part of the day"),
        };
        return text + (recurrence.Hours is { } hours ? $"{hours}小时" : recurrence.Times > 1 ? $"{recurrence.Times}次" : "");
    }

    /// <summary>Reads a rule.</summary>
    /// <returns>Null where the text is no rule of the forms above.</returns>
    public static RoutineRule? Read(string text)
    {
        // Half a character, which a form may send, cannot be normalized.
        var whole = string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)));
        var plain = whole.Normalize(NormalizationForm.FormKC).TrimEnd('。', '.').Replace("礼拜", "周", StringComparison.Ordinal);
        // 周四下午 is every one.
        if (plain.StartsWith('周') || plain.StartsWith("星期", StringComparison.Ordinal))
            plain = "每" + plain;
        if (plain.Length is 0 or > LongestText)
            return null;
        return Rule().Match(plain) is { Success: true } match ? ReadRule(match) : ReadFestivals(plain);
    }

    private static string MonthText(RoutineRule rule) => rule switch
    {
        { Month: null } => "",
        { Month: { } month, Recurrence.Frequency: Frequency.Quarterly } => MonthsOfQuarter[month - 1],
        { Month: { } month } => $"{month}月",
    };

    private static string PointText(RoutineRule rule)
    {
        if (rule.Ordinal is { } ordinal)
        {
            var which = ordinal < 0 ? "最后一个" : $"第{Numbers[ordinal]}个";
            return which + (rule.Recurrence.Days is [var day] ? $"周{Weekdays.ToChinese(day)}" : "工作日");
        }
        if (rule.TenDays is { } third)
            return $"{Thirds[third - 1]}旬";
        if (rule.Day is { } dayOfMonth)
            return $"{dayOfMonth}日" + (rule.Before ? "前" : "");
        return rule.Before ? "底前" : "";
    }

    private static RoutineRule? ReadRule(Match match)
    {
        var frequency = Steps[match.Groups["step"].Value];
        var interval = match.Groups["other"].Success ? 2 : Number(match.Groups["n"], 1);
        if (match.Groups["half"].Success)
        {
            if (frequency != Frequency.Yearly || match.Groups["n"].Success)
                return null;
            (frequency, interval) = (Frequency.Monthly, 6);
        }
        DayOfWeek[] days = match.Groups["weekday"].Success ? [Day(match.Groups["weekday"].Value[0])] : ReadDays(match.Groups["days"].Value);
        var recurrence = new Recurrence(
            frequency,
            interval,
            days,
            match.Groups["part"].Value switch { "上午" => DayPart.Am, "下午" => DayPart.Pm, _ => DayPart.None },
            match.Groups["hours"].Success ? Number(match.Groups["hours"], 0) : null,
            Number(match.Groups["times"], 1));
        var rule = new RoutineRule(recurrence)
        {
            Month = match.Groups["quartermonth"].Success ? Array.IndexOf(MonthsOfQuarter, match.Groups["quartermonth"].Value) + 1
                : match.Groups["month"].Success ? Number(match.Groups["month"], 0) : null,
            Day = match.Groups["day"].Success ? Number(match.Groups["day"], 0) : null,
            Ordinal = match.Groups["last"].Success ? -1 : match.Groups["first"].Success ? 1 : match.Groups["ordinal"].Success ? Number(match.Groups["ordinal"], 0) : null,
            TenDays = match.Groups["third"].Success ? Thirds.IndexOf(match.Groups["third"].Value, StringComparison.Ordinal) + 1 : null,
            Before = match.Groups["before"].Success || match.Groups["end"].Success,
        };
        return IsSensible(rule, match) ? rule : null;
    }

    private static bool IsSensible(RoutineRule rule, Match match)
    {
        var frequency = rule.Recurrence.Frequency;
        var point = rule.Day is not null || rule.Ordinal is not null || rule.TenDays is not null;
        return rule.Recurrence is { Interval: > 0, Times: > 0, Hours: null or (> 0 and <= 24) }
            && (!match.Groups["days"].Success || frequency == Frequency.Weekly)
            && (!point || frequency is Frequency.Monthly || (frequency is Frequency.Quarterly or Frequency.Yearly && rule.Month is not null))
            && (!match.Groups["quartermonth"].Success || frequency == Frequency.Quarterly)
            && (!match.Groups["month"].Success || frequency == Frequency.Yearly)
            && (!match.Groups["end"].Success || frequency is Frequency.Monthly or Frequency.Quarterly or Frequency.Yearly)
            // A day takes one activity; several times belong to a longer span.
            && (rule.Recurrence.Times == 1 || (!point && rule.Recurrence.Days.Count == 0));
    }

    private static RoutineRule? ReadFestivals(string text)
    {
        var words = text.StartsWith("每年", StringComparison.Ordinal) ? text[2..] : text;
        var suffix = Eves.FirstOrDefault(eve => words.EndsWith(eve, StringComparison.Ordinal)) ?? "";
        List<string> names = [];
        foreach (var word in words[..^suffix.Length].Split(['、', ',', '和', '及']))
        {
            var name = FestivalCalendar.Names.FirstOrDefault(f => word == f || word == f + "节");
            if (name is null || names.Contains(name))
                return null;
            names.Add(name);
        }
        return new RoutineRule(new Recurrence(Frequency.Yearly)) { Festivals = names, Before = suffix.Length > 0 };
    }

    private static DayOfWeek[] ReadDays(string words)
    {
        List<int> days = [];
        var isRange = words.Contains('至') || words.Contains('到');
        foreach (var c in words.Where(c => "一二三四五六日天".Contains(c)))
        {
            // A week begins on Monday.
            var day = ((int)Day(c) + 6) % 7;
            for (var between = isRange && days.Count > 0 ? days[^1] + 1 : day; between < day; between++)
                days.Add(between);
            days.Add(day);
        }
        return [.. days.Distinct().Order().Select(day => (DayOfWeek)((day + 1) % 7))];
    }

    private static DayOfWeek Day(char c) => c == '天' ? DayOfWeek.Sunday : Enum.GetValues<DayOfWeek>().First(day => Weekdays.ToChinese(day) == c);

    private static int Number(Group group, int absent) => !group.Success ? absent
        : group.Value == "两" ? 2
        : Numbers.IndexOf(group.Value, StringComparison.Ordinal) is >= 0 and var number ? number
        : int.Parse(group.Value, CultureInfo.InvariantCulture);
}
