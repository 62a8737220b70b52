using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>Files from outside that are not what they say: told plainly or kept as a download, never run as a page.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "网页.jpg", Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>"), "的内容不是图片" },
        { "矢量.png", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "的内容不是图片" },
        { "表格.jpeg", Encoding.UTF8.GetBytes("%PDF-1.7"), "的内容不是图片" },
        { "照片\u202Egpj.exe", [(byte)'M', (byte)'Z', 1], "“照片gpj.exe”是程序" },
        { "程序.pdf", [(byte)'M', (byte)'Z', 1], "是程序" },
        { "脚本.JS", Encoding.UTF8.GetBytes("alert(1)"), "是程序" },
        { "空.docx", [], "是空的" },
        { "机密 名单.xlsx", [1], "含有“机密”字样" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Register_FileThatCannotBeTaken_IsToldWithTheTextKeptAndNothingStored(string name, byte[] bytes, string message)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var response = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study"), ("Input.Text", "已写的内容")], (name, bytes));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(response);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("未保存", customMessage: name);
        page.QuerySelector("textarea")!.TextContent.ShouldContain("已写的内容");
        office.Ledger.Folder.Evidence.List().ShouldBeEmpty();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.CountAsync(), await db.PendingFiles.CountAsync()).ShouldBe((0, 0));
    }

    public static TheoryData<string, byte[], string, string> Kept => new()
    {
        // What each of the two answers is: the original, and the small copy.
        { "图标.svg", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "attachment", "application/octet-stream" },
        { "页面.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "attachment", "application/octet-stream" },
        { "动图.gif", Encoding.UTF8.GetBytes("GIF89a/*" + new string(' ', 20) + "*/=1;alert(1)"), "inline", "image/gif" },
        { "图片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, .. "<html><script>alert(1)</script>"u8], "attachment", "image/jpeg" },
        { "巨幅.jpg", HugeJpeg(), "attachment", "image/jpeg" },
        { "两用.pdf", [.. "%PDF-1.7\n%%EOF\n"u8, .. Zip()], "attachment", "application/pdf" },
        { "引号\"'<b>\r\nSet-Cookie: a=b.txt", [1], "attachment", "text/plain" },
        { new string('长', 300) + ".txt", [1], "attachment", "text/plain" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Download_HostileFile_CannotRunAsAPage(string name, byte[] bytes, string disposition, string type)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study")], (name, bytes));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.ReadAsync(saved.Headers.Location!.ToString());
        page.QuerySelectorAll("#evidence script, #evidence b").ShouldBeEmpty();
        await using var db = office.Ledger.OpenDb(office.Unit);
        var evidence = await db.Evidence.SingleAsync();
        evidence.FileName.Length.ShouldBeLessThanOrEqualTo(200);
        evidence.FileName.ShouldEndWith(Path.GetExtension(name));
        evidence.FileName.ShouldNotContain(c => char.IsControl(c));

        var address = $"{saved.Headers.Location}/evidence/{evidence.Id}";
        using var original = await browser.GetAsync(address);
        original.StatusCode.ShouldBe(HttpStatusCode.OK);
        original.Content.Headers.ContentDisposition!.DispositionType.ShouldBe(disposition);
        original.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        original.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await original.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);

        using var tile = await browser.GetAsync(address + "/thumbnail");
        tile.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        tile.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
        (await tile.Content.ReadAsStringAsync()).ShouldNotContain("alert");
    }

    [PictureFact]
    public async Task Thumbnail_Photo_IsSmallWithoutWhatTheCameraWroteAndAskedForOnce()
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study")], ("a.png", TestPicture.Draw(3)));
        var image = (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelector(".gallery img")!.GetAttribute("src")!;
        using var first = await browser.GetAsync(image);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        var bytes = await first.Content.ReadAsByteArrayAsync();
        bytes.Length.ShouldBeLessThan(100_000);
        Encoding.Latin1.GetString(bytes).ShouldNotContain("Exif");
        first.Headers.CacheControl!.Private.ShouldBeTrue();
        var again = new HttpRequestMessage(HttpMethod.Get, image);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        (await browser.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    // Start of image, and a frame header that says 65,500 × 65,500.
    private static byte[] HugeJpeg() =>
        [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xDC, 0xFF, 0xDC, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xD9];

    private static byte[] Zip()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.html").Open();
            entry.Write("<script>alert(1)</script>"u8);
        }
        return output.ToArray();
    }
}
