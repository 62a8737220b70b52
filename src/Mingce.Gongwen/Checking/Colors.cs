using System.Globalization;

namespace Mingce.Gongwen.Checking;

/// <summary>Compares colours as a reader would.</summary>
internal static class Colors
{
    /// <summary>Red, whatever exactly.</summary>
    public static bool IsRed(string? color)
    {
        if (color is not { Length: 6 } || !int.TryParse(color, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            return color is "RED";
        return value >> 16 >= 0xC0 && (value >> 8 & 0xFF) <= 0x40 && (value & 0xFF) <= 0x40;
    }

    /// <summary>No colour said is black; one red is as good as another.</summary>
    public static bool IsSame(string? found, string wanted) => found is null or "AUTO" ? wanted is "000000" : found == wanted || (IsRed(found) && IsRed(wanted));

    public static string Name(string? color) => color switch
    {
        null or "AUTO" or "000000" => "黑色",
        _ when IsRed(color) => "红色",
        _ => "#" + color,
    };
}
