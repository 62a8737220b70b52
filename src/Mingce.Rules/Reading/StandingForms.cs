using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>Regular arrangements that are told without 每: 24小时值守, 一年两次, 一月一主题, 周五卫生日, 月月有活动, 按季度通报, 每逢春节.</summary>
internal static class StandingForms
{
    private const int Reach = 10;
    private const string WeekDays = "一二三四五六日天";

    private static readonly SearchValues<char> First = SearchValues.Create("周月季年逢到小星");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,。；;：:、！!？?）)\n\r");

    private static readonly Words Duties =
        ["在岗", "值班", "值守", "执勤", "待命", "备勤", "轮班", "轮值", "巡逻", "巡查", "不间断", "接听", "守护", "监测", "在线", "畅通", "应急", "带班", "坚守", "全天候", "受理", "响应", "轮流", "有人"];
    private static readonly Words NoDuties = ["热线", "服务热线", "咨询热线", "自助", "便利", "药店", "内", "以内", "之内", "后", "以上", "书屋"];
    private static readonly Words DutiesBefore = ["值班", "值守", "坚守", "在岗", "执勤"];

    /// <summary>What a day of the week is fixed for: 周五卫生日, 周一例会.</summary>
    private static readonly Words Fixed = ["日", "制度", "例会", "机制", "夜学", "课堂", "大扫除", "集中学习", "学习会"];
    private static readonly Words FixedBefore = ["固定", "逢", "坚持", "固定在", "定于每", "雷打不动"];

    private static readonly Words Festivals =
        ["春节", "中秋", "端午", "重阳", "元宵", "清明", "元旦", "国庆", "七一", "八一", "六一", "“七一”", "“八一”", "“六一”", "节日", "重大节日", "传统节日", "重要节日", "节假日", "年末", "年底", "岁末", "寒暑假", "暑假", "寒假", "高考", "中考", "开学"];

    /// <summary>The arrangements of one sentence, in order.</summary>
    public static void Read(string text, int start, int end, List<FoundRecurrence> found)
    {
        for (var at = start; at < end; at++)
        {
            var skip = text.AsSpan(at..end).IndexOfAny(First);
            if (skip < 0)
                return;
            at += skip;
            if (ReadAt(text, at, start, end) is { } form)
                found.Add(form);
        }
    }

    private static FoundRecurrence? ReadAt(string text, int at, int start, int end)
    {
        var before = text.AsSpan(start..at);
        var after = text.AsSpan((at + 1)..end);
        return text[at] switch
        {
            '小' => ReadHours(text, at, start, end),
            '逢' or '到' => before.EndsWith("每") && Festivals.PrefixOf(after) is { } word ? new(at - 1, at + 1 + word.Length, new(Frequency.Yearly)) : null,
            '周' when ReadWeekDay(text, at + 1, start, end) is { } day => day,
            '星' when after.StartsWith("期") && ReadWeekDay(text, at + 2, start, end) is { } day => day,
            '周' or '月' or '季' or '年' => ReadStep(text, at, before, after),
            _ => null,
        };
    }

    /// <summary>24小时值守, but no 24小时热线.</summary>
    private static FoundRecurrence? ReadHours(string text, int at, int start, int end)
    {
        var before = text.AsSpan(start..at);
        var (hours, length) = before switch
        {
            _ when before.EndsWith("24") && !(before.Length > 2 && char.IsAsciiDigit(before[^3])) => (24, 2),
            _ when before.EndsWith("二十四") => (24, 3),
            _ when before.EndsWith("12") && !(before.Length > 2 && char.IsAsciiDigit(before[^3])) => (12, 2),
            _ => (0, 0),
        };
        if (hours == 0 || !text.AsSpan(at..end).StartsWith("小时"))
            return null;
        var rest = text.AsSpan((at + 2)..Math.Min(end, at + 2 + Reach));
        if (rest.IndexOfAny(ClauseEnds) is >= 0 and var stop)
            rest = rest[..stop];
        if (NoDuties.PrefixOf(rest) is not null)
            return null;
        for (var i = 0; i < rest.Length; i++)
        {
            if (Duties.PrefixOf(rest[i..]) is { } duty)
                return new(at - length, at + 2 + i + duty.Length, new(Frequency.Daily, Hours: hours));
        }
        return hours == 24 && DutiesBefore.SuffixOf(before[..^length]) is not null ? new(at - length, at + 2, new(Frequency.Daily, Hours: hours)) : null;
    }

    /// <summary>周五卫生日, 固定周三下午: a day of the week that something is fixed for.</summary>
    private static FoundRecurrence? ReadWeekDay(string text, int at, int start, int end)
    {
        if (at >= end || WeekDays.IndexOf(text[at], StringComparison.Ordinal) is not (>= 0 and var day))
            return null;
        var head = text[at - 1] == '期' ? at - 2 : at - 1;
        var before = text.AsSpan(start..head);
        var rest = text.AsSpan((at + 1)..Math.Min(end, at + 1 + Reach + 2));
        var part = rest.StartsWith("下午") ? DayPart.Pm : rest.StartsWith("上午") ? DayPart.Am : DayPart.None;
        if (part != DayPart.None)
            rest = rest[2..];
        if (rest.IndexOfAny(ClauseEnds) is >= 0 and var stop)
            rest = rest[..stop];
        var isFixed = FixedBefore.SuffixOf(before) is not null || EndsFixed(rest.Trim("“”"));
        return isFixed && !(before.Length > 0 && "每上本下这两三四周月至到、".Contains(before[^1]))
            ? new(head, at + 1 + (part == DayPart.None ? 0 : 2), new(Frequency.Weekly, Days: [(DayOfWeek)((Math.Min(day, 6) + 1) % 7)], Part: part))
            : null;
    }

    private static bool EndsFixed(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (Fixed.PrefixOf(rest[i..]) is not null && !(rest[i] == '日' && i == 0))
                return true;
        }
        return false;
    }

    /// <summary>一年两次, 一月一主题, 月月有活动, 按季度通报.</summary>
    private static FoundRecurrence? ReadStep(string text, int at, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var frequency = text[at] switch { '周' => Frequency.Weekly, '月' => Frequency.Monthly, '季' => Frequency.Quarterly, _ => Frequency.Yearly };
        var to = at + 1;
        if (after.StartsWith("度"))
        {
            after = after[1..];
            to++;
        }
        if (after.Length > 1 && before.EndsWith("一") && !before.EndsWith("每一") && "一两二三四".IndexOf(after[0]) is >= 0 and var times && Han.IsHan(after[1]))
        {
            // 一年一度, 一月一主题; more than one only as 两次.
            if (after[1] == '次')
                return new(at - 1, to + 2, new(frequency, Times: times == 0 ? 1 : Math.Max(2, times)));
            return times == 0 && after[1] != '个' && after[1] != '月' ? new(at - 1, to + 2, new(frequency)) : null;
        }
        if (before.EndsWith("按") && frequency != Frequency.Yearly && after.Length > 0 && Han.IsHan(after[0]) && !"薪计付期份".Contains(after[0]))
            return new(at - 1, to, new(frequency));
        return after.Length > 1 && frequency is Frequency.Weekly or Frequency.Monthly or Frequency.Quarterly && to == at + 1 && after[0] == text[at] && "有讲学查评开".Contains(after[1])
            ? new(at, to + 1, new(frequency))
            : null;
    }
}
