using System.Globalization;
using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Core.Intake;

/// <summary>Tells of totals that their parts do not bear out.</summary>
public static class FindingText
{
    public static string Write(Finding finding)
    {
        var parts = string.Join(" + ", finding.Parts.Select(part => part.Value.ToString("0.##", CultureInfo.InvariantCulture)));
        var sum = FigureText.Write(new Quantity(finding.Sum, finding.Total.Unit));
        return finding.IsExhaustive
            ? $"“{finding.Total.Quote}”与各分项之和不符：{parts} = {sum}，请核对。"
            : $"“{finding.Total.Quote}”小于其中各项之和：{parts} = {sum}，请核对。";
    }
}
