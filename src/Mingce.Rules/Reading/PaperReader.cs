using System.Text.RegularExpressions;
using Mingce.Rules.Routines;

namespace Mingce.Rules.Reading;

/// <summary>What was read off a paper that came in; a person checks it.</summary>
/// <param name="Title">关于…的通知; empty where none was found.</param>
/// <param name="Number">文号 as written (×文明办〔2026〕3号); empty where there is none.</param>
/// <param name="Issuer">The body that sent it; empty where it is not told.</param>
/// <param name="Deadlines">Each deadline of the text once, in the order of the text.</param>
public sealed record PaperReading(string Title, string Number, string Issuer, IReadOnlyList<StatedDeadline> Deadlines);

/// <summary>A deadline that a text states.</summary>
/// <param name="Quote">The sentence, shortened to 200 characters.</param>
/// <param name="DueOn">The last day.</param>
public sealed record StatedDeadline(string Quote, DateOnly DueOn);

/// <summary>Reads title, number, sender and deadlines of an official paper (GB/T 9704-2012 names these parts) from its text.</summary>
public static partial class PaperReader
{
    /// <summary>The parts that identify a paper stand at its head.</summary>
    private const int Head = 3000;
    private const int LongestText = 100_000;
    private const int LongestTitle = 120;
    private const int LongestQuote = 200;
    private const int MostDeadlines = 20;

    /// <summary>A day without a year that lies further back than this is one of the next year.</summary>
    private const int LatestArrival = 60;
    private const int Timeout = 1000;

    private const string Kinds = "通知|通报|通告|公告|函|复函|方案|意见|办法|规定|决定|决议|批复|请示|报告|纪要|公报|命令|要点|细则|清单|倡议书";

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}×xX（）()]{1,20}[〔［\[【（(]\s?(19|20)\d\d\s?[〕］\]】）)]\s?第?\s?\d{1,5}\s?号", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex NumberForm();

    [GeneratedRegex($@"的({Kinds})([（(][^（）()]{{1,20}}[）)])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex TitleEnd();

    [GeneratedRegex("(统计|汇总|登记|申报|推荐|审批|报送|情况|一览)表$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex SheetEnd();

    [GeneratedRegex(@"(委员会|委|办公室|办|局|厅|部|室|中心|政府|院|工会|协会|联合会|妇联|团委|党组|党委|支部|公司|学校|银行|小组|指挥部)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex OfficeEnd();

    [GeneratedRegex(@"^(?<year>(19|20)\d\d|[〇零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^[）)]?([（(][^（）()\n]{1,8}[）)])?(星期[一二三四五六日天]|周[一二三四五六日])?(上午|下午|中午|晚上?)?((\d{1,2}([:：]\d{2}|[点时](\d{1,2}分|整|半)?))|下班)?([之以]?前(?![方后往去期夕列段景沿提])|截止|止)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Before();

    [GeneratedRegex("([之以]?前)?(完成|办结|到位)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"(截止|最迟|不晚于|不迟于|截稿)(时间|日期)?(为|是|：|:|于|到|至|在)?\s?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?<working>工作)?[日天][之以]?内", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Within();

    [GeneratedRegex(@"(?<![每\d一二三四五六七八九十]|每个)(本月|当月|月)[底末](下班)?[之以]?前|(?<![每上下])本?(周|星期)(?<day>[一二三四五六日])(上午|下午|下班|\d{1,2}[:：]\d{2}){0,2}[之以]?前", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Nearby();

    /// <summary>Reads a paper.</summary>
    /// <param name="text">Its text; lines are paragraphs. Beyond 100,000 characters it is not read.</param>
    /// <param name="receivedOn">The day on which it came: 3个工作日内 counts from it, and days without a year lie near it.</param>
    /// <param name="days">Which days are worked.</param>
    public static PaperReading Read(string text, DateOnly receivedOn, OfficeDays days)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        List<string> lines = [.. text.Split('\n').Select(l => l.Trim(' ', '\t', '\r', '　')).Where(l => l.Length > 0)];
        var head = lines.TakeWhile((_, i) => lines.Take(i).Sum(l => l.Length) < Head).Take(60).ToList();
        var (title, prefix) = TitleOf(head);
        return new(title, NumberOf(head), IssuerOf(head, lines, prefix), DeadlinesOf(text, receivedOn, days));
    }

    /// <summary>The last day of the date that fills a cell: 2026-11-30, 6月底前, 二季度, 上半年, 全年.</summary>
    /// <param name="cell">The text of the cell.</param>
    /// <param name="year">The year of dates that name none.</param>
    /// <returns>Null where the cell holds no date.</returns>
    public static DateOnly? LastDayIn(string cell, int year)
    {
        var text = string.Concat(cell.Where(c => !char.IsWhiteSpace(c)));
        text = CellEnd().Replace(text, "");
        return text.Length is 0 or > 40 ? null
            : text is "全年" or "年内" or "全年推进" ? new DateOnly(year, 12, 31)
            : new DateReader(year, isOneYear: true).ReadCell(new QuotationMarks(text), 0, text.Length, null)?.Period?.To;
    }

    private static string NumberOf(List<string> head)
    {
        // A number inside a sentence names another paper.
        var line = head.Take(12).FirstOrDefault(l => NumberForm().Match(l) is { Success: true } m && m.Length >= l.Replace(" ", "", StringComparison.Ordinal).Length - 30 && !l.Contains('。', StringComparison.Ordinal) && !l.Contains('《', StringComparison.Ordinal));
        return line is null ? "" : string.Concat(NumberForm().Match(line).Value.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>The lines from 关于 (with the bodies before it) to 的通知.</summary>
    private static (string Title, string Prefix) TitleOf(List<string> head)
    {
        for (var i = 0; i < Math.Min(head.Count, 25); i++)
        {
            if (!head[i].Contains("关于", StringComparison.Ordinal) || head[i].Contains('。', StringComparison.Ordinal))
                continue;
            var title = "";
            for (var j = i; j < Math.Min(head.Count, i + 4) && title.Length <= LongestTitle; j++)
            {
                title += string.Concat(head[j].Where(c => !char.IsWhiteSpace(c)));
                if (!TitleEnd().IsMatch(title) || title.Length > LongestTitle)
                    continue;
                var prefix = title[..title.IndexOf("关于", StringComparison.Ordinal)];
                if (prefix.Length == 0 && i > 0 && head[i - 1] is { Length: <= 30 } above && OfficeEnd().IsMatch(above) && !NumberForm().IsMatch(above))
                    prefix = string.Concat(above.Where(c => !char.IsWhiteSpace(c)));
                return (title.StartsWith(prefix, StringComparison.Ordinal) ? title : prefix + title, prefix);
            }
        }
        // A line by itself: 情况通报, or the name of a table to be filled in.
        var lines = head.Where(l => l.Length is >= 4 and <= 40).ToList();
        return (lines.Find(l => Array.Exists(Kinds.Split('|'), k => l.EndsWith(k, StringComparison.Ordinal))) ?? lines.Find(l => l.Length > 6 && SheetEnd().IsMatch(l)) ?? "", "");
    }

    /// <summary>By the title, the red head (…文件), or the signature above the last date.</summary>
    private static string IssuerOf(List<string> head, List<string> lines, string prefix)
    {
        if (prefix.Length is > 0 and <= 40)
            return prefix;
        if (head.Take(6).FirstOrDefault(l => l.Length is > 4 and <= 40 && l.EndsWith("文件", StringComparison.Ordinal) && OfficeEnd().IsMatch(l[..^2])) is { } red)
            return string.Concat(red[..^2].Where(c => !char.IsWhiteSpace(c)));
        var date = lines.FindLastIndex(l => DateLine().IsMatch(string.Concat(l.Where(c => !char.IsWhiteSpace(c)))));
        return date > 0 && string.Concat(lines[date - 1].Where(c => !char.IsWhiteSpace(c))) is { Length: <= 40 } signed && OfficeEnd().IsMatch(signed) ? signed : "";
    }

    private static List<StatedDeadline> DeadlinesOf(string text, DateOnly receivedOn, OfficeDays days)
    {
        var marks = new QuotationMarks(text);
        var dates = new DateReader(receivedOn.Year, isOneYear: true);
        var found = new List<(int At, DateOnly On)>();
        for (int start = 0, end; start < text.Length && found.Count < MostDeadlines; start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            found.AddRange(NamedDays(marks, dates, start, end, receivedOn));
            found.AddRange(CountedDays(text, start, end, receivedOn, days));
        }
        return [.. found.OrderBy(f => f.At).Select(f => new StatedDeadline(Sentence(text, f.At), f.On)).DistinctBy(d => d.DueOn).Take(MostDeadlines)];
    }

    private static IEnumerable<(int At, DateOnly On)> NamedDays(QuotationMarks marks, DateReader dates, int start, int end, DateOnly receivedOn)
    {
        foreach (var date in dates.Read(marks, start, end))
        {
            var text = marks.Text;
            var before = text[Math.Max(start, date.Start - 8)..date.Start];
            if (date.Date is not { Period: { } period, Festival: null } || before.EndsWith('每') || before.Contains("每月", StringComparison.Ordinal) || before.Contains("每年", StringComparison.Ordinal))
                continue;
            var after = text[date.End..Math.Min(end, date.End + 30)];
            var isUpTo = UpTo().IsMatch(before) || text.AsSpan(date.Start).StartsWith("截止", StringComparison.Ordinal);
            if (!isUpTo && !Before().IsMatch(after))
                continue;
            var last = period.To;
            if (!text.AsSpan(date.Start, date.End - date.Start).Contains('年') && last.AddDays(LatestArrival) < receivedOn)
                last = last.AddYears(1);
            yield return (date.Start, last);
        }
    }

    /// <summary>3个工作日内 from the day on which the paper came; 月底前 and 本周五前 of that month and week.</summary>
    private static IEnumerable<(int At, DateOnly On)> CountedDays(string text, int start, int end, DateOnly receivedOn, OfficeDays days)
    {
        var line = text[start..end];
        foreach (Match within in Within().Matches(line))
        {
            if (NumberOf(within.Groups["count"].Value) is >= 1 and <= 366 and var count && !line.AsSpan(0, within.Index).EndsWith("公示", StringComparison.Ordinal))
                yield return (start + within.Index, within.Groups["working"].Success ? days.AddWorkingDays(receivedOn, count) : receivedOn.AddDays(count));
        }
        foreach (Match near in Nearby().Matches(line))
        {
            var week = receivedOn.AddDays(-(((int)receivedOn.DayOfWeek + 6) % 7));
            yield return (start + near.Index, near.Groups["day"] is { Success: true } day
                ? week.AddDays("一二三四五六日".IndexOf(day.Value, StringComparison.Ordinal))
                : new DateOnly(receivedOn.Year, receivedOn.Month, 1).AddMonths(1).AddDays(-1));
        }
    }

    private static int NumberOf(string text)
    {
        if (char.IsAsciiDigit(text[0]))
            return int.Parse(text);
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        return ten < 0
            ? text.Length == 1 ? Digit(text[0]) : 0
            : ((ten == 0 ? 1 : Digit(text[ten - 1])) * 10) + (ten == text.Length - 1 ? 0 : Digit(text[^1]));

        static int Digit(char c) => c == '两' ? 2 : "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1;
    }

    private static string Sentence(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny('。', '；', '\n') + 1;
        var end = text.AsSpan(at).IndexOfAny('。', '；', '\n') is >= 0 and var length ? at + length : text.Length;
        var sentence = text[start..end].Trim(' ', '\t', '\r', '　');
        if (sentence.Length <= LongestQuote)
            return sentence;
        // Keep what stands around the day.
        start = Math.Max(start, at - (LongestQuote / 2));
        return "…" + text[start..Math.Min(end, start + LongestQuote - 2)].Trim() + "…";
    }
}
