using System.Globalization;

namespace Mingce.Gongwen;

/// <summary>
/// An official document (公文) as it reads from top to bottom. The form (GB/T 9704-2012) is the business of <see cref="GongwenWriter"/>.
/// Characters that a .docx cannot hold are replaced one for one when a text comes in (control characters by a space,
/// lone surrogates by U+FFFD), so that offsets in a text stay true.
/// </summary>
public sealed class GongwenDocument
{
    /// <summary>标题; a line feed marks where the title is to break.</summary>
    public required string Title
    {
        get;
        init => field = PlainText.Clean(value, keepLineBreaks: true);
    }

    /// <summary>主送机关, or null; the full-width colon at its end is added where missing.</summary>
    public string? MainRecipient
    {
        get;
        init => field = value is null ? null : PlainText.Clean(value).TrimEnd('：', ':') + "：";
    }

    /// <summary>正文.</summary>
    public IReadOnlyList<Block> Blocks { get; init => field = [.. value]; } = [];

    /// <summary>附件说明: the names of the attachments in order, without number and without punctuation at the end; may be empty.</summary>
    public IReadOnlyList<string> AttachmentNotes { get; init => field = [.. value.Select(name => PlainText.Clean(name))]; } = [];

    /// <summary>署名 and 成文日期, or null.</summary>
    public Signature? Signature { get; init; }

    /// <summary>The plain text: <see cref="Parts"/> joined by line feeds. It is what <see cref="DocxReader.ReadText"/> reads from the written document.</summary>
    public string ToText() => string.Join('\n', Parts().Select(part => part.Text));

    /// <summary>Every part of the text in order, with the place where it starts in <see cref="ToText"/>.</summary>
    public IReadOnlyList<TextPart> Parts()
    {
        var parts = new List<TextPart>();
        var start = 0;
        foreach (var part in Unplaced())
        {
            parts.Add(part with { Start = start });
            start += PlainText.CodePoints(part.Text) + 1;
        }
        return parts;
    }

    private IEnumerable<TextPart> Unplaced()
    {
        yield return new TextPart(TextRole.Title, null, "", Title);
        if (MainRecipient is not null) yield return new TextPart(TextRole.MainRecipient, null, "", MainRecipient);

        var numbers = new HeadingNumbers();
        foreach (var part in Blocks.SelectMany(block => OfBlock(block, numbers))) yield return part;

        for (var i = 0; i < AttachmentNotes.Count; i++)
        {
            var number = (i == 0 ? "附件：" : "") + (AttachmentNotes.Count == 1 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture) + ".");
            yield return new TextPart(TextRole.AttachmentNote, null, number, number + AttachmentNotes[i]);
        }

        if (Signature is null) yield break;
        yield return new TextPart(TextRole.SignatureUnit, null, "", Signature.Unit);
        yield return new TextPart(TextRole.SignatureDate, null, "", Signature.DateText);
    }

    private static IEnumerable<TextPart> OfBlock(Block block, HeadingNumbers numbers)
    {
        switch (block)
        {
            case Heading heading:
                var number = numbers.Next(heading.Level);
                yield return new TextPart(TextRole.Heading, block, number, number + heading.Text + heading.RunOn);
                break;
            case Paragraph paragraph:
                yield return new TextPart(TextRole.Paragraph, block, "", paragraph.Text);
                break;
            case Table table:
                yield return new TextPart(TextRole.TableHeader, block, "", string.Join('\t', table.Header));
                foreach (var row in table.Rows) yield return new TextPart(TextRole.TableRow, block, "", string.Join('\t', row));
                break;
        }
    }
}

/// <summary>What a part of the text is in the document.</summary>
public enum TextRole
{
    /// <summary>标题.</summary>
    Title,

    /// <summary>主送机关.</summary>
    MainRecipient,

    /// <summary>A <see cref="Gongwen.Heading"/> with what runs on.</summary>
    Heading,

    /// <summary>A <see cref="Gongwen.Paragraph"/>.</summary>
    Paragraph,

    /// <summary>The header row of a <see cref="Table"/>, cells joined by tabs.</summary>
    TableHeader,

    /// <summary>A row of a <see cref="Table"/>, cells joined by tabs.</summary>
    TableRow,

    /// <summary>One name of the 附件说明.</summary>
    AttachmentNote,

    /// <summary>发文机关署名.</summary>
    SignatureUnit,

    /// <summary>成文日期.</summary>
    SignatureDate,
}

/// <summary>A part of a document's text and its place.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Block">The block it comes from; null outside the body.</param>
/// <param name="Number">What the document writes before the caller's words (一、, 附件：1.); it is the beginning of <paramref name="Text"/>.</param>
/// <param name="Text">The text; only a title can hold line feeds.</param>
/// <param name="Start">Where it starts in <see cref="GongwenDocument.ToText"/>, in Unicode code points.</param>
public sealed record TextPart(TextRole Role, Block? Block, string Number, string Text, int Start = 0);
