namespace Mingce.Rules.Reading;

/// <summary>Reads the text of an office's work report into facts. Pure and linear in the length of the text.</summary>
public sealed class ReportReader
{
    /// <summary>A clause longer than this is quoted only around its figures.</summary>
    private const int LongestQuote = 160;
    private const int QuoteMargin = 40;
    /// <summary>How far back a paragraph tells of whom it speaks.</summary>
    private const int ContextReach = 300;

    private readonly KindClassifier _kinds;

    /// <param name="kinds">The catalogue of kinds with their signal words.</param>
    public ReportReader(IReadOnlyList<Kind> kinds) => _kinds = new(kinds);

    /// <summary>Reads a report.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="year">The year that the report is about, for dates that do not name one; null takes it from the text.</param>
    public ReportReading Read(string text, int? year = null) => Read(new(text), year, null);

    /// <summary>The kind that a title or another short text speaks of, by its first signal word, else by its first hint.</summary>
    /// <param name="words">One line; the most telling text.</param>
    /// <returns>The kind's id; null where no word of the catalogue is in it.</returns>
    public string? KindOf(string words)
    {
        var signals = _kinds.FindAll(words);
        return signals.Count == 0 ? null : (signals.Find(signal => !signal.IsHint) is { Kind: { } kind } ? kind : signals[0].Kind);
    }

    /// <summary>Reads when a thing was from a cell of a list: 2026.3.5, 3月5日, 2026年3月, 3月5日至7日, 一季度.</summary>
    /// <param name="cell">The text of the cell.</param>
    /// <param name="year">The year of a date that names none; null where it is not known.</param>
    /// <returns>The period, as exactly as the cell tells it; null where it tells none or its year is not known.</returns>
    public static Period? ReadPeriod(string cell, int? year) =>
        new DateReader(year, isOneYear: true).ReadCell(new(cell), 0, cell.Length, null)?.Period;

    /// <summary>Tells for each number of a report why it is a fact, and of which kind, or why not, in the order of the text.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="year">As for <see cref="Read(string, int?)"/>.</param>
    public IReadOnlyList<Explanation> Explain(string text, int? year = null)
    {
        var source = new SourceText(text);
        var reasons = new Reasons();
        Read(source, year, reasons);
        return reasons.Write(source);
    }

    private ReportReading Read(SourceText source, int? year, Reasons? reasons)
    {
        var marks = new QuotationMarks(source.Text);
        var outline = Outline.Read(source.Text);
        var (start, end) = outline.Title;
        var years = DateReader.YearsOf(marks, outline.Title);
        var dates = new DateReader(year ?? years?.To, years is not { } named || named.From == named.To || (year is not null && named.To != year));
        var page = new Page(source, marks, _kinds.FindAll(source.Text), dates, new DateContext(marks, dates), CampaignReader.FindAll(marks), outline, reasons);
        List<Fact> facts = [];
        List<Finding> findings = [];
        var tables = new TableReader(page, facts, findings);
        reasons?.DropAll(source.Text, start, end, "Title");
        var planned = -1;
        foreach (var sentence in outline.Sentences)
        {
            if (Plans.Opens(source.Text, sentence))
                planned = sentence.Paragraph;
            if (planned == sentence.Paragraph || outline.IsPlan(sentence))
                reasons?.DropAll(source.Text, sentence.Start, sentence.End, "Plan");
            else if (sentence.Row is { } row)
                tables.Read(sentence, row);
            else
                ReadSentence(page, sentence, facts, findings);
        }
        return new(end > start ? source.Quote(start, end) : "", facts, findings);
    }

    private static void ReadSentence(Page page, Sentence sentence, List<Fact> facts, List<Finding> findings)
    {
        var text = page.Source.Text;
        var recurrences = RecurrenceReader.Read(text, sentence.Start, sentence.End);
        // 每周每周每周 is damage: an arrangement that follows itself at once says nothing more.
        recurrences = [.. recurrences.Where((found, i) => i + 1 == recurrences.Count || !text.AsSpan(found.End..sentence.End).StartsWith(text.AsSpan(found.Start..found.End)))];
        var figures = QuantityReader.Read(page.Marks, sentence.Start, sentence.End, page.Reasons)
            .Where(found => !recurrences.Exists(known => found.Start < known.End && known.Start < found.End))
            .Select(found => new Figure(found.Start, found.End, found.Quantity, null))
            .Concat(recurrences.Select(found => new Figure(found.Start, found.End, null, found.Recurrence)))
            .OrderBy(figure => figure.Start)
            .ToList();
        if (figures.Count > 0 && Plans.Begin(text, sentence) is >= 0 and var plan)
        {
            page.Reasons?.DropAll(text, plan, sentence.End, "Plan");
            figures.RemoveAll(figure => figure.Start >= plan);
        }
        if (figures.Count == 0 && page.Reasons is null && !DeedReader.MayHold(page, sentence))
            return;
        var around = page.DatesAround.Of(sentence);
        var dates = page.Dates.Read(page.Marks, sentence.Body, sentence.End, around);
        DropInDates(page, figures, dates);
        findings.AddRange(TotalsReader.Read(page.Source, sentence, figures));
        page.Reasons?.Rename(sentence.Start, sentence.Body, "ListMark");
        foreach (var date in dates)
            page.Reasons?.Rename(date.Start, date.End, "Date");
        var clauses = Clauses.Split(text, sentence, figures, "，,：:｜|");
        var pieces = Clauses.Split(text, sentence, figures, "，,：:｜|、");
        if (figures.Count == 0)
            ReadDeed(page, sentence, clauses, pieces, dates, facts);
        List<Deed> deeds = [];
        var first = 0;
        foreach (var clause in clauses)
        {
            var end = first;
            while (end < figures.Count && figures[end].Start < clause.End)
                end++;
            if (end == first)
                continue;
            var inClause = figures[first..end];
            first = end;
            foreach (var group in Group(page, sentence, clauses, pieces, inClause))
            {
                var quote = group.Figures.Count == inClause.Count ? clause : Clauses.Around(pieces, group.Figures);
                if (deeds.Count > 0 && group.Figures[0] == inClause[0] && deeds[^1].Group.Completes(group, text.AsSpan(clause.Start..group.Figures[0].Start)))
                    deeds[^1] = deeds[^1].With(group, quote);
                else
                    deeds.Add(new(clause, quote, group));
            }
        }
        foreach (var deed in deeds)
        {
            var date = DateOf(page.Marks.Text, dates, around, deed.Clause, deed.Group.Figures[0].Start);
            Add(facts, Build(page, sentence, deed, (deed.Group.Figures[0].Start, deed.Group.Figures[^1].End), date));
        }
    }

    /// <summary>What follows a dated deed with its figures tells of the same deed: 3月5日开展志愿服务。组织志愿者35人。</summary>
    private static void Add(List<Fact> facts, Fact fact)
    {
        if (facts is [.., { Quantities.Count: 0, Recurrence: null } deed] && fact.Quantities.Count > 0 && deed.Kind == fact.Kind && deed.Date is not null && deed.Date == fact.Date)
        {
            facts.RemoveAt(facts.Count - 1);
            fact = fact with { Place = fact.Place.Length > 0 ? fact.Place : deed.Place, Campaign = fact.Campaign.Length > 0 ? fact.Campaign : deed.Campaign };
        }
        facts.Add(fact);
    }

    /// <summary>A deed on a day that the sentence names; a year alone, or several days, would be too vague to ask about.</summary>
    private static void ReadDeed(Page page, Sentence sentence, List<(int Start, int End)> clauses, List<(int Start, int End)> pieces, List<FoundDate> dates, List<Fact> facts)
    {
        if (dates is not [var date] || date.Date is not { Period: not { Precision: PeriodPrecision.Year } } day
            || DeedReader.Find(page, sentence, clauses, date.End) is not { } signal)
        {
            return;
        }
        var kind = KindClassifier.Classify(page.Signals, pieces, clauses, sentence, page.Outline.Title, signal.Start, signal.End);
        var clause = Clauses.At(clauses, signal.Start);
        var quote = (page.Marks.QuotationAt(date.Start)?.Start ?? date.Start, clause.End);
        facts.Add(Build(page, sentence, new(clause, quote, new(kind.Kind, [])), (signal.Start, signal.End), day));
    }

    /// <summary>The figures of a piece are one fact; so are those of neighbouring pieces of a clause that speak of the same kind.</summary>
    private static List<FigureGroup> Group(Page page, Sentence sentence, List<(int Start, int End)> clauses, List<(int Start, int End)> pieces, List<Figure> figures)
    {
        List<FigureGroup> groups = [];
        foreach (var piece in figures.GroupBy(figure => Clauses.At(pieces, figure.Start)))
        {
            // People are who did it; what they did tells the kind.
            var deed = piece.FirstOrDefault(figure => figure.Quantity?.Unit is not "人") ?? piece.First();
            var kind = KindClassifier.Classify(page.Signals, pieces, clauses, sentence, page.Outline.Title, deed.Start, deed.End);
            foreach (var figure in piece)
            {
                page.Reasons?.Keep(figure.Start, figure.End, kind);
                if (groups.Count > 0 && groups[^1].Takes(kind.Kind, figure))
                    groups[^1].Figures.Add(figure);
                else
                    groups.Add(new(kind.Kind, [figure]));
            }
        }
        return groups;
    }

    /// <param name="anchor">What the quote is about: its figures, or the word that names the deed.</param>
    private static Fact Build(Page page, Sentence sentence, Deed deed, (int Start, int End) anchor, FactDate? date)
    {
        var text = page.Source.Text;
        var (clause, quote, group) = deed;
        var figures = group.Figures;
        var setting = Setting.Of(page, sentence, clause);
        var (start, end) = Clauses.Tighten(text, (Math.Max(quote.Start, Math.Min(sentence.Body, anchor.Start)), quote.End), anchor.Start, anchor.End, LongestQuote, QuoteMargin);
        var offsets = page.Source.Offsets(start, end);
        return new(
            group.Kind,
            page.Source.Quote(start, end),
            offsets.Start,
            offsets.End,
            page.SectionOf(sentence),
            [.. figures.Where(figure => figure.Quantity is not null).Select(figure => figure.Quantity!)],
            figures.Find(figure => figure.Recurrence is not null)?.Recurrence,
            date,
            setting.Actor,
            setting.People.Length > 0 ? setting.People : ItemOfPeople(figures),
            setting.Place,
            setting.Campaign);
    }

    private static string ItemOfPeople(List<Figure> figures) =>
        figures.Find(figure => figure.Quantity is { Unit: "人" or "人次" or "户", Item.Length: > 0 })?.Quantity!.Item ?? "";

    /// <summary>The place that the clause names, else the clauses before it in the sentence: 在实验小学开设课堂，650名师生参加.</summary>
    private static string PlaceOf(string text, Sentence sentence, (int Start, int End) clause)
    {
        const int reach = 60;
        return ParticipantReader.Place(text.AsSpan(clause.Start..clause.End)) is { Length: > 0 } own
            ? own
            : ParticipantReader.Place(text.AsSpan(Math.Max(sentence.Start, clause.Start - reach)..clause.Start));
    }

    /// <summary>大年三十起 has no 三十起.</summary>
    private static void DropInDates(Page page, List<Figure> figures, List<FoundDate> dates)
    {
        foreach (var date in dates.Where(date => date.Date?.Festival is not null))
        {
            foreach (var figure in figures.Where(figure => figure.Start >= date.Start && figure.Start < date.End))
                page.Reasons?.Drop(figure.Start, figure.End, "Date");
            figures.RemoveAll(figure => figure.Start >= date.Start && figure.Start < date.End);
        }
    }

    /// <summary>The nearest date before the figure in its sentence, else one after it in its own clause, else the one around the sentence.</summary>
    private static FactDate? DateOf(string text, List<FoundDate> dates, FactDate? around, (int Start, int End) clause, int at)
    {
        var index = dates.FindLastIndex(date => date.Start < at);
        if (index < 0)
            index = dates.FindIndex(date => date.Start < clause.End);
        // 春节、端午、中秋期间 names several days, none of which is the date.
        var isListed = (index > 0 && IsList(text, dates[index - 1].End, dates[index].Start))
            || (index >= 0 && index + 1 < dates.Count && IsList(text, dates[index].End, dates[index + 1].Start));
        return index < 0 ? around : isListed ? null : dates[index].Date;
    }

    private static bool IsList(string text, int from, int to) => to - from == 1 && "、和与及".Contains(text[from]);

    /// <summary>What all facts of a clause share.</summary>
    private sealed record Setting(Actor Actor, string People, string Place, string Campaign)
    {
        public static Setting Of(Page page, Sentence sentence, (int Start, int End) clause)
        {
            var text = page.Source.Text;
            var words = text.AsSpan(clause.Start..clause.End);
            return new(
                ActorRules.Read(words, text.AsSpan(Math.Max(sentence.Paragraph, clause.Start - ContextReach)..clause.End), page.SectionOf(sentence)),
                ParticipantReader.People(words),
                PlaceOf(text, sentence, clause),
                CampaignReader.Of(page.Campaigns, sentence, clause));
        }
    }

    /// <summary>What becomes one fact: the clause that tells of it, its words and its figures.</summary>
    private sealed record Deed((int Start, int End) Clause, (int Start, int End) Quote, FigureGroup Group)
    {
        public Deed With(FigureGroup more, (int Start, int End) quote)
        {
            Group.Figures.AddRange(more.Figures);
            return this with { Quote = (Quote.Start, quote.End) };
        }
    }

    /// <summary>Words with which a clause goes on to tell how much of the deed before it: 举办培训班8期，培训干部320人次.</summary>
    private static readonly Words Continuing =
    [
        "共", "共有", "共计", "合计", "总计", "累计", "累计培训", "参加", "参与", "参训", "参加人数", "参与人数", "参训人数", "培训", "受教育", "受训", "受众", "听众", "覆盖", "惠及", "受益", "吸引",
        "献血量", "献血总量", "总献血量", "采血", "采血量", "捐款", "募集", "筹集", "筹得", "募得", "善款", "送去", "送上", "发放慰问金", "慰问金", "价值", "折合", "金额", "总价值", "时长", "总时长", "服务时长", "累计时长", "累计服务",
    ];

    private sealed record FigureGroup(string Kind, List<Figure> Figures)
    {
        /// <summary>Whether the figures of the next clause tell more of the same deed: the same kind, other measure words, and no new verb.</summary>
        public bool Completes(FigureGroup next, ReadOnlySpan<char> head) =>
            next.Kind == Kind
                && next.Figures[^1].End - Figures[0].Start <= LongestQuote
                && next.Figures.TrueForAll(figure => figure.Quantity is { } quantity && !Figures.Exists(known => known.Recurrence is not null || known.Quantity?.Unit == quantity.Unit))
                && (head.IsWhiteSpace() ? next.Figures[0].Quantity is { Unit: "人" or "人次" } : Continuing.PrefixOf(head.TrimStart()) is not null);

        /// <summary>Same kind, near enough for one quote, and at most one arrangement.</summary>
        public bool Takes(string kind, Figure figure) =>
            kind == Kind && figure.End - Figures[0].Start <= LongestQuote
                && (figure.Recurrence is null || Figures.TrueForAll(known => known.Recurrence is null));
    }
}

/// <summary>A figure of a sentence: an amount or an arrangement.</summary>
internal sealed record Figure(int Start, int End, Quantity? Quantity, Recurrence? Recurrence);

/// <summary>A text with all that its sentences are read by.</summary>
internal sealed record Page(SourceText Source, QuotationMarks Marks, List<Signal> Signals, DateReader Dates, DateContext DatesAround, List<Campaign> Campaigns, Outline Outline, Reasons? Reasons)
{
    private (IReadOnlyList<(int Start, int End)> Headings, string Words) _section = ([], "");

    /// <summary>The headings above a sentence, as a fact tells them; most sentences share them with the one before.</summary>
    public string SectionOf(Sentence sentence)
    {
        if (!_section.Headings.SequenceEqual(sentence.Headings))
            _section = (sentence.Headings, string.Join(" / ", sentence.Headings.Select(heading => Source.Quote(heading.Start, heading.End))));
        return _section.Words;
    }
}
