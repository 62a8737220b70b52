namespace Mingce.Web.Infrastructure;

/// <summary>The calendar year a page is about.</summary>
internal static class Years
{
    /// <summary>The year asked for; the other one where none or none sensible is asked for.</summary>
    public static int Shown(int? asked, int otherwise) => asked is >= 1949 and <= 9998 ? asked.Value : otherwise;
}
