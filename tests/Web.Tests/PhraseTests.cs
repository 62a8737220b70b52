using System.Net;
using Mingce.Core.Spreadsheets;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>规范表述 through its pages, and what it says about the texts of the office. The clock stands on 5 March 2026.</summary>
public sealed class PhraseTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Library_OldAndIncompleteWording_IsPointedOutAndNeverBlocks(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/phrases")).QuerySelector(".empty").ShouldNotBeNull();
        await AddAsync(browser, "微笑、耐心、准确、及时", "2026-01-01", ("Input.Incomplete", "微笑、准确、及时"));
        await AddAsync(browser, "微笑、耐心、准确", "2023-01-01", ("Input.To", "2025-12-31"));
        await using var db = office.Ledger.OpenDb(office.Unit);
        var (old, current) = (await db.Phrases.SingleAsync(p => p.ValidTo != null), await db.Phrases.SingleAsync(p => p.ValidTo == null));
        (await browser.SubmitAsync($"/phrases/{old.Id}", [("Input.Successor", $"{current.Id}")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/phrases?state=over")).QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("改用：微笑、耐心、准确、及时");

        using var saved = await browser.SubmitAsync("/activities/new", [("Input.Kind", "training"), ("Input.On", "2026-03-05"), ("Input.Title", "窗口培训"), ("Input.Text", "做到微笑、耐心、准确。又要微笑、准确、及时。")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var hints = (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelectorAll(".phrase-hints li").Select(li => li.TextContent.Trim()).ToList();
        hints.Count.ShouldBe(2);
        hints[0].ShouldContain("“微笑、耐心、准确”已于2025年12月31日停用，现行表述为“微笑、耐心、准确、及时”");
        hints[1].ShouldContain("“微笑、准确、及时”不完整，完整表述为“微笑、耐心、准确、及时”");

        // A record of the time when it held is left alone; the report, a paper and a template are written today.
        var earlier = await office.Ledger.NewActivityAsync(office.Unit, "做到微笑、耐心、准确", a => a.OfKinds("training").During(Period.Of(new(2025, 6, 1))));
        (await browser.ReadAsync($"/activities/{earlier.Id}")).QuerySelector(".phrase-hints").ShouldBeNull();
        (await browser.ReadAsync("/reports?year=2025")).QuerySelector(".phrase-hints")!.TextContent.ShouldContain("停用");
        var template = Browser.FormOf(await browser.ReadAsync("/templates/agenda"));
        using var preview = await browser.SubmitAsync("/templates/agenda?handler=Preview", template, [("Text", "{{标题}}\n做到微笑、耐心、准确。")]);
        (await Browser.ReadAsync(preview)).QuerySelector(".phrase-hints").ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Sheet_ExportedAndImported_ChangesNothingAndTakesNewRows(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        await AddAsync(browser, "=微笑、耐心", "2026-01-01", ("Input.Incomplete", "耐心\n细心"));
        using var export = await browser.GetAsync("/phrases?handler=sheet");
        export.Content.Headers.ContentType!.MediaType.ShouldBe(SpreadsheetWriter.MediaType);
        var file = await export.Content.ReadAsByteArrayAsync();
        (await NoticeAsync(browser, file)).ShouldContain("新增 0 条，更新 0 条，无变化 1 条");

        (await NoticeAsync(browser, Sheet(["服务规范", "旧说法", "旧规范", new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1), "=微笑、耐心", ""]))).ShouldContain("新增 1 条，更新 0 条，无变化 0 条");
        await using var db = office.Ledger.OpenDb(office.Unit);
        var old = await db.Phrases.SingleAsync(p => p.Text == "旧说法");
        (await db.Phrases.SingleAsync(p => p.Id == old.SuccessorId)).Text.ShouldBe("=微笑、耐心");
    }

    [Fact]
    public async Task Import_FaultyRows_AreToldAndNothingIsTaken()
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var answer = await browser.SubmitAsync("/phrases/import", [], ("表述.xlsx", Sheet(
            ["服务规范", "可用的", "规范", new DateOnly(2026, 1, 1), null, "", ""],
            ["服务规范", "无日期", "规范", "去年", null, "", ""],
            ["服务规范", "倒过来", "规范", new DateOnly(2026, 1, 1), new DateOnly(2025, 1, 1), "", ""],
            ["服务规范", "指向空", "规范", new DateOnly(2026, 1, 1), null, "没有这条", ""])));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var faults = (await Browser.ReadAsync(answer)).QuerySelectorAll("[role=alert] li").Select(li => li.TextContent).ToList();
        faults.ShouldContain(f => f.Contains("第 3 行") && f.Contains("启用日期"));
        faults.ShouldContain(f => f.Contains("第 4 行") && f.Contains("早于"));
        faults.ShouldContain(f => f.Contains("第 5 行") && f.Contains("没有“没有这条”"));
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Phrases.AnyAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Input.Source", "", "请填写出处。")]
    [InlineData("Input.To", "2025-01-01", "停用日期早于启用日期")]
    [InlineData("Input.Incomplete", "微", "不能作为不完整写法")]
    public async Task New_WrongField_IsToldAndKeepsTheRest(string field, string value, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        var fields = new Dictionary<string, string> { ["Input.Slot"] = "服务规范", ["Input.Text"] = "微笑、耐心", ["Input.Source"] = "规范", ["Input.From"] = "2026-01-01", [field] = value };
        using var answer = await browser.SubmitAsync("/phrases/new", fields.Select(f => (f.Key, f.Value)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        page.QuerySelector("textarea[name='Input.Text']")!.TextContent.ShouldContain("微笑、耐心");
    }

    private static async Task AddAsync(Browser browser, string text, string from, params (string, string)[] more)
    {
        using var saved = await browser.SubmitAsync("/phrases/new", [("Input.Slot", "服务规范"), ("Input.Text", text), ("Input.Source", "本单位服务规范"), ("Input.From", from), .. more]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> NoticeAsync(Browser browser, byte[] file)
    {
        using var answer = await browser.SubmitAsync("/phrases/import", [], ("规范表述.xlsx", file));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (await browser.ReadAsync("/phrases")).QuerySelector("[role=status]")!.TextContent;
    }

    private static byte[] Sheet(params IReadOnlyList<object?>[] rows) => SpreadsheetWriter.Write(
        "规范表述", [.. new[] { "用途", "表述", "出处", "启用日期", "停用日期", "替代表述", "不完整写法" }.Select(name => new Column(name, 20))], rows);
}
