namespace Mingce.Gongwen.Profiles;

/// <summary>The units of a profile in those of WordprocessingML.</summary>
internal static class Measure
{
    private const double TwipsInMillimetre = 1440 / 25.4;

    /// <summary>Millimetres in twips (1/20 pt).</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * TwipsInMillimetre);

    /// <summary>Points in twips.</summary>
    public static int PointTwips(double points) => (int)Math.Round(points * 20);

    /// <summary>Points in half points, the unit of w:sz.</summary>
    public static int HalfPoints(double points) => (int)Math.Round(points * 2);

    /// <summary>Millimetres in eighths of a point, the unit of a border's w:sz.</summary>
    public static int BorderEighths(double millimetres) => (int)Math.Round(millimetres * TwipsInMillimetre / 20 * 8);

    /// <summary>Twips in millimetres.</summary>
    public static double Millimetres(double twips) => twips / TwipsInMillimetre;
}
