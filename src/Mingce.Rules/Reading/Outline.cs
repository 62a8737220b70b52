namespace Mingce.Rules.Reading;

/// <summary>A sentence and the headings above it.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">After its final mark.</param>
/// <param name="Body">Where it begins behind its list mark: 2、 or （一）.</param>
/// <param name="Paragraph">Where its paragraph begins.</param>
/// <param name="Headings">Spans of the headings above it, outermost first.</param>
internal sealed record Sentence(int Start, int End, int Body, int Paragraph, IReadOnlyList<(int Start, int End)> Headings);

/// <summary>
/// Splits a report into sentences under their headings: numbers of any form at the head of a line or of a sentence
/// (<see cref="OutlineMark"/>), and a short opening followed by a space.
/// </summary>
internal sealed class Outline
{
    private const int LongestHeading = 30;
    private const int LongestTitle = 60;
    /// <summary>Text without any full stop is cut here, so that the work on a sentence stays bounded.</summary>
    private const int LongestSentence = 1000;

    /// <summary>A heading with one of these speaks of what lies ahead or is lacking.</summary>
    private static readonly string[] PlanWords =
    [
        "下一步", "下步", "下阶段", "下一阶段", "今后", "明年", "来年", "打算", "努力方向", "工作计划", "工作设想", "展望", "存在问题", "存在的问题", "存在主要问题", "存在的主要问题",
        "存在不足", "存在的不足", "存在困难", "存在的困难", "主要问题", "问题和不足", "问题与不足", "不足和问题", "不足与问题", "问题和困难", "困难和问题", "困难与问题", "差距和不足", "不足和差距", "不足之处",
    ];

    /// <summary>What was lacking and has been put right is a deed again.</summary>
    private static readonly string[] DeedWords = ["整改", "解决", "针对"];

    private readonly string _text;
    private readonly List<(OutlineMark Mark, int Start, int End)> _open = [];
    private (int Start, int End)[]? _headings;

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
        var mark = OutlineMark.Read(_text.AsSpan(start..end));
        if (Title == default && Sentences.Count == 0 && mark is null or { Form: OutlineForm.Markdown } && IsTitle(start, end))
        {
            Title = (start + (mark?.Length ?? 0), Trim(start, end));
            return;
        }
        OpenLineHeading(start, end, mark);
        for (var from = start; from < end;)
        {
            var to = SentenceEnd(from, end);
            mark = OutlineMark.Read(_text.AsSpan(from..to));
            if (mark is { } inline && (from > start || inline.Form == OutlineForm.Inline))
                Open(inline, from, HeadingEnd(from, to));
            // A mark alone on its line has no body behind it.
            var body = mark is { } known && from + known.Length < to ? from + known.Length : from;
            Sentences.Add(new(from, to, body, start, _headings ??= [.. _open.Select(heading => (heading.Start, heading.End))]));
            from = to;
        }
    }

    private bool IsTitle(int start, int end) =>
        Trim(start, end) - start <= LongestTitle && !_text.AsSpan(end).IsWhiteSpace() && _text.AsSpan(start..end).IndexOfAny("。；！？，") < 0;

    private void OpenLineHeading(int start, int end, OutlineMark? mark)
    {
        if (mark is { Form: OutlineForm.Inline })
            return;
        Close(OutlineForm.Inline);
        if (mark is { } known)
            Open(known, known.Form == OutlineForm.Markdown ? start + known.Length : start, HeadingEnd(start, end));
        else if (RunInEnd(start, end) is > 0 and var runIn)
            Open(new(OutlineForm.RunIn, 0, 1, 0), start, runIn);
    }

    /// <summary>
    /// A form that is open already goes on at its own depth; the first of another form goes one deeper, whatever the usual order
    /// (1. above （一）); a later one, whose first was not seen, goes where the usual order puts it.
    /// </summary>
    private void Open(OutlineMark mark, int start, int end)
    {
        var same = _open.FindIndex(heading => heading.Mark.Form == mark.Form && heading.Mark.Depth == mark.Depth);
        if (same >= 0)
            _open.RemoveRange(same, _open.Count - same);
        else if (mark.Form <= OutlineForm.Han || mark.Number != 1)
            _open.RemoveAll(heading => heading.Mark.Form > mark.Form || (heading.Mark.Form == mark.Form && heading.Mark.Depth > mark.Depth));
        else
            Close(OutlineForm.RunIn);
        _open.Add((mark, start, end));
        _headings = null;
    }

    /// <summary>What was opened without a line of its own ends here.</summary>
    private void Close(OutlineForm form)
    {
        if (_open.FindIndex(heading => heading.Mark.Form == form) is >= 0 and var at)
        {
            _open.RemoveRange(at, _open.Count - at);
            _headings = null;
        }
    }

    /// <summary>A short opening without marks, a space, then the paragraph: 文明创建 全年共…</summary>
    private int RunInEnd(int start, int end)
    {
        var line = _text.AsSpan(start..end);
        var space = line[..Math.Min(line.Length, 24)].IndexOf(' ');
        return space >= 4 && line.Length - space > 20 && CountLeading(line, Han.IsHan) == space ? start + space : 0;
    }

    private int HeadingEnd(int start, int end)
    {
        if (_text[start] == '#')
            return Trim(start, end);
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
            if (_text[i] is '：' or ':' && i + 1 < limit && OutlineMark.Read(_text.AsSpan(i + 1, limit - i - 1)) is not null)
                return i + 1;
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
