using System.Text.Json;
using Mingce.Core.Activities;
using Mingce.Rules.Reading;
using Testing;

namespace Mingce.Rules.Tests.Reading;

/// <summary>Reads real reports where they lie beside the repository: every labelled amount and arrangement, and no decoy.</summary>
public class LabelledReportsTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [SharedReportsTheory]
    [InlineData("seed-1")]
    [InlineData("seed-2")]
    public void Read_SeedReport_FindsEveryLabelAndNoDecoy(string name)
    {
        using var labels = JsonDocument.Parse(File.ReadAllText(Repository.Path($"../shared/reading/labels/{name}.json")));
        var report = labels.RootElement.GetProperty("report").GetString()!.Split('/')[1];
        var text = TextDecoder.Decode(File.ReadAllBytes(Repository.Path($"../shared/seeds/{report}"))).Text;

        var facts = Reader.Read(text).Facts;

        var found = facts.SelectMany(fact => fact.Quantities.Select(quantity => (quantity.Value, quantity.Unit, quantity.Bound, Fact: fact))).ToList();
        foreach (var label in labels.RootElement.GetProperty("facts").EnumerateArray())
        {
            var (value, unit) = (label.GetProperty("value").GetDecimal(), label.GetProperty("unit").GetString());
            var match = found.Find(item => item.Value == value && item.Unit == unit && Overlaps(text, item.Fact, label));
            match.Fact.ShouldNotBeNull($"{value} {unit}");
            match.Bound.ToString().ShouldBe(label.GetProperty("bound").GetString(), StringCompareShould.IgnoreCase);
            label.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()).ShouldContain(match.Fact.Kind);
            found.Remove(match);
        }
        found.ShouldBeEmpty();
        foreach (var label in labels.RootElement.GetProperty("recurrences").EnumerateArray())
            facts.ShouldContain(fact => fact.Recurrence != null && Overlaps(text, fact, label) && Matches(fact.Recurrence, label.GetProperty("recurrence")));
    }

    [SharedReportsFact]
    public void Read_GiftsOfOthersInSeedReport_AreNotTheUnitsOwn()
    {
        var text = TextDecoder.Decode(File.ReadAllBytes(Repository.Path("../shared/seeds/report-district-office.txt"))).Text;

        var facts = Reader.Read(text).Facts;

        facts.Single(fact => fact.Quantities.Any(quantity => quantity.Unit == "斤")).Actor.ShouldBe(Actor.Partner);
        facts.Single(fact => fact.Quantities.Any(quantity => quantity is { Unit: "元", Value: 2000 })).Actor.ShouldBe(Actor.Person);
        facts.Single(fact => fact.Quantities.Any(quantity => quantity is { Unit: "元", Value: 4200 })).Actor.ShouldBe(Actor.Own);
    }

    private static bool Overlaps(string text, Fact fact, JsonElement label)
    {
        var quote = label.GetProperty("quote").GetString()!;
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        return fact.Start < at + quote.Length && at < fact.End;
    }

    private static bool Matches(Recurrence recurrence, JsonElement label) =>
        string.Equals(recurrence.Frequency.ToString(), label.GetProperty("freq").GetString(), StringComparison.OrdinalIgnoreCase)
            && (!label.TryGetProperty("hours", out var hours) || recurrence.Hours == hours.GetInt32())
            && (!label.TryGetProperty("part", out var part) || string.Equals(recurrence.Part.ToString(), part.GetString(), StringComparison.OrdinalIgnoreCase))
            && (!label.TryGetProperty("byDay", out var days)
                || recurrence.Days.Select(day => day.ToString().ToUpperInvariant()[..2]).SequenceEqual(days.EnumerateArray().Select(day => day.GetString())));
}
