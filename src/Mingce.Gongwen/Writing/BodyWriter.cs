using System.Xml;
using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Writing;

/// <summary>Writes word/document.xml. Every empty line of the standard is spacing, so that the paragraphs are exactly the parts of the text.</summary>
internal sealed class BodyWriter
{
    private const string R = FixedParts.RelationsNamespace;

    private readonly ElementWriter word;
    private readonly Profile profile;
    private readonly Layout layout;
    private readonly PictureWriter pictures;
    private readonly TableWriter tables;

    private GongwenDocument document = new() { Title = "" };
    private bool isLandscape; // of the part being written

    public BodyWriter(XmlWriter xml, Profile profile, Layout layout, PictureWriter pictures)
    {
        word = new ElementWriter(xml);
        (this.profile, this.layout, this.pictures) = (profile, layout, pictures);
        tables = new TableWriter(word, profile, layout, (form, text) => Paragraph(form, text));
    }

    public void Write(GongwenDocument written)
    {
        document = written;
        List<TextPart> parts = [.. document.AllParts()];
        var landscape = Landscape(parts);
        word.Xml.WriteStartDocument(standalone: true);
        StartRoot();
        word.Start("body");
        for (var i = 0; i < parts.Count; i++)
        {
            isLandscape = landscape[i];
            var startsPage = i == 0 || landscape[i - 1] != isLandscape;
            var endsSection = i + 1 < parts.Count && landscape[i + 1] != isLandscape;
            Part(parts[i], i == 0 ? null : parts[i - 1], endsSection || i + 1 == parts.Count ? null : parts[i + 1], startsPage);
            if (endsSection) Paragraph(new(Styles.AfterTable) { EndsSection = true }, "");
        }
        Section();
        word.Xml.WriteEndDocument();
    }

    // The names that another program has declared stay: what it wrote may mention them in attributes.
    private void StartRoot()
    {
        word.Xml.WriteStartElement("w", "document", ElementWriter.W);
        word.Xml.WriteAttributeString("xmlns", "r", null, R);
        foreach (var attribute in document.Foreign?.RootAttributes ?? [])
        {
            if (attribute.IsNamespaceDeclaration) word.Xml.WriteAttributeString("xmlns", attribute.Name.LocalName, null, attribute.Value);
            else word.Xml.WriteAttributeString(attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value);
        }
        foreach (var element in document.Foreign?.BeforeBody ?? []) element.WriteTo(word.Xml);
    }

    // A table laid across has pages of its own, together with what stands directly above it.
    private bool[] Landscape(List<TextPart> parts)
    {
        var landscape = new bool[parts.Count];
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            landscape[i] = parts[i].Block is Table { IsLandscape: true } || (i + 1 < parts.Count && landscape[i + 1] && parts[i] switch
            {
                { Role: TextRole.Title or TextRole.Subtitle } => document.RedHead is null,
                { Role: TextRole.AttachmentMark or TextRole.AttachmentTitle } => true,
                { Block: Heading { RunOn.Length: 0 } } => true,
                _ => false,
            });
        }
        return landscape;
    }

    /// <param name="next">What follows in the same section.</param>
    private void Part(TextPart part, TextPart? previous, TextPart? next, bool startsPage)
    {
        // The signature never stands alone on a page (§7.3.5.5 [K]).
        var keep = next?.Role is TextRole.SignatureUnit or TextRole.SignatureDate;
        switch (part.Role)
        {
            case TextRole.CopyNumber:
                Paragraph(new(Styles.HeadText), part.Text);
                break;
            case TextRole.Secrecy or TextRole.Urgency:
                Paragraph(new(Styles.HeadMark), part.Text);
                break;
            case TextRole.AgencyMark:
                AgencyMark(document.RedHead!);
                if (next?.Role != TextRole.DocumentNumber) Paragraph(new(Styles.RedLine), "");
                break;
            case TextRole.DocumentNumber:
                DocumentNumber(document.RedHead!);
                Paragraph(new(Styles.RedLine), "");
                break;
            case TextRole.Title:
                Title(new(Styles.Title) { Before = document.RedHead is null ? null : Lines(profile.Title), After = next?.Role == TextRole.Subtitle ? 0 : null }, part.Text);
                break;
            case TextRole.Subtitle:
                Paragraph(new(Styles.Subtitle), part.Text);
                break;
            case TextRole.MainRecipient:
                Paragraph(new(Styles.MainRecipient) { KeepNext = keep }, part.Text);
                break;
            case TextRole.Heading:
                HeadingParagraph((Heading)part.Block!, part.Number, keep);
                break;
            case TextRole.Paragraph:
                Paragraph(new(Styles.Body) { KeepNext = keep }, part.Text);
                break;
            case TextRole.Entry:
                EntryParagraph((Entry)part.Block!, previous, keep);
                break;
            case TextRole.TableHeader:
                tables.Start((Table)part.Block!);
                tables.Row(part.Text, isHeader: true);
                EndTable(next);
                break;
            case TextRole.TableRow:
                tables.Row(part.Text, isHeader: false);
                EndTable(next);
                break;
            case TextRole.Caption:
                PictureLine((Picture)part.Block!, part, previous, next, startsPage);
                break;
            case TextRole.Foreign:
                ForeignBlock((ForeignBlock)part.Block!, next);
                break;
            case TextRole.AttachmentNote:
                AttachmentNote(part, previous?.Role != TextRole.AttachmentNote, keep);
                break;
            case TextRole.SignatureUnit:
                Paragraph(new(Styles.Signature) { KeepNext = keep, Before = layout.SignatureSpace(document.Signature!), Left = layout.Signature(document.Signature!).Unit }, part.Text);
                break;
            case TextRole.SignatureDate:
                var isAlone = previous?.Role != TextRole.SignatureUnit;
                Paragraph(new(Styles.Signature) { Before = isAlone ? layout.SignatureSpace(document.Signature!) : null, Left = layout.Signature(document.Signature!).Date }, part.Text);
                break;
            case TextRole.Annotation:
                Paragraph(new(Styles.Annotation), part.Text);
                break;
            case TextRole.AttachmentMark:
                Paragraph(new(Styles.AttachmentMark) { BreaksPage = !startsPage }, part.Text);
                break;
            case TextRole.AttachmentTitle:
                Title(new(Styles.AttachmentTitle), part.Text);
                break;
            case TextRole.CopyTo:
                if (next is null) Imprint(part.Text, null);
                break;
            case TextRole.PrintedBy:
                Imprint(previous?.Role == TextRole.CopyTo ? previous.Text : null, part.Text);
                break;
        }
    }

    // §7.2.4 [V]: the upper edge of the characters is 35 mm under that of the type area. What stands above takes up part of that.
    private void AgencyMark(RedHead head)
    {
        const double AboveCharacter = 0.12; // of the size: what a line of 1.25 times its size leaves above
        var above = ((string?[])[head.CopyNumber, head.Secrecy, head.Urgency]).Count(text => text is not null) * layout.LinePitch;
        var size = Math.Min(profile.AgencyMark.Size.Value, Math.Floor(layout.Portrait.TypeWidth / 20.0 / Math.Max(1, PlainText.HalfWidths(head.Mark) / 2.0)));
        size = Math.Max(size, profile.Title.Size.Value);
        var twips = Measure.PointTwips(size);
        StartParagraph(new(Styles.AgencyMark)
        {
            Before = Math.Max(0, Measure.Twips(profile.AgencyMarkFromTypeArea.Value) - above - (int)(twips * AboveCharacter)),
            Line = twips * 5 / 4,
        });
        word.Run(head.Mark, halfPoints: Measure.HalfPoints(size));
        word.End();
    }

    // §7.2.5, §7.2.6 [V]: in the middle; with a signer at the left, one character in, and the signer at the right, one character in.
    private void DocumentNumber(RedHead head)
    {
        if (head.Signer is null)
        {
            Paragraph(new(Styles.DocumentNumber), head.Number);
            return;
        }
        var right = layout.Portrait.TypeWidth - (int)(profile.SignerRightIndent.Value * layout.CharPitch);
        StartParagraph(new(Styles.DocumentNumber) { Alignment = "left", Left = layout.CharPitch, RightTab = right });
        word.Run(head.Number + "\t签发人：");
        word.Run(head.Signer, Styles.SignerName);
        word.End();
    }

    private void Title(Form form, string text)
    {
        StartParagraph(form);
        word.Lines(text);
        word.End();
    }

    private void HeadingParagraph(Heading heading, string number, bool keep)
    {
        var runsOn = heading.RunOn.Length > 0;
        // A numbered sentence stands for itself: a list of them may be parted at the end of a page.
        var isSentence = heading.Level > 1 && heading.Text.EndsWith('。');
        StartParagraph(new(runsOn ? Styles.Body : Styles.Heading(heading.Level)) { KeepNext = keep, IsParted = isSentence && !runsOn && !keep });
        word.Run(number + heading.Text, runsOn ? Styles.HeadingRun(heading.Level) : null);
        word.Run(heading.RunOn);
        word.End();
    }

    // §10.3 [K]: one line under the body, two characters in; a further line is aligned with the first character behind the colon.
    private void EntryParagraph(Entry entry, TextPart? previous, bool keep)
    {
        var isUnderBody = previous is not (null or { Role: TextRole.Entry or TextRole.Title or TextRole.Subtitle or TextRole.MainRecipient or TextRole.AttachmentTitle });
        var hanging = layout.Twips(PlainText.HalfWidths(entry.Name) + 2);
        StartParagraph(new(Styles.Entry) { KeepNext = keep, Before = isUnderBody ? layout.LinePitch : null, Left = layout.Twips(4) + hanging, Hanging = hanging });
        word.Run(entry.Name, Styles.EntryName);
        word.Run("：" + entry.Text);
        word.End();
    }

    // §7.3.4 [V]: one line under the body, two characters in; a further line is aligned with the first character of the name.
    private void AttachmentNote(TextPart part, bool isFirst, bool keep)
    {
        var number = PlainText.HalfWidths(part.Number);
        var left = isFirst ? 4 + number : 4 + PlainText.HalfWidths("附件：") + number;
        Paragraph(
            new(Styles.AttachmentNote) { KeepNext = keep, Before = isFirst ? Lines(profile.AttachmentNote) : null, Left = layout.Twips(left), Hanging = layout.Twips(number) },
            part.Text);
    }

    private void PictureLine(Picture picture, TextPart part, TextPart? previous, TextPart? next, bool startsPage)
    {
        var isFirst = !ReferenceEquals(previous?.Block, picture);
        var isLast = !ReferenceEquals(next?.Block, picture);
        var underTitle = previous?.Role is TextRole.Title or TextRole.Subtitle or TextRole.AttachmentTitle;
        if (isFirst)
        {
            StartParagraph(new(Styles.Picture) { KeepNext = !part.IsSilent, BreaksPage = picture.OnOwnPage && !startsPage && !underTitle });
            word.Start("r");
            word.Start("drawing");
            pictures.Write(word.Xml, picture, layout.Page(isLandscape).TypeWidth, PictureHeight(picture, underTitle));
            word.End();
            word.End();
            word.End();
        }
        if (part.IsSilent) return;
        // One line is centred; several are read from the left.
        Paragraph(new(Styles.Caption) { KeepNext = !isLast, Alignment = isFirst && isLast ? null : "left" }, part.Text);
    }

    // What the lines of the caption and a title above leave of the page; a picture in the text takes half of one.
    private int PictureHeight(Picture picture, bool isUnderTitle)
    {
        const int TitleLines = 5;
        var page = layout.Page(isLandscape).TypeHeight;
        if (!picture.OnOwnPage) return page / 2;
        var halvesInLine = layout.Page(isLandscape).TypeWidth / Measure.PointTwips(profile.Caption.Size.Value / 2);
        var lines = 1 + picture.Caption.Split('\n').Sum(line => 1 + (PlainText.HalfWidths(line) / halvesInLine)) + (isUnderTitle ? TitleLines : 0);
        return Math.Max(page / 4, page - (lines * layout.LinePitch));
    }

    // §7.4 [V]: at the foot of the last page, as wide as the type area; the lowest line lies on its lower edge. A box holds it there: what it
    // holds stands on its floor, so that its height need only be enough.
    private void Imprint(string? copyTo, string? printedBy)
    {
        var character = Measure.PointTwips(profile.Imprint.Text.Size.Value);
        var indent = (int)Math.Round(profile.Imprint.Indent.Value * character);
        var width = layout.Portrait.TypeWidth;
        var hanging = character * 3;
        var lines = 2 + (copyTo is null ? 0 : 1 + (PlainText.HalfWidths(copyTo) * character / 2 / (width - (2 * indent) - hanging)));
        var box = new TextBox(TextBox.FirstId, "版记", width, lines * character * 7 / 4, BoxPlace.Margin("left"), BoxPlace.Margin("bottom"), "wrapTopAndBottom", "horz", "b");
        StartParagraph(new(Styles.AfterTable));
        word.StartBox(box);
        ImprintLine(profile.Imprint.OuterLine);
        if (copyTo is not null)
        {
            // A further line is aligned with the first character behind the colon.
            Paragraph(new(Styles.Imprint) { Left = indent + hanging, Right = indent, Hanging = hanging }, copyTo);
            if (printedBy is not null) ImprintLine(profile.Imprint.InnerLine);
        }
        if (printedBy is not null) Paragraph(new(Styles.Imprint) { Left = indent, Right = indent, RightTab = width - indent }, printedBy);
        ImprintLine(profile.Imprint.OuterLine);
        word.EndBox(box);
        word.End();
    }

    private void ImprintLine(Setting<double> thickness) => Paragraph(new(Styles.ImprintLine) { LowerLine = Measure.BorderEighths(thickness.Value) }, "");

    private void ForeignBlock(ForeignBlock block, TextPart? next)
    {
        block.Xml.WriteTo(word.Xml);
        if (block.IsTable && next is null or { Role: TextRole.TableHeader }) Paragraph(new(Styles.AfterTable), "");
    }

    private void EndTable(TextPart? next)
    {
        if (next?.Role == TextRole.TableRow) return;
        tables.End();
        // Word joins tables that touch and adds a full empty line to one that ends the document.
        if (next is null or { Role: TextRole.TableHeader } || next.Block is ForeignBlock { IsTable: true })
            Paragraph(new(Styles.AfterTable), "");
    }

    private int Lines(ElementForm form) => (int)Math.Round(form.LinesBefore.Value * layout.LinePitch);

    private void Paragraph(Form form, string text)
    {
        StartParagraph(form);
        word.Run(text);
        word.End();
    }

    // The order of the elements is that of the schema.
    private void StartParagraph(Form form)
    {
        word.Start("p");
        word.Start("pPr");
        word.Value("pStyle", form.Style);
        if (form.KeepNext) word.Element("keepNext");
        if (form.IsParted) word.Element("keepNext", ("val", 0));
        if (form.BreaksPage) word.Element("pageBreakBefore");
        if (form.LowerLine > 0)
        {
            word.Start("pBdr");
            word.Element("bottom", ("val", "single"), ("sz", form.LowerLine), ("space", 0), ("color", "auto"));
            word.End();
        }
        if (form.RightTab > 0)
        {
            word.Start("tabs");
            word.Element("tab", ("val", "right"), ("pos", form.RightTab));
            word.End();
        }
        Spacing(form);
        if (form.Left > 0 || form.Right > 0) word.Element("ind", ("left", form.Left), ("right", form.Right), ("hanging", form.Hanging));
        if (form.Alignment is not null) word.Value("jc", form.Alignment);
        if (form.EndsSection) Section();
        word.End();
    }

    private void Spacing(Form form)
    {
        if ((form.Before ?? form.After ?? form.Line) is null) return;
        word.Start("spacing");
        if (form.Before is { } before) word.Attribute("before", before);
        if (form.After is { } after) word.Attribute("after", after);
        if (form.Line is { } line)
        {
            word.Attribute("line", line);
            word.Attribute("lineRule", "exact");
        }
        word.End();
    }

    private void Section()
    {
        var page = layout.Page(isLandscape);
        word.Start("sectPr");
        var references = document.Foreign?.HeaderReferences ?? [];
        var hasTitlePage = references.Any(reference => reference.Get("type") == "first");
        foreach (var reference in references) reference.WriteTo(word.Xml);
        if (document.Foreign?.HasFooters != true)
        {
            FooterReference("default", isLandscape ? PageNumbers.LandscapeOdd : PageNumbers.Odd);
            FooterReference("even", isLandscape ? PageNumbers.LandscapeEven : PageNumbers.Even);
            if (hasTitlePage) FooterReference("first", isLandscape ? PageNumbers.LandscapeOdd : PageNumbers.Odd);
        }
        word.Start("pgSz");
        word.Attribute("w", page.Width);
        word.Attribute("h", page.Height);
        if (isLandscape) word.Attribute("orient", "landscape");
        word.End();
        word.Element("pgMar", ("top", page.Top), ("right", page.Right), ("bottom", page.Bottom), ("left", page.Left), ("header", 851), ("footer", layout.Footer), ("gutter", 0));
        if (hasTitlePage) word.Element("titlePg");
        word.Element("docGrid", ("type", profile.Grid.Types.Value[0]), ("linePitch", layout.LinePitch));
        word.End();
    }

    private void FooterReference(string type, string id)
    {
        word.Start("footerReference");
        word.Attribute("type", type);
        word.Xml.WriteAttributeString("r", "id", R, id);
        word.End();
    }
}
