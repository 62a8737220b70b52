using Testing;

namespace Mingce.Gongwen.Tests;

/// <summary>What a reader sees, laid out by LibreOffice where it is installed.</summary>
public class RenderTests
{
    [LibreOfficeFact] // §5.2.2
    public async Task Count_FullPage_Gives22LinesOf28Characters()
    {
        var document = Samples.OfBody(new Paragraph(new string('字', 28 * 22 * 3)));

        await using var office = await LibreOffice.Render(document);

        var lines = office.Pages(0)[1].Where(line => line.Contains('字')).ToArray();
        lines.Length.ShouldBe(22);
        lines.ShouldAllBe(line => line.Trim().Length == 28);
    }

    [LibreOfficeFact]
    public async Task Render_DocumentsOfEveryLength_EndWithTextAndNumberEveryPage()
    {
        var lengths = Enumerable.Range(18, 8).ToArray();
        GongwenDocument[] documents =
        [
            .. lengths.Select(lines => Samples.OfBody([.. Enumerable.Repeat(new Paragraph("字"), lines)])),
            .. lengths.Select(rows => Samples.OfBody(new Table(["项目"], [.. Enumerable.Repeat((string[])["字"], rows * 2)]))),
        ];

        await using var office = await LibreOffice.Render(documents);

        for (var i = 0; i < documents.Length; i++)
        {
            var pages = office.Pages(i);
            pages[^1].ShouldContain(line => line.Contains('字'), $"document {i} ends with a blank page");
            for (var page = 0; page < pages.Count; page++)
                pages[page][^1].Replace(" ", "", StringComparison.Ordinal).ShouldBe($"—{page + 1}—");
        }
    }

    [LibreOfficeFact] // §7.4: the 版记 takes its room from the text and stands at the foot of the last page
    public async Task Render_ImprintUnderTextOfEveryLength_StandsAtTheFootOfTheLastPage()
    {
        GongwenDocument[] documents =
        [
            .. Enumerable.Range(12, 12).Select(lines => Samples.OfBody([.. Enumerable.Repeat(new Paragraph("字"), lines)]) with
            {
                Imprint = new Imprint { CopyTo = "县文明办", PrintedBy = "某某局办公室", PrintedOn = new DateOnly(2025, 11, 3) },
            }),
        ];

        await using var office = await LibreOffice.Render(documents);

        for (var i = 0; i < documents.Length; i++)
        {
            var pages = office.Pages(i);
            pages.Count.ShouldBeLessThanOrEqualTo(2);
            pages[^1][^2].ShouldContain("印发", Case.Sensitive, $"document {i}");
            pages[^1][^3].ShouldContain("抄送：县文明办。", Case.Sensitive, $"document {i}");
            pages.SelectMany(page => page).Count(line => line.Trim() == "字").ShouldBe(12 + i);
            if (pages.Count == 2) pages[0].Count(line => line.Trim() == "字").ShouldBeGreaterThanOrEqualTo(14, $"document {i}");
        }
    }
}
