using System.Buffers;
using Mingce.Gongwen.Checking;

namespace Mingce.Gongwen.Formatting;

/// <summary>Takes the parts of a document from its lines, each from where it has its place: the head and the title first, then what stands at the end, then the body.</summary>
internal sealed class StructureReader
{
    private const int LongestTitle = 60;
    private const int MostTitleLines = 4;
    private const int LongestMark = 30;
    private const int LongestUnit = 40;
    private const int LongestHeading = 60;
    private const int LongestNote = 100;

    private static readonly SearchValues<char> SentenceSigns = SearchValues.Create("。；！？，：:");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；！？：:");

    private readonly IReadOnlyList<SourceLine> lines;
    private int first; // of what is not taken yet
    private int end; // behind it

    private StructureReader(IReadOnlyList<SourceLine> lines) => (this.lines, end) = (lines, lines.Count);

    public static GongwenDocument Read(IReadOnlyList<SourceLine> lines) => new StructureReader(lines).Document();

    private GongwenDocument Document()
    {
        var head = Head();
        var title = Title();
        var subtitle = title.Length > 0 ? Subtitle() : null;
        var recipient = Recipient();
        var imprint = Imprint();
        var attachments = Attachments();
        var (annotation, signature) = Closing();
        var notes = AttachmentNotes(attachments.Count);
        return new GongwenDocument
        {
            RedHead = head,
            Title = title,
            Subtitle = subtitle,
            MainRecipient = recipient,
            Blocks = Blocks(first, end),
            AttachmentNotes = notes,
            Signature = signature,
            Annotation = annotation,
            Attachments = attachments,
            Imprint = imprint,
        };
    }

    private string? At(int index) => index >= first && index < end && lines[index].IsOpen ? lines[index].Text : null;

    // 份号、密级、紧急程度, then 某某文件 or 某某纪要 with a number under it.
    private RedHead? Head()
    {
        var at = first;
        var copyNumber = Take(Patterns.CopyNumber().IsMatch);
        var secrecy = Take(Patterns.Secrecy().IsMatch);
        var urgency = Take(Patterns.Urgency().IsMatch);
        if (At(at) is not { Length: <= LongestMark } mark || !(mark.EndsWith("文件", StringComparison.Ordinal) || mark.EndsWith("纪要", StringComparison.Ordinal))) return null;
        if (At(at + 1) is not { } number || !(Patterns.DocumentNumber().IsMatch(number) || IssueNumber(number))) return null;
        var (ownNumber, signer) = Number(number);
        at += 2;
        if (signer is null && At(at) is { } line && Patterns.Signer().Match(line) is { Success: true } match)
        {
            signer = line[match.Length..].Trim();
            at++;
        }
        first = at;
        return new RedHead(mark, ownNumber) { CopyNumber = copyNumber, Secrecy = secrecy, Urgency = urgency, Signer = signer };

        string? Take(Func<string, bool> isIt) => At(at) is { } text && isIt(text) ? lines[at++].Text : null;
    }

    private static bool IssueNumber(string text) => text.StartsWith('第') && text.EndsWith('期') && text.Length <= 8;

    // The year between its signs: 〔2025〕.
    private static (string Number, string? Signer) Number(string text)
    {
        var match = Patterns.DocumentNumber().Match(text);
        if (!match.Success) return (text, null);
        var signer = match.Groups["signer"];
        var number = signer.Success && signer.Length > 0 ? text[..signer.Index].TrimEnd() : text;
        number = string.Concat(
            number.AsSpan(0, match.Groups["open"].Index),
            "〔",
            match.Groups["year"].Value,
            "〕" + number[(match.Groups["close"].Index + match.Groups["close"].Length)..]);
        return (number, signer.Length > 0 ? signer.Value.Trim()["签发人".Length..].TrimStart(' ', '　', '：', ':') : null);
    }

    private string Title()
    {
        if (At(first) is not { } text || !IsTitle(text)) return "";
        var taken = TitleLines(first);
        var title = string.Join('\n', Enumerable.Range(first, taken).Select(index => lines[index].Text));
        first += taken;
        return TitleBreaks.Break(title);
    }

    // Lines that follow without a gap up to one that ends with the kind of the paper; where none does, the title is one line.
    private int TitleLines(int start)
    {
        for (var count = 1; count <= MostTitleLines; count++)
        {
            var index = start + count - 1;
            if (At(index) is not { } text || !IsTitle(text) || (count > 1 && lines[index].IsAfterGap)) return 1;
            if (TitleKinds.Ends(text)) return count;
        }
        return 1;
    }

    private static bool IsTitle(string text) => text.Length <= LongestTitle && !SentenceEnds.Contains(text[^1]) && !text.Contains('。', StringComparison.Ordinal)
        && Mark(text) is null && !Patterns.AttachmentMark().IsMatch(text) && !Patterns.AttachmentNote().IsMatch(text)
        && !Patterns.Date().IsMatch(text) && !Patterns.CopyTo().IsMatch(text) && Printed(text) is null && !IsEntry(text);

    private string? Subtitle()
    {
        if (At(first) is not { Length: <= LongestTitle } text) return null;
        if (!Patterns.Parenthesised().IsMatch(text) && !Patterns.DocumentNumber().IsMatch(text)) return null;
        first++;
        return Patterns.Parenthesised().IsMatch(text) ? $"（{text[1..^1]}）" : Number(text) is { Signer: null } number ? number.Number : text;
    }

    private string? Recipient()
    {
        const int Longest = 150;
        if (At(first) is not { Length: > 1 and <= Longest } text || text[^1] is not ('：' or ':')) return null;
        if (text.AsSpan(0, text.Length - 1).ContainsAny(SentenceEnds) || Patterns.Sentence().IsMatch(text) || Patterns.AttachmentMark().IsMatch(text)
            || Mark(text) is not null || !Patterns.Organisation().IsMatch(text)) return null;
        first++;
        return text;
    }

    // At the very end: 抄送：…, then 印发机关 and 印发日期.
    private Imprint? Imprint()
    {
        var printed = At(end - 1) is { } last ? Printed(last) : null;
        var at = printed is null ? end - 1 : end - 2;
        var copyTo = At(at) is { } text && Patterns.CopyTo().Match(text) is { Success: true } match && text[match.Length..].Trim() is { Length: > 0 } names && match.Value[^1] is '：' or ':' ? names : null;
        if (printed is null && copyTo is null) return null;
        end = copyTo is null ? at + 1 : at;
        return new Imprint { CopyTo = copyTo, PrintedBy = printed?.By, PrintedOn = printed?.On };
    }

    private static (string? By, DateOnly On)? Printed(string text)
    {
        if (Patterns.Printed().Match(text) is not { Success: true } match || match.Groups["end"].Value is not ['印', .., '发']) return null;
        var by = match.Groups["unit"].Value.Trim();
        return by.Length <= LongestUnit && DateText.Read(match.Groups["date"].Value) is { } on ? (by.Length > 0 ? by : null, on) : null;
    }

    // “附件1” alone on a line begins one.
    private List<Attachment> Attachments()
    {
        var marks = Enumerable.Range(first, end - first).Where(index => At(index) is [.., not ('：' or ':')] text && Patterns.AttachmentMark().IsMatch(text)).ToList();
        if (marks.Count == 0) return [];
        var stop = end;
        end = marks[0];
        return [.. marks.Zip(marks.Skip(1).Append(stop), Attachment)];
    }

    private Attachment Attachment(int mark, int stop)
    {
        var (outerFirst, outerEnd) = (first, end);
        (first, end) = (mark + 1, stop);
        var number = DateText.Digits(lines[mark].Text.Replace("附", "", StringComparison.Ordinal).Replace("件", "", StringComparison.Ordinal));
        var attachment = new Attachment(Title(), Blocks(first, stop)) { Number = number };
        (first, end) = (outerFirst, outerEnd);
        return attachment;
    }

    // From the end: 附注 in parentheses, the date, the name above it. A date that is none stays a line of the text.
    private (string? Annotation, Signature? Signature) Closing()
    {
        var at = end - 1;
        var annotation = At(at) is { } last && Patterns.Parenthesised().IsMatch(last) && At(at - 1) is { } above && DateText.Read(above) is not null ? last[1..^1] : null;
        if (annotation is not null) at--;
        if (At(at) is not { } text || DateText.Read(text) is not { } date) return (null, null);
        var unit = At(at - 1) is { Length: <= LongestUnit } name && !name.AsSpan().ContainsAny(SentenceSigns) && Mark(name) is null && !Patterns.AttachmentMark().IsMatch(name) ? name : null;
        end = unit is null ? at : at - 1;
        return (annotation, new Signature(unit ?? "", date));
    }

    // 附件：1.… and the names under it, directly above the signature or the end. Their numbers must count from 1: they are written anew.
    private string[] AttachmentNotes(int attachments)
    {
        const int Most = 99;
        var at = end - 1;
        var rest = new List<string>();
        while (rest.Count < Most && At(at) is { Length: <= LongestNote } text && !Patterns.AttachmentNote().IsMatch(text) && NumberedName(text) is not null)
        {
            rest.Insert(0, text);
            at--;
        }
        if (At(at) is not { Length: <= LongestNote } note || note.IndexOfAny(['：', ':']) is not (>= 2 and <= 4 and var colon) || !note.StartsWith('附')) return [];
        var own = note[(colon + 1)..].Trim();
        var names = (own.Length > 0 ? rest.Prepend(own) : rest).Select(NumberedNameOrWhole).ToList();
        var isCounted = names.Index().All(name => name.Item.Number == name.Index + 1) || (names.Count == 1 && names[0].Number is null);
        if (names.Count == 0 || !isCounted || (attachments > 0 && attachments > names.Count)) return [];
        if (DateText.Digits(note[1..colon].TrimStart('件')) is not null) return [];
        end = at;
        return [.. names.Select(name => name.Name.TrimEnd('。', '；', ';'))];
    }

    private static (int? Number, string Name)? NumberedName(string text) => Patterns.NumberedName().Match(text) is { Success: true } match
        ? (DateText.Digits(match.Groups["number"].Value), text[(match.Groups["sign"].Index + 1)..].TrimStart())
        : null;

    private static (int? Number, string Name) NumberedNameOrWhole(string text) => NumberedName(text) ?? (null, text);

    private List<Block> Blocks(int from, int to)
    {
        var blocks = new List<Block>();
        var counts = new int[4];
        for (var i = from; i < to; i++) blocks.Add(lines[i].Block ?? TextBlock(lines[i].Text, counts));
        return blocks;
    }

    private static Block TextBlock(string text, int[] counts)
    {
        if (Mark(text) is { } mark) return Heading(mark, text[mark.Text.Length..].TrimStart(), counts);
        var colon = text.IndexOfAny(['：', ':']);
        return IsEntry(text) && text.Length > colon + 1 ? new Entry(text[..colon].TrimEnd(), text[(colon + 1)..].TrimStart()) : new Paragraph(text);
    }

    // A comma or a colon behind a number is more likely part of the text.
    private static HeadingMark? Mark(string text) => HeadingMark.Read(text) is { Text: [.., not ('，' or ',' or '：' or ':')] } mark ? mark : null;

    private static bool IsEntry(string text) => text.IndexOfAny(['：', ':']) is > 0 and var colon && text[..colon].Trim() is "出席" or "列席" or "请假" or "缺席";

    // Words up to the first full stop are the heading; what follows runs on. A long first sentence is text with a number.
    private static Heading Heading(HeadingMark mark, string text, int[] counts)
    {
        counts.AsSpan(mark.Level).Clear();
        int? ordinal = counts[mark.Level - 1] + 1 == mark.Value ? null : mark.Value;
        counts[mark.Level - 1] = mark.Value;
        var stop = text.IndexOf('。', StringComparison.Ordinal) + 1;
        var length = stop == 0 ? text.Length : stop;
        return length > LongestHeading ? new Heading(mark.Level, "", text) { Ordinal = ordinal } : new Heading(mark.Level, text[..length], text[length..].TrimStart()) { Ordinal = ordinal };
    }
}
