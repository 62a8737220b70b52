namespace Mingce.Rules.Reading;

/// <summary>Where a text has book titles 《…》 and quotations “…”, found in one pass.</summary>
internal sealed class QuotationMarks
{
    /// <summary>A mark that is not closed within this many characters is ignored.</summary>
    private const int Longest = 60;

    private readonly bool[] _inBookTitle;
    private readonly int[] _opening;
    private readonly List<(int Start, int End)> _quotations = [];

    public QuotationMarks(string text)
    {
        Text = text;
        _inBookTitle = new bool[text.Length];
        _opening = new int[text.Length];
        Array.Fill(_opening, -1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '《' or '〈' && Close(i, "》〉") is > 0 and var bookEnd)
                Array.Fill(_inBookTitle, true, i, bookEnd - i);
            if (_opening[i] >= 0)
                continue;
            var end = text[i] switch
            {
                '“' or '〝' or '＂' => Close(i, "”〞″\"＂"),
                '「' or '『' => Close(i, "」』"),
                '"' => Close(i, "\"”"),
                _ => 0,
            };
            if (end == 0)
                continue;
            Array.Fill(_opening, _quotations.Count, i, end - i + 1);
            _quotations.Add((i, end + 1));
        }
    }

    /// <summary>The text itself.</summary>
    public string Text { get; }

    /// <summary>The quotations, marks included, in order.</summary>
    public IReadOnlyList<(int Start, int End)> Quotations => _quotations;

    /// <summary>Within 《…》.</summary>
    public bool IsInBookTitle(int at) => _inBookTitle[at];

    /// <summary>The quotation around <paramref name="at"/>, marks included, else null.</summary>
    public (int Start, int End)? QuotationAt(int at) => _opening[at] >= 0 ? _quotations[_opening[at]] : null;

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
