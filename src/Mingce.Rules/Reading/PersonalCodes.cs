using System.Text.RegularExpressions;

// Every quantifier of these patterns is bounded, so no input makes them backtrack far.
#pragma warning disable MA0009

namespace Mingce.Rules.Reading;

/// <summary>Codes that lead to a person: mail and chat addresses, number plates, bank cards written in groups of four.</summary>
internal static partial class PersonalCodes
{
    [GeneratedRegex("(?<![A-Za-z0-9._+-])(?<head>[A-Za-z0-9])[A-Za-z0-9._+-]{0,40}(?<tail>@[A-Za-z0-9-]{1,40}(?:\\.[A-Za-z0-9-]{1,20}){1,4})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex("(?<head>(?:微信|微信号|QQ|QQ号)(?:为|是)?[：:] ?)[A-Za-z0-9_-]{5,20}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Chat();

    [GeneratedRegex("(?<head>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·•]?)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Plate();

    [GeneratedRegex("(?<![0-9])(?<head>(?:62|4[0-9]|5[1-5])[0-9]{2})(?: [0-9]{4}){3}(?: [0-9]{1,3})?(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Card();

    /// <summary>The text with these codes made unreadable.</summary>
    public static string Mask(string text)
    {
        text = Mail().Replace(text, "${head}***${tail}");
        text = Chat().Replace(text, "${head}***");
        text = Plate().Replace(text, "${head}*****");
        return Card().Replace(text, "${head} **** **** ****");
    }
}
