namespace Mingce.Rules.Reading;

/// <summary>
/// Compares the totals of a sentence with their parts. Parts behind 其中 may be fewer than the total; those behind a colon or in a bracket,
/// those that a 共计 sums up, and those that name every one of several claim to be all of it.
/// </summary>
internal sealed class TotalsReader(SourceText source, List<Figure> figures, List<(int Start, int End)> pieces)
{
    private const string PartCue = "其中";
    private const int LongestQuote = 24;
    /// <summary>Between the total and the bracket or colon of its parts stands at most its noun.</summary>
    private const int LongestNoun = 8;
    /// <summary>The total stands at most so many pieces before 其中.</summary>
    private const int Reach = 3;

    private static readonly string[] SumCues = ["合计", "总计", "共计", "总共", "共"];

    /// <summary>A piece that begins with these tells of something new and is no further part.</summary>
    private static readonly string[] NewDeeds =
    [
        "组织", "开展", "举办", "召开", "发放", "提供", "走访", "慰问", "帮扶", "参加", "培训", "印发", "制作", "建成", "新建", "获", "解决", "收集", "累计", "共", "完成", "服务", "受理", "出动", "清理", "达成", "接待", "排查", "整改",
        "惠及", "覆盖", "吸引", "募集", "捐赠", "送去", "评选", "表彰", "投入", "化解", "办理", "全年", "同时", "另", "此外",
    ];

    /// <summary>Ways to divide people that cut across each other: 男 and 党员 may be the same persons.</summary>
    private static readonly string[][] Dimensions =
        [["男", "女"], ["党员", "群众", "团员"], ["本科", "研究生", "大专", "学历", "硕士", "博士", "学士"], ["岁"], ["在编", "在职", "退休", "聘", "派遣"], ["科级", "处级", "股级", "职称"]];

    /// <summary>Two halves that leave nothing over.</summary>
    private static readonly (string, string)[] Halves = [("男", "女"), ("党员", "群众"), ("教师", "学生"), ("城镇", "农村"), ("线上", "线下"), ("上半年", "下半年"), ("公司", "职工")];

    /// <summary>Findings of one sentence, in order.</summary>
    /// <param name="source">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="figures">Its figures, in order.</param>
    public static List<Finding> Read(SourceText source, Sentence sentence, List<Figure> figures)
    {
        var amounts = figures.FindAll(figure => figure.Quantity is { Unit: not "%" });
        if (amounts.Count < 2)
            return [];
        var reader = new TotalsReader(source, amounts, Clauses.Split(source.Text, sentence, amounts, "，,、：:（）()；;"));
        return [.. reader.Amongst(sentence).Concat(reader.Listed()).Concat(reader.SummedUp())];
    }

    /// <summary>共36次，其中A 20次、B 18次.</summary>
    private IEnumerable<Finding> Amongst(Sentence sentence)
    {
        var text = source.Text;
        for (var cue = IndexOf(sentence.Start); cue >= 0; cue = IndexOf(cue + 1))
        {
            var first = pieces.FindIndex(piece => piece.End > cue);
            var last = first;
            while (last + 1 < pieces.Count && !EndsWith(last, "）)；;") && GoesOn(first, last + 1))
                last++;
            foreach (var group in Between(cue, pieces[last].End).GroupBy(figure => figure.Quantity!.Unit))
            {
                var reach = pieces[Math.Max(0, first - Reach)].Start;
                var total = figures.FindLast(figure => figure.End <= cue && figure.Start >= reach && figure.Quantity!.Unit == group.Key);
                if (total is not null && Judge(total, [.. group]) is { } finding)
                    yield return finding;
            }
        }

        int IndexOf(int from) => text.IndexOf(PartCue, from, sentence.End - from, StringComparison.Ordinal);
    }

    /// <summary>共36次：A 20次、B 16次; 35人（党员20人、群众15人）.</summary>
    private IEnumerable<Finding> Listed()
    {
        for (var i = 0; i + 2 < pieces.Count; i++)
        {
            if (!EndsWith(i, "：:（(") || StartsWith(i + 1, [PartCue]))
                continue;
            var total = figures.FindLast(figure => figure.End <= pieces[i].End && figure.Start >= pieces[i].Start);
            if (total is null || pieces[i].End - total.End > LongestNoun)
                continue;
            var closing = EndsWith(i, "（(") ? "）)" : "；;。";
            var last = i + 1;
            while (last + 1 < pieces.Count && !EndsWith(last, closing))
                last++;
            var parts = Enumerable.Range(i + 1, last - i).Select(Only).ToList();
            if (parts.Count > 1 && parts.TrueForAll(part => part is not null && part.Quantity!.Unit == total.Quantity!.Unit))
            {
                if (Differ(total, parts!) is { } finding)
                    yield return finding;
            }
        }
    }

    /// <summary>A 2个、B 4个，共计7个.</summary>
    private IEnumerable<Finding> SummedUp()
    {
        for (var i = 2; i < pieces.Count; i++)
        {
            if (!StartsWith(i, SumCues) || Only(i) is not { } total || !IsMereTotal(i, total))
                continue;
            var first = i;
            while (first > 0 && EndsWith(first - 1, "，,、") && Only(first - 1) is { } part && part.Quantity!.Unit == total.Quantity!.Unit && (first == i || EndsWith(first - 1, "、")))
                first--;
            var parts = Enumerable.Range(first, i - first).Select(Only).ToList();
            // A list that goes on further back in another form is not wholly known.
            if (parts.Count > 1 && (first == 0 || !EndsWith(first - 1, "、")) && Differ(total, parts!) is { } finding)
                yield return finding;
        }
    }

    private Finding? Judge(Figure total, List<Figure> parts)
    {
        if (parts.Count > 1 && NameAll(total, parts))
            return Differ(total, parts);
        if (total.Quantity!.Bound is not (Bound.Exact or Bound.Under))
            return null;
        foreach (var group in parts.GroupBy(Dimension))
        {
            var counted = group.Where(part => part.Quantity!.Bound is Bound.Exact or Bound.Over).ToList();
            if (counted.Sum(part => part.Quantity!.Value) > total.Quantity.Value)
                return Build(total, counted, isExhaustive: false);
        }
        return null;
    }

    private Finding? Differ(Figure total, List<Figure> parts) =>
        parts.Append(total).All(figure => figure.Quantity!.Bound == Bound.Exact) && parts.Sum(part => part.Quantity!.Value) != total.Quantity!.Value
            ? Build(total, parts, isExhaustive: true)
            : null;

    /// <summary>Two halves, 一组 to 七组, or as many as the words before the total announce (两个品种).</summary>
    private bool NameAll(Figure total, List<Figure> parts)
    {
        var labels = parts.ConvertAll(part => Label(part).ToString());
        if (labels.Count == 2 && Array.Exists(Halves, half => labels[0].Contains(half.Item1, StringComparison.Ordinal) && labels[1].Contains(half.Item2, StringComparison.Ordinal)))
            return true;
        const string numerals = "一二三四五六七八九十";
        if (labels.Count is > 2 and <= 10 && labels.Select((label, i) => label.TrimStart('其', '中').StartsWith(numerals[i])).All(isNext => isNext))
            return true;
        var before = source.Text.AsSpan(Math.Max(0, total.Start - 12)..total.Start);
        var announced = before.LastIndexOf((labels.Count == 2 ? '两' : numerals[Math.Min(labels.Count, 10) - 1]) + "个", StringComparison.Ordinal);
        return announced >= 0;
    }

    private string Dimension(Figure part) =>
        part.Quantity!.Unit == "人" && Array.Find(Dimensions, words => Han.ContainsAny(Label(part), words)) is { } found ? found[0] : "";

    private bool IsMereTotal(int piece, Figure total)
    {
        var words = source.Text.AsSpan(pieces[piece].Start..total.Start).TrimStart();
        words = words[Han.PrefixOf(words, SumCues)!.Length..];
        return words.Length <= 4 && Han.PrefixOf(words, NewDeeds) is null;
    }

    /// <summary>A further part has as many figures as the first (党员326人捐49800元，群众587人捐51550元); behind 、 any number.</summary>
    private bool GoesOn(int first, int piece)
    {
        var count = Between(pieces[piece].Start, pieces[piece].End).Count;
        return count > 0 && (EndsWith(piece - 1, "、") || (count == Between(pieces[first].Start, pieces[first].End).Count && !StartsWith(piece, NewDeeds)));
    }

    private Finding Build(Figure total, List<Figure> parts, bool isExhaustive) =>
        new(Stated(total), [.. parts.Select(Stated)], parts.Sum(part => part.Quantity!.Value), isExhaustive);

    private StatedAmount Stated(Figure figure)
    {
        var start = Math.Max(figure.Start - LongestQuote, LabelStart(figure));
        var offsets = source.Offsets(start, figure.End);
        return new(source.Quote(start, figure.End), offsets.Start, offsets.End, figure.Quantity!.Value, figure.Quantity.Unit);
    }

    private ReadOnlySpan<char> Label(Figure figure) => source.Text.AsSpan(pieces.FindLast(piece => piece.Start <= figure.Start).Start..figure.Start);

    /// <summary>Where the words begin that a figure counts: from the head of its piece or the figure before it.</summary>
    private int LabelStart(Figure figure)
    {
        var start = pieces.FindLast(piece => piece.Start <= figure.Start).Start;
        if (figures.FindLast(other => other.End <= figure.Start) is { } before && before.End > start)
            start = before.End;
        while (start < figure.Start && source.Text[start] is ' ' or '\n')
            start++;
        return start + (source.Text.AsSpan(start).StartsWith(PartCue, StringComparison.Ordinal) ? PartCue.Length : 0);
    }

    private Figure? Only(int piece) => Between(pieces[piece].Start, pieces[piece].End) is [var only] ? only : null;

    private List<Figure> Between(int from, int to) => figures.FindAll(figure => figure.Start >= from && figure.End <= to);

    private bool StartsWith(int piece, string[] words) => Han.PrefixOf(source.Text.AsSpan(pieces[piece].Start..pieces[piece].End).TrimStart(), words) is not null;

    private bool EndsWith(int piece, string marks) => marks.Contains(source.Text[pieces[piece].End - 1]);
}
