using Mingce.Core;

namespace Mingce.Web.Infrastructure;

/// <summary>The calendar year a page is about.</summary>
internal static class Years
{
    /// <summary>The year asked for; this year where none or none sensible is asked for.</summary>
    public static int Shown(int? asked, TimeProvider time) => asked is >= 1949 and <= 9998 ? asked.Value : OfficeCalendar.Today(time).Year;
}
