namespace Mingce.Rules.Reading;
/// <summary>Placeholder.</summary>
public static class Masking
{
    /// <summary>Placeholder.</summary>
    public static string Mask(string text) => text;
}
