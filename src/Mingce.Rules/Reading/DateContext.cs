namespace Mingce.Rules.Reading;

/// <summary>The date that the text around a sentence gives it: the head of its paragraph (3月5日，在人民广场…), else a heading above it (3月活动).</summary>
internal sealed class DateContext(QuotationMarks marks, DateReader dates)
{
    /// <summary>How far into its paragraph the date may begin that holds for all of it.</summary>
    private const int Reach = 6;
    private const int LongestDate = 24;

    private int _paragraph = -1;
    private FactDate? _ofParagraph;
    private IReadOnlyList<(int Start, int End)>? _headings;
    private FactDate? _ofHeadings;

    /// <summary>The date around a sentence, else null.</summary>
    public FactDate? Of(Sentence sentence)
    {
        if (!ReferenceEquals(_headings, sentence.Headings))
            (_headings, _ofHeadings) = (sentence.Headings, OfHeadings(sentence.Headings));
        if (sentence.Start == sentence.Paragraph)
            return _ofHeadings;
        if (_paragraph != sentence.Paragraph)
            (_paragraph, _ofParagraph) = (sentence.Paragraph, OfParagraph(sentence.Paragraph));
        return _ofParagraph ?? _ofHeadings;
    }

    private FactDate? OfParagraph(int start)
    {
        var line = marks.Text.AsSpan(start);
        var end = start + Math.Min(LongestDate, line.IndexOfAny('\n', '\r') is >= 0 and var length ? length : line.Length);
        start += OutlineMark.Read(marks.Text.AsSpan(start..end))?.Length ?? 0;
        var found = dates.Read(marks, start, end, _ofHeadings);
        return found.Count > 0 && found[0].Start - start <= Reach ? found[0].Date : null;
    }

    /// <summary>The innermost heading on a line of its own that names a date; the head of a paragraph speaks of that paragraph alone.</summary>
    private FactDate? OfHeadings(IReadOnlyList<(int Start, int End)> headings)
    {
        FactDate? date = null;
        foreach (var (start, end) in headings)
        {
            if (IsAlone(end) && dates.Read(marks, start, end, date).Find(found => found.Date is not null).Date is { } own)
                date = own;
        }
        return date;
    }

    private bool IsAlone(int end)
    {
        while (end < marks.Text.Length && marks.Text[end] is ' ' or '。' or '：' or '”')
            end++;
        return end >= marks.Text.Length || marks.Text[end] is '\n' or '\r';
    }
}
