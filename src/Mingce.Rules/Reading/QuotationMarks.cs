using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>Where a text has book titles 《…》 and quotations “…”, found in one pass.</summary>
internal sealed class QuotationMarks
{
    /// <summary>A mark that is not closed within this many characters is ignored.</summary>
    private const int Longest = 60;

    private static readonly SearchValues<char> Openers = SearchValues.Create("《〈“〝＂「『\"");

    private readonly List<(int Start, int End)> _bookTitles = [];
    private readonly List<(int Start, int End)> _quotations = [];

    public QuotationMarks(string text)
    {
        Text = text;
        var (titleEnd, quotationEnd) = (0, 0);
        for (int i = 0, next; (next = text.AsSpan(i).IndexOfAny(Openers)) >= 0; i++)
        {
            i += next;
            if (text[i] is '《' or '〈')
                Add(_bookTitles, i, Close(i, "》〉"), ref titleEnd);
            // What is opened within a quotation is part of it.
            else if (i >= quotationEnd && Close(i, ClosersOf(text[i])) is > 0 and var end)
                Add(_quotations, i, end + 1, ref quotationEnd);
        }
    }

    /// <summary>The text itself.</summary>
    public string Text { get; }

    /// <summary>The quotations, marks included, in order.</summary>
    public IReadOnlyList<(int Start, int End)> Quotations => _quotations;

    /// <summary>Within 《…》.</summary>
    public bool IsInBookTitle(int at) => Clauses.At(_bookTitles, at).End > at;

    /// <summary>The quotation around <paramref name="at"/>, marks included, else null.</summary>
    public (int Start, int End)? QuotationAt(int at) => Clauses.At(_quotations, at) is var found && found.End > at ? found : null;

    private static string ClosersOf(char opener) => opener switch
    {
        '「' or '『' => "」』",
        '"' => "\"”",
        _ => "”〞″\"＂",
    };

    private static void Add(List<(int Start, int End)> spans, int start, int end, ref int last)
    {
        if (end <= start || start < last)
            return;
        spans.Add((start, end));
        last = end;
    }

    private int Close(int start, string closing)
    {
        for (var i = start + 1; i < Text.Length && i - start <= Longest && Text[i] != '\n'; i++)
        {
            if (closing.Contains(Text[i]))
                return i;
        }
        return 0;
    }
}
