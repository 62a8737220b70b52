using Mingce.Rules.Reading;

namespace Mingce.Core.Reporting;

/// <summary>Keeps illness, hardship and masked names out of a report.</summary>
internal static class Discretion
{
    private static readonly string[] Private =
    [
        "病", "癌", "瘤", "患", "瘫", "残疾", "残障", "智障", "障碍", "困难", "贫困", "特困", "困境", "低保", "五保",
        "留守", "孤寡", "孤儿", "孤老", "失独", "空巢", "单亲", "*", "＊", "×",
    ];

    /// <summary>The text on one line; empty where it tells what stays out.</summary>
    public static string Allow(string text) =>
        Private.Any(word => text.Contains(word, StringComparison.Ordinal)) || Masking.Mask(text) != text ? "" : FigureMarks.Clean(text);
}
