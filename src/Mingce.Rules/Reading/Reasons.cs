namespace Mingce.Rules.Reading;

/// <summary>解释: why a number of the text is a fact or none.</summary>
/// <param name="Quote">The number with its measure word, as the source writes it.</param>
/// <param name="Start">Offset in the source in Unicode code points.</param>
/// <param name="End">Offset of the first code point after the quote.</param>
/// <param name="IsFact">Whether it became part of a fact.</param>
/// <param name="Rule">The rule that gave the fact its kind, or that kept the number out.</param>
/// <param name="Kind">Id of the fact's kind; empty for a number that is no fact.</param>
/// <param name="Signal">The word that pointed to the kind; empty where none did.</param>
public sealed record Explanation(string Quote, int Start, int End, bool IsFact, ReadingRule Rule, string Kind, string Signal);

/// <summary>Collects why each number is a fact or none. Exists only when somebody asks.</summary>
internal sealed class Reasons
{
    private readonly List<Reason> _reasons = [];

    /// <summary>A number that is no fact, and the rule that says so.</summary>
    public void Drop(int start, int end, string rule) => _reasons.Add(new(start, end, rule, null));

    /// <summary>A figure that is a fact, and what gave it its kind.</summary>
    public void Keep(int start, int end, Classification kind) => _reasons.Add(new(start, end, kind.Rule, kind));

    /// <summary>Every number of a stretch of which nothing is read.</summary>
    public void DropAll(string text, int start, int end, string rule)
    {
        for (var at = start; at < end;)
        {
            if (NumberReader.MayBeginAt(text, at) && NumberReader.ReadAt(text, at) is { } number)
            {
                Drop(number.Start, Math.Min(end, number.End), rule);
                at = number.End;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>What was dropped within a stretch was dropped for this rule: the 9 and the 24 of 9月24日.</summary>
    public void Rename(int start, int end, string rule)
    {
        for (var i = _reasons.Count - 1; i >= 0 && _reasons[i].End > start; i--)
        {
            if (_reasons[i].Kind is null && _reasons[i].Start >= start && _reasons[i].End <= end)
                _reasons[i] = _reasons[i] with { Rule = rule };
        }
    }

    /// <summary>All reasons in the order of the text; a number inside a figure that is a fact needs none of its own.</summary>
    public List<Explanation> Write(SourceText source)
    {
        List<Explanation> explanations = [];
        var covered = 0;
        foreach (var (start, end, rule, kind) in _reasons.OrderBy(reason => reason.Start).ThenBy(reason => reason.Kind is null))
        {
            if (kind is null && end <= covered)
                continue;
            var offsets = source.Offsets(start, end);
            explanations.Add(new(
                source.Quote(start, end), offsets.Start, offsets.End, kind is not null, ReadingRules.Get(rule), kind?.Kind ?? "",
                kind?.Signal is { } signal ? source.Quote(signal.Start, signal.End) : ""));
            covered = kind is null ? covered : end;
        }
        return explanations;
    }

    private sealed record Reason(int Start, int End, string Rule, Classification? Kind);
}
