using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>word/styles.xml: what a paragraph and a run look like before anything is set on them directly.</summary>
internal sealed class WordStyles
{
    private const int MaxChain = 50; // a chain that is longer, or goes round, ends there
    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ParagraphFormat Paragraph, RunFormat Run)> resolved = new(StringComparer.Ordinal);
    private readonly WordTheme theme;
    private readonly ParagraphFormat paragraphDefaults;
    private readonly RunFormat runDefaults;
    private readonly string? normal;

    public WordStyles(XElement? root, WordTheme theme)
    {
        this.theme = theme;
        foreach (var style in root.Children("style")) styles.TryAdd(style.Get("styleId") ?? "", style);
        normal = root.Children("style").FirstOrDefault(style => style.Get("type") == "paragraph" && style.Get("default") is "1" or "true" or "on").Get("styleId");
        var defaults = root.Child("docDefaults");
        runDefaults = RunFormat.Read(defaults.Child("rPrDefault").Child("rPr"), theme);
        paragraphDefaults = ParagraphFormat.Read(defaults.Child("pPrDefault").Child("pPr"));
    }

    /// <summary>Type size of the default paragraph style in half points: the character grid is counted in it.</summary>
    public int NormalSize => Chain(normal).Run.Size ?? runDefaults.Size ?? 20;

    /// <summary>Spacing and size of a paragraph style alone.</summary>
    public (ParagraphFormat Paragraph, RunFormat Run) Chain(string? id)
    {
        if (id is null || !styles.ContainsKey(id)) return (ParagraphFormat.Empty, RunFormat.Empty);
        if (resolved.TryGetValue(id, out var known)) return known;
        var (paragraph, run) = (ParagraphFormat.Empty, RunFormat.Empty);
        var next = id;
        for (var i = 0; i < MaxChain && next is not null && styles.TryGetValue(next, out var style); i++)
        {
            paragraph = paragraph.Over(ParagraphFormat.Read(style.Child("pPr")));
            run = run.Over(RunFormat.Read(style.Child("rPr"), theme));
            next = style.Child("basedOn").Val();
        }
        return resolved[id] = (paragraph, run);
    }

    /// <summary>Paragraph style, or the default one; under it the table's style and the defaults.</summary>
    public ParagraphFormat Paragraph(string? id, string? table) => Chain(id ?? normal).Paragraph.Over(Chain(table).Paragraph).Over(paragraphDefaults);

    /// <summary>Defaults, table, paragraph style, character style and what is set directly. Bold in a paragraph style and in a character style cancel each other.</summary>
    public RunFormat Run(string? paragraphStyle, string? characterStyle, RunFormat direct, string? table, RunFormat list)
    {
        var below = Chain(table).Run.Over(runDefaults);
        var paragraph = Chain(paragraphStyle ?? normal).Run;
        var character = Chain(characterStyle).Run;
        var merged = direct.Over(list).Over(character).Over(paragraph).Over(below);
        if (direct.Bold is null && character.Bold == true) merged = merged with { Bold = !(paragraph.Bold ?? below.Bold ?? false) };
        return merged;
    }

    /// <summary>The name a user sees.</summary>
    public string? Name(string? id) => styles.GetValueOrDefault(id ?? normal ?? "").Child("name").Val();
}
