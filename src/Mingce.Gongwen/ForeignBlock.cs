using System.Xml.Linq;

namespace Mingce.Gongwen;

/// <summary>
/// What another program wrote and the model has no words for: a paragraph with a footnote, a link or a drawing, a table with merged cells,
/// a field. <see cref="DocxReader.ReadText"/> makes it, and the writer puts it back as it was.
/// </summary>
public sealed record ForeignBlock : Block
{
    internal ForeignBlock(XElement xml, IReadOnlyList<string> lines) => (Xml, Lines) = (xml, lines);

    /// <summary>Its text as <see cref="DocxReader.ReadText"/> gives it: one line per paragraph or table row.</summary>
    public string Text => string.Join('\n', Lines);

    internal XElement Xml { get; }

    internal IReadOnlyList<string> Lines { get; }

    /// <summary>Word joins tables that touch.</summary>
    internal bool IsTable => Xml.Name.LocalName is "tbl";
}
