namespace Mingce.Rules.Reading;

/// <summary>A word of the catalogue, found in the text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">Id of its kind.</param>
/// <param name="IsHint">Whether it only goes with the kind: 资金, 春节.</param>
internal readonly record struct Signal(int Start, int End, string Kind, bool IsHint);

/// <summary>The kind of a figure and why it has it.</summary>
/// <param name="Kind">Id of the kind; "other" where no signal points to one.</param>
/// <param name="Rule">Id of the <see cref="ReadingRule"/> that gave it.</param>
/// <param name="Signal">The word that pointed to it.</param>
internal sealed record Classification(string Kind, string Rule, Signal? Signal);

/// <summary>
/// Gives a place in the text its kind: the nearest signal word in its own clause, then in the clauses before it,
/// after it, in its headings, in the sentences before it, in the title.
/// </summary>
internal sealed class KindClassifier
{
    /// <summary>How far back in the paragraph a signal still speaks of the place.</summary>
    private const int Reach = 400;
    /// <summary>How far back in the sentence a signal still outweighs a hint beside the place.</summary>
    private const int NearReach = 60;
    /// <summary>A gift stays a gift whatever is given: 捐赠口罩500只 is no 卫生防疫.</summary>
    private const string Gift = "donation";

    /// <summary>The words by the low bits of their first character, longest first.</summary>
    private readonly (string Word, string? Kind, bool IsHint)[][] _byFirst = new (string, string?, bool)[4096][];

    /// <param name="kinds">The catalogue; where two kinds share a signal the first has it.</param>
    public KindClassifier(IReadOnlyList<Kind> kinds)
    {
        Array.Fill(_byFirst, []);
        var rows = kinds
            .SelectMany(kind => Rows(kind.Id, kind.Signals, false))
            .Concat(kinds.SelectMany(kind => Rows(kind.Id, kind.Hints, true)))
            .Concat(kinds.SelectMany(kind => Rows(null, kind.Except, false)))
            .Where(row => row.Word.Length > 0)
            .DistinctBy(row => row.Word)
            .GroupBy(row => row.Word[0] % _byFirst.Length);
        foreach (var group in rows)
            _byFirst[group.Key] = [.. group.OrderByDescending(row => row.Word.Length)];
    }

    private static IEnumerable<(string Word, string? Kind, bool IsHint)> Rows(string? kind, IReadOnlyList<string> words, bool isHint) =>
        words.Select(word => (word, kind, isHint));

    /// <summary>All signals of the text in order; one inside a longer one is left out.</summary>
    public List<Signal> FindAll(string text)
    {
        List<Signal> signals = [];
        var covered = 0;
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var (word, kind, isHint) in _byFirst[text[i] % _byFirst.Length])
            {
                if (i + word.Length <= covered || !text.AsSpan(i).StartsWith(word))
                    continue;
                covered = i + word.Length;
                if (kind is not null)
                    signals.Add(new(i, covered, kind, isHint));
                break;
            }
        }
        return signals;
    }

    /// <summary>The kind of the place from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="signals">What <see cref="FindAll"/> gave for this text.</param>
    /// <param name="pieces">The sentence cut at every mark, 、 included.</param>
    /// <param name="clauses">The sentence cut into clauses.</param>
    public static Classification Classify(
        List<Signal> signals, List<(int Start, int End)> pieces, List<(int Start, int End)> clauses, Sentence sentence, (int Start, int End) title, int start, int end)
    {
        var (own, _) = Clauses.At(clauses, start);
        for (var i = FirstFrom(signals, own); i < signals.Count && signals[i].End <= start; i++)
        {
            if (signals[i].Kind == Gift && !signals[i].IsHint)
                return new(Gift, "Gift", signals[i]);
        }
        foreach (var (rule, (from, to), hints) in Contexts(pieces, clauses, sentence, title, start))
        {
            if (Nearest(signals, from, to, start, end, hints) is { } signal)
                return new(signal.Kind, rule, signal);
        }
        return new(Kind.Other, "NoSignal", null);
    }

    /// <summary>Where signals and hints are looked for, the nearest in meaning first.</summary>
    private static IEnumerable<(string Rule, (int Start, int End) Stretch, bool Hints)> Contexts(
        List<(int Start, int End)> pieces, List<(int Start, int End)> clauses, Sentence sentence, (int Start, int End) title, int start)
    {
        var piece = Clauses.At(pieces, start);
        var own = Clauses.At(clauses, start);
        var before = (Math.Max(sentence.Start, own.Start - Reach), own.Start);
        yield return ("SignalInPiece", piece, false);
        yield return ("SignalInClause", own, false);
        yield return ("SignalBefore", (Math.Max(sentence.Start, own.Start - NearReach), own.Start), false);
        yield return ("Hint", piece, true);
        yield return ("Hint", own, true);
        yield return ("SignalBefore", before, false);
        yield return ("SignalAfter", (own.End, Math.Min(sentence.End, own.End + Reach)), false);
        yield return ("Hint", before, true);
        if (sentence.Headings.Count > 0 && sentence.Headings[^1].Start >= sentence.Paragraph)
            yield return ("SignalInHeading", sentence.Headings[^1], false);
        yield return ("SignalInParagraph", (Math.Max(sentence.Paragraph, sentence.Start - Reach), sentence.Start), false);
        for (var i = sentence.Headings.Count - 1; i >= 0; i--)
        {
            yield return ("SignalInHeading", sentence.Headings[i], false);
            yield return ("Hint", sentence.Headings[i], true);
        }
        yield return ("SignalInTitle", title, false);
    }

    private static Signal? Nearest(List<Signal> signals, int from, int to, int start, int end, bool hints)
    {
        (Signal Signal, int Gap, int Length)? best = null;
        for (var i = FirstFrom(signals, from); i < signals.Count && signals[i].Start < to; i++)
        {
            var signal = signals[i];
            if (signal.End > to || signal.IsHint != hints)
                continue;
            var gap = signal.End <= start ? start - signal.End : Math.Max(0, signal.Start - end);
            if (best is not { } known || gap < known.Gap || (gap == known.Gap && signal.End - signal.Start > known.Length))
                best = (signal, gap, signal.End - signal.Start);
        }
        return best?.Signal;
    }

    /// <summary>Index of the first signal that begins there or later.</summary>
    public static int FirstFrom(List<Signal> signals, int from)
    {
        var (low, high) = (0, signals.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (signals[middle].Start < from)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
