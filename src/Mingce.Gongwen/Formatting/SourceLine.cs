using System.Diagnostics.CodeAnalysis;

namespace Mingce.Gongwen.Formatting;

/// <summary>A line on the way into the model; empty lines are gone.</summary>
/// <param name="Text">Without spaces at either end.</param>
/// <param name="Block">What the line is where that is known already: a table, a picture, what another program wrote.</param>
/// <param name="IsAfterGap">An empty line stood before it.</param>
internal sealed record SourceLine(string Text, Block? Block = null, bool IsAfterGap = false)
{
    /// <summary>Our own style, where it has one.</summary>
    public string? Style { get; init; }

    /// <summary>Indent from the left in twips.</summary>
    public int Left { get; init; }

    /// <summary>What stands at its beginning in a style of its own: the heading before text that runs on.</summary>
    public string Head { get; init; } = "";

    /// <summary>That style.</summary>
    public string? HeadStyle { get; init; }

    /// <summary>Whether nothing is known of it but its text.</summary>
    public bool IsOpen => Block is null;

    /// <summary>Lines of text; those that form a table become one.</summary>
    public static IReadOnlyList<SourceLine> Of(IReadOnlyList<string> raw)
    {
        var lines = new List<SourceLine>();
        var isAfterGap = false;
        for (var i = 0; i < raw.Count;)
        {
            if (TryTable(raw, i, out var table, out var count))
            {
                lines.Add(new SourceLine("", table, isAfterGap));
                (i, isAfterGap) = (i + count, false);
                continue;
            }
            var text = raw[i++].Trim();
            if (text.Length > 0) lines.Add(new SourceLine(text, null, isAfterGap));
            isAfterGap = text.Length == 0;
        }
        return lines;
    }

    // A head whose cells are all filled, and at least one line with a tab under it. What was cut off at the end of a line is an empty cell.
    private static bool TryTable(IReadOnlyList<string> raw, int at, [NotNullWhen(true)] out Table? table, out int count)
    {
        (table, count) = (null, 0);
        var header = Cells(raw[at]);
        if (header.Length < 2 || header.Any(cell => cell.Length == 0)) return false;
        var rows = raw.Skip(at + 1).Select(Cells).TakeWhile(row => row.Length >= 2 && row.Length <= header.Length).ToList();
        if (rows.Count == 0) return false;
        table = new Table(header, [.. rows.Select(row => (string[])[.. row, .. Enumerable.Repeat("", header.Length - row.Length)])]);
        count = rows.Count + 1;
        return true;
    }

    private static string[] Cells(string line) => [.. line.Split('\t').Select(cell => cell.Trim())];
}
