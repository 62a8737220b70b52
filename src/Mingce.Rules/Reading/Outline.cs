namespace Mingce.Rules.Reading;

/// <summary>A sentence and the headings above it.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">After its final mark.</param>
/// <param name="Body">Where it begins behind its list mark: 2、 or （一）.</param>
/// <param name="Paragraph">Where its paragraph begins.</param>
/// <param name="Headings">Spans of the headings above it, outermost first.</param>
internal sealed record Sentence(int Start, int End, int Body, int Paragraph, IReadOnlyList<(int Start, int End)> Headings);

/// <summary>
/// Splits a report into sentences under their headings: 一、 /（一）/ 1. /（1） at the head of a line,
/// a short opening followed by a space, and 一是 or 第一 at the head of a sentence.
/// </summary>
internal sealed class Outline
{
    private const string HanNumerals = "一二三四五六七八九十";
    private const int LongestHeading = 30;
    private const int LongestTitle = 60;
    /// <summary>Text without any full stop is cut here, so that the work on a sentence stays bounded.</summary>
    private const int LongestSentence = 1000;
    private const int RunInLevel = 5;
    private const int InlineLevel = 6;

    /// <summary>A heading with one of these speaks of what lies ahead or is lacking.</summary>
    private static readonly string[] PlanWords =
    [
        "下一步", "下步", "下阶段", "下一阶段", "今后", "明年", "来年", "打算", "努力方向", "工作计划", "工作设想", "展望", "存在问题", "存在的问题", "存在主要问题", "存在的主要问题",
        "存在不足", "存在的不足", "存在困难", "存在的困难", "主要问题", "问题和不足", "问题与不足", "不足和问题", "不足与问题", "问题和困难", "困难和问题", "困难与问题", "差距和不足", "不足和差距", "不足之处",
    ];

    /// <summary>What was lacking and has been put right is a deed again.</summary>
    private static readonly string[] DeedWords = ["整改", "解决", "针对"];

    private readonly string _text;
    private readonly List<(int Level, int Start, int End)> _open = [];

    private Outline(string text) => _text = text;

    /// <summary>The sentences of the text, in order.</summary>
    public List<Sentence> Sentences { get; } = [];

    /// <summary>Span of the title; empty where the text does not begin with one.</summary>
    public (int Start, int End) Title { get; private set; }

    /// <summary>Reads the outline of a text.</summary>
    public static Outline Read(string text)
    {
        var outline = new Outline(text);
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length ? start + length : text.Length;
            outline.ReadLine(start, end);
            start = end + 1;
        }
        return outline;
    }

    /// <summary>What lies ahead or is lacking is no deed: 下一步打算, 存在的问题.</summary>
    public bool IsPlan(Sentence sentence)
    {
        foreach (var (start, end) in sentence.Headings)
        {
            var heading = _text.AsSpan(start..end);
            if (Han.ContainsAny(heading, PlanWords) && !Han.ContainsAny(heading, DeedWords))
                return true;
        }
        return false;
    }

    private void ReadLine(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        if (start == end)
            return;
        if (Title == default && Sentences.Count == 0 && LevelOf(start, end) == 0 && IsTitle(start, end))
        {
            Title = (start, Trim(start, end));
            return;
        }
        OpenLineHeading(start, end);
        for (var from = start; from < end;)
        {
            var to = SentenceEnd(from, end);
            OpenInlineHeading(start, from, to);
            Sentences.Add(new(from, to, from + MarkLength(from, to), start, [.. _open.Select(heading => (heading.Start, heading.End))]));
            from = to;
        }
    }

    private bool IsTitle(int start, int end) =>
        Trim(start, end) - start <= LongestTitle && !_text.AsSpan(end).IsWhiteSpace() && _text.AsSpan(start..end).IndexOfAny("。；！？，") < 0;

    private void OpenLineHeading(int start, int end)
    {
        var level = LevelOf(start, end);
        if (level > 0)
            Open(level, start, HeadingEnd(start, end));
        else if (RunInEnd(start, end) is > 0 and var runIn)
            Open(RunInLevel, start, runIn);
        else if (!IsInlineMark(start, end))
            Close(InlineLevel);
    }

    private void OpenInlineHeading(int line, int start, int end)
    {
        if (start > line && LevelOf(start, end) is > 0 and var level)
            Open(level, start, HeadingEnd(start, end));
        else if (IsInlineMark(start, end))
            Open(InlineLevel, start, HeadingEnd(start, end));
    }

    private void Open(int level, int start, int end)
    {
        Close(level);
        _open.Add((level, start, end));
    }

    private void Close(int level) => _open.RemoveAll(heading => heading.Level >= level);

    private int LevelOf(int start, int end)
    {
        var line = _text.AsSpan(start..end);
        if (line.IsEmpty)
            return 0;
        var bracket = line[0] is '（' or '(';
        var rest = bracket ? line[1..] : line;
        var han = CountLeading(rest, c => HanNumerals.Contains(c));
        var digits = han > 0 ? 0 : CountLeading(rest, char.IsAsciiDigit);
        var count = han + digits;
        if (count is 0 or > 3 || rest.Length <= count)
            return 0;
        var mark = rest[count];
        if (bracket)
            return mark is '）' or ')' ? (han > 0 ? 2 : 4) : 0;
        if (han > 0)
            return mark is '、' or '．' ? 1 : 0;
        return mark is '、' or '.' or '．' && (rest.Length == count + 1 || !char.IsAsciiDigit(rest[count + 1])) ? 3 : 0;
    }

    private int MarkLength(int start, int end)
    {
        if (LevelOf(start, end) == 0)
            return 0;
        var mark = _text.AsSpan(start..end).IndexOfAny("、.．）)");
        return start + mark + 1 < end ? mark + 1 : 0;
    }

    /// <summary>A short opening without marks, a space, then the paragraph: 文明创建 全年共…</summary>
    private int RunInEnd(int start, int end)
    {
        var line = _text.AsSpan(start..end);
        var space = line[..Math.Min(line.Length, 24)].IndexOf(' ');
        return space >= 4 && line.Length - space > 20 && CountLeading(line, Han.IsHan) == space ? start + space : 0;
    }

    private bool IsInlineMark(int start, int end)
    {
        var sentence = _text.AsSpan(start..end);
        var ordinal = sentence.StartsWith("第", StringComparison.Ordinal);
        if (ordinal)
            sentence = sentence[1..];
        var han = CountLeading(sentence, c => HanNumerals.Contains(c));
        return han is 1 or 2 && sentence.Length > han && (sentence[han] == '是' || (ordinal && sentence[han] is '，' or '、'));
    }

    private int HeadingEnd(int start, int end)
    {
        var to = SentenceEnd(start, end);
        if (to - start > LongestHeading && _text.AsSpan(start..to).IndexOfAny('，', ',', '：') is > 0 and var clause)
            to = start + clause;
        return Trim(start, Math.Min(to, start + LongestHeading));
    }

    private int Trim(int start, int end)
    {
        while (end > start + 1 && (char.IsWhiteSpace(_text[end - 1]) || "。；：，".Contains(_text[end - 1])))
            end--;
        return end;
    }

    private int SentenceEnd(int start, int end)
    {
        var limit = Math.Min(end, start + LongestSentence);
        for (var i = start; i < limit; i++)
        {
            if (!"。！？；!?;".Contains(_text[i]))
                continue;
            while (i + 1 < end && "”’）》」』〞\" ".Contains(_text[i + 1]))
                i++;
            return i + 1;
        }
        if (limit == end)
            return end;
        var mark = _text.AsSpan(start..limit).LastIndexOfAny('，', ',', '、');
        return mark > 0 ? start + mark + 1 : limit;
    }

    private static int CountLeading(ReadOnlySpan<char> text, Func<char, bool> matches)
    {
        var count = 0;
        while (count < text.Length && matches(text[count]))
            count++;
        return count;
    }
}
