namespace Mingce.Core;

/// <summary>The office's calendar: Asia/Shanghai, whatever the server's clock is set to.</summary>
public static class OfficeCalendar
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Today in the office.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(ToOfficeTime(time.GetUtcNow().UtcDateTime));

    /// <summary>A stored UTC time on the office's clock.</summary>
    public static DateTime ToOfficeTime(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);
}
