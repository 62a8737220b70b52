using System.Globalization;
using Mingce.Gongwen.Reading;

namespace Mingce.Gongwen;

/// <summary>
/// An official document (公文) as it reads from top to bottom. The form (GB/T 9704-2012) is the business of <see cref="GongwenWriter"/>.
/// Characters that a .docx cannot hold are replaced one for one when a text comes in (control characters by a space,
/// lone surrogates by U+FFFD), so that offsets in a text stay true.
/// </summary>
public sealed record GongwenDocument
{
    /// <summary>版头, or null for a paper without red head.</summary>
    public RedHead? RedHead { get; init; }

    /// <summary>标题; a line feed marks where the title is to break. Empty: there is none.</summary>
    public required string Title
    {
        get;
        init => field = PlainText.Clean(value, keepLineBreaks: true);
    }

    /// <summary>What stands centred in 楷体 under the title, such as （2025年11月3日）, or null. Common practice; the standard does not name it.</summary>
    public string? Subtitle { get; init => field = PlainText.CleanOrNull(value); }

    /// <summary>主送机关, or null; the full-width colon at its end is added where missing.</summary>
    public string? MainRecipient
    {
        get;
        init => field = value is null ? null : PlainText.Clean(value).TrimEnd('：', ':') + "：";
    }

    /// <summary>正文.</summary>
    public IReadOnlyList<Block> Blocks { get; init => field = [.. value]; } = [];

    /// <summary>
    /// 附件说明: the names of the attachments in order, without number and without punctuation at the end; may be empty.
    /// Where nothing was set it names <see cref="Attachments"/>.
    /// </summary>
    public IReadOnlyList<string> AttachmentNotes
    {
        get => field ?? [.. Attachments.Select(attachment => attachment.Title.Replace("\n", "", StringComparison.Ordinal))];
        init => field = [.. value.Select(name => PlainText.Clean(name))];
    }

    /// <summary>署名 and 成文日期, or null.</summary>
    public Signature? Signature { get; init; }

    /// <summary>附注, without parentheses, or null. §7.3.6 [V].</summary>
    public string? Annotation { get; init => field = PlainText.CleanOrNull(value); }

    /// <summary>附件 that are part of the file, in the order of <see cref="AttachmentNotes"/>.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init => field = [.. value]; } = [];

    /// <summary>版记, or null.</summary>
    public Imprint? Imprint { get; init; }

    /// <summary>The parts of the file it was read from that the model does not know, or null.</summary>
    internal ForeignParts? Foreign { get; init; }

    /// <summary>The plain text: <see cref="Parts"/> joined by line feeds. It is what <see cref="DocxReader.ReadText"/> reads from the written document.</summary>
    public string ToText() => string.Join('\n', Parts().Select(part => part.Text));

    /// <summary>Every part of the text in order, with the place where it starts in <see cref="ToText"/>.</summary>
    public IReadOnlyList<TextPart> Parts()
    {
        var parts = new List<TextPart>();
        var start = 0;
        foreach (var part in AllParts().Where(part => !part.IsSilent))
        {
            parts.Add(part with { Start = start });
            start += PlainText.CodePoints(part.Text) + 1;
        }
        return parts;
    }

    /// <summary>Everything that is written, in order, also what has no text; no part has its place.</summary>
    internal IEnumerable<TextPart> AllParts() =>
    [
        .. OfRedHead(),
        .. OfText(TextRole.Title, Title.Length > 0 ? Title : null),
        .. OfText(TextRole.Subtitle, Subtitle),
        .. OfText(TextRole.MainRecipient, MainRecipient),
        .. OfBlocks(Blocks),
        .. OfAttachmentNotes(),
        .. OfText(TextRole.SignatureUnit, Signature?.Unit),
        .. OfText(TextRole.SignatureDate, Signature?.DateText),
        .. OfText(TextRole.Annotation, Annotation is null ? null : $"（{Annotation}）"),
        .. Attachments.Index().SelectMany(attachment => OfAttachment(attachment.Item, attachment.Index + 1)),
        .. OfText(TextRole.CopyTo, Imprint?.CopyTo is { } copyTo ? $"抄送：{copyTo}。" : null),
        .. OfText(TextRole.PrintedBy, Imprint is null ? null : $"{Imprint.PrintedBy}\t{Imprint.DateText}"),
    ];

    private IEnumerable<TextPart> OfRedHead() => RedHead is null ? [] :
    [
        .. OfText(TextRole.CopyNumber, RedHead.CopyNumber),
        .. OfText(TextRole.Secrecy, RedHead.Secrecy),
        .. OfText(TextRole.Urgency, RedHead.Urgency),
        .. OfText(TextRole.AgencyMark, RedHead.Mark),
        .. OfText(TextRole.DocumentNumber, RedHead switch
        {
            { Signer: { } signer } => $"{RedHead.Number}\t签发人：{signer}",
            { Number.Length: > 0 } => RedHead.Number,
            _ => null,
        }),
    ];

    private IEnumerable<TextPart> OfAttachmentNotes()
    {
        for (var i = 0; i < AttachmentNotes.Count; i++)
        {
            var number = (i == 0 ? "附件：" : "") + (AttachmentNotes.Count == 1 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture) + ".");
            yield return new TextPart(TextRole.AttachmentNote, null, number, number + AttachmentNotes[i]);
        }
    }

    private IEnumerable<TextPart> OfAttachment(Attachment attachment, int number) =>
    [
        .. OfText(TextRole.AttachmentMark, "附件" + (Math.Max(Attachments.Count, AttachmentNotes.Count) == 1 ? "" : number.ToString(CultureInfo.InvariantCulture))),
        .. OfText(TextRole.AttachmentTitle, attachment.Title.Length > 0 ? attachment.Title : null),
        .. OfBlocks(attachment.Blocks),
    ];

    private static IEnumerable<TextPart> OfText(TextRole role, string? text) => text is null ? [] : [new TextPart(role, null, "", text)];

    private static IEnumerable<TextPart> OfBlocks(IReadOnlyList<Block> blocks)
    {
        var numbers = new HeadingNumbers();
        return blocks.SelectMany(block => OfBlock(block, numbers));
    }

    private static IEnumerable<TextPart> OfBlock(Block block, HeadingNumbers numbers)
    {
        switch (block)
        {
            case Heading heading:
                var number = numbers.Next(heading.Level, heading.Ordinal);
                yield return new TextPart(TextRole.Heading, block, number, number + heading.Text + heading.RunOn);
                break;
            case Paragraph paragraph:
                yield return new TextPart(TextRole.Paragraph, block, "", paragraph.Text);
                break;
            case Entry entry:
                yield return new TextPart(TextRole.Entry, block, "", $"{entry.Name}：{entry.Text}");
                break;
            case Table table:
                yield return new TextPart(TextRole.TableHeader, block, "", string.Join('\t', table.Header));
                foreach (var row in table.Rows) yield return new TextPart(TextRole.TableRow, block, "", string.Join('\t', row));
                break;
            case Picture picture:
                foreach (var line in picture.Caption.Split('\n'))
                    yield return new TextPart(TextRole.Caption, block, "", line) { IsSilent = picture.Caption.Length == 0 };
                break;
            case ForeignBlock foreign:
                yield return new TextPart(TextRole.Foreign, block, "", foreign.Text) { IsSilent = foreign.Lines.Count == 0 };
                break;
        }
    }
}
