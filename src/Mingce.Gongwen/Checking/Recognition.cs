using System.Buffers;
using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Checking;

/// <summary>Says what each paragraph is: by its words and its place first, by its form only where those do not tell.</summary>
internal sealed class Recognition
{
    private const int LongestTitle = 100;
    private const int LongestHead = 12; // paragraphs of a 版头
    private const int LongestUnit = 40;
    private const int TitleSize = 36; // half points from which a line is a title by its size
    private static readonly SearchValues<char> RecipientEnds = SearchValues.Create("。；！？：:");
    private static readonly SearchValues<char> SentenceSigns = SearchValues.Create("。；：！？，");
    private readonly List<Element> elements = [];
    private int next;

    private Recognition(WordDocument document, LineMetrics metrics)
    {
        Collect(document, metrics);
        Head();
        Title(Role.Title);
        Recipient();
        var isClosed = false;
        while (next < elements.Count) isClosed |= Step(isClosed);
    }

    public static IReadOnlyList<Element> Of(WordDocument document, LineMetrics metrics) => new Recognition(document, metrics).elements;

    private void Collect(WordDocument document, LineMetrics metrics)
    {
        var number = 0;
        var (gap, empty, isBroken, afterObject) = (0.0, 0, true, false);
        foreach (var item in document.Items)
        {
            if (item is WordTable)
            {
                if (elements.Count > 0 && empty == 0) elements[^1].IsBeforeObject = true;
                (gap, empty, isBroken, afterObject) = (0, 0, true, true);
                continue;
            }
            var paragraph = (WordParagraph)item;
            var (before, after) = metrics.Space(paragraph);
            var pitch = metrics.Pitch(paragraph);
            if (paragraph.IsEmpty)
            {
                var height = metrics.Height(paragraph) + before + after;
                if (height < pitch / 4) continue; // a line of 1 pt behind a table, the carrier of a red line
                gap += height;
                empty++;
                if (paragraph.StartsPage || paragraph.EndsPage || paragraph.EndsSection) isBroken = true;
                continue;
            }
            if (paragraph.HasDrawing && elements.Count > 0 && empty == 0) elements[^1].IsBeforeObject = true;
            elements.Add(new Element(paragraph, ++number)
            {
                Role = string.IsNullOrWhiteSpace(paragraph.Text) ? Role.Drawing : Role.Body,
                LinesBefore = isBroken || paragraph.StartsPage ? null : (gap + before) / pitch,
                EmptyBefore = empty,
                IsAfterObject = afterObject && empty == 0,
            });
            (gap, empty, isBroken, afterObject) = (after, 0, paragraph.EndsPage || paragraph.EndsSection, paragraph.HasDrawing);
        }
    }

    private Element? At(int index) => index >= 0 && index < elements.Count ? elements[index] : null;

    private void Head()
    {
        if (At(0) is { } first && Patterns.AttachmentMark().IsMatch(first.Text))
        {
            // The file is an attachment alone.
            first.Role = Role.AttachmentMark;
            next = 1;
            return;
        }
        var numbered = elements.Take(LongestHead).TakeWhile(element => HeadingMark.Read(element.Text) is null).ToList().FindIndex(element => Patterns.DocumentNumber().IsMatch(element.Text));
        while (At(next) is { } element && next < LongestHead && HeadRole(element, numbered) is { } role)
        {
            element.Role = role;
            next++;
        }
    }

    private Role? HeadRole(Element element, int numbered)
    {
        if (next == numbered) return Role.DocumentNumber;
        if (Patterns.CopyNumber().IsMatch(element.Text)) return Role.CopyNumber;
        if (Patterns.Secrecy().IsMatch(element.Text)) return Role.Secrecy;
        if (Patterns.Urgency().IsMatch(element.Text)) return Role.Urgency;
        if (Patterns.Signer().IsMatch(element.Text)) return Role.Signer;
        if (element.Role == Role.Drawing) return Role.Drawing;
        if (next < numbered || IsRedMark(element)) return Role.AgencyMark;
        return null;
    }

    // A title that somebody set in red is no mark.
    private static bool IsRedMark(Element element) => element.Paragraph.Size >= TitleSize
        && (Patterns.Mark().IsMatch(element.Trimmed) || Patterns.Organisation().IsMatch(element.Trimmed))
        && element.Paragraph.Runs.Where(run => run.Text.Trim().Length > 0).All(run => Colors.IsRed(run.Format.Color));

    private void Title(Role role)
    {
        while (At(next) is { Role: Role.Drawing }) next++;
        if (At(next) is not { IsAfterObject: false } first || !IsTitle(first)) return;
        var (size, isCentered) = (first.Paragraph.Size, first.IsCentered);
        first.Role = role;
        while (At(++next) is { } element && IsTitle(element) && !first.IsBeforeObject)
        {
            if (Patterns.Parenthesised().IsMatch(element.Trimmed) && element.Paragraph.Size < TitleSize) element.Role = Role.Subtitle;
            else if (element.Paragraph.Size == size && (size >= TitleSize || (isCentered && element.IsCentered)) && At(next - 1)!.Role == role && element.EmptyBefore == 0) element.Role = role;
            else if (element.IsCentered && element.Paragraph.Size < size) element.Role = Role.Subtitle;
            else break;
        }
    }

    private static bool IsTitle(Element element)
    {
        if (element.Role != Role.Body || element.Trimmed.Length > LongestTitle || HeadingMark.Read(element.Text) is not null) return false;
        if (Patterns.AttachmentNote().IsMatch(element.Text) || IsRecipient(element)) return false;
        if (element.IsCentered || element.Paragraph.Size >= TitleSize) return true;
        return element.Trimmed is not [.., '。' or '；' or '：' or ':' or '，'] && !element.Trimmed.Contains('，', StringComparison.Ordinal) && element.Trimmed.Length <= LongestTitle / 2;
    }

    private void Recipient()
    {
        if (At(next) is not { Role: Role.Body } element || next == 0 || At(next - 1)!.Role is not (Role.Title or Role.Subtitle) || !IsRecipient(element)) return;
        element.Role = Role.MainRecipient;
        next++;
    }

    private static bool IsRecipient(Element element)
    {
        const int Longest = 150;
        if (element.Trimmed.Length > Longest || element.IsCentered || element.Paragraph.Size >= TitleSize || HeadingMark.Read(element.Text) is not null) return false;
        if (element.Trimmed.AsSpan(..^1).ContainsAny(RecipientEnds) || Patterns.Sentence().IsMatch(element.Text) || Patterns.AttachmentNote().IsMatch(element.Text)) return false;
        var isNamed = Patterns.Organisation().IsMatch(element.Trimmed);
        return element.Trimmed is [.., '：' or ':'] ? isNamed || !Indent.IsIndented(element) : isNamed && !Indent.IsIndented(element) && element.Trimmed is not [.., '。'];
    }

    // One element, or the few that belong together; whether the signature is reached.
    private bool Step(bool isClosed)
    {
        var element = elements[next];
        if (element.Role == Role.Drawing) next++;
        else if (Patterns.AttachmentMark().IsMatch(element.Text))
        {
            element.Role = Role.AttachmentMark;
            next++;
            Title(Role.AttachmentTitle);
        }
        else if (Patterns.Keywords().IsMatch(element.Text)) Take(element, Role.Keywords);
        else if (Patterns.CopyTo().IsMatch(element.Text)) Take(element, Role.CopyTo);
        else if (Patterns.Printed().Match(element.Text) is { Success: true } printed && printed.Groups["unit"].Length > 0 && (printed.Groups["end"].Length > 0 || At(next - 1)?.Role == Role.CopyTo)) Take(element, Role.PrintedBy);
        else if (!isClosed && Patterns.AttachmentNote().IsMatch(element.Text) && element.Trimmed.Length <= LongestTitle) AttachmentNotes();
        else if (!isClosed && Patterns.Date().IsMatch(element.Text) && !element.IsAfterObject && IsLastDate()) return Signature();
        else if (isClosed && At(next - 1)!.Role == Role.SignatureDate && Patterns.Parenthesised().IsMatch(element.Text)) Take(element, Role.Annotation);
        else Ordinary(element);
        return false;
    }

    private void Take(Element element, Role role)
    {
        element.Role = role;
        next++;
    }

    private void AttachmentNotes()
    {
        elements[next++].Role = Role.AttachmentNote;
        while (At(next) is { EmptyBefore: 0 } element && element.Trimmed.Length <= LongestTitle && Patterns.NumberedName().IsMatch(element.Text)) Take(element, Role.AttachmentNote);
    }

    // A date that stands alone further up is a line of the text.
    private bool IsLastDate() => !elements.Skip(next + 1).TakeWhile(element => !Patterns.AttachmentMark().IsMatch(element.Text)).Any(element => Patterns.Date().IsMatch(element.Text));

    private bool Signature()
    {
        elements[next].Role = Role.SignatureDate;
        if (At(next - 1) is { Role: Role.Body or Role.Caption } unit && unit.Trimmed.Length <= LongestUnit && !unit.Trimmed.AsSpan().ContainsAny(SentenceSigns)) unit.Role = Role.SignatureUnit;
        next++;
        return true;
    }

    private void Ordinary(Element element)
    {
        var mark = HeadingMark.Read(element.Text);
        if (mark is not null && !(element.IsCentered && IsBesideObject(element))) (element.Role, element.Heading) = (Role.Heading, mark);
        else if (Patterns.Chapter().IsMatch(element.Text)) element.Role = Role.Chapter;
        else if (IsCaption(element)) element.Role = Role.Caption;
        else if (IsEntry(element)) element.Role = Role.Entry;
        next++;
    }

    private bool IsBesideObject(Element element) => element.IsAfterObject || element.IsBeforeObject || At(next - 1) is { Role: Role.Caption or Role.Drawing };

    private bool IsCaption(Element element)
    {
        const int Longest = 200;
        if (element.Trimmed.Length > Longest || !(IsBesideObject(element) || IsBeforeCentered(element))) return false;
        return element.IsCentered || (Patterns.CaptionNumber().IsMatch(element.Text) && element.Trimmed is not [.., '。']) || (At(next - 1) is { Role: Role.Caption } above && above.Paragraph.Size == element.Paragraph.Size && element.Paragraph.Size != 32);
    }

    private bool IsBeforeCentered(Element element) => element.IsCentered && At(next + 1) is { IsBeforeObject: true, IsCentered: true };

    private static bool IsEntry(Element element)
    {
        const int LongestName = 10;
        var colon = element.Text.IndexOf('：', StringComparison.Ordinal);
        return Patterns.EntryName().IsMatch(element.Text) || (colon is > 0 and <= LongestName && element.Paragraph.Runs.Count > 1 && element.Paragraph.Runs[0].Format.EastAsia?.Name is "黑体" or "SimHei" && element.Paragraph.Runs[0].Text.Length <= colon + 1);
    }
}
