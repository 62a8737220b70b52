using Mingce.Core.Dossiers;
using Mingce.Rules;

namespace Cli.Tests.Dossiers;

public sealed class DossierNameTests
{
    [Theory]
    [InlineData("道德讲堂", "道德讲堂")]
    [InlineData("a<b>:\"/\\|?*c", "a＜b＞：＂／＼｜？＊c")]
    [InlineData("../../etc/passwd", "／..／etc／passwd")]
    [InlineData("结尾点和空格. . ", "结尾点和空格")]
    [InlineData("  多  个\t空\r\n白 ", "多 个 空 白")]
    [InlineData("看\u200b不\u202e见\u0007的\ud800字", "看不见的字")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二", "一二三四五六七八九十一二三四五六七八九…")]
    [InlineData("一二三四五六七八九十一二三四五六七八\U00020000\U00020000", "一二三四五六七八九十一二三四五六七八…")]
    [InlineData("e\u0301", "é")]
    [InlineData("...", "")]
    public void Of_AnyText_OpensOnWindows(string text, string name) => WindowsName.Of(text, 20).ShouldBe(name);

    [Fact]
    public async Task Write_HostileTitles_GivesShortDistinctNames()
    {
        await using var folder = await DossierFolder.CreateAsync();
        foreach (var title in new[] { "CON", "nul.txt", "A", "a", new string('长', 300), "\U00020000" + new string('\u4e00', 150), "a/b\\c:d*e?f\"g<h>i|j. " })
        {
            var activity = await folder.AddAsync(title, "blood", new(2026, 5, 1));
            await folder.AddFileAsync(activity, title, "image/jpeg", [(byte)title.Length], EvidenceForm.Photo);
            await folder.AddFileAsync(activity, title, "application/x-unknown", [(byte)title.Length, 1], EvidenceForm.Document);
        }
        await folder.WriteAsync();
        using var zip = System.IO.Compression.ZipFile.OpenRead(folder.Zip);
        var names = zip.Entries.Select(e => e.FullName).ToList();
        names.Count(n => n.Contains("/1.08 ")).ShouldBe(15);
        names.ShouldBeUnique();
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(names.Count);
        foreach (var part in names.SelectMany(n => n.Split('/')))
        {
            part.IndexOfAny([.. "<>:\"\\|?*"]).ShouldBe(-1, part);
            part.ShouldNotEndWith(" ");
            part.ShouldNotEndWith(".");
            System.Text.Encoding.UTF8.GetByteCount(part).ShouldBeLessThanOrEqualTo(255);
            (char.IsAsciiDigit(part[0]) || part is "index.html" or "manifest.json" or "目录.xlsx" or "说明报告.docx").ShouldBeTrue(part);
        }
        names.ShouldAllBe(n => n.Length <= 200);
        (await DossierFolder.VerifyAsync(folder.Zip)).ShouldBeNull();
    }
}
