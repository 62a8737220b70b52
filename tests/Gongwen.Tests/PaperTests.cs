using System.Xml.Linq;
using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Writing;
using Testing;

namespace Mingce.Gongwen.Tests;

/// <summary>Every type of paper the product writes, as text, as XML and as a page.</summary>
public class PaperTests
{
    private static readonly XNamespace W = Samples.W;

    public static TheoryData<string> Names => [.. PaperSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_Paper_IsValidAndReadsBack(string name)
    {
        var document = PaperSamples.All[name];

        var docx = Samples.Write(document);

        WordValidity.Errors(docx).ShouldBeEmpty(name);
        Samples.Read(docx).ShouldBe(document.ToText(), name);
        Samples.Write(document).ShouldBe(docx, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_Paper_NamesItsFontsAndFakesNothing(string name)
    {
        var docx = Samples.Write(PaperSamples.All[name]);
        XElement[] parts = [Samples.Part(docx, "word/document.xml"), Samples.Part(docx, "word/styles.xml"), Samples.Part(docx, "word/gwFooterOdd.xml"), Samples.Part(docx, "word/gwFooterEven.xml")];

        parts.Descendants().Attributes().Where(attribute => attribute.Name.LocalName.EndsWith("Theme", StringComparison.Ordinal)).ShouldBeEmpty();
        parts.Descendants().Where(element => element.Name == W + "b" || element.Name == W + "bCs").ShouldBeEmpty();
        parts.Descendants(W + "r").Where(run => run.Element(W + "t") is not null && run.Parent!.Name != W + "fldSimple")
            .ShouldAllBe(run => run.Element(W + "rPr")!.Element(W + "rFonts")!.Attribute(W + "hint")!.Value == "eastAsia");
    }

    [Fact]
    public void Write_TablesAndPictures_FixNoLineHeight()
    {
        foreach (var style in (string[])[Styles.TableText, Styles.TableHeader, Styles.Picture, Styles.Caption, Styles.Base])
        {
            Samples.Part(Samples.Write(Samples.Full()), "word/styles.xml").Elements(W + "style").Single(element => element.Attribute(W + "styleId")!.Value == style)
                .Descendants(W + "spacing").Attributes(W + "lineRule").ShouldAllBe(rule => rule.Value == "auto", style);
        }
        var rows = PaperSamples.All.Values.SelectMany(document => Samples.Part(Samples.Write(document), "word/document.xml").Descendants(W + "tbl"));
        rows.Descendants(W + "spacing").Attributes(W + "lineRule").ShouldBeEmpty();
        rows.Descendants(W + "trHeight").ShouldAllBe(height => height.Attribute(W + "hRule")!.Value == "atLeast");
    }

    [Fact]
    public void Write_LandscapeTable_TurnsItsPagesWithTheirTitlesOnly()
    {
        var document = Samples.Part(Samples.Write(PaperSamples.All["横表附件"]), "word/document.xml");

        var sections = document.Descendants(W + "sectPr").ToArray();
        sections.Select(section => section.Element(W + "pgSz")!.Attribute(W + "orient")?.Value).ShouldBe([null, "landscape", null, "landscape", null]);
        sections.Select(section => (int)section.Element(W + "pgSz")!.Attribute(W + "w")!).ShouldBe([11906, 16838, 11906, 16838, 11906]);
        // 版心 225 × 156 mm lies inside tolerances of 1 mm, bound at either edge.
        var margins = sections[1].Element(W + "pgMar")!;
        ((string[])["top", "bottom", "left", "right"]).Select(side => (int)margins.Attribute(W + side)!).ShouldBe([1531, 1531, 2041, 2041]);
        Section(document, 1)[0].ShouldStartWith("三、活动台账");
        Section(document, 3)[..2].ShouldBe(["附件1", "活动台账"]);
    }

    [Fact]
    public void Write_SameFileTwice_StoresItOnce()
    {
        var png = Pictures.Png(8, 8);
        var docx = Samples.Write(Samples.OfBody(new Picture(png), new Picture(png.ToArray(), "图1"), new Picture(Pictures.Jpeg)));

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        zip.Entries.Where(entry => entry.FullName.StartsWith("word/media/", StringComparison.Ordinal)).Select(entry => entry.Name).ShouldBe(["gwPicture1.png", "gwPicture2.jpeg"]);
        WordValidity.Errors(docx).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, null, null, 48, 32)]
    [InlineData(2, null, "1", 48, 32)]
    [InlineData(3, "10800000", null, 48, 32)]
    [InlineData(6, "5400000", null, 48, 32)]
    [InlineData(8, "16200000", null, 48, 32)]
    public void Write_PhotoOfAPhone_IsTurnedAsTheCameraSaid(byte orientation, string? rotation, string? flip, int width, int height)
    {
        var picture = new Picture(Pictures.Turned(orientation));
        var shape = Samples.Part(Samples.Write(Samples.OfBody(picture)), "word/document.xml").Descendants().Single(element => element.Name.LocalName is "xfrm");

        (picture.Header.Width, picture.Header.Height).ShouldBe((width, height));
        shape.Attribute("rot")?.Value.ShouldBe(rotation);
        (shape.Attribute("rot") is null).ShouldBe(rotation is null);
        (shape.Attribute("flipH")?.Value).ShouldBe(flip);
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void Picture_OfOtherFormat_IsRefusedWithAWayOut(string head) =>
        Should.Throw<ArgumentException>(() => new Picture(System.Text.Encoding.ASCII.GetBytes(head))).Message.ShouldContain("JPEG");

    [Fact]
    public void Picture_CutOffOrHuge_IsRefused()
    {
        for (var length = 0; length < 100; length++) Should.Throw<ArgumentException>(() => new Picture(Pictures.Turned(6).AsMemory(0, length)));
        var huge = Pictures.Png(1, 1);
        (huge[16], huge[20]) = (0x7F, 0x7F);
        Should.Throw<ArgumentException>(() => new Picture(huge)).Message.ShouldContain("兆像素");
    }

    [Theory] // §7.3.5.1: the date ends four characters before the margin, the name is centred above it
    [InlineData("某某县水务局", 35, 35)]
    [InlineData("某某县精神文明建设委员会", 30, 35)]
    [InlineData("局", 40, 35)]
    [InlineData("中共某某县委某某县人民政府精神文明建设指导委员会办公室", 2, 22)]
    public void Signature_WithSeal_IsCentredAboveTheDate(string unit, int unitLeft, int dateLeft) =>
        new Layout(Profile.Standard).SignatureHalves(new Signature(unit, new DateOnly(2025, 11, 3)) { HasSeal = true }).ShouldBe((unitLeft, dateLeft));

    [Fact]
    public void Attachments_WithoutNotes_AreNamedInTheNote()
    {
        var one = new GongwenDocument { Title = "通知", Attachments = [new Attachment("自查\n情况表", [])] };
        var two = one with { Attachments = [.. one.Attachments, new Attachment("分工", [])] };

        one.ToText().ShouldBe("通知\n附件：自查情况表\n附件\n自查\n情况表");
        two.ToText().ShouldBe("通知\n附件：1.自查情况表\n2.分工\n附件1\n自查\n情况表\n附件2\n分工");
    }

    [LibreOfficeFact]
    public async Task Render_EveryPaper_LooksAsItShould()
    {
        string[] names = [.. PaperSamples.All.Keys];

        await using var office = await LibreOffice.Render([.. PaperSamples.All.Values]);

        var pages = names.Index().ToDictionary(name => name.Item, name => office.Pages(name.Index));
        foreach (var (name, all) in pages) all.ShouldAllBe(page => page.Length > 1, $"{name} has a blank page");
        pages["图片资料"].Count.ShouldBe(4, "one photo to a page");
        pages["长表"].ShouldAllBe(page => page.Any(line => line.Contains("活动名称")), "the head is repeated");
        pages["横表"].ShouldAllBe(page => page.Any(line => line.Contains("活动名称")), "the head is repeated");
        pages["签到表"].Count.ShouldBe(1);
        foreach (var name in (string[])["总结报告（红头）", "通知", "会议纪要", "横表附件"]) // above the page number
            pages[name][^1][^2].ShouldContain("2025 年 11 月 3 日印发", Case.Sensitive, name);
    }

    private static string[] Section(XElement document, int number)
    {
        var sections = new List<List<string>> { new() };
        foreach (var paragraph in document.Descendants(W + "p"))
        {
            sections[^1].Add(string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value)));
            if (paragraph.Descendants(W + "sectPr").Any()) sections.Add([]);
        }
        return [.. sections[number]];
    }
}
