using System.Globalization;
using Mingce.Rules;
using Mingce.Rules.Routines;

namespace Mingce.Core.Samples;

/// <summary>A day as the sample's file writes it: 03-05; 03-13 FR, the last Friday up to then; 春节-7, a week before the festival.</summary>
internal static class SampleDay
{
    public static DateOnly Parse(string text, int year)
    {
        var words = text.Split(' ');
        var day = char.IsAsciiDigit(text[0])
            ? DateOnly.ParseExact($"{year}-{words[0]}", "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : FestivalCalendar.DayOf(words[0][..2], year)!.Value.AddDays(int.Parse(words[0].AsSpan(2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return words.Length == 1 ? day : day.AddDays(-((day.DayOfWeek - Weekdays.Parse(words[1]) + 7) % 7));
    }
}
