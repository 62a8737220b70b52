using System.IO.Compression;
using System.Text;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Storage;
using Mingce.Core.Texts;
using Mingce.Gongwen;
using Testing;

namespace Core.Tests.Texts;

public sealed class SecrecyMarksTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("机密")]
    [InlineData("　秘　密　")]
    [InlineData("秘密★1年")]
    [InlineData("绝密★启封前")]
    [InlineData("密级：机密")]
    [InlineData("000123　机密★10年　特急")]
    [InlineData("000123\t机密★10年\t特急")]
    [InlineData("内部资料　注意保存")]
    [InlineData("【内部资料，不得外传】")]
    [InlineData("（不得翻印）")]
    [InlineData("内部资料 2026年第3期")]
    [InlineData("\uFEFF机密")]
    [InlineData("机\u200B密\u2060★\uFFFE10年")]
    public void InLines_Mark_IsFound(string line) => SecrecyMarks.InLines(["关于工作的通知", line]).ShouldNotBeNull();

    [Theory]
    [InlineData("做好机密文件管理工作")]
    [InlineData("保密工作：严守国家秘密，防止失密泄密")]
    [InlineData("开展秘密战线英雄事迹学习")]
    [InlineData("机密档案室　保洁")]
    [InlineData("整理内部资料38份")]
    [InlineData("不得翻印他人作品，尊重知识产权")]
    [InlineData("特急")]
    [InlineData("")]
    public void InLines_MentionOfTheWord_IsNone(string line) => SecrecyMarks.InLines([line]).ShouldBeNull();

    [Theory]
    [InlineData("机密.txt")]
    [InlineData("关于工作的通知（绝\u200B密）.docx")]
    [InlineData("内部 资料\uFFFE\uD800.doc")]
    public void InName_MarkWithWhatNobodySees_IsFound(string name) => SecrecyMarks.InName(name).ShouldNotBeNull();

    [Fact]
    public void InText_LineOfItsOwn_IsFound()
    {
        SecrecyMarks.InText("学习文件\n机密★5年\n讨论").ShouldBe("机密★5年");
        SecrecyMarks.InText("学习保守国家秘密法").ShouldBeNull();
        SecrecyMarks.InText(null).ShouldBeNull();
    }

    [Fact]
    public async Task Keep_DocumentWithMarkInItsHead_KeepsNothing()
    {
        (await Should.ThrowAsync<UserFaultException>(() => KeepAsync("通知.txt", Encoding.UTF8.GetBytes("秘密★1年\n关于工作的通知")))).Message
            .ShouldBe("文件“通知.txt”的正文标有“秘密★1年”，未保存。涉密和内部材料不得上传，请改用“原件备查”登记其名称和存放处。");
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_DocxWithMarkInItsHeader_KeepsNothing()
    {
        using var docx = new MemoryStream();
        GongwenWriter.Write(GongwenText.Recognize("关于工作的通知\n\n请按时办理。\n"), docx);
        using (var zip = new ZipArchive(docx, ZipArchiveMode.Update, leaveOpen: true))
        {
            using (var header = zip.CreateEntry("word/marked.xml").Open())
                header.Write("<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>机密★</w:t></w:r></w:p></w:hdr>"u8);
            var relations = zip.GetEntry("word/_rels/document.xml.rels")!;
            string text;
            using (var reader = new StreamReader(relations.Open()))
                text = reader.ReadToEnd();
            using var changed = new StreamWriter(relations.Open());
            changed.Write(text.Replace("</Relationships>", "<Relationship Id=\"marked\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"marked.xml\"/></Relationships>", StringComparison.Ordinal));
        }
        (await Should.ThrowAsync<UserFaultException>(() => KeepAsync("通知.docx", docx.ToArray()))).Message.ShouldContain("机密★");
    }

    [Fact]
    public async Task Keep_LargeDocxWithMark_KeepsNothing()
    {
        using var docx = new MemoryStream();
        GongwenWriter.Write(GongwenText.Recognize("秘密★1年\n\n关于工作的通知\n"), docx);
        using (var zip = new ZipArchive(docx, ZipArchiveMode.Update, leaveOpen: true))
        using (var photo = zip.CreateEntry("word/media/photo.bin", CompressionLevel.NoCompression).Open())
            photo.Write(new byte[21 << 20]);
        await Should.ThrowAsync<UserFaultException>(() => KeepAsync("通知.docx", docx.ToArray()));
    }

    [Fact]
    public async Task Keep_MarkFarBelowTheHead_IsKept()
    {
        var text = string.Concat(Enumerable.Range(1, 30).Select(n => $"第{n}条\n")) + "机密\n";
        (await KeepAsync("目录.txt", Encoding.UTF8.GetBytes(text))).Size.ShouldBeGreaterThan(0);
    }

    [PdfFact]
    public async Task Keep_PdfWithMarkInItsHead_KeepsNothing()
    {
        await Should.ThrowAsync<UserFaultException>(() => KeepAsync("通知.pdf", TestPdf.Of(["000012", "机密★10年", "特急", "关于工作的通知"])));
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private async Task<Evidence> KeepAsync(string name, byte[] bytes)
    {
        var activity = new Activity { UnitId = Guid.CreateVersion7(), Title = "活动", EnteredAt = new TestClock().Now };
        return await EvidenceIntake.KeepAsync(new EvidenceStore(folder.Path), activity, name, new MemoryStream(bytes), isScreenshot: false, new TestClock().Now, CancellationToken.None);
    }
}
