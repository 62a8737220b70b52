using System.Globalization;
using System.IO.Compression;
using System.Text;
using Fuzz;
using Testing;

namespace Cli.Tests.Intake;

/// <summary>Files that are no report: a clear sentence, exit 2, and nothing entered.</summary>
public sealed class BadReportTests
{
    public static TheoryData<string, byte[]> BadFiles => new()
    {
        { "empty.txt", [] },
        { "blank.txt", "  \r\n\t\n"u8.ToArray() },
        { "binary.txt", [0, 1, 2, 3, 0xFF, 0xFE, 0, 0, 7] },
        { "elf.docx", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0] },
        { "old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "cut.docx", [.. "PK\u0003\u0004"u8, 20, 0, 0, 0, 8, 0] },
        { "other.docx", Zip(("readme.txt", "no document")) },
        { "dtd.docx", Zip(("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>")) },
        { "blank.docx", Mutator.Docx(" \n\t") },
        { "cut-again.docx", Mutator.Docx("全年讲党课6次。")[..^30] },
        { "cut.txt", "全年讲党课6次。"u8[..^1].ToArray() },
        { "big5.txt", CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes("全年舉辦道德講堂，捐款三千元，慰問困難群眾") },
        { "scan.txt", "%PDF-1.4\n1 0 obj\n"u8.ToArray() },
        { "nested.docx", Zip(("report.docx", "PK")) },
        { "bomb.docx", Zip(("word/document.xml", new string(' ', 120 << 20))) },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Import_BadFile_SaysSoAndEntersNothing(string name, byte[] bytes)
    {
        await using var run = await CommandRun.CreateAsync(Provider.Sqlite);
        (await run.RunAsync("init", "--unit", "某中心")).ShouldBeDone();
        var file = run.File(name);
        await File.WriteAllBytesAsync(file, bytes);

        var result = await run.RunAsync("import", file, "--year", "2025", "--confirm");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(name);
        result.Error.Any(c => c is >= '\u4E00' and <= '\u9FFF').ShouldBeTrue(result.Error);
        result.Error.ShouldNotContain("Exception");
        (await run.RunAsync("report", "-o", run.File("r.docx"), "--year", "2025")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Read_HugeFile_IsRefusedBeforeItIsRead()
    {
        using var folder = new TempFolder();
        var file = folder.File("huge.txt");
        await using (var stream = File.Create(file))
        {
            stream.SetLength(200L << 20);
        }

        var result = await CommandRun.RunAsync(["read", file], new TestClock(), null);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("200 MB");
    }

    [Fact]
    public async Task Read_BadFileAmongGoodOnes_ReadsTheGoodOnes()
    {
        using var folder = new TempFolder();
        var (good, empty, other) = (folder.File("good.txt"), folder.File("empty.txt"), folder.File("other.docx"));
        await File.WriteAllTextAsync(good, "全年讲党课6次。");
        await File.WriteAllBytesAsync(empty, []);
        await File.WriteAllBytesAsync(other, Mutator.Docx("全年捐款800元。"));

        var result = await CommandRun.RunAsync(["read", good, empty, folder.File("missing.txt"), folder.File(""), other, "--json"], new TestClock(), null);

        result.ExitCode.ShouldBe(2);
        result.Json.EnumerateArray().Select(row => row.GetProperty("file").GetString()).ShouldBe([good, other]);
        result.Error.ShouldContain("empty.txt");
        result.Error.ShouldContain("missing.txt");
        result.Error.ShouldContain("是文件夹");
    }

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("utf-16", "UTF-16 LE")]
    [InlineData("gb18030", "GB18030")]
    public async Task Read_KnownEncodings_AreTold(string encoding, string told)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new TempFolder();
        var file = folder.File("report.txt");
        var known = Encoding.GetEncoding(encoding);
        await File.WriteAllBytesAsync(file, [.. encoding == "utf-16" ? known.GetPreamble() : [], .. known.GetBytes("全年讲党课6次。")]);

        (await CommandRun.RunAsync(["read", file], new TestClock(), null)).ShouldBeDone().Error.ShouldContain(told);
        (await CommandRun.RunAsync(["read", file, "--json"], new TestClock(), null)).ShouldBeDone().Json.GetProperty("encoding").GetString().ShouldBe(told);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "no-such-file.txt")]
    [InlineData("import")]
    [InlineData("score", "--scheme", "no-such-scheme")]
    [InlineData("score", "--scheme", "xiaogan", "--year", "26")]
    [InlineData("score", "--scheme", "xiaogan", "--from", "2025-13-01", "--to", "2025-12-31")]
    [InlineData("score", "--scheme", "xiaogan", "--from", "2025-01-01")]
    [InlineData("score", "--scheme", "xiaogan", "--year", "二〇二五")]
    [InlineData("score", "--scheme", "xiaogan", "--year", "99999999999")]
    [InlineData("score", "--scheme", "xiaogan", "--year", "2024", "--year", "2025")]
    [InlineData("score", "--scheme", "xiaogan", "--year", "2024", "--from", "2025-01-01", "--to", "2025-12-31")]
    [InlineData("score")]
    [InlineData("init", "--data", "", "--unit", "某中心")]
    [InlineData("init", "--data=", "--unit", "某中心")]
    [InlineData("init", "--data", "/dev/null", "--unit", "某中心")]
    [InlineData("init", "--data", "/proc/none", "--unit", "某中心")]
    [InlineData("init", "--data", "no-such-folder", "--unit", "某\n中心")]
    [InlineData("read", "")]
    [InlineData("read", "/dev/zero")]
    [InlineData("read", "/")]
    [InlineData("import", "/", "--year", "2025")]
    [InlineData("import", "no-such-file.txt", "--year", "2025")]
    [InlineData("report", "-o", "")]
    [InlineData("serve", "--urls", "http://localhost:99999")]
    [InlineData("serve", "--urls", "http://localhost:22222222222222")]
    [InlineData("serve", "--urls", "ftp://localhost:6190")]
    [InlineData("serve", "--urls", ";")]
    [InlineData("no-such-command")]
    [InlineData("verify", "no-such-file.zip")]
    public async Task Run_BadUsage_ExitsWith2InChinese(params string[] args)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans"); // as the program does

        var result = await CommandRun.RunAsync(args, new TestClock(), null);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldAllBe(line => line.Any(c => c >= '\u4E00' && c <= '\u9FFF'));
        result.Error.ShouldNotContain("Exception");
        result.Error.ShouldNotContain(" the ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    public async Task AccountReset_NameNobodyCanSignInWith_IsRefused(string name)
    {
        await using var run = await CommandRun.CreateAsync(Provider.Sqlite);
        (await run.RunAsync("init", "--unit", "某中心")).ShouldBeDone();
        (await run.RunAsync("account", "reset", name)).ExitCode.ShouldBe(2);
        (await run.RunAsync("account", "reset", "admin")).ShouldBeDone();
    }

    [Fact]
    public async Task Import_FileNamedAfterASickChild_KeepsNoName()
    {
        await using var run = await CommandRun.CreateAsync(Provider.Sqlite);
        (await run.RunAsync("init", "--unit", "某中心")).ShouldBeDone();
        var file = run.File("救助身患白血病的张小明小朋友.txt");
        await File.WriteAllTextAsync(file, "慰问困难职工李建国等8人，资助身患白血病的张小明小朋友800元。");

        (await run.RunAsync("import", file, "--year", "2025", "--confirm")).ShouldBeDone();

        foreach (var kept in Directory.EnumerateFiles(run.File("data"), "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(kept);
            bytes.AsSpan().IndexOf("张小明"u8).ShouldBe(-1, kept);
            bytes.AsSpan().IndexOf("李建国"u8).ShouldBe(-1, kept);
        }
    }

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("gb18030", "GB18030")]
    public async Task Import_KnownEncodings_AreReadAndTold(string encoding, string told)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var run = await CommandRun.CreateAsync(Provider.Sqlite);
        (await run.RunAsync("init", "--unit", "某中心")).ShouldBeDone();
        var file = run.File("report.txt");
        await File.WriteAllBytesAsync(file, Encoding.GetEncoding(encoding).GetBytes("全年举办道德讲堂4次。"));

        var result = (await run.RunAsync("import", file, "--year", "2025")).ShouldBeDone();

        result.Output.ShouldContain("道德讲堂");
        result.Error.ShouldContain(told);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }
}
