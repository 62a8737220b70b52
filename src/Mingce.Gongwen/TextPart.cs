namespace Mingce.Gongwen;

/// <summary>What a part of the text is in the document.</summary>
public enum TextRole
{
    /// <summary>份号.</summary>
    CopyNumber,

    /// <summary>密级和保密期限.</summary>
    Secrecy,

    /// <summary>紧急程度.</summary>
    Urgency,

    /// <summary>发文机关标志.</summary>
    AgencyMark,

    /// <summary>发文字号, with the 签发人 behind a tab where there is one.</summary>
    DocumentNumber,

    /// <summary>标题.</summary>
    Title,

    /// <summary>What stands under the title: a day or an occasion in parentheses, a number.</summary>
    Subtitle,

    /// <summary>主送机关.</summary>
    MainRecipient,

    /// <summary>A <see cref="Gongwen.Heading"/> with what runs on.</summary>
    Heading,

    /// <summary>A <see cref="Gongwen.Paragraph"/>.</summary>
    Paragraph,

    /// <summary>An <see cref="Gongwen.Entry"/>.</summary>
    Entry,

    /// <summary>The header row of a <see cref="Table"/>, cells joined by tabs.</summary>
    TableHeader,

    /// <summary>A row of a <see cref="Table"/>, cells joined by tabs.</summary>
    TableRow,

    /// <summary>A line of the caption of a <see cref="Picture"/>.</summary>
    Caption,

    /// <summary>A <see cref="ForeignBlock"/>.</summary>
    Foreign,

    /// <summary>One name of the 附件说明.</summary>
    AttachmentNote,

    /// <summary>发文机关署名.</summary>
    SignatureUnit,

    /// <summary>成文日期.</summary>
    SignatureDate,

    /// <summary>附注, with its parentheses.</summary>
    Annotation,

    /// <summary>“附件1” at the top of an attachment.</summary>
    AttachmentMark,

    /// <summary>The title of an attachment.</summary>
    AttachmentTitle,

    /// <summary>抄送机关.</summary>
    CopyTo,

    /// <summary>印发机关 and, behind a tab, 印发日期.</summary>
    PrintedBy,
}

/// <summary>A part of a document's text and its place.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Block">The block it comes from; null outside of blocks.</param>
/// <param name="Number">What the document writes before the caller's words (一、, 附件：1.); it is the beginning of <paramref name="Text"/>.</param>
/// <param name="Text">The text; only a title and a foreign block can hold line feeds.</param>
/// <param name="Start">Where it starts in <see cref="GongwenDocument.ToText"/>, in Unicode code points.</param>
public sealed record TextPart(TextRole Role, Block? Block, string Number, string Text, int Start = 0)
{
    /// <summary>It has no line in the text: a picture without caption, a mark that another program left.</summary>
    internal bool IsSilent { get; init; }
}
