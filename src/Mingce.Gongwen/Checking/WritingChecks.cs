using System.Text.RegularExpressions;
using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Checking;

/// <summary>What is wrong in the words themselves: numbers of headings, dates, brackets, colons, half-width punctuation.</summary>
internal sealed partial class WritingChecks(Profile profile, FindingList findings)
{
    private readonly int[] last = new int[4]; // the number of the last heading at each level; 0: none under the one above

    public void Check(Element element)
    {
        switch (element.Role)
        {
            case Role.Heading:
                Heading(element, element.Heading!);
                break;
            case Role.AttachmentMark:
                last.AsSpan().Clear();
                AttachmentMark(element);
                break;
            case Role.MainRecipient when element.Trimmed is not [.., '：']:
                findings.Add("7.3.2", "mainRecipient.colon", element.Where, element.Trimmed is [.., ':'] ? "末尾为半角冒号" : "末尾没有全角冒号", "末尾用全角冒号“：”", Certainty.Verified);
                break;
            case Role.Title when element.Trimmed is [.., '。' or '，' or '；' or '：' or '.']:
                findings.Add("7.3.1", "title.punctuation", element.Where, $"末尾有“{element.Trimmed[^1]}”", "末尾不用标点", Certainty.Known);
                break;
            case Role.AttachmentNote:
                AttachmentNote(element);
                break;
            case Role.SignatureDate:
                Date(element);
                break;
            case Role.DocumentNumber:
                DocumentNumber(element);
                break;
            case Role.CopyNumber:
                CopyNumber(element);
                break;
            case Role.Keywords:
                findings.Add("7.4", "imprint.keywords", element.Where, "标有主题词", "不标主题词（1999 版的要素，2012 版已取消）", Certainty.Known);
                break;
            case Role.CopyTo:
                CopyTo(element);
                break;
            case Role.PrintedBy:
                PrintedBy(element);
                break;
        }
        NoText(element);
        if (element.Role is not (Role.DocumentNumber or Role.Drawing)) HalfWidth(element.Text, element.Where, OwnSigns(element));
    }

    /// <summary>Half-width punctuation beside Chinese characters.</summary>
    public void HalfWidth(string text, string where, int from = 0)
    {
        if (text.Length <= from || HalfWidthSign().Match(text, Math.Min(from, text.Length)) is not { Success: true } match) return;
        findings.Add("9", "text.halfWidthPunctuation", where, $"中文里用半角标点“{PlainText.Shorten(match.Value, 8)}”", "用全角标点", Certainty.Known);
    }

    // Signs that have a rule of their own are not named twice.
    private static int OwnSigns(Element element) => element.Role switch
    {
        Role.MainRecipient when element.Trimmed is [.., ':'] => element.Text.Length,
        Role.AttachmentNote => AttachmentPrefix().Match(element.Text).Length,
        Role.CopyTo => Patterns.CopyTo().Match(element.Text).Length,
        _ => element.Heading?.Text.Length ?? 0,
    };

    private void Heading(Element element, HeadingMark mark)
    {
        if (mark.Text.Trim() != mark.Wanted && mark.Text.Trim() != mark.Wanted.Replace('.', '．'))
            findings.Add("7.3.3", "heading.mark", element.Where, $"序数为“{mark.Text.Trim()}”", $"“{mark.Wanted}”", Certainty.Verified);
        var expected = last[mark.Level - 1] + 1;
        // Items 1. 2. 3. and （1）（2） may begin anew under every paragraph.
        var isRestart = mark.Value == 1 && (mark.Level >= 3 || last[mark.Level - 1] == 0);
        if (mark.Value != expected && !isRestart)
            findings.Add("7.3.3", "heading.sequence", element.Where, $"序数为“{mark.Wanted}”", expected == 1 ? $"本层从“{HeadingMark.Write(mark.Level, 1)}”开始" : $"接上一个序数，为“{HeadingMark.Write(mark.Level, expected)}”", Certainty.Verified);
        last[mark.Level - 1] = mark.Value;
        last.AsSpan(mark.Level).Clear();
    }

    private void AttachmentNote(Element element)
    {
        var note = AttachmentPrefix().Match(element.Text);
        if (note.Success && !note.Value.EndsWith('：'))
            findings.Add("7.3.4", "attachmentNote.colon", element.Where, "“附件”后为半角冒号", "“附件”后用全角冒号“：”", Certainty.Verified);
        if (note.Success && note.Groups["number"].Length > 0)
            findings.Add("7.3.4", "attachmentNote.number", element.Where, $"写作“{note.Value.Trim()}”", "写作“附件：1.……”", Certainty.Verified);
        var name = element.Text[(note.Success ? note.Length : 0)..];
        if (Patterns.NumberedName().Match(name) is { Success: true } numbered && numbered.Groups["sign"].Value is not ("." or "．"))
            findings.Add("7.3.4", "attachmentNote.number", element.Where, $"顺序号后为“{numbered.Groups["sign"].Value}”", "顺序号后用“.”，如“1.”", Certainty.Verified);
        if (name.Trim() is [.., '。' or '；' or ';' or '，' or ',' or '、' or '.'])
            findings.Add("7.3.4", "attachmentNote.punctuation", element.Where, $"附件名称后有“{name.Trim()[^1]}”", "附件名称后不加标点", Certainty.Verified);
    }

    private void AttachmentMark(Element element)
    {
        if (element.Trimmed is [.., '：' or ':'])
            findings.Add("7.3.7", "attachmentMark.colon", element.Where, "“附件”及顺序号后有冒号", "不加冒号", Certainty.Known);
    }

    private void Date(Element element)
    {
        var date = Patterns.Date().Match(element.Text);
        var parts = (string[])[date.Groups["year"].Value, date.Groups["month"].Value, date.Groups["day"].Value];
        var wanted = "阿拉伯数字，年份用全称，月、日不编虚位，如“2025年1月9日”";
        if (parts.Any(part => part.Any(letter => letter is '〇' or '○' or 'O' or 'Ｏ' || ("零一二三四五六七八九十".Contains(letter, StringComparison.Ordinal)))))
            findings.Add("7.3.5.4", "signature.date", element.Where, $"“{element.Trimmed}”用汉字数字（1999 版的写法）", wanted, Certainty.Verified);
        else if (date.Groups["sep"].Value != "年" || date.Groups["end"].Value != "日")
            findings.Add("7.3.5.4", "signature.date", element.Where, $"写作“{element.Trimmed}”", wanted, Certainty.Verified);
        else if (parts[1] is ['0', _] || parts[2] is ['0', _])
            findings.Add("7.3.5.4", "signature.date", element.Where, $"“{element.Trimmed}”的月、日编了虚位", wanted, Certainty.Verified);
        else if (parts[0].Length != 4)
            findings.Add("7.3.5.4", "signature.date", element.Where, $"“{element.Trimmed}”的年份不全", wanted, Certainty.Verified);
        else if (parts.Any(part => part.Any(letter => letter is >= '０' and <= '９')))
            findings.Add("7.3.5.4", "signature.date", element.Where, $"“{element.Trimmed}”用全角数字", wanted, Certainty.Verified);
    }

    private void DocumentNumber(Element element)
    {
        var parts = Patterns.DocumentNumber().Match(element.Text);
        if (!parts.Success) return;
        if (parts.Groups["open"].Value != "〔" || parts.Groups["close"].Value != "〕")
            findings.Add("7.2.5", "documentNumber.brackets", element.Where, $"年份用“{parts.Groups["open"].Value}{parts.Groups["close"].Value}”括入", "用六角括号“〔〕”括入", Certainty.Verified);
        if (parts.Groups["year"].Value is not { Length: 4 } year || !year.All(char.IsAsciiDigit))
            findings.Add("7.2.5", "documentNumber.year", element.Where, $"年份写作“{parts.Groups["year"].Value}”", "年份用四位阿拉伯数字的全称", Certainty.Verified);
        if (parts.Groups["ordinal"].Success)
            findings.Add("7.2.5", "documentNumber.ordinal", element.Where, "发文顺序号前有“第”", "不加“第”", Certainty.Verified);
        if (parts.Groups["number"].Value is ['0', _, ..])
            findings.Add("7.2.5", "documentNumber.padding", element.Where, $"发文顺序号“{parts.Groups["number"].Value}”编了虚位", "不编虚位，1 不编为 01", Certainty.Verified);
        if (!parts.Groups["end"].Success)
            findings.Add("7.2.5", "documentNumber.suffix", element.Where, "发文顺序号后没有“号”", "后加“号”", Certainty.Verified);
    }

    private void CopyNumber(Element element)
    {
        var digits = element.Text.Count(char.IsAsciiDigit);
        if (digits != (int)profile.CopyNumberDigits.Value)
            findings.Add(profile.CopyNumberDigits, element.Where, digits == 7 ? "7 位（1999 版的位数）" : $"{digits} 位", $"{TextChecks.Number(profile.CopyNumberDigits.Value)} 位阿拉伯数字");
    }

    private void CopyTo(Element element)
    {
        if (Patterns.CopyTo().Match(element.Text).Value is not [.., '：'])
            findings.Add("7.4.2", "imprint.colon", element.Where, "“抄送”后没有全角冒号", "“抄送”后用全角冒号“：”", Certainty.Verified);
        if (element.Trimmed is not [.., '。'])
            findings.Add("7.4.2", "imprint.period", element.Where, "最后一个抄送机关后没有句号", "最后用句号“。”", Certainty.Known);
    }

    private void PrintedBy(Element element)
    {
        var parts = Patterns.Printed().Match(element.Text);
        const string Wanted = "阿拉伯数字，月、日不编虚位，后加“印发”，如“2025年1月9日印发”";
        if (parts.Groups["month"].Value is ['0', _] || parts.Groups["day"].Value is ['0', _] || !parts.Groups["month"].Success)
            findings.Add("7.4.3", "imprint.date", element.Where, $"印发日期写作“{parts.Groups["date"].Value}”", Wanted, Certainty.Verified);
        else if (parts.Groups["end"].Value.Length < 2)
            findings.Add("7.4.3", "imprint.date", element.Where, "印发日期后没有“印发”", Wanted, Certainty.Verified);
    }

    private void NoText(Element element)
    {
        if (element.Text.Contains("此页无正文", StringComparison.Ordinal))
            findings.Add("7.3.5.5", "signature.noText", element.Where, "标有“此页无正文”", "调整行距、字距，使署名、日期与正文同处一面", Certainty.Known);
    }

    [GeneratedRegex("^\\s*附\\s*件?\\s*(?<number>[0-9０-９]{1,2})?\\s*[：:]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttachmentPrefix();

    [GeneratedRegex("(?<=[\\u3400-\\u9FFF）”》])[,;:?!](?![0-9/])|[,;?!](?=[\\u3400-\\u9FFF（“《])|\\((?=[^()]{0,60}[\\u3400-\\u9FFF])[^()]{0,60}\\)|(?<=[\\u3400-\\u9FFF）”])\\.(?=\\s*$)|(?<=[\\u3400-\\u9FFF])\"|\"(?=[\\u3400-\\u9FFF])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfWidthSign();
}
