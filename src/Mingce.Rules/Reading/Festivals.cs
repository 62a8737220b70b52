using static Mingce.Rules.ChineseDays;

namespace Mingce.Rules.Reading;

/// <summary>A named day of the year.</summary>
/// <param name="Name">The name as reported: 六一, 春节.</param>
/// <param name="Day">The day in a year.</param>
/// <param name="NotBefore">What makes the word part of another name: 五四红旗团委.</param>
internal sealed record Festival(string Name, Func<int, DateOnly> Day, Words NotBefore);

/// <summary>Named days, by the lunar calendar where they belong to it.</summary>
internal static class Festivals
{
    private static readonly Words Honours = ["红旗", "奖章", "奖状", "劳动奖", "劳动模范", "精神", "运动", "先锋", "勋章", "重要讲话", "讲话", "口号", "小学", "中学", "路", "大厦", "村"];

    /// <summary>Words and the day that they name, in one row the words for one day.</summary>
    private static readonly (string Words, string Name, Func<int, DateOnly> Day)[] Rows =
    [
        ("元旦", "元旦", Solar(1, 1)),
        ("腊八", "腊八", LastMonth(8)),
        ("小年", "小年", LastMonth(23)),
        ("大年三十 大年夜 除夕", "除夕", year => NewYear(year).AddDays(-1)),
        ("春节 大年初一 正月初一 新春佳节", "春节", NewYear),
        ("大年初二 正月初二", "春节", DayOfNewYear(2)),
        ("大年初三 正月初三", "春节", DayOfNewYear(3)),
        ("大年初四 正月初四", "春节", DayOfNewYear(4)),
        ("大年初五 正月初五", "春节", DayOfNewYear(5)),
        ("大年初六 正月初六", "春节", DayOfNewYear(6)),
        ("大年初七 正月初七", "春节", DayOfNewYear(7)),
        ("元宵 正月十五", "元宵", LunarDay(1, 15)),
        ("三八 3·8 3.8妇女节 国际妇女节 妇女节", "三八", Solar(3, 8)),
        ("学雷锋日 学雷锋纪念日 3·5 三五学雷锋", "学雷锋日", Solar(3, 5)),
        ("植树节 3·12", "植树节", Solar(3, 12)),
        ("3·15 消费者权益日", "3·15", Solar(3, 15)),
        ("清明", "清明", Qingming),
        ("国家安全教育日 4·15", "国家安全教育日", Solar(4, 15)),
        ("世界读书日 4·23", "世界读书日", Solar(4, 23)),
        ("五一 劳动节", "五一", Solar(5, 1)),
        ("五四 青年节", "五四", Solar(5, 4)),
        ("护士节", "护士节", Solar(5, 12)),
        ("母亲节", "母亲节", year => Sunday(year, 5, 2)),
        ("助残日", "助残日", year => Sunday(year, 5, 3)),
        ("六一 儿童节", "六一", Solar(6, 1)),
        ("环境日", "环境日", Solar(6, 5)),
        ("端午", "端午", LunarDay(5, 5)),
        ("父亲节", "父亲节", year => Sunday(year, 6, 3)),
        ("国际禁毒日 6·26", "国际禁毒日", Solar(6, 26)),
        ("七一 建党节 党的生日", "七一", Solar(7, 1)),
        ("八一 建军节", "八一", Solar(8, 1)),
        ("七夕", "七夕", LunarDay(7, 7)),
        ("教师节", "教师节", Solar(9, 10)),
        ("公民道德宣传日 9·20", "公民道德宣传日", Solar(9, 20)),
        ("中秋 八月十五", "中秋", LunarDay(8, 15)),
        ("烈士纪念日 9·30", "烈士纪念日", Solar(9, 30)),
        ("国庆 十一黄金周 十一长假", "国庆", Solar(10, 1)),
        ("重阳 老人节", "重阳", LunarDay(9, 9)),
        ("宪法日 12·4", "宪法日", Solar(12, 4)),
        ("国际志愿者日 12·5", "国际志愿者日", Solar(12, 5)),
    ];

    private static readonly Dictionary<char, (string Word, Festival Festival)[]> ByFirst = Rows
        .SelectMany(row => row.Words.Split(' ').Select(word => (Word: word, Festival: new Festival(row.Name, row.Day, char.IsAsciiDigit(word[0]) || word.Length == 2 ? Honours : []))))
        .GroupBy(row => row.Word[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(row => row.Word.Length).ToArray());

    /// <summary>The day of a name in a year: of 春节 the first.</summary>
    public static Func<int, DateOnly> DayOf(string name) => Array.Find(Rows, row => row.Name == name).Day;

    /// <summary>The characters with which a named day begins.</summary>
    public static IEnumerable<char> FirstCharacters => ByFirst.Keys;

    /// <summary>The named day at <paramref name="at"/> and where its words end, the marks around a short name included; else null.</summary>
    public static (Festival Festival, int End)? ReadAt(string text, int at, int end)
    {
        if (!ByFirst.TryGetValue(text[at], out var rows) || IsInsideWord(text, at))
            return null;
        var rest = text.AsSpan(at..end);
        foreach (var (word, festival) in rows)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal))
                continue;
            var after = at + word.Length;
            if (after < end && text[after] is '”' or '"' or '’')
                after++;
            if (Han.PrefixOf(text.AsSpan(after..end), festival.NotBefore) is not null)
                return null;
            if (Han.PrefixOf(text.AsSpan(after..end), FullNames) is { } name)
                after += name.Length;
            return (festival, after);
        }
        // 十一 is also a number: only its own quotation makes it a day.
        return rest.StartsWith("十一”", StringComparison.Ordinal) && at > 0 && text[at - 1] == '“' ? (ByFirst['国'].First(row => row.Word == "国庆").Festival, at + 3) : null;
    }

    private static readonly Words FullNames =
        ["节", "佳节", "国际劳动节", "劳动节", "青年节", "国际儿童节", "儿童节", "国际妇女节", "妇女节", "建党节", "党的生日", "建党纪念日", "建军节", "国庆节", "学雷锋日", "学雷锋纪念日", "小长假", "假期", "植树节", "消费者权益日"];

    /// <summary>二十七一 is no festival: the number runs on.</summary>
    private static bool IsInsideWord(string text, int at) =>
        at > 0 && (char.IsAsciiDigit(text[at])
            ? char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '·'
            : "三五六七八".Contains(text[at]) && "第十一二三四五六七八九两".Contains(text[at - 1]));

    private static Func<int, DateOnly> DayOfNewYear(int day) => year => NewYear(year).AddDays(day - 1);

    /// <summary>A day of the lunar year's last month, which lies before the spring festival of the year named.</summary>
    private static Func<int, DateOnly> LastMonth(int day) => year => OfLunar(year - 1, 12, day);

    private static DateOnly NewYear(int year) => OfLunar(year, 1, 1);

    private static DateOnly Sunday(int year, int month, int which)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (which - 1)));
    }
}
