using Mingce.Core.Data;
using Mingce.Rules.Routines;

namespace Mingce.Core.Routines;

/// <summary>节假日 of a year as the office itself entered them: they stand in place of the notice that came with the program.</summary>
public sealed class HolidayYear : AuditedEntity
{
    public required int Year { get; init; }

    /// <summary>The notice, with its number.</summary>
    public required string Source { get; set; }

    /// <summary>One holiday on a line: 春节 2027-02-05 2027-02-11.</summary>
    public string Off { get; private set; } = "";

    /// <summary>调休: one day on a line.</summary>
    public string Working { get; private set; } = "";

    public HolidayNotice Notice => new(Year, Source, [.. HolidayText.ReadOff(Off, Year)], [.. HolidayText.ReadWorking(Working, Year)]);

    public HolidayYear With(HolidayNotice notice)
    {
        Source = notice.Source;
        Off = string.Join('\n', notice.Off.Select(off => $"{off.Name} {off.From:yyyy-MM-dd} {off.To:yyyy-MM-dd}"));
        Working = string.Join('\n', notice.Working.Select(day => $"{day:yyyy-MM-dd}"));
        return this;
    }
}
