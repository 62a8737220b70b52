using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Routines;
using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Core.Intake;

/// <summary>Turns facts of a report into drafts. What the text does not say stays empty: no headcount, no date is proposed.</summary>
internal sealed class Drafting(ImportedReport report, KindCatalogue kinds, string text, Change change)
{
    // Measure words of which a figure tells how often a thing was done.
    private static readonly string[] Occasions = ["次", "场", "期", "堂", "节", "课"];
    private const int LongestText = 400;

    // Who gave is a part of a gift. Without a word for the giver the reader takes the unit, and a person has to say whether that is right.
    private static readonly string[] Gifts = ["捐", "资助", "救助", "送去", "送上"];
    private static readonly string[] Givers = ["我", "本单位", "组织", "发动", "干部", "职工", "党员", "全体", "支部", "工会"];

    private readonly int[] offsets = CodePointOffsets(text);

    /// <summary>The record of a fact's figures, or of a dated row of a table of activities; null for a mere arrangement.</summary>
    public Activity? Activity(Fact fact)
    {
        if (fact.Quantities.Count == 0 && fact.Recurrence is not null)
        {
            return null;
        }
        var occasions = fact.Quantities.FirstOrDefault(q => Occasions.Contains(q.Unit) && q.Value is >= 1 and <= 100_000 && decimal.IsInteger(q.Value));
        var period = fact.Date?.Period ?? Period.OfYear(report.Year);
        var activity = new Activity
        {
            UnitId = report.UnitId,
            Title = Title(fact),
            // Of a talk nothing is kept but that it was held.
            Text = HasContent(fact) ? Context(fact) : "",
            Actor = fact.Actor,
            Place = HasContent(fact) ? Kept(fact.Place, fact) : "",
            Campaign = Kept(fact.Campaign, fact) is { Length: <= Activities.Activity.LongestCampaign } campaign ? campaign : "",
            Count = (int)(occasions?.Value ?? 1),
            CountUnit = occasions?.Unit ?? "次",
            CountBound = occasions?.Bound ?? Bound.Exact,
            // A total lacks evidence by nature; a single deed with its day is a record like any other.
            IsSummary = occasions is { Value: > 1 } || period.Precision == PeriodPrecision.Year,
            Mark = Mark,
            EnteredAt = change.At,
            IntakeId = report.Id,
            Fingerprint = Fingerprint.OfFigures(fact),
        };
        return activity.OfKinds(KindOf(fact)).During(period)
            .With(fact.Quantities.Where(q => q != occasions).Select(q => q with { Item = Kept(q.Item, fact) }));
    }

    /// <summary>The routine of a fact's recurrence; null where it has none.</summary>
    public Routine? Routine(Fact fact) => fact.Recurrence is not { } recurrence
        ? null
        : new Routine
        {
            UnitId = report.UnitId,
            Title = Title(fact),
            KindId = KindOf(fact),
            Text = Context(fact),
            Place = Kept(fact.Place, fact),
            Year = report.Year,
            Mark = Mark,
            EnteredAt = change.At,
            IntakeId = report.Id,
            Fingerprint = Fingerprint.OfRecurrence(fact, recurrence),
        }.Recurring(recurrence);

    /// <summary>Where the quote stands in the text, in UTF-16 units.</summary>
    public (int Start, int End) PlaceOf(Fact fact) => (offsets[fact.Start], offsets[fact.End]);

    /// <summary>Why a person has to look at what was made of a fact.</summary>
    public Doubts DoubtsOf(Fact fact)
    {
        var around = Around(fact);
        return (fact.Quantities.Any(q => q.Bound != Bound.Exact) ? Doubts.Vague : Doubts.None)
            | (Masking.Mask(around) != around ? Doubts.Personal : Doubts.None)
            | (fact.Actor != Actor.Own || (Gifts.Any(fact.Quote.Contains) && !Givers.Any(around.Contains)) ? Doubts.Doer : Doubts.None)
            | (fact.Kind == Kind.Other ? Doubts.Kind : Doubts.None);
    }

    private EntryMark Mark => report.Year < OfficeCalendar.ToLocal(change.At).Year ? EntryMark.History : EntryMark.Late;

    private string Title(Fact fact)
    {
        var kind = kinds.Find(KindOf(fact))!.Name;
        var place = HasContent(fact) ? Kept(fact.Place, fact) : "";
        return place.Length > 0 ? $"{kind}（{place}）" : kind;
    }

    // Two narrower ones in the same words leave it open.
    private string KindOf(Fact fact)
    {
        var (start, end) = PlaceOf(fact);
        var said = text[start..end];
        return kinds.All.Where(k => k.CountsAs == fact.Kind && !k.IsRetired && k.Narrows.Any(said.Contains)).ToList() is [var only] ? only.Id : fact.Kind;
    }

    private bool HasContent(Fact fact) => !kinds.HasNoContent(fact.Kind);

    private string Context(Fact fact) => Masking.Mask(Around(fact));

    // A noun cut from a list of names no longer shows the cue before them: what the masked sentence has lost goes too.
    private string Kept(string words, Fact fact) =>
        Around(fact).Contains(words, StringComparison.Ordinal) && !Context(fact).Contains(words, StringComparison.Ordinal) ? "" : Masking.Mask(words);

    // The sentence around the quote, so that the person who confirms sees what it was about.
    private string Around(Fact fact)
    {
        var (start, end) = (offsets[fact.Start], offsets[fact.End]);
        var from = start == 0 ? 0 : text.LastIndexOfAny(['。', '！', '？', '；', '\n', '\r'], start - 1) + 1;
        var stop = end == 0 ? -1 : text.IndexOfAny(['。', '！', '？', '；', '\n', '\r'], end - 1);
        var sentence = text[from..(stop < 0 ? text.Length : stop)].Trim();
        return sentence.Length <= LongestText ? sentence : fact.Quote;
    }

    // Facts are placed by code points; .NET strings by UTF-16 units.
    private static int[] CodePointOffsets(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            starts.Add(i);
        }
        starts.Add(text.Length);
        return [.. starts];
    }
}
