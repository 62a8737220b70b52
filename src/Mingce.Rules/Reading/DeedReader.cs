using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>Finds what a sentence without figures says was done on a day that it names: 七一前夕，到社区走访慰问老党员.</summary>
internal static class DeedReader
{
    /// <summary>Without one of them a sentence describes (12月4日是国家宪法日) and tells of no deed.</summary>
    private static readonly SearchValues<string> Doings = SearchValues.Create(
        [
            "开展", "组织", "举办", "举行", "召开", "参加", "参与", "邀请", "走访", "慰问", "看望", "参观", "观看", "清扫", "清理", "祭扫", "缅怀",
            "发放", "捐", "走进", "深入", "前往", "重温", "宣讲", "献血", "植树", "评选", "表彰",
        ],
        StringComparison.Ordinal);

    /// <summary>Whether it is worth while to read the sentence's dates.</summary>
    public static bool MayHold(Page page, Sentence sentence) =>
        page.Source.Text.AsSpan(sentence.Body..sentence.End).ContainsAny(Doings) && SignalFrom(page, sentence.Body, sentence.End) is not null;

    /// <summary>The word that names the deed: the last signal of the first clause behind the date that has one; null where there is no deed.</summary>
    /// <param name="clauses">The clauses of the sentence.</param>
    /// <param name="from">Where the date ends.</param>
    public static Signal? Find(Page page, Sentence sentence, List<(int Start, int End)> clauses, int from)
    {
        if (Plans.Begin(page.Source.Text, sentence) >= 0 || !page.Source.Text.AsSpan(from..sentence.End).ContainsAny(Doings))
            return null;
        foreach (var clause in clauses.Where(clause => clause.End > from))
        {
            Signal? last = null;
            for (var at = Math.Max(from, clause.Start); SignalFrom(page, at, clause.End) is { } signal; at = signal.End)
                last = signal;
            if (last is not null)
                return last;
        }
        return null;
    }

    private static Signal? SignalFrom(Page page, int from, int to)
    {
        for (var i = KindClassifier.FirstFrom(page.Signals, from); i < page.Signals.Count && page.Signals[i].Start < to; i++)
        {
            if (!page.Signals[i].IsHint)
                return page.Signals[i];
        }
        return null;
    }
}
