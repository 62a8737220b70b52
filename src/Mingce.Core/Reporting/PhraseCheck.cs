namespace Mingce.Core.Reporting;

/// <summary>Wording of a text that the office's library does not hold with any more.</summary>
/// <param name="Found">As it stands in the text.</param>
/// <param name="Phrase">The phrase of the library that it is, or should be in full.</param>
/// <param name="Successor">What took its place; null where it is not over, or nothing is named.</param>
public sealed record PhraseHint(string Found, Phrase Phrase, Phrase? Successor)
{
    /// <summary>Whether it is an incomplete version of the phrase, rather than a phrase that is over.</summary>
    public bool IsIncomplete => Found != Phrase.Text;
}

/// <summary>
/// Finds in a text phrases of the library that are over, and the incomplete forms that phrases of the library name. It knows nothing but the library,
/// and only points out: nothing is changed or refused.
/// </summary>
public static class PhraseCheck
{
    private const int ShortestPhrase = 2;

    /// <param name="day">The day of the text.</param>
    /// <returns>Each wording once, in the order of the text.</returns>
    public static IReadOnlyList<PhraseHint> Find(string text, DateOnly day, IReadOnlyList<Phrase> library)
    {
        var current = library.Where(phrase => !phrase.IsOver(day)).Select(phrase => phrase.Text).ToHashSet();
        var wanted = library
            .Where(phrase => phrase.IsOver(day) && !current.Contains(phrase.Text)).Select(phrase => (Wording: phrase.Text, Phrase: phrase))
            .Concat(library.Where(phrase => phrase.IsInForce(day)).SelectMany(phrase => phrase.IncompleteForms.Select(form => (Wording: form, Phrase: phrase))))
            .Where(w => w.Wording.Length >= ShortestPhrase)
            .DistinctBy(w => w.Wording);
        // What stands within a phrase that holds is no fault: the longer phrase may contain the shorter one.
        List<(int From, int To)> whole = [.. current.Where(phrase => phrase.Length >= ShortestPhrase).SelectMany(phrase => PlacesOf(phrase, text))];
        return [.. wanted
            .Select(w => (At: FirstOutside(whole, w.Wording, text), w.Wording, w.Phrase))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .Select(found => new PhraseHint(found.Wording, found.Phrase, found.Phrase.IsOver(day) ? SuccessorOf(found.Phrase, day, library) : null))];
    }

    private static int FirstOutside(List<(int From, int To)> whole, string wording, string text)
    {
        foreach (var (from, to) in PlacesOf(wording, text))
        {
            if (!whole.Exists(place => place.From <= from && to <= place.To && place.To - place.From > to - from))
                return from;
        }
        return -1;
    }

    private static IEnumerable<(int From, int To)> PlacesOf(string wording, string text)
    {
        for (var at = text.IndexOf(wording, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wording, at + 1, StringComparison.Ordinal))
            yield return (at, at + wording.Length);
    }

    // A successor may be over too, and have one of its own.
    private static Phrase? SuccessorOf(Phrase phrase, DateOnly day, IReadOnlyList<Phrase> library)
    {
        var next = phrase;
        for (var step = 0; step < library.Count && next is not null && next.IsOver(day); step++)
            next = library.FirstOrDefault(p => p.Id == next.SuccessorId);
        return next == phrase || next?.IsOver(day) == true ? null : next;
    }
}
