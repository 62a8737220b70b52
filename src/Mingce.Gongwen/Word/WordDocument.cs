using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>A .docx as it is printed: paragraphs and tables in order, with what holds for each after all styles.</summary>
internal sealed class WordDocument
{
    private readonly List<WordItem> items = [];
    private readonly List<WordSection> sections = [];
    private readonly List<WordParagraph> boxed = []; // paragraphs of text boxes
    private readonly DocxPackage package;
    private readonly WordTheme theme;
    private readonly WordNumbering numbering;

    private WordDocument(DocxPackage package)
    {
        this.package = package;
        var main = package.LoadMain();
        theme = new WordTheme(package.LoadRelated("theme"));
        Styles = new WordStyles(package.LoadRelated("styles"), theme);
        numbering = new WordNumbering(package.LoadRelated("numbering"));
        var settings = package.LoadRelated("settings");
        HasEvenPages = settings.OnOff("evenAndOddHeaders") == true;
        var body = main.Child("body");
        foreach (var child in body?.Elements() ?? []) Read(child);
        Section(body.Child("sectPr"));
    }

    public IReadOnlyList<WordItem> Items => items;

    public IReadOnlyList<WordSection> Sections => sections;

    public WordStyles Styles { get; }

    /// <summary>Even pages have headers and footers of their own.</summary>
    public bool HasEvenPages { get; }

    /// <exception cref="UnreadableDocumentException">The file is no .docx, encrypted, damaged, or beyond a limit.</exception>
    public static WordDocument Read(Stream docx)
    {
        try
        {
            using var file = DocxPackage.Open(docx);
            return new WordDocument(file);
        }
        catch (Exception exception) when (DocxPackage.IsDamage(exception))
        {
            throw UnreadableDocumentException.Damaged(exception);
        }
    }

    private void Read(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                items.Add(Paragraph(element, table: null));
                if (element.Child("pPr").Child("sectPr") is { } section) Section(section);
                break;
            case "tbl":
                items.Add(Table(element));
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                foreach (var child in element.Elements()) Read(child);
                break;
            case "AlternateContent":
                foreach (var child in (element.Child("Choice") ?? element.Child("Fallback"))?.Elements() ?? []) Read(child);
                break;
        }
    }

    private WordParagraph Paragraph(XElement element, string? table)
    {
        var pPr = element.Child("pPr");
        var style = pPr.Child("pStyle").Val();
        var direct = ParagraphFormat.Read(pPr);
        var (format, label, level) = Numbered(direct, Styles.Paragraph(style, table), style);
        var mark = Styles.Run(style, null, RunFormat.Read(pPr.Child("rPr"), theme), table, RunFormat.Empty);
        var builder = new ParagraphBuilder(Styles, theme, style, table, RunFormat.Read(level.Child("rPr"), theme));
        var firstText = element.Below("t").FirstOrDefault()?.Value ?? "";
        builder.Label(label, mark, HeadingNumbers.NeedSpace(label, firstText));
        foreach (var child in element.Elements()) builder.Visit(child);
        foreach (var (content, place) in builder.Boxes)
        {
            foreach (var inner in content.Top("p")) boxed.Add(Boxed(inner, place));
        }
        return new WordParagraph
        {
            Section = sections.Count,
            Text = builder.Text,
            Label = label,
            Runs = builder.Runs,
            Format = format,
            Mark = mark,
            StartsPage = builder.StartsPage || format.PageBreakBefore == true,
            EndsPage = builder.EndsPage,
            EndsSection = pPr.Child("sectPr") is not null,
            PictureHeight = builder.PictureHeight,
            HasDrawing = builder.HasDrawing,
            Shapes = builder.Shapes,
            PageField = builder.PageField,
            BoxPlace = format.FramePlace,
        };
    }

    private WordParagraph Boxed(XElement element, string? place)
    {
        var inner = Paragraph(element, table: null);
        return new WordParagraph
        {
            Section = inner.Section, Text = inner.Text, Label = inner.Label, Runs = inner.Runs, Format = inner.Format, Mark = inner.Mark,
            PageField = inner.PageField, BoxPlace = inner.BoxPlace ?? place ?? "",
        };
    }

    // A number set directly stands over the style's indents, one that comes with the style under them.
    private (ParagraphFormat Format, string Label, XElement? Level) Numbered(ParagraphFormat direct, ParagraphFormat styled, string? style)
    {
        var place = numbering.OfStyle(style);
        var list = direct.ListId ?? styled.ListId ?? place?.List ?? 0;
        var depth = direct.ListLevel ?? styled.ListLevel ?? place?.Level ?? 0;
        if (list <= 0 || numbering.Level(list, depth) is not { } level) return (direct.Over(styled), "", null);
        var indents = ParagraphFormat.Read(level.Child("pPr"));
        var format = direct.ListId is null ? direct.Over(styled).Over(indents) : direct.Over(indents).Over(styled);
        return (format, numbering.Next(list, depth), level);
    }

    private WordTable Table(XElement table)
    {
        var properties = table.Child("tblPr");
        var style = properties.Child("tblStyle").Val();
        var borders = properties.Child("tblBorders");
        return new WordTable
        {
            Section = sections.Count,
            Rows = [.. table.Top("tr").Select(row => Row(row, style))],
            Width = table.Child("tblGrid").Children("gridCol").Sum(column => Math.Min(column.Number("w") ?? 0, 100_000)),
            Top = Border.Read(borders.Child("top")),
            Bottom = Border.Read(borders.Child("bottom")),
            Inside = Border.Read(borders.Child("insideH")),
        };
    }

    private WordRow Row(XElement row, string? style)
    {
        var height = row.Child("trPr").Child("trHeight");
        var cells = row.Top("tc").Select(cell =>
        {
            var borders = cell.Child("tcPr").Child("tcBorders");
            return new WordCell([.. cell.Top("p").Select(paragraph => Paragraph(paragraph, style))], Border.Read(borders.Child("top")), Border.Read(borders.Child("bottom")));
        });
        return new WordRow([.. cells], height.Get("hRule") == "exact" ? height.Number() : null);
    }

    private void Section(XElement? sectPr)
    {
        var section = new WordSection(sectPr);
        if (sections.Count > 0)
        {
            foreach (var (kind, paragraphs) in sections[^1].Margins) section.Margins[kind] = paragraphs;
        }
        foreach (var reference in sectPr.Children("footerReference").Concat(sectPr.Children("headerReference")))
        {
            if (package.LoadById(reference.Get("id")) is not { } part) continue;
            var outside = boxed.Count;
            var paragraphs = part.Top("p").Select(paragraph => Paragraph(paragraph, table: null)).ToList();
            paragraphs.AddRange(boxed[outside..]);
            boxed.RemoveRange(outside, boxed.Count - outside);
            section.Margins[$"{reference.Name.LocalName[..6]}.{reference.Get("type") ?? "default"}"] = paragraphs;
        }
        sections.Add(section);
    }
}
