using System.Text.Json;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

/// <summary>A report with what a careful reader takes from it, and where a reading differs from that.</summary>
internal sealed class LabelledReport
{
    private readonly List<Label> _facts;
    private readonly List<Label> _recurrences;
    private readonly List<string> _decoys;

    private LabelledReport(string text, JsonElement root)
    {
        Text = text;
        _facts = [.. root.GetProperty("facts").EnumerateArray().Select(Read)];
        _recurrences = [.. root.GetProperty("recurrences").EnumerateArray().Select(Read)];
        _decoys = [.. root.GetProperty("decoys").EnumerateArray().Select(decoy => decoy.GetString()!)];
    }

    public string Text { get; }

    public static LabelledReport Load(string folder, string name)
    {
        using var labels = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")));
        return new(TextDecoder.Decode(File.ReadAllBytes(Path.Combine(folder, name + ".txt"))).Text, labels.RootElement);
    }

    /// <summary>What the reading has too little, too much or otherwise; empty where it is right in everything.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyList<Fact> facts)
    {
        var found = facts.SelectMany(fact => fact.Quantities.Select(quantity => (Fact: fact, quantity.Value, quantity.Unit, quantity.Bound))).ToList();
        var arrangements = facts.Where(fact => fact.Recurrence is not null).ToList();
        List<string> differences = [];
        foreach (var label in _facts.OrderBy(label => label.IsOptional))
        {
            var matches = found.FindAll(item => item.Value == label.Value && item.Unit == label.Unit && IsAt(item.Fact, label));
            if (matches.Count == 0 && !label.IsOptional)
                differences.Add($"missed {label.Value} {label.Unit}「{label.Quote}」");
            if (matches.Count == 0)
                continue;
            var match = matches.OrderBy(item => label.Kinds.Contains(item.Fact.Kind) ? 0 : 1).ThenBy(item => item.Fact.Quote.Length).First();
            found.Remove(match);
            if (label.IsOptional)
                continue;
            if (!label.Kinds.Contains(match.Fact.Kind))
                differences.Add($"kind {match.Fact.Kind}「{label.Quote}」");
            if (!label.Bounds.Contains(match.Bound.ToString(), StringComparer.OrdinalIgnoreCase))
                differences.Add($"bound {match.Bound}「{label.Quote}」");
        }
        differences.AddRange(found.Select(item => $"false {item.Value} {item.Unit}「{item.Fact.Quote}」"));
        foreach (var label in _recurrences)
        {
            var match = arrangements.Find(fact => IsAt(fact, label) && label.IsRecurrence(fact.Recurrence!));
            if (match is null && !label.IsOptional)
                differences.Add($"missed arrangement「{label.Quote}」");
            if (match is not null && !label.IsOptional && !label.Kinds.Contains(match.Kind))
                differences.Add($"kind {match.Kind}「{label.Quote}」");
            arrangements.Remove(match!);
        }
        differences.AddRange(arrangements.Select(fact => $"false arrangement「{fact.Quote}」"));
        return differences;
    }

    /// <summary>Decoys that are not in the text, so that a slip in the labels shows.</summary>
    public IReadOnlyList<string> LostDecoys => _decoys.FindAll(decoy => !Text.Contains(decoy, StringComparison.Ordinal));

    /// <summary>Overlaps one of the places where the label's quote stands.</summary>
    private bool IsAt(Fact fact, Label label)
    {
        for (var at = Text.IndexOf(label.Quote, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(label.Quote, at + 1, StringComparison.Ordinal))
        {
            if (fact.Start < at + label.Quote.Length && at < fact.End)
                return true;
        }
        return false;
    }

    private static Label Read(JsonElement label)
    {
        var recurrence = label.TryGetProperty("recurrence", out var rule) ? rule.Clone() : (JsonElement?)null;
        var bounds = label.TryGetProperty("bounds", out var several) ? several.EnumerateArray().Select(bound => bound.GetString()!).ToList()
            : label.TryGetProperty("bound", out var one) ? [one.GetString()!] : [];
        return new(
            label.TryGetProperty("value", out var value) ? value.GetDecimal() : 0,
            label.TryGetProperty("unit", out var unit) ? unit.GetString()! : "",
            bounds,
            [.. label.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()!)],
            label.GetProperty("quote").GetString()!,
            label.TryGetProperty("optional", out var optional) && optional.GetBoolean(),
            recurrence);
    }

    private sealed record Label(decimal Value, string Unit, List<string> Bounds, List<string> Kinds, string Quote, bool IsOptional, JsonElement? Rule)
    {
        public bool IsRecurrence(Recurrence recurrence)
        {
            var rule = Rule!.Value;
            var days = rule.TryGetProperty("byDay", out var named) ? named.EnumerateArray().Select(day => day.GetString()!).Order().ToList() : [];
            return string.Equals(rule.GetProperty("freq").GetString(), recurrence.Frequency.ToString(), StringComparison.OrdinalIgnoreCase)
                && (rule.TryGetProperty("interval", out var interval) ? interval.GetInt32() : 1) == recurrence.Interval
                && (rule.TryGetProperty("hours", out var hours) ? hours.GetInt32() : null) == recurrence.Hours
                && string.Equals(rule.TryGetProperty("part", out var part) ? part.GetString() : "None", recurrence.Part.ToString(), StringComparison.OrdinalIgnoreCase)
                && days.SequenceEqual(recurrence.Days.Select(Weekdays.ToCode).Order());
        }
    }
}
