using System.Globalization;

namespace Mingce.Rules;

/// <summary>Writes amounts as an office's report does: 4200元, 10万斤, 20余人, 约300人次, 近5万元.</summary>
public static class FigureText
{
    /// <summary>The amount with its unit and bound.</summary>
    public static string Write(Quantity quantity) => Write(quantity.Value, UnitName(quantity.Unit), quantity.Bound);

    /// <summary>The amount with its unit, bound and what is counted: 4支党员先锋队, 20余名干部职工, 10万斤大葱.</summary>
    public static string WriteWithItem(Quantity quantity) => quantity.Item.Length == 0
        ? Write(quantity)
        : Write(quantity.Value, quantity.Unit == "人" ? "名" : UnitName(quantity.Unit), quantity.Bound) + quantity.Item;

    private static string Write(decimal value, string unit, Bound bound) => bound switch
    {
        Bound.Exact => Number(value) + unit,
        Bound.About => "约" + Number(value) + unit,
        // 余 follows round numbers only: 20余人, but 超过5小时.
        Bound.Over when value % 10 == 0 && value > 0 => Number(value) + "余" + unit,
        Bound.Over => "超过" + Number(value) + unit,
        Bound.Under => "近" + Number(value) + unit,
        _ => throw new ArgumentOutOfRangeException(nameof(bound)),
    };

    // 万 only where nothing is lost and the number stays short: 10万, but 10300.
    private static string Number(decimal value) => value switch
    {
        >= 100_000_000 when value % 1_000_000 == 0 => (value / 100_000_000).ToString("0.##", CultureInfo.InvariantCulture) + "亿",
        >= 10_000 when value % 1_000 == 0 => (value / 10_000).ToString("0.#", CultureInfo.InvariantCulture) + "万",
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    private static string UnitName(string unit) => unit == "ml" ? "毫升" : unit;
}
