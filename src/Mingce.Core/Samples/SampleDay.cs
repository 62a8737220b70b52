using System.Globalization;
using Mingce.Rules;

namespace Mingce.Core.Samples;

/// <summary>A day as the sample's file writes it: 03-05; 03-13 FR, the last Friday up to then; 春节-7, a week before the festival.</summary>
internal static class SampleDay
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly Dictionary<string, (int Month, int Day)> Festivals = new()
    {
        ["春节"] = (1, 1),
        ["元宵"] = (1, 15),
        ["端午"] = (5, 5),
        ["中秋"] = (8, 15),
        ["重阳"] = (9, 9),
    };

    public static DateOnly Parse(string text, int year)
    {
        var words = text.Split(' ');
        var day = char.IsAsciiDigit(text[0])
            ? DateOnly.ParseExact($"{year}-{words[0]}", "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : OfFestival(words[0][..2], year).AddDays(int.Parse(words[0].AsSpan(2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return words.Length == 1 ? day : day.AddDays(-((day.DayOfWeek - Weekdays.Parse(words[1]) + 7) % 7));
    }

    private static DateOnly OfFestival(string name, int year)
    {
        var (month, day) = Festivals[name];
        // The calendar numbers a leap month like any other, so that those after it come one later; 0 is none.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
