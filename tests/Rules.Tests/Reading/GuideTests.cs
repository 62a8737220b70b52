using Mingce.Core.Activities;
using Mingce.Rules.Reading;
using Testing;

namespace Mingce.Rules.Tests.Reading;

/// <summary>docs/guide/reading.md has every rule, and its examples read as it says.</summary>
public class GuideTests
{
    private const int Year = 2022;

    private static readonly IReadOnlyList<Kind> Kinds = KindCatalogue.LoadDefault().All;
    private static readonly ReportReader Reader = new(Kinds);

    private static readonly Dictionary<Actor, string> Actors = new()
    {
        [Actor.Own] = "本单位", [Actor.Partner] = "结对对象", [Actor.Superior] = "上级", [Actor.Person] = "个人", [Actor.Other] = "其他",
    };

    private static readonly Dictionary<string, Func<string, string>> Parts = new()
    {
        ["Quantity"] = text => string.Join('；', Reader.Read(text).Facts[^1].Quantities.Select(Write)),
        ["Time"] = text => Reader.Read(text, Year).Facts[^1].Date is { Period: { } period } date ? $"{period.From:yyyy-MM-dd}至{period.To:yyyy-MM-dd} {date.Festival}".TrimEnd() : "无",
        ["Recurrence"] = text => RecurrenceText.Write(Reader.Read(text).Facts[^1].Recurrence!),
        ["Section"] = text => Reader.Read(text).Facts[^1].Section,
        ["Actor"] = text => Actors[Reader.Read(text).Facts[^1].Actor],
        ["Place"] = text => string.Join('；', new[] { Reader.Read(text).Facts[^1].People, Reader.Read(text).Facts[^1].Place }.Where(words => words.Length > 0)),
        ["Campaign"] = text => Reader.Read(text).Facts[^1].Campaign is { Length: > 0 } campaign ? campaign : "无",
        ["Table"] = text => string.Join('；', Reader.Read(text).Facts[^1].Quantities.Select(Write)),
        ["Finding"] = text => Reader.Read(text).Findings is [var finding] ? $"{finding.Total.Value:0.##}≠{finding.Sum:0.##}" : "无",
        ["Masking"] = Masking.Mask,
    };

    public static IEnumerable<object[]> Examples => ReadPage().Select(row => new object[] { row.Id, row.Text, row.Reading });

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_ExampleOfTheGuide_IsReadAsItSays(string id, string text, string reading)
    {
        text = text.Replace('⏎', '\n').Replace('⇥', '\t');
        if (Parts.TryGetValue(id, out var read))
        {
            read(text).ShouldBe(reading);
            return;
        }
        var reasons = Reader.Explain(text);
        foreach (var item in reading.Split('；').Select(words => words.Split(' ')))
        {
            reasons.Any(reason => reason.Quote == item[0] && reason.Rule.Id == id && (reason.IsFact ? Kinds.Single(kind => kind.Id == reason.Kind).Name : "不是") == item[1])
                .ShouldBeTrue(string.Join('\n', reasons));
        }
    }

    [Fact]
    public void Guide_HasEveryRuleWithItsMeaningAndAnExample()
    {
        var page = File.ReadAllText(Repository.Path("docs/guide/reading.md"));
        var shown = ReadPage().ToLookup(row => row.Id);

        foreach (var rule in ReadingRules.Dropping.Concat(ReadingRules.Keeping))
        {
            page.ShouldContain($"### {rule.Name} `{rule.Id}`\n{rule.Meaning}\n");
            shown[rule.Id].ShouldNotBeEmpty(rule.Id);
        }
    }

    private static string Write(Quantity quantity) =>
        $"{quantity.Value:0.##}{quantity.Unit} {quantity.Bound switch { Bound.About => "约 ", Bound.Over => "余 ", Bound.Under => "近 ", _ => "" }}{quantity.Item}".TrimEnd();

    private static List<(string Id, string Text, string Reading)> ReadPage()
    {
        List<(string, string, string)> rows = [];
        var id = "";
        foreach (var line in File.ReadLines(Repository.Path("docs/guide/reading.md")))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
                id = line.Split('`')[1];
            else if (line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|') is [_, var text, var reading, _] && text.Trim() != "原文")
                rows.Add((id, text.Trim(), reading.Trim()));
        }
        return rows;
    }
}
