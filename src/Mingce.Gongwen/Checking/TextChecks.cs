using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Checking;

/// <summary>Font, size, boldness, colour, alignment and indents of an element.</summary>
internal sealed partial class TextChecks(Profile profile, FindingList findings)
{
    private const double IndentTolerance = 0.25; // characters
    private static readonly SearchValues<char> SharedSigns = SearchValues.Create("“”‘’—…");

    /// <summary>What the profile asks of an element; null: nothing.</summary>
    public ElementForm? Form(Element element) => element.Role switch
    {
        Role.Body => profile.Body,
        Role.Heading => profile.Headings[element.Heading!.Level - 1],
        Role.CopyNumber => profile.CopyNumber,
        Role.Secrecy => profile.Secrecy,
        Role.Urgency => profile.Urgency,
        Role.AgencyMark => profile.AgencyMark,
        Role.DocumentNumber => profile.DocumentNumber,
        Role.Title => profile.Title,
        Role.MainRecipient => profile.MainRecipient,
        Role.AttachmentNote => profile.AttachmentNote,
        Role.SignatureUnit or Role.SignatureDate => profile.Signature.Text,
        Role.Annotation => profile.Annotation,
        Role.AttachmentMark => profile.AttachmentMark,
        Role.AttachmentTitle => profile.AttachmentTitle,
        Role.CopyTo or Role.PrintedBy => profile.Imprint.Text,
        Role.Caption => profile.Caption,
        Role.Entry or Role.Subtitle or Role.Chapter or Role.Drawing or Role.Signer or Role.Keywords => null,
        _ => throw new InvalidOperationException($"No form for {element.Role}."),
    };

    public void Check(Element element)
    {
        if (Form(element) is not { } form) return;
        var (own, runOn) = Split(element);
        foreach (var run in own) Run(element, run, form);
        foreach (var run in runOn) Run(element, run, profile.Body);
        Punctuation(element);
        Place(element, form);
    }

    // A heading ends with its first sentence; what runs on is body text. A number and a signer have fonts of their own.
    private static (IReadOnlyList<WordRun> Own, IReadOnlyList<WordRun> RunOn) Split(Element element)
    {
        var runs = element.Paragraph.Runs;
        var end = element.Role switch
        {
            Role.Heading => HeadingEnd().Match(element.Text) is { Success: true } match ? match.Index + match.Length : int.MaxValue,
            Role.DocumentNumber => element.Text.IndexOf("签发人", StringComparison.Ordinal) is var signer and >= 0 ? signer : int.MaxValue,
            _ => int.MaxValue,
        };
        var (own, rest, at) = (new List<WordRun>(), new List<WordRun>(), 0);
        foreach (var run in runs)
        {
            (at < end ? own : rest).Add(run);
            at += run.Text.Length;
        }
        return element.Role == Role.DocumentNumber ? (own, []) : (own, rest);
    }

    private void Run(Element element, WordRun run, ElementForm form)
    {
        if (string.IsNullOrWhiteSpace(run.Text)) return;
        var (format, where) = (run.Format, element.Where);
        if (format.EastAsia is { Theme: not null, Overridden: { } named } slot && slot.Name != named)
            findings.Add(form.Fonts.Clause, "text.themeFont", where, $"主题字体“{slot.Name}”盖过了指定的“{named}”", "去掉主题字体，只指定字体", form.Fonts.Certainty);
        else if (run.Text.Any(IsHan) && !IsOneOf(format.EastAsia, form.Fonts))
            findings.Add(form.Fonts, where, $"字体为{Name(format.EastAsia)}", $"{form.Fonts.Value[0]}");
        if (run.Text.Any(char.IsAsciiLetterOrDigit) && !IsOneOf(format.Ascii, form.Fonts) && !IsOneOf(format.Ascii, form.LatinFonts))
            findings.Add(form.LatinFonts, where, $"字母、数字的字体为{Name(format.Ascii)}", $"{form.Fonts.Value[0]}或 {form.LatinFonts.Value[0]}");
        var size = (format.Size ?? 20) / 2.0;
        if (Math.Abs(size - form.Size.Value) > 0.01) findings.Add(form.Size, where, $"字号为{Size(size)}", Size(form.Size.Value));
        if (form.Bold.Value is { } bold && (format.Bold ?? false) != bold) findings.Add(form.Bold, where, bold ? "未加粗" : "加粗", bold ? "加粗" : "不加粗");
        if (!Colors.IsSame(format.Color, form.Color.Value)) findings.Add(form.Color, where, $"颜色为{Colors.Name(format.Color)}", Colors.Name(form.Color.Value));
    }

    // “ ” — … exist in Western fonts, too: without the hint they are taken from there, half as wide.
    private void Punctuation(Element element)
    {
        foreach (var run in element.Paragraph.Runs)
        {
            if (run.Format.Hint == "eastAsia" || !run.Text.AsSpan().ContainsAny(SharedSigns) || run.Format.HighAnsi is not { } font) continue;
            if (font.Name == run.Format.EastAsia?.Name || Chinese(font.Name)) continue;
            findings.Add("5.2.2", "text.punctuationFont", element.Where, $"引号、破折号、省略号按西文字体“{font.Name}”排", "按中文字体排（设 w:hint=\"eastAsia\"，或将西文字体也设为该中文字体）", Certainty.Verified);
            return;
        }
    }

    private void Place(Element element, ElementForm form)
    {
        var paragraph = element.Paragraph;
        if (element.Role is Role.SignatureUnit or Role.SignatureDate or Role.CopyTo or Role.PrintedBy or Role.CopyNumber or Role.DocumentNumber) return;
        var found = Alignment(paragraph.Format.Alignment);
        var wanted = form.Alignment.Value;
        if (Rank(found) != Rank(wanted)) findings.Add(form.Alignment, element.Where, Name(found), Name(wanted));
        if (element.Role == Role.Caption) return;
        var spaces = Indent.Spaces(element.Text);
        var firstLine = Indent.FirstLine(paragraph);
        if (spaces > 0)
            findings.Add(form.FirstLine.Clause, "text.spaces", element.Where, $"段首用空格缩进 {Number(spaces)} 字", wanted == TextAlignment.Center ? "去掉空格，居中" : form.FirstLine.Value == 0 ? "去掉空格，顶格" : $"去掉空格，设首行缩进 {Number(form.FirstLine.Value)} 字符", form.FirstLine.Certainty);
        else if (element.Role == Role.AttachmentNote) AttachmentNote(element, form);
        else if (Math.Abs(firstLine + (wanted == TextAlignment.Center ? 0 : Indent.Left(paragraph)) - form.FirstLine.Value) > IndentTolerance)
            findings.Add(form.FirstLine, element.Where, $"首行左空 {Number(firstLine + Indent.Left(paragraph))} 字", form.FirstLine.Value == 0 ? wanted == TextAlignment.Center ? "不缩进" : "顶格" : $"左空 {Number(form.FirstLine.Value)} 字");
        else if (element.Role is Role.Body or Role.Heading && Math.Abs(Indent.Left(paragraph)) > IndentTolerance)
            findings.Add(form.FirstLine.Clause, "body.leftIndent", element.Where, $"回行左空 {Number(Indent.Left(paragraph))} 字", "回行顶格", form.FirstLine.Certainty);
    }

    // Only the line with 附件： has its place; the names below are aligned with the first of them.
    private void AttachmentNote(Element element, ElementForm form)
    {
        if (!Patterns.AttachmentNote().IsMatch(element.Text)) return;
        var start = Indent.Start(element.Paragraph);
        if (Math.Abs(start - form.FirstLine.Value) > IndentTolerance * 2) findings.Add(form.FirstLine, element.Where, $"首行左空 {Number(start)} 字", $"左空 {Number(form.FirstLine.Value)} 字");
    }

    public static bool IsOneOf(FontSlot? font, Setting<IReadOnlyList<string>> fonts) =>
        font is not null && fonts.Value.Any(name => name.Equals(font.Name.TrimStart('@'), StringComparison.OrdinalIgnoreCase));

    public static string Name(FontSlot? font) => font switch
    {
        null => "程序默认字体（未指定）",
        { Theme: not null } => $"主题字体“{font.Name}”",
        _ => $"“{font.Name}”",
    };

    public static string Size(double points) => points switch
    {
        36 => "小初（36 磅）",
        26 => "一号（26 磅）",
        24 => "小一（24 磅）",
        22 => "2号（22 磅）",
        18 => "小二（18 磅）",
        16 => "3号（16 磅）",
        15 => "小三（15 磅）",
        14 => "4号（14 磅）",
        12 => "小四（12 磅）",
        10.5 => "5号（10.5 磅）",
        _ => $" {Number(points)} 磅",
    };

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private bool Chinese(string font) => font.Any(IsHan) || profile.Text.Fonts.Value.Contains(font, StringComparer.OrdinalIgnoreCase)
        || profile.Title.Fonts.Value.Concat(profile.Headings.SelectMany(heading => heading.Fonts.Value)).Contains(font, StringComparer.OrdinalIgnoreCase);

    private static bool IsHan(char letter) => letter is (>= '\u3001' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF60') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(letter);

    private static TextAlignment Alignment(string? jc) => jc switch
    {
        "center" => TextAlignment.Center,
        "right" or "end" => TextAlignment.Right,
        "both" or "distribute" => TextAlignment.Both,
        _ => TextAlignment.Left,
    };

    private static int Rank(TextAlignment alignment) => alignment == TextAlignment.Both ? (int)TextAlignment.Left : (int)alignment;

    private static string Name(TextAlignment alignment) => alignment switch
    {
        TextAlignment.Left => "左对齐",
        TextAlignment.Center => "居中",
        TextAlignment.Right => "右对齐",
        TextAlignment.Both => "两端对齐",
        _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, null),
    };

    [GeneratedRegex("[。！？；：](?=.)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadingEnd();
}
