using System.Text;
using Mingce.Rules.Routines;

namespace Mingce.Core.Routines;

/// <summary>应办 as an iCalendar file (RFC 5545): days and titles, nothing else.</summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    /// <param name="name">What the calendar is called in a calendar program.</param>
    /// <param name="entries">What is not held is left out.</param>
    /// <param name="now">UTC.</param>
    public static string Write(string name, IEnumerable<CalendarEntry> entries, DateTime now)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Mingce//Calendar//ZH");
        Line("CALSCALE:GREGORIAN");
        Line($"X-WR-CALNAME:{Escape(name)}");
        foreach (var (routine, occurrence, _) in entries.Where(e => e.Occurrence.State != OccurrenceState.NotHeld))
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{routine.Id:n}-{occurrence.Span.Due:yyyyMMdd}@mingce");
            Line($"DTSTAMP:{now:yyyyMMdd'T'HHmmss'Z'}");
            Line($"DTSTART;VALUE=DATE:{occurrence.DueOn:yyyyMMdd}");
            Line($"DTEND;VALUE=DATE:{occurrence.DueOn.AddDays(1):yyyyMMdd}");
            Line($"SUMMARY:{Escape(occurrence.State == OccurrenceState.Done ? occurrence.Title + "（已办）" : occurrence.Title)}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line) => Fold(text, line);
    }

    /// <summary>A line of at most 75 bytes, the rest on lines that begin with a blank; no character is cut.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var room = LongestLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                text.Append("\r\n ");
                room = LongestLine - 1;
            }
            text.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    private static string Escape(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
