using System.IO.Compression;
using Mingce.Core;
using Mingce.Core.Dossiers;
using Mingce.Core.Storage;
using Mingce.Gongwen;
using Mingce.Rules;
using Testing;

namespace Cli.Tests.Dossiers;

public sealed class DossierTests
{
    private const string Visit = "01 组织领导有力、创建活动经常/1.08 参与献血、扶幼助残、扶贫济困等公益";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Write_Ledger_HoldsStatementsAndEvidenceByStandard(Provider provider)
    {
        await using var folder = await DossierFolder.CreateAsync(provider);
        await folder.FillAsync();
        await folder.WriteAsync();

        using var zip = ZipFile.OpenRead(folder.Zip);
        var names = zip.Entries.Select(e => e.FullName).ToList();
        names.Where(n => n.StartsWith(Visit, StringComparison.Ordinal)).ShouldBe([$"{Visit}/说明报告.docx", $"{Visit}/01_2026-03-18_走访慰问困难职工_现场照片1.jpg", $"{Visit}/02_2026-03-18_走访慰问困难职工_签到表.pdf"]);
        names.TakeLast(3).ShouldBe(["目录.xlsx", "index.html", "manifest.json"]);
        names.Count(n => n.EndsWith("说明报告.docx", StringComparison.Ordinal)).ShouldBe(10);
        names.ShouldNotContain(n => n.Contains("领导走访"));
        using var photo = new MemoryStream();
        zip.GetEntry(names.Single(n => n.Contains("现场照片1")))!.Open().CopyTo(photo);
        photo.ToArray().ShouldBe([.. Enumerable.Range(0, 300).Select(i => (byte)i)]);
        (await DossierFolder.VerifyAsync(folder.Zip)).ShouldBeNull();
    }

    [Fact]
    public async Task Write_FolderNames_SortInTheSchemesOrder()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        var folders = (await folder.PrepareAsync()).Standards.Select(s => s.Folder).ToList();
        folders.ShouldBe(folders.Order(StringComparer.Ordinal));
        folders[0].ShouldStartWith("01 组织领导有力、创建活动经常/1.01 党委（党组）每年研究创建");
        folders[^1].ShouldContain("/1.10 ");
    }

    [Fact]
    public async Task Write_SameLedgerAndMoment_GivesSameBytes()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await folder.WriteAsync();
        var first = await File.ReadAllBytesAsync(folder.Zip);
        await folder.WriteAsync();
        (await File.ReadAllBytesAsync(folder.Zip)).ShouldBe(first);
    }

    [Fact]
    public async Task Prepare_Conclusions_SayWhatTheScorecardSays()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        var dossier = await folder.PrepareAsync();
        string.Join(' ', dossier.Standards.Select(s => s.Result.Id + s.Conclusion.Name())).ShouldBe(
            "1.1不符合 1.2未评定 1.3缺材料 1.4未评定 1.5未评定 1.6未评定 1.7缺材料 1.8符合 1.9缺材料 1.10缺材料");
        dossier.Ready.ShouldBe(["1.8"]);
    }

    [Fact]
    public async Task Prepare_Statements_SayOnlyWhatRecordsSay()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        var texts = (await folder.PrepareAsync()).Standards.ToDictionary(s => s.Result.Id, s => s.Statement.ToText());
        texts["1.8"].ShouldBe("""
            测评标准1.8说明报告
            测评标准：参与献血、扶幼助残、扶贫济困等公益。
            一、结论
            符合。自评得2分，满分2分。
            二、做法
            3月18日，走访慰问困难职工（幸福社区，35人参加）。
            三、数据成效
            有佐证的活动记录1项；参加35人次；走访慰问困难职工：4200元慰问金。
            四、佐证目录
            01.现场照片1；02.签到表.pdf。
            市政务服务中心
            2026年11月20日
            """);
        texts["1.1"].ShouldContain("不符合。自评得0分，满分2分。");
        texts["1.1"].ShouldContain("01.党组会议纪要（原件备查，编号〔2026〕3号，存放于档案室，保管人办公室）；02.会议报道（https://example.org/news?id=1&x=<2>）");
        texts["1.9"].ShouldContain("缺佐证，不作为依据：信息稿报送志愿服务网。");
        texts["1.9"].ShouldContain("没有可以计入的活动记录。");
        texts.Values.ShouldNotContain(t => t.Contains("局领导"));
    }

    [Fact]
    public async Task Write_Docx_IsTheStatement()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await folder.WriteAsync();
        var dossier = await folder.PrepareAsync();
        using var zip = ZipFile.OpenRead(folder.Zip);
        foreach (var standard in dossier.Standards)
        {
            using var docx = new MemoryStream();
            zip.GetEntry(standard.StatementPath)!.Open().CopyTo(docx);
            docx.Position = 0;
            DocxReader.ReadText(docx).ShouldBe(standard.Statement.ToText());
        }
    }

    [Fact]
    public async Task Write_Index_EscapesTextAndEncodesLinks()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await folder.AddAsync("<script>alert(1)</script>献血 100%", "blood", new(2026, 6, 1), a => a.Place = "\"'&");
        var blood = await folder.AddAsync("献血#1?", "blood", new(2026, 6, 2));
        await folder.AddFileAsync(blood, "a#b?100%", "image/png", [9], EvidenceForm.Photo);
        await folder.WriteAsync();
        using var zip = ZipFile.OpenRead(folder.Zip);
        using var reader = new StreamReader(zip.GetEntry("index.html")!.Open());
        var html = await reader.ReadToEndAsync();
        html.ShouldNotContain("<script");
        html.ShouldContain("a%23b%EF%BC%9F100%25.png");
        html.ShouldContain("href=\"https://example.org/news?id=1&amp;x=%3C2%3E\"");
        html.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task Write_CorruptEvidence_SaysSoAndLeavesNoZip()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        var hash = (await folder.PrepareAsync()).Standards.SelectMany(s => s.Exhibits).First(e => e.Path.Length > 0).Evidence.Sha256;
        await File.WriteAllBytesAsync(folder.Ledger.Folder.Evidence.PathOf(hash), [1]);
        (await Should.ThrowAsync<CorruptEvidenceException>(() => folder.WriteAsync())).Message.ShouldContain(hash);
        Directory.EnumerateFiles(folder.Folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(20_000)]
    public async Task Write_DiskFull_LeavesTheOldFile(int room)
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await File.WriteAllTextAsync(folder.Zip, "旧");
        var dossier = await folder.PrepareAsync();
        var fault = await Should.ThrowAsync<UserFaultException>(() => DurableFile.WriteAsync(folder.Zip, stream =>
            new DossierWriter(folder.Ledger.Folder.Evidence).WriteAsync(dossier, new FullDisk(stream, room), null)));
        fault.Message.ShouldContain("磁盘空间不足");
        Directory.EnumerateFiles(folder.Folder).ShouldBe([folder.Zip]);
        (await File.ReadAllTextAsync(folder.Zip)).ShouldBe("旧");
    }

    [Fact]
    public async Task Prepare_NoRecordInWindow_SaysWhatToDo()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.AddAsync("去年的活动", "visit", new(2025, 3, 1));
        (await Should.ThrowAsync<UserFaultException>(folder.PrepareAsync)).Message.ShouldContain("没有已登记的活动记录");
    }

    /// <summary>A file on a disk with so many bytes left.</summary>
    private sealed class FullDisk(FileStream file, int room) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => true;
        public override long Length => file.Length;
        public override long Position { get => file.Position; set => file.Position = value; }
        public override void Flush() => file.Flush();
        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);
        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);
        public override void SetLength(long value) => file.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (file.Position + count > room)
            {
                throw new IOException("No space left on device", 28);
            }
            file.Write(buffer, offset, count);
        }
    }
}
