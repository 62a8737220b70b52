using System.Globalization;
using System.Text.RegularExpressions;

namespace Mingce.Rules.Pictures;

/// <summary>What the day of a photo is told from, the surest first.</summary>
public enum PhotoDayBasis
{
    /// <summary>Nothing tells the day.</summary>
    None,
    /// <summary>拍摄时间 that the camera wrote into the file (EXIF).</summary>
    Header,
    /// <summary>The name that a camera or a screenshot gave the file when it was made: IMG_20260305_101500.jpg.</summary>
    Name,
    /// <summary>The name that a program gave the file when it was saved or received (微信图片_20260305142233.jpg): the photo may be older.</summary>
    SavedName,
    /// <summary>The folder's name, as a person wrote it: 2026-03-05.</summary>
    Folder,
    /// <summary>The folder's name without its year (3月5日清扫): the latest such day that has come.</summary>
    FolderWithoutYear,
}

/// <summary>The day of a photo and what it is told from. Only a hint to whoever registers: a camera's clock may be wrong, a file renamed.</summary>
/// <param name="Day">The day, in the office's calendar.</param>
/// <param name="Basis">What it is told from.</param>
public sealed partial record PhotoDay(DateOnly Day, PhotoDayBasis Basis)
{
    // Cameras that lost their clock begin again before this.
    private const int EarliestYear = 2000;

    private static readonly TimeSpan OfficeOffset = TimeSpan.FromHours(8);

    /// <summary>Whether the photo was certainly made no later than on this day, though perhaps earlier.</summary>
    public bool MayBeOlder => Basis == PhotoDayBasis.SavedName;

    /// <summary>
    /// Whether the photo speaks against having been taken in a period. A photo that was only saved later speaks for nothing, nor
    /// does a period that is known to a month or less.
    /// </summary>
    /// <param name="period">When the activity was.</param>
    public bool Contradicts(Period period) =>
        period.Precision == PeriodPrecision.Day && (Day < period.From || (Day > period.To && !MayBeOlder));

    /// <summary>Tells the day of a photo by its header, else by its name, else by its folder.</summary>
    /// <param name="header">拍摄时间 of the file's own header, on the camera's clock; null where it has none.</param>
    /// <param name="path">The file's name as the client gave it, with the folders before it if it gave them; / or \ between.</param>
    /// <param name="today">The office's day: what is later has not been photographed.</param>
    /// <returns>Null where nothing tells it.</returns>
    public static PhotoDay? Read(DateTime? header, string path, DateOnly today)
    {
        if (header is { } taken && IsPossible(DateOnly.FromDateTime(taken), today))
            return new(DateOnly.FromDateTime(taken), PhotoDayBasis.Header);
        var parts = path.Split('/', '\\');
        return ReadName(parts[^1], today)
            ?? parts[..^1].Reverse().Select(folder => ReadFolder(folder, today)).FirstOrDefault(day => day is not null);
    }

    private static PhotoDay? ReadName(string name, DateOnly today)
    {
        if (Milliseconds().Match(name) is { Success: true } ms)
        {
            var day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(ms.Groups["ms"].Value, CultureInfo.InvariantCulture)).ToOffset(OfficeOffset).DateTime);
            return IsPossible(day, today) ? new(day, PhotoDayBasis.SavedName) : null;
        }
        return DayOf(Saved().Match(name), today) is { } saved ? new(saved, PhotoDayBasis.SavedName)
            : DayOf(Made().Match(name), today) is { } made ? new(made, PhotoDayBasis.Name)
            : null;
    }

    private static PhotoDay? ReadFolder(string folder, DateOnly today)
    {
        if (DayOf(Dated().Match(folder), today) is { } day)
            return new(day, PhotoDayBasis.Folder);
        if (MonthAndDay().Match(folder) is not { Success: true } match || Numbers(match) is not (null, { } month, { } dayOfMonth))
            return null;
        var latest = Of(today.Year, month, dayOfMonth) is { } ofThisYear && ofThisYear <= today ? ofThisYear : Of(today.Year - 1, month, dayOfMonth);
        return latest is { } found ? new(found, PhotoDayBasis.FolderWithoutYear) : null;
    }

    private static DateOnly? DayOf(Match match, DateOnly today) =>
        match.Success && Numbers(match) is ({ } year, { } month, { } day) && Of(year, month, day) is { } found && IsPossible(found, today) ? found : null;

    private static (int? Year, int? Month, int? Day) Numbers(Match match)
    {
        return (Number("y"), Number("m"), Number("d"));

        int? Number(string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;
    }

    private static DateOnly? Of(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static bool IsPossible(DateOnly day, DateOnly today) => day.Year >= EarliestYear && day <= today;

    // mmexport1772693853123.jpg, wx_camera_…, 企业微信截图_…: saved by WeChat, in milliseconds since 1970, some with a digit more.
    [GeneratedRegex(@"^(mmexport|wx_camera_|microMsg\.|企业微信截图_)(?<ms>1[0-9]{12})(?![0-9]{2})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Milliseconds();

    // 微信图片_20260305142233.jpg, 微信截图_…, WX20260305-142233@2x.png, WeChat Image_…, QQ图片20260305142233.jpg, 企业微信截图_…, 钉钉…
    [GeneratedRegex(@"^(企业微信|微信|WeChat|WX|QQ|钉钉|DingTalk|lark|飞书)[^0-9]*(?<y>20[0-9]{2})[-_.]?(?<m>[0-9]{2})[-_.]?(?<d>[0-9]{2})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Saved();

    // IMG_20260305_101500.jpg, VID_…, PXL_…, Screenshot_2026-03-05-10-15-00.png, 截屏2026-03-05 10.15.00.png, 20260305_101500.jpg; DSC_0123.jpg has a number only.
    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})(([-_.年]?)(?<m>0[1-9]|1[0-2])[-_.月]?(?<d>0[1-9]|[12][0-9]|3[01])|[-_.年](?<m>1[0-2]|[1-9])[-_.月](?<d>[12][0-9]|3[01]|[1-9]))(?![0-9]{3,5}(?![0-9])|[0-9](?![0-9]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Made();

    // 2026-03-05, 20260305, 2026.3.5 清扫, 2026年3月5日
    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})((?<m>[0-9]{2})(?<d>[0-9]{2})(?![0-9])|\s*[-_./年]\s*(?<m>[0-9]{1,2})\s*[-_./月]\s*(?<d>[0-9]{1,2})(?![0-9]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dated();

    // 3月5日清扫, 3.5清扫
    [GeneratedRegex(@"((?<![0-9年.])(?<m>1[0-2]|0?[1-9])月(?<d>3[01]|[12][0-9]|0?[1-9])[日号]|^(?<m>1[0-2]|0?[1-9])[.](?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthAndDay();
}
