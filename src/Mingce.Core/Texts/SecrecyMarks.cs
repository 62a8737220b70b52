using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mingce.Core.Texts;

/// <summary>
/// Marks of secrecy as documents bear them: in a file's name, as a mark in the head of its text, or as a line of its own in typed text.
/// A sentence that only mentions the word is none (做好机密文件管理).
/// </summary>
public static partial class SecrecyMarks
{
    private static readonly string[] InNames = ["绝密", "机密", "秘密★", "秘密☆", "内部资料", "不得翻印"];

    /// <summary>The mark in a file's name; null where it bears none.</summary>
    public static string? InName(string fileName)
    {
        var plain = Plain(fileName);
        return Array.Find(InNames, mark => plain.Contains(mark, StringComparison.Ordinal));
    }

    /// <summary>The first mark among the lines; null where there is none.</summary>
    public static string? InLines(IEnumerable<string> lines) => lines.Select(InLine).FirstOrDefault(mark => mark is not null);

    /// <summary>The mark in a text that a person typed: a line that is nothing else.</summary>
    public static string? InText(string? text) => text is null ? null : InLines(text.Split('\n'));

    /// <summary>Looks at the head of a document that has come in but is not kept yet.</summary>
    /// <exception cref="UserFaultException">It bears a mark.</exception>
    public static async Task RefuseAsync(string path, string label, CancellationToken cancellation)
    {
        if (InLines(await DocumentText.ReadHeadAsync(path, cancellation)) is { } mark)
        {
            throw new UserFaultException($"文件“{label}”的正文标有“{mark}”，未保存。涉密和内部材料不得上传，请改用“原件备查”登记其名称和存放处。");
        }
    }

    // The head of an official document puts serial number, secrecy and urgency on one line, apart from each other.
    private static string? InLine(string line)
    {
        if (line.Length > 200)
        {
            return null;
        }
        var whole = Line().Match(Plain(line));
        if (whole.Success)
        {
            return whole.Value;
        }
        return line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plain).FirstOrDefault(word => Word().IsMatch(word));
    }

    // Full-width letters, blanks and what nobody sees (a byte order mark, a joiner) do not hide a mark. Halves of characters and U+FFFE cannot be normalized.
    private static string Plain(string text)
    {
        var seen = string.Concat(text.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)));
        return string.Concat(seen.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
    }

    // 机密, 秘密★1年, 密级：机密, 000123机密★10年特急, 内部资料 注意保存, （不得翻印）
    [GeneratedRegex(@"^\d{0,8}(密级:?)?(绝密|机密|秘密)(级|件)?([★☆*].{0,12})?(特急|加急|平急)?$|^\W{0,3}(内部(资料|文件|材料))\W{0,3}((请)?(注意保存|妥善保管|不得外传|请勿外传|严禁外传|不得翻印|严禁翻印|请勿翻印)\W{0,3}){0,3}$|^\W{0,3}(不得|严禁|请勿)(翻印|复印|外传)\W{0,3}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(密级:)?(绝密|机密|秘密)[★☆].{0,12}$|^密级:(绝密|机密|秘密)$|^\W{0,3}内部(资料|文件|材料)\W{0,3}$|^\W{0,3}不得翻印\W{0,3}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
