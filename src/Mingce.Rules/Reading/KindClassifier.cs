namespace Mingce.Rules.Reading;

/// <summary>A signal word of a kind, found in the text.</summary>
internal readonly record struct Signal(int Start, int End, string Kind);

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
    /// <summary>A gift stays a gift whatever is given: 捐赠口罩500只 is no 卫生防疫.</summary>
    private const string Gift = "donation";

    private readonly Dictionary<char, (string Word, string Kind)[]> _byFirst;

    /// <param name="kinds">The catalogue; where two kinds share a signal the first has it.</param>
    public KindClassifier(IReadOnlyList<Kind> kinds) =>
        _byFirst = kinds
            .SelectMany(kind => kind.Signals.Select(word => (Word: word, Kind: kind.Id)))
            .Where(row => row.Word.Length > 0)
            .DistinctBy(row => row.Word)
            .GroupBy(row => row.Word[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(row => row.Word.Length).ToArray());

    /// <summary>All signals of the text in order; one inside a longer one is left out.</summary>
    public List<Signal> FindAll(string text)
    {
        List<Signal> signals = [];
        var covered = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!_byFirst.TryGetValue(text[i], out var rows))
                continue;
            foreach (var (word, kind) in rows)
            {
                if (i + word.Length <= covered || !text.AsSpan(i).StartsWith(word, StringComparison.Ordinal))
                    continue;
                covered = i + word.Length;
                signals.Add(new(i, covered, kind));
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
            if (signals[i].Kind == Gift)
                return new(Gift, "Gift", signals[i]);
        }
        foreach (var (rule, (from, to)) in Contexts(pieces, clauses, sentence, title, start))
        {
            if (Nearest(signals, from, to, start, end) is { } signal)
                return new(signal.Kind, rule, signal);
        }
        return new("other", "NoSignal", null);
    }

    private static IEnumerable<(string Rule, (int Start, int End) Stretch)> Contexts(
        List<(int Start, int End)> pieces, List<(int Start, int End)> clauses, Sentence sentence, (int Start, int End) title, int start)
    {
        yield return ("SignalInPiece", Clauses.At(pieces, start));
        var own = Clauses.At(clauses, start);
        yield return ("SignalInClause", own);
        yield return ("SignalBefore", (Math.Max(sentence.Start, own.Start - Reach), own.Start));
        yield return ("SignalAfter", (own.End, Math.Min(sentence.End, own.End + Reach)));
        if (sentence.Headings.Count > 0 && sentence.Headings[^1].Start >= sentence.Paragraph)
            yield return ("SignalInHeading", sentence.Headings[^1]);
        yield return ("SignalInParagraph", (Math.Max(sentence.Paragraph, sentence.Start - Reach), sentence.Start));
        foreach (var heading in sentence.Headings.Reverse())
            yield return ("SignalInHeading", heading);
        yield return ("SignalInTitle", title);
    }

    private static Signal? Nearest(List<Signal> signals, int from, int to, int start, int end)
    {
        (Signal Signal, int Gap, int Length)? best = null;
        for (var i = FirstFrom(signals, from); i < signals.Count && signals[i].Start < to; i++)
        {
            var signal = signals[i];
            if (signal.End > to)
                continue;
            var gap = signal.End <= start ? start - signal.End : Math.Max(0, signal.Start - end);
            if (best is not { } known || gap < known.Gap || (gap == known.Gap && signal.End - signal.Start > known.Length))
                best = (signal, gap, signal.End - signal.Start);
        }
        return best?.Signal;
    }

    private static int FirstFrom(List<Signal> signals, int from)
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
