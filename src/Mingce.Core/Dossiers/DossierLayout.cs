using System.Text.RegularExpressions;
using Mingce.Core.Activities;
using Mingce.Rules.Schemes;

namespace Mingce.Core.Dossiers;

/// <summary>
/// Where everything lies: 01 项目/1.1 指标/1.01 标准/01_日期_活动_材料.jpg. Names sort in the scheme's order, and a path has at most 200
/// characters (26 + 26 + 44 + 80 and the slashes), which leaves room for the folder into which Windows unpacks it.
/// Reviewers open the folders one by one, so a file that serves several standards lies in full in each of them.
/// </summary>
internal sealed partial class DossierLayout
{
    private const int LongestGroup = 26;
    private const int LongestStandard = 40;
    private const int LongestFile = 80;

    private readonly int leadingDigits;
    private readonly HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);

    public DossierLayout(Scheme scheme) =>
        leadingDigits = scheme.Standards.Select(s => Digits().Match(s.Id).Length).DefaultIfEmpty(1).Max();

    /// <param name="section">The section and its place in the scheme, 1 or more.</param>
    /// <param name="indicator">The indicator and its place in the section; a section that is its own only indicator gets no second folder.</param>
    public string Folder((int Number, Section Section) section, (int Number, Indicator Indicator) indicator, string standardId, string standardName)
    {
        var folder = WindowsName.Of($"{section.Number:00} {section.Section.Name}", LongestGroup);
        if (section.Section.Indicators.Count > 1 || indicator.Indicator.Name != section.Section.Name)
        {
            folder += "/" + WindowsName.Of($"{section.Number}.{indicator.Number:00} {indicator.Indicator.Name}", LongestGroup);
        }
        folder += "/" + WindowsName.Of($"{Padded(standardId)} {standardName}", LongestStandard);
        var unique = folder;
        for (var i = 2; !folders.Add(unique); i++)
        {
            unique = $"{folder}（{i}）";
        }
        return unique;
    }

    public static IReadOnlyList<Exhibit> Exhibits(string folder, IEnumerable<Activity> activities)
    {
        var pieces = activities.SelectMany(a => a.Evidence.OrderBy(e => e.AddedAt).ThenBy(e => e.Id), (Activity, Evidence) => (Activity, Evidence)).ToList();
        var width = Math.Max(2, pieces.Count.ToString().Length);
        return [.. pieces.Select((piece, i) =>
        {
            var exhibit = new Exhibit(i + 1, piece.Activity, piece.Evidence, "");
            return piece.Evidence.HasFile ? exhibit with { Path = $"{folder}/{FileName(exhibit, width)}" } : exhibit;
        })];
    }

    private static string FileName(Exhibit exhibit, int width)
    {
        var extension = Extension(exhibit.Evidence.MediaType);
        var title = exhibit.Evidence.Title.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? exhibit.Evidence.Title[..^extension.Length] : exhibit.Evidence.Title;
        var number = exhibit.Number.ToString().PadLeft(width, '0');
        return WindowsName.Of($"{number}_{exhibit.Date}_{WindowsName.Of(exhibit.Activity.Title, 30)}_{title}", LongestFile - extension.Length) + extension;
    }

    /// <summary>1.1 and 1.10 become 1.01 and 1.10, which sort as they count.</summary>
    private string Padded(string id)
    {
        var first = true;
        return Digits().Replace(id, digits =>
        {
            var padded = digits.Value.PadLeft(first ? leadingDigits : 2, '0');
            first = false;
            return padded;
        });
    }

    // By what the bytes are, never by the client's name for them; what is not known opens with nothing.
    private static string Extension(string mediaType) => mediaType switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "image/bmp" => ".bmp",
        "image/tiff" => ".tif",
        "image/heic" or "image/heif" => ".heic",
        "application/pdf" => ".pdf",
        "application/ofd" => ".ofd",
        "application/msword" => ".doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "application/vnd.ms-excel" => ".xls",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
        "application/vnd.ms-powerpoint" => ".ppt",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => ".pptx",
        "text/plain" => ".txt",
        "text/csv" => ".csv",
        "video/mp4" => ".mp4",
        "video/quicktime" => ".mov",
        "audio/mpeg" => ".mp3",
        _ => ".bin",
    };

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
