namespace Mingce.Rules;

/// <summary>Writes a recurrence as an office does: 每周二、五下午, 每月, 每两周. Hours and times are left to the caller.</summary>
public static class RecurrenceText
{
    private const string Digits = "零一两三四五六七八九十";

    /// <summary>The step with its days and part of the day.</summary>
    public static string Write(Recurrence recurrence) => Step(recurrence) + Days(recurrence) + recurrence.Part switch
    {
        DayPart.None => "",
        DayPart.Am => "上午",
        DayPart.Pm => "下午",
        _ => throw new ArgumentOutOfRangeException(nameof(recurrence), recurrence.Part, "Not a part of the day"),
    };

    private static string Step(Recurrence recurrence)
    {
        var word = recurrence.Frequency switch
        {
            Frequency.Daily => "天",
            Frequency.Weekly => "周",
            Frequency.Monthly => "月",
            Frequency.Quarterly => "季度",
            Frequency.Yearly => "年",
            _ => throw new ArgumentOutOfRangeException(nameof(recurrence), recurrence.Frequency, "Not a frequency"),
        };
        if (recurrence.Interval == 1)
            return "每" + word;
        var number = recurrence.Interval < Digits.Length ? Digits[recurrence.Interval].ToString() : $"{recurrence.Interval}";
        return "每" + number + (recurrence.Frequency is Frequency.Monthly or Frequency.Quarterly ? "个" : "") + word;
    }

    private static string Days(Recurrence recurrence)
    {
        if (recurrence.Days.Count == 0)
            return "";
        var days = string.Join('、', recurrence.Days.Select(Weekdays.ToChinese));
        return recurrence is { Frequency: Frequency.Weekly, Interval: 1 } ? days : "的周" + days;
    }
}
