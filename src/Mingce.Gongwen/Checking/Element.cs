using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Checking;

/// <summary>What a paragraph is in the document.</summary>
internal enum Role
{
    Body, Heading, Entry, Caption, Chapter, Drawing,
    CopyNumber, Secrecy, Urgency, AgencyMark, DocumentNumber, Signer,
    Title, Subtitle, MainRecipient,
    AttachmentNote, SignatureUnit, SignatureDate, Annotation, AttachmentMark, AttachmentTitle,
    Keywords, CopyTo, PrintedBy,
}

/// <summary>A paragraph that is printed, what it is, and what stands between it and the one before.</summary>
internal sealed class Element(WordParagraph paragraph, int number)
{
    private const int QuoteLength = 16;
    private const int LongestText = 4_000;

    public WordParagraph Paragraph { get; } = paragraph;

    /// <summary>Its number among the paragraphs with text outside tables, from 1; 0: in a table.</summary>
    public int Number { get; } = number;

    public Role Role { get; set; }

    /// <summary>Of a heading.</summary>
    public HeadingMark? Heading { get; set; }

    /// <summary>Empty lines before it, counted in lines of the text; null where a page or a table stands between, and before the first.</summary>
    public double? LinesBefore { get; init; }

    /// <summary>Empty paragraphs directly before it.</summary>
    public int EmptyBefore { get; init; }

    /// <summary>A table or a drawing stands directly before it.</summary>
    public bool IsAfterObject { get; init; }

    /// <summary>A table or a drawing stands directly behind it.</summary>
    public bool IsBeforeObject { get; set; }

    /// <summary>The text; of a very long one its beginning, so that no pattern takes long.</summary>
    public string Text { get; } = paragraph.Text.Length <= LongestText ? paragraph.Text : paragraph.Text[..LongestText];

    /// <summary>The text without spaces at its ends.</summary>
    public string Trimmed => Text.Trim();

    public bool IsCentered => Paragraph.Format.Alignment == "center";

    public string Where => Number == 0 ? $"{Name}（“{Quote}”）" : $"{Name}（第{Number}段“{Quote}”）";

    private string Quote => PlainText.Shorten(Trimmed.Replace('\n', ' ').Replace('\t', ' '), QuoteLength);

    private string Name => Role switch
    {
        Role.Body => "正文",
        Role.Heading => Heading!.Level switch { 1 => "一级标题", 2 => "二级标题", 3 => "三级标题", _ => "四级标题" },
        Role.Entry => "条目",
        Role.Caption => "图表标题",
        Role.Chapter => "章节标题",
        Role.Drawing => "图片",
        Role.CopyNumber => "份号",
        Role.Secrecy => "密级和保密期限",
        Role.Urgency => "紧急程度",
        Role.AgencyMark => "发文机关标志",
        Role.DocumentNumber => "发文字号",
        Role.Signer => "签发人",
        Role.Title => "标题",
        Role.Subtitle => "副标题",
        Role.MainRecipient => "主送机关",
        Role.AttachmentNote => "附件说明",
        Role.SignatureUnit => "发文机关署名",
        Role.SignatureDate => "成文日期",
        Role.Annotation => "附注",
        Role.AttachmentMark => "附件标识",
        Role.AttachmentTitle => "附件标题",
        Role.Keywords => "主题词",
        Role.CopyTo => "抄送机关",
        Role.PrintedBy => "印发机关和印发日期",
        _ => throw new InvalidOperationException($"No name for {Role}."),
    };
}
