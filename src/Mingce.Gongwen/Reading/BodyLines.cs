using System.Text;
using System.Xml.Linq;
using Mingce.Gongwen.Checking;
using Mingce.Gongwen.Formatting;
using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen.Reading;

/// <summary>The lines of a body: text where a paragraph holds nothing but text, our own tables and pictures, and all else as it is.</summary>
internal sealed class BodyLines
{
    // Form that the model lays down itself; anything else (underline, strike, position, emphasis) means something.
    private static readonly HashSet<string> RunForm =
    [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern", "position", "sz", "szCs", "lang", "snapToGrid", "noProof", "fitText", "cs", "rtl", "bdr", "shd", "caps", "smallCaps",
    ];

    private static readonly HashSet<string> ParagraphForm =
    [
        "pStyle", "keepNext", "keepLines", "widowControl", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
        "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc", "textAlignment", "outlineLvl", "rPr",
    ];

    private readonly DocxPackage package;
    private readonly HashSet<string> numbered;
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly List<SourceLine> lines = [];
    private int sectionStart;
    private bool isAfterGap;

    public BodyLines(DocxPackage package, XElement? sheet)
    {
        (this.package, numbered) = (package, Numbered(sheet));
        (styles, numbering) = DocxReader.Numbers(package);
    }

    public IReadOnlyList<SourceLine> Of(XElement body)
    {
        foreach (var element in body.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    Paragraph(element);
                    break;
                case "tbl":
                    Add(new SourceLine("", OwnTable(element) ?? (Block)Foreign(element)) { Style = IsOwnTable(element) ? Styles.TableHeader : null });
                    break;
                case "sectPr":
                    EndSection(element);
                    break;
                case "proofErr":
                    break;
                default:
                    Add(new SourceLine("", Foreign(element)));
                    break;
            }
        }
        return lines;
    }

    // Styles that count by themselves, also through what they are based on: their numbers are not in the text.
    private static HashSet<string> Numbered(XElement? styles)
    {
        var all = styles.Children("style").Where(style => style.Get("styleId") is not null).DistinctBy(style => style.Get("styleId")).ToDictionary(style => style.Get("styleId")!);
        return [.. all.Keys.Where(id =>
        {
            var seen = new HashSet<string>();
            for (var at = id; at is not null && seen.Add(at) && all.TryGetValue(at, out var style); at = style.Child("basedOn").Val())
            {
                if (style.Child("pPr").Child("numPr") is not null) return true;
            }
            return false;
        })];
    }

    private void Paragraph(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var style = properties.Child("pStyle").Val();
        var own = style?.StartsWith(Styles.Prefix, StringComparison.Ordinal) == true ? style : null;
        if (own is Styles.RedLine) return;
        if (own is Styles.AfterTable && Silent(paragraph)) return;
        if (own is Styles.Picture && OwnPicture(paragraph) is { } picture)
        {
            Add(new SourceLine("", picture) { Style = own });
            return;
        }
        var isPlain = properties?.Elements().All(element => ParagraphForm.Contains(element.Name.LocalName) || element.Name.LocalName is "pageBreakBefore") != false
            && !numbered.Contains(style ?? "");
        if (!isPlain || Text(paragraph, keepBreaks: own is Styles.Title or Styles.AttachmentTitle) is not var (text, head, headStyle)
            || (StartsPage(paragraph) && !Patterns.AttachmentMark().IsMatch(text)))
        {
            Add(new SourceLine("", Foreign(paragraph)));
        }
        else if (own is not null)
        {
            Add(new SourceLine(text, null) { Style = own, Head = head, HeadStyle = headStyle, Left = properties.Child("ind").Number("left") ?? 0 });
        }
        else if (text.Trim().Length > 0)
        {
            Add(new SourceLine(text.Trim(), null, isAfterGap));
        }
        else
        {
            isAfterGap = true;
        }
    }

    // An attachment begins a page anyhow.
    private static bool StartsPage(XElement paragraph) => paragraph.Child("pPr").OnOff("pageBreakBefore") == true || paragraph.Below("br").Any(piece => piece.Get("type") == "page");

    private void Add(SourceLine line)
    {
        lines.Add(line);
        isAfterGap = false;
    }

    // The carrier of a section's end or of the 版记.
    private bool Silent(XElement paragraph)
    {
        if (paragraph.Child("pPr").Child("sectPr") is { } section) EndSection(section);
        else if (paragraph.Children("r").Any() && paragraph.Below("txbxContent").FirstOrDefault() is { } box)
        {
            foreach (var line in box.Children("p").Where(line => line.Child("pPr").Child("pStyle").Val() == Styles.Imprint))
            {
                if (Text(line, keepBreaks: false) is not var (text, _, _)) return false;
                Add(new SourceLine(text, null) { Style = Styles.Imprint });
            }
        }
        return true;
    }

    private void EndSection(XElement section)
    {
        if (section.Child("pgSz").Get("orient") == "landscape")
        {
            for (var i = sectionStart; i < lines.Count; i++)
            {
                if (lines[i].Block is Table table) lines[i] = lines[i] with { Block = table with { IsLandscape = true } };
            }
        }
        sectionStart = lines.Count;
    }

    // The text of runs that hold nothing else, and what of it stands first in a style of ours; null where there is more.
    private static (string Text, string Head, string? HeadStyle)? Text(XElement paragraph, bool keepBreaks)
    {
        var text = new StringBuilder();
        var (head, headStyle) = ("", (string?)null);
        foreach (var child in paragraph.Elements())
        {
            if (child.Name.LocalName is "pPr" or "proofErr") continue;
            if (child.Name.LocalName is "bookmarkStart" or "bookmarkEnd" && child.Get("name") is null or "_GoBack") continue;
            if (child.Name.LocalName != "r" || child.Child("rPr")?.Elements().All(element => RunForm.Contains(element.Name.LocalName)) == false) return null;
            var before = text.Length;
            foreach (var piece in child.Elements())
            {
                switch (piece.Name.LocalName)
                {
                    case "rPr" or "lastRenderedPageBreak":
                        break;
                    case "t":
                        text.Append(piece.Value.Replace('\n', ' '));
                        break;
                    case "tab":
                        text.Append('\t');
                        break;
                    case "br" when piece.Get("type") == "page" && text.Length == 0:
                        break;
                    case "br" when keepBreaks && piece.Get("type") is null or "textWrapping":
                        text.Append('\n');
                        break;
                    default:
                        return null;
                }
            }
            if (before == 0 && child.Child("rPr").Child("rStyle").Val() is { } style && style.StartsWith(Styles.Prefix, StringComparison.Ordinal)) (head, headStyle) = (text.ToString(), style);
        }
        return (text.ToString(), head, headStyle);
    }

    private static bool IsOwnTable(XElement table) => table.Below("pStyle").FirstOrDefault().Val() == Styles.TableHeader;

    private static Table? OwnTable(XElement table)
    {
        if (!IsOwnTable(table)) return null;
        var rows = table.Children("tr").Select(row => row.Children("tc").Select(Cell).OfType<string>().ToList()).ToList();
        var isSimple = rows.All(row => row.Count == rows[0].Count) && table.Children("tr").Sum(row => row.Children("tc").Count()) == rows.Sum(row => row.Count) && !table.Below("gridSpan").Any() && !table.Below("vMerge").Any();
        var least = table.Child("tr").Child("trPr").Child("trHeight").Number() ?? 0;
        return isSimple ? new Table(rows[0], [.. rows.Skip(1)]) { RowHeight = Math.Min(100, (int)Math.Round(Measure.Millimetres(least))) } : null;
    }

    private static string? Cell(XElement cell) => cell.Children("p").ToList() is [var only] && !cell.Children("tbl").Any() && Text(only, keepBreaks: false) is var (text, _, _) ? text : null;

    private Picture? OwnPicture(XElement paragraph)
    {
        var name = package.Target(paragraph.Below("blip").FirstOrDefault().Get("embed"));
        if (name is null || !Path.GetFileName(name).StartsWith(PackageParts.OwnPrefix, StringComparison.Ordinal)) return null;
        var isOnOwnPage = paragraph.Below("docPr").FirstOrDefault().Get("name")?.StartsWith(PictureWriter.OwnPageName, StringComparison.Ordinal) == true;
        try
        {
            return new Picture(package.Bytes(name)) { OnOwnPage = isOnOwnPage };
        }
        catch (ArgumentException)
        {
            return null; // someone has put another file in its place
        }
    }

    private ForeignBlock Foreign(XElement element)
    {
        using var reader = element.CreateReader();
        return new ForeignBlock(element, BodyText.ReadLines(reader, styles, numbering));
    }
}
