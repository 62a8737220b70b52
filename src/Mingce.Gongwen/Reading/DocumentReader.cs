using System.Xml.Linq;
using Mingce.Gongwen.Formatting;
using Mingce.Gongwen.Word;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen.Reading;

/// <summary>From the parts of a .docx to the model.</summary>
internal static class DocumentReader
{
    public static GongwenDocument Read(DocxPackage package)
    {
        var main = package.LoadMain();
        if (main.Name.NamespaceName != FixedParts.MainNamespace) throw UnreadableDocumentException.Strict();
        var body = main.Child("body") ?? throw UnreadableDocumentException.NotDocx();
        var styles = package.LoadRelated("styles");
        var lines = new BodyLines(package, styles).Of(body);
        var foreign = ForeignReader.Read(package, main, body.Child("sectPr"), styles);
        return Structure(package, main, lines) with { Foreign = foreign };
    }

    // Our styles say what a paragraph is. Where someone has since put them in another order, the words have to.
    private static GongwenDocument Structure(DocxPackage package, XElement main, IReadOnlyList<SourceLine> lines)
    {
        if (lines.Any(line => line.Style is not null) && OwnReader.Read(lines) is { } own)
        {
            using var reader = main.CreateReader();
            var (styles, numbering) = DocxReader.Numbers(package);
            if (own.ToText() == string.Join('\n', BodyText.ReadLines(reader, styles, numbering))) return own;
        }
        return StructureReader.Read([.. lines.Where(line => line.Text.Length > 0 || line.Block is not null)]);
    }
}
