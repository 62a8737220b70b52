using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Rules.Tests.Schemes;

/// <summary>Every scheme of the catalogue against the points that were worked out by hand.</summary>
public class GoldenTests
{
    private static readonly SchemeCatalogue Catalogue = SchemeCatalogue.Default(KindCatalogue.LoadDefault());

    public static TheoryData<string> Schemes => [.. Catalogue.Ids];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Score_YearOfRecords_GivesThePointsWorkedOutByHand(string id)
    {
        var scheme = Catalogue.Load(id);
        var golden = GoldenTable.Read(id);
        var card = Scorer.Score(scheme, golden.Input);

        var standards = golden.Working.SkipLast(1).ToList();
        card.Standards.Select(standard => (standard.Id, standard.Possible / 100m, standard.Points / 100m))
            .ShouldBe(standards.Select(row => (row.Standard, row.Possible, row.Points)));
        var (name, possible, _, points) = golden.Working[^1];
        name.ShouldBe("合计");
        (card.Possible / 100m, card.Points / 100m).ShouldBe((possible!.Value, points));
        card.Summary.ShouldBe(golden.Summary);
    }

    /// <summary>What is written beside the points has to lead to them: 0＋1＝1.</summary>
    [Theory]
    [MemberData(nameof(Schemes))]
    public void Working_OfEveryRow_EndsWithItsPoints(string id)
    {
        foreach (var (standard, _, working, points) in GoldenTable.Read(id).Working)
        {
            working.ShouldNotBeEmpty(standard);
            if (working.LastIndexOf('＝') is var equals and >= 0)
                decimal.Parse(working[(equals + 1)..], CultureInfo.InvariantCulture).ShouldBe(points, standard);
        }
    }

    [Fact]
    public void Tables_Each_HaveTheirScheme() =>
        Directory.EnumerateFiles(GoldenTable.Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "README").Order(StringComparer.Ordinal)
            .ShouldBe(Catalogue.Ids);
}
