namespace Mingce.Core.Assessment;

/// <summary>The keys of a scheme's file, by the thing they describe; scheme.schema.json says the same to editors.</summary>
public static class SchemeKeys
{
    private static readonly string[] Check = ["name", "points", "method", "rule"];
    private static readonly string[] Selection = ["kinds", "words", "people", "text", "evidence"];
    private static readonly string[] Timing = ["window", "per", "from", "before"];

    public static IReadOnlyList<string> Scheme { get; } =
        ["id", "title", "source", "completeness", "points", "pass", "term", "notes", "sections", "negative"];

    public static IReadOnlyList<string> Section { get; } = ["name", "points", "indicators", "standards"];
    public static IReadOnlyList<string> Indicator { get; } = ["name", "points", "standards"];
    public static IReadOnlyList<string> Standard { get; } = ["id", "name", "points", "method", "note", "met", "checks"];

    public static IReadOnlyList<string> Threshold { get; } = [.. Check, .. Selection, .. Timing, "minimum", "unit", "per-person", "award", "deduct"];
    public static IReadOnlyList<string> Documents { get; } = [.. Check, .. Selection, .. Timing, "parts", "in-force"];
    public static IReadOnlyList<string> Ratio { get; } = [.. Check, "ratio", "percent", "above", "who", "day", "deduct", "step"];
    public static IReadOnlyList<string> Grade { get; } = [.. Check, .. Selection, "window", "grades"];
    public static IReadOnlyList<string> Deduct { get; } = [.. Check, "faults"];
    public static IReadOnlyList<string> Bonus { get; } = [.. Check, "levels"];

    public static IReadOnlyList<string> Evidence { get; } = ["forms", "minimum", "parts"];
    public static IReadOnlyList<string> Part { get; } = ["name", "words"];
    public static IReadOnlyList<string> Window { get; } = ["years", "current"];
    public static IReadOnlyList<string> Fault { get; } = ["name", "each", "unit"];
    public static IReadOnlyList<string> Level { get; } = ["name", "points"];

    public static IReadOnlyList<string> Negative { get; } = ["id", "name", "effect", "months", "since", "deduct", "concealed", "items"];
    public static IReadOnlyList<string> NegativeItem { get; } = ["name", "retired"];

    /// <summary>Whether a check says which records it looks at.</summary>
    internal static bool Selects(YamlMap map) => Selection.Any(map.Has);
}
