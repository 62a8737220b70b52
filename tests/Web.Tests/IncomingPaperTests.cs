using System.Net;
using System.Text;
using Mingce.Core.Accounts;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Storage;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>来文 and 报送 through their pages. The clock stands on Thursday, 5 March 2026.</summary>
public sealed class IncomingPaperTests
{
    private const string Paper = """
        市文明办〔2026〕3号
        市文明办关于报送自查报告的通知
        各单位：
        请于3月20日前报送自查报告；联系人于3个工作日内报市文明办。
        市文明办
        2026年3月2日
        """;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Paper_DroppedIn_IsReadCheckedAndBecomesATaskThatIsReturned(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/incoming-papers/new", [], ("通知.txt", Encoding.UTF8.GetBytes(Paper)));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var check = saved.Headers.Location!.ToString();
        var address = check[..^"/edit".Length];
        var page = await browser.ReadAsync(check);
        Value("Input.Title").ShouldBe("市文明办关于报送自查报告的通知");
        Value("Input.Number").ShouldBe("市文明办〔2026〕3号");
        Value("Input.Issuer").ShouldBe("市文明办");
        page.QuerySelector(".plain-list")!.TextContent.ShouldContain("2026年3月20日 星期五");
        (await browser.ReadAsync("/incoming-papers")).QuerySelector("tbody")!.TextContent.ShouldContain("待核对");
        (await browser.SubmitAsync(check, [("Input.Number", "×文明办〔2026〕3号")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await browser.GetAsync($"{address}/file")).Content.ReadAsStringAsync()).ShouldBe(Paper);

        // A deadline is proposed; a person makes a task of it.
        page = await browser.ReadAsync(address);
        page.QuerySelectorAll(".rows .tag").Select(t => t.TextContent).Take(2).ShouldBe(["3月20日", "3月10日"]);
        var make = page.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.Contains("deadline=0", StringComparison.Ordinal)).GetAttribute("href")!;
        using var made = await browser.SubmitAsync(make, []);
        var task = made.Headers.Location!.ToString();
        var facts = (await browser.ReadAsync(task)).QuerySelector(".facts")!.TextContent;
        facts.ShouldContain("来文（2026年）");
        facts.ShouldContain("2026年3月20日");
        facts.ShouldContain("请于3月20日前报送自查报告");
        (await browser.ReadAsync(address)).QuerySelector("main")!.TextContent.ShouldContain("已列为任务");

        // Closing it leads to the record of what was handed in.
        using var closed = await browser.SubmitAsync($"{task}/closure", [("Text", "已报送")]);
        closed.Headers.Location!.ToString().ShouldStartWith("/returns/new?workItem=");
        using var returned = await browser.SubmitAsync(closed.Headers.Location!.ToString(),
            [("Input.Edition", "定稿"), ("Input.Receipt", "市文明办综合科收"), ("Input.Way", "Mail")], ("自查报告.txt", Encoding.UTF8.GetBytes("自查情况良好。")));
        returned.Headers.Location!.ToString().ShouldBe(task);
        var row = (await browser.ReadAsync("/returns")).QuerySelector("tbody tr")!.TextContent;
        foreach (var text in new[] { "市文明办关于报送自查报告的通知", "市文明办", "邮件", "定稿", "市文明办综合科收" })
            row.ShouldContain(text);
        (await browser.ReadAsync(address)).QuerySelector("main")!.TextContent.ShouldContain("报送记录（1）");

        string? Value(string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value");
    }

    [Theory, OnSqlite]
    public async Task Paper_DeadlineInWorkingDays_GoesByTheUnitsHolidays(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.SubmitAsync("/holidays/2026", [("Source", "本单位通知"), ("Off", "停电检修 3月6日至3月20日"), ("Working", "")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync("/incoming-papers/new", [], ("通知.txt", Encoding.UTF8.GetBytes(Paper)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.IncomingPapers.Include(p => p.Deadlines).SingleAsync()).Deadlines.Select(d => d.DueOn).ShouldBe([new(2026, 3, 20), new(2026, 3, 25)], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Paper_SameNumberAgain_IsPointedOut_AndItsOnlyDeadlineIsProposed(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        const string text = "市文明办〔2026〕8号\n市文明办关于报送名单的通知\n请于3月20日前报送名单。\n";
        using var first = await browser.SubmitAsync("/incoming-papers/new", [], ("通知.txt", Encoding.UTF8.GetBytes(text)));
        (await browser.ReadAsync(first.Headers.Location!.ToString())).QuerySelector("main")!.TextContent.ShouldNotContain("已登记过");
        using var second = await browser.SubmitAsync("/incoming-papers/new", [], ("群里的通知.txt", Encoding.UTF8.GetBytes(text + "谢谢")));
        var check = second.Headers.Location!.ToString();
        var notice = (await browser.ReadAsync(check)).QuerySelector(".notice a")!;
        notice.TextContent.ShouldBe("市文明办关于报送名单的通知");
        notice.GetAttribute("href")!.ShouldBe(first.Headers.Location!.ToString()[..^"/edit".Length]);

        var task = await browser.ReadAsync($"/work-items/new?paper={check.Split('/')[2]}");
        task.QuerySelector("[name='Input.DueOn']")!.GetAttribute("value").ShouldBe("2026-03-20");
        task.QuerySelector("[name='Input.Text']")!.TextContent.ShouldContain("请于3月20日前报送名单");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Paper_ByHand_IsKeptAsAnOriginalWithItsPlace(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var nameless = await browser.SubmitAsync("/incoming-papers/new", [("Input.OriginalKeeper", "李华")]);
        nameless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(nameless)).QuerySelector("[name='Input.OriginalKeeper']")!.GetAttribute("value").ShouldBe("李华");
        using var saved = await browser.SubmitAsync("/incoming-papers/new", [("Input.Title", "关于开展检查的通知"), ("Input.OriginalPlace", "办公室文件柜"), ("Input.OriginalKeeper", "李华")]);
        var page = await browser.ReadAsync(saved.Headers.Location!.ToString());
        page.QuerySelector(".facts")!.TextContent.ShouldContain("存放：办公室文件柜 · 保管：李华");
        page.QuerySelector(".page-head")!.TextContent.ShouldNotContain("待核对");
    }

    [Theory]
    [InlineData("秘密★通知.txt", "请于3月20日前报送。", "名称含有“秘密★”")]
    [InlineData("通知.txt", "机密★1年\n关于报送的通知\n", "标有“机密")]
    [InlineData("通知.txt", "秘密\n关于报送的通知\n", "标有“秘密")]
    [InlineData("通知.txt", "内 部 资 料  注意保存\n关于报送的通知\n", "标有“内部资料")]
    public async Task Paper_WithAMarkOfSecrecy_IsRefusedBeforeItsBytesAreKept(string name, string text, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var refused = await browser.SubmitAsync("/incoming-papers/new", [("Input.Issuer", "市文明办")], (name, Encoding.UTF8.GetBytes(text)));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(refused);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        page.QuerySelector("[name='Input.Issuer']")!.GetAttribute("value").ShouldBe("市文明办");
        office.Ledger.Folder.Evidence.List().ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(office.Ledger.Folder.Path, "evidence", "incoming")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("照片.png")]
    [InlineData("通知.txt")]
    public async Task Paper_ThatCannotBeRead_IsCalledByItsName(string name)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/incoming-papers/new", [], (name, [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 0xFF, 0xFE]));
        var page = await browser.ReadAsync(saved.Headers.Location!.ToString());
        page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe(Path.GetFileNameWithoutExtension(name));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Paper_SentTwice_IsStoredOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync("/incoming-papers/new"));
        for (var i = 0; i < 2; i++)
            (await browser.SubmitAsync("/incoming-papers/new", form, [("Input.Title", "通知")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.IncomingPapers.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Returns_ByThemselves_AreListedCorrectedAndExported(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.SaveAsync(office.Unit, new Superior { UnitId = office.Unit.Id, Line = "机关工委", Name = "市直机关工委" });
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/returns/new")).QuerySelector("#recipients option")!.GetAttribute("value").ShouldBe("市直机关工委");
        using var saved = await browser.SubmitAsync("/returns/new", [("Input.Title", "一季度党建情况"), ("Input.Recipient", "市直机关工委")], ("情况.txt", Encoding.UTF8.GetBytes("情况")));
        var address = saved.Headers.Location!.ToString();
        var form = Browser.FormOf(await browser.ReadAsync($"{address}/edit"));
        (await browser.SubmitAsync($"{address}/edit", [("Input.Receipt", "已收"), ("Reason", "补填回执")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var lost = await browser.SubmitAsync($"{address}/edit", form, [("Input.Receipt", "另一回执"), ("Reason", "更正")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ReadAsync(lost)).QuerySelector("[name='Input.Receipt']")!.GetAttribute("value").ShouldBe("另一回执");
        using var answer = await browser.GetAsync("/returns?handler=sheet");
        await using var content = await answer.Content.ReadAsStreamAsync();
        var row = SpreadsheetReader.Read("报送.xlsx", content).Single().Rows[1].Cells;
        row.Take(3).ShouldBe(["2026-03-05", "一季度党建情况", "市直机关工委"]);
        row[5].ShouldBe("情况.txt");
        row[6].ShouldBe("已收");
        (await new LedgerCheck(office.Ledger.Folder).RunAsync(readData: true, null, default)).Files.ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task Papers_Status_FiltersThem(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Head);
        using var saved = await browser.SubmitAsync("/incoming-papers/new", [("Input.Title", "已办的通知")]);
        var id = saved.Headers.Location!.ToString().Split('/')[^1];
        await browser.SubmitAsync("/incoming-papers/new", [("Input.Title", "未办的通知")]);
        using var made = await browser.SubmitAsync($"/work-items/new?paper={id}", []);
        (await browser.SubmitAsync($"{made.Headers.Location}/closure", [("Text", "办好")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/incoming-papers?status=open")).QuerySelectorAll("tbody th a").Select(a => a.TextContent).ShouldBe(["未办的通知"]);
        (await browser.ReadAsync("/incoming-papers?status=unchecked")).QuerySelectorAll("tbody th a").ShouldBeEmpty();
        (await browser.ReadAsync("/incoming-papers?q=已办")).QuerySelectorAll("tbody th a").Length.ShouldBe(1);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.WorkItems.SingleAsync()).List.ShouldBe(WorkList.Paper);
    }
}
