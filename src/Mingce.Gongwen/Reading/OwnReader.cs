using Mingce.Gongwen.Checking;
using Mingce.Gongwen.Formatting;
using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen.Reading;

/// <summary>Puts a document of ours together again by its styles.</summary>
internal sealed class OwnReader
{
    private readonly List<(string Mark, string Title, List<Block> Blocks)> attachments = [];
    private readonly List<Block> body = [];
    private readonly List<string> notes = [];
    private List<Block> blocks;
    private int[] counts = new int[4];
    private GongwenDocument document = new() { Title = "" };
    private string? copyNumber;
    private string? secrecy;
    private string? urgency;
    private SourceLine? unit;

    private OwnReader() => blocks = body;

    /// <summary>Null where something does not fit.</summary>
    public static GongwenDocument? Read(IReadOnlyList<SourceLine> lines)
    {
        var reader = new OwnReader();
        return lines.All(reader.Take) ? reader.Whole() : null;
    }

    private GongwenDocument Whole()
    {
        var whole = document with
        {
            Blocks = body,
            AttachmentNotes = [.. notes.Select(NoteName)],
            Attachments = [.. attachments.Select(attachment => new Attachment(attachment.Title, attachment.Blocks))],
        };
        var numbered = whole.Attachments.Zip(attachments).Index().Select(item => DateText.Digits(item.Item.Second.Mark[2..]) is var number && number == whole.NumberOfAttachment(item.Index + 1)
            ? item.Item.First
            : item.Item.First with { Number = number });
        return whole with { Attachments = [.. numbered] };
    }

    private bool Take(SourceLine line)
    {
        switch (line.Style)
        {
            case Styles.HeadText:
                copyNumber = line.Text;
                return true;
            case Styles.HeadMark when Patterns.Secrecy().IsMatch(line.Text):
                secrecy = line.Text;
                return true;
            case Styles.HeadMark:
                urgency = line.Text;
                return true;
            case Styles.AgencyMark:
                document = document with { RedHead = new RedHead(line.Text) { CopyNumber = copyNumber, Secrecy = secrecy, Urgency = urgency } };
                return true;
            case Styles.DocumentNumber when document.RedHead is { } head:
                var (number, signer) = line.Text.Split("\t签发人：") is [var first, var second] ? (first, second) : (line.Text, null);
                document = document with { RedHead = new RedHead(head.Mark, number) { CopyNumber = copyNumber, Secrecy = secrecy, Urgency = urgency, Signer = signer } };
                return true;
            case Styles.Title:
                document = document with { Title = line.Text };
                return true;
            case Styles.Subtitle:
                document = document with { Subtitle = line.Text };
                return true;
            case Styles.MainRecipient:
                document = document with { MainRecipient = line.Text };
                return true;
            case Styles.AttachmentNote:
                notes.Add(line.Text);
                return true;
            case Styles.Signature:
                return Signature(line);
            case Styles.Annotation when line.Text is ['（', .., '）']:
                document = document with { Annotation = line.Text[1..^1] };
                return true;
            case Styles.AttachmentMark:
                attachments.Add((line.Text, "", []));
                (blocks, counts) = (attachments[^1].Blocks, new int[4]);
                return true;
            case Styles.AttachmentTitle when attachments.Count > 0:
                attachments[^1] = attachments[^1] with { Title = line.Text };
                return true;
            case Styles.Imprint:
                return Imprint(line.Text);
            case Styles.Caption when blocks is [.., Picture picture]:
                blocks[^1] = new Picture(picture.Data, picture.Caption.Length == 0 ? line.Text : $"{picture.Caption}\n{line.Text}") { OnOwnPage = picture.OnOwnPage };
                return true;
            default:
                blocks.Add(Block(line));
                return true;
        }
    }

    private Block Block(SourceLine line) => line switch
    {
        { Block: { } block } => block,
        { Style: Styles.Entry } when line.Head.Length > 0 && line.Text.AsSpan(line.Head.Length).StartsWith("：") => new Entry(line.Head, line.Text[(line.Head.Length + 1)..]),
        { Style: Styles.Body } when line.Head.Length > 0 => HeadingOf(line.HeadStyle!, line.Head, line.Text[line.Head.Length..]) ?? (Block)new Paragraph(line.Text),
        { Style: { } style } when style.StartsWith(Styles.Heading(0)[..^1], StringComparison.Ordinal) => HeadingOf(style, line.Text, "") ?? (Block)new Paragraph(line.Text),
        _ => new Paragraph(line.Text),
    };

    // The style tells the level; the number is the next one, or else what it says.
    private Heading? HeadingOf(string style, string text, string runOn)
    {
        var level = Enumerable.Range(1, 4).FirstOrDefault(level => style == Styles.Heading(level) || style == Styles.HeadingRun(level));
        if (level == 0) return null;
        var value = counts[level - 1] + 1;
        if (!text.StartsWith(HeadingMark.Write(level, value), StringComparison.Ordinal))
        {
            if (HeadingMark.Read(text) is not { } mark || mark.Level != level || !text.StartsWith(mark.Wanted, StringComparison.Ordinal)) return null;
            value = mark.Value;
        }
        int? ordinal = counts[level - 1] + 1 == value ? null : value;
        counts.AsSpan(level).Clear();
        counts[level - 1] = value;
        return new Heading(level, text[HeadingMark.Write(level, value).Length..], runOn) { Ordinal = ordinal };
    }

    // 附件：1.name, 2.name, or 附件：name of an only one
    private string NoteName(string text, int index)
    {
        var name = text.StartsWith("附件：", StringComparison.Ordinal) ? text[3..] : text;
        var number = $"{index + 1}.";
        return notes.Count > 1 && name.StartsWith(number, StringComparison.Ordinal) ? name[number.Length..] : name;
    }

    // The name waits for its date. How far the date is indented tells whether there is room for a seal.
    private bool Signature(SourceLine line)
    {
        if (DateText.Read(line.Text) is not { } date)
        {
            if (unit is not null) return false;
            unit = line;
            return true;
        }
        var plain = new Signature(unit?.Text ?? "", date);
        var sealedOne = plain with { HasSeal = true };
        var layout = new Layout(Profile.Standard);
        var hasSeal = layout.Signature(sealedOne).Date == line.Left && layout.Signature(plain).Date != line.Left;
        document = document with { Signature = hasSeal ? sealedOne : plain };
        return true;
    }

    private bool Imprint(string text)
    {
        var imprint = document.Imprint ?? new Imprint();
        if (text is ['抄', '送', '：', .. var names]) imprint = imprint with { CopyTo = names };
        else if (text.Split('\t') is [var by, var on])
        {
            var date = on.Length == 0 ? null : DateText.Read(on.Replace("印发", "", StringComparison.Ordinal));
            if (on.Length > 0 && date is null) return false;
            imprint = imprint with { PrintedBy = by, PrintedOn = date };
        }
        document = document with { Imprint = imprint };
        return true;
    }
}
