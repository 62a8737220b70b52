using System.Net;
using System.Security.Cryptography;
using System.Text;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

public sealed class ActivityTests
{
    // The smallest whole PNG: one pixel.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Register_WithPhoto_KeepsBytesRowAndEvent(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Staff);
        using var response = await browser.SubmitAsync(
            "/activities/new", [("Input.Kind", "clean-up"), ("Input.On", "2026-03-04"), ("Input.ActualHeadcount", "23")], ("片区 清扫.png", Png));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var address = response.Headers.Location!.ToString();
        var page = await browser.ReadAsync(address);
        page.QuerySelector("h1")!.TextContent.ShouldBe("环境整治（3月4日）");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("23 人");
        page.QuerySelector(".history")!.TextContent.ShouldContain("登记，附佐证 1 件");

        await using var db = office.Ledger.OpenDb(office.Unit);
        var evidence = await db.Evidence.SingleAsync();
        evidence.ShouldSatisfyAllConditions(
            e => e.Form.ShouldBe(EvidenceForm.Photo),
            e => e.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Png))),
            e => e.FileName.ShouldBe("片区 清扫.png"),
            e => (e.MediaType, e.Width, e.Height).ShouldBe(("image/png", 1, 1)));
        (await File.ReadAllBytesAsync(office.Ledger.Folder.Evidence.PathOf(evidence.Sha256))).ShouldBe(Png);

        using var original = await browser.GetAsync(page.QuerySelector(".gallery li > a")!.GetAttribute("href")!);
        (await original.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        original.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        original.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
    }

    [Theory, OnSqlite]
    public async Task Register_DatabaseFails_LeavesBytesButNoRow(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            await db.Database.ExecuteSqlRawAsync("drop table evidence");
        }
        using var response = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "clean-up")], ("a.png", Png));
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        office.Ledger.Folder.Evidence.List().Count().ShouldBe(1);
        await using var after = office.Ledger.OpenDb(office.Unit);
        (await after.Activities.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Register_WithAmounts_StoresThemAndCorrectsThem(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/activities/new", [("Input.Kind", "donation"), ("Input.Amounts", "5200元、38件衣物")]);
        var page = saved.Headers.Location!.ToString();
        (await StoredAsync()).ShouldBe([(5200m, "元"), (38m, "件")]);

        using var corrected = await browser.SubmitAsync(page + "/edit", [("Input.Amounts", "约6000元"), ("Reason", "核对票据")]);

        corrected.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StoredAsync()).ShouldBe([(6000m, "元")]);
        using var unclear = await browser.SubmitAsync("/activities/new", [("Input.Kind", "donation"), ("Input.Amounts", "若干")]);
        unclear.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(unclear)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("若干");

        async Task<List<(decimal, string)>> StoredAsync()
        {
            await using var db = office.Ledger.OpenDb(office.Unit);
            var activity = await db.Activities.Include(a => a.Quantities).SingleAsync();
            return [.. activity.Quantities.OrderBy(q => q.Ordinal).Select(q => (q.Value.Value, q.Unit))];
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Register_SameFormTwice_GivesOneRecord(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        using var first = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "study")]);
        using var second = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "study")]);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task Register_WhatCannotBe_IsAskedForAgainWithTheTextKept(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var (field, value, message) in new[]
        {
            ("Input.Kind", "", "请选择活动类型"),
            ("Input.Kind", "no-such-kind", "请从列表中选择"),
            ("Input.On", "2026-03-06", "日期晚于今天"),
            ("Input.On", "", "请填写日期"),
            ("Input.ActualHeadcount", "0", "实到人数应为1至100000"),
            ("Input.ActualHeadcount", "很多", "填写不正确"),
        })
        {
            (string, string)[] fields = [("Input.Text", "清扫北门社区"), .. field == "Input.Kind" ? [] : new[] { ("Input.Kind", "study") }, (field, value)];
            using var response = await browser.SubmitAsync("/activities/new", fields);
            response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, message);
            var page = await Browser.ReadAsync(response);
            page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
            page.QuerySelector("textarea")!.TextContent.ShouldContain("清扫北门社区");
        }
    }

    [Theory]
    [InlineData("绝密.png")]
    [InlineData("关于XX的通知（机 密）.pdf")]
    [InlineData("秘密★1年.docx")]
    [InlineData("内部资料汇编.zip")]
    [InlineData("材料（不得翻印）.pdf")]
    public async Task Upload_NameWithSecrecyMark_KeepsNoBytes(string name)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var response = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study")], ("普通.png", Png), (name, Png));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(response)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("未保存");
        office.Ledger.Folder.Evidence.List().ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task AddEvidence_FilesLinkAndOriginal_StandOnThePage(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂", a => a.OfKinds("moral-lecture"));
        var address = $"/activities/{activity.Id}/evidence/new";
        var forms = (await browser.ReadAsync(address)).QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().ToList();
        (await browser.SubmitAsync(address, forms[0], [], ("签到表.txt", Encoding.UTF8.GetBytes("签到")), ("<script>.html", Encoding.UTF8.GetBytes("<script>1</script>"))))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync(address, forms[1], [("Link.Title", "活动报道"), ("Link.Url", "https://example.cn/a?b=1")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync(address, forms[2], [("Original.Title", "会议纪要"), ("Original.Place", "档案室"), ("Original.Keeper", "李红")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync(address, forms[1], [("Link.Title", "坏链接"), ("Link.Url", "javascript:alert(1)")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var evidence = (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector("#evidence")!;
        evidence.QuerySelector("h2")!.TextContent.ShouldBe("佐证材料（4）");
        evidence.TextContent.ShouldContain("存放：档案室 · 保管：李红");
        var html = evidence.QuerySelectorAll("a").Single(a => a.TextContent == "<script>.html");
        using var download = await browser.GetAsync(html.GetAttribute("href")!);
        download.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        download.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task AddEvidence_SameFileSentAtOnce_IsKeptOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂", a => a.OfKinds("moral-lecture"));
        var address = $"/activities/{activity.Id}/evidence/new";
        var form = (await browser.ReadAsync(address)).QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.SubmitAsync(address, form, [], ("签到表.txt", Encoding.UTF8.GetBytes("签到")))));

        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.Redirect);
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect || a.StatusCode == HttpStatusCode.Conflict || a.StatusCode == HttpStatusCode.UnprocessableEntity);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task Download_BytesChangedOnDisk_IsNotGivenOutAsWhole(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study")], ("a.png", Png));
        var original = (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelector(".gallery li > a")!.GetAttribute("href")!;
        await using var db = office.Ledger.OpenDb(office.Unit);
        var path = office.Ledger.Folder.Evidence.PathOf((await db.Evidence.SingleAsync()).Sha256);
        await File.WriteAllBytesAsync(path, [.. Png[..^1], 0]);
        await Should.ThrowAsync<Exception>(async () => await (await browser.GetAsync(original)).Content.ReadAsByteArrayAsync());
        File.Delete(path);
        using var gone = await browser.GetAsync(original);
        gone.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await Browser.ReadAsync(gone)).QuerySelector("main")!.TextContent.ShouldContain("从备份恢复");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ledger_Filters_ShowWhatTheyName(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "清扫片区", a => a.OfKinds("clean-up").During(Period.Of(new(2026, 1, 10))));
        await office.Ledger.NewActivityAsync(office.Unit, "集中学习", a => { a.OfKinds("study"); a.Text = "学习100%掌握"; });
        await office.Ledger.NewActivityAsync(office.Unit, "待核草稿", a => a.Status = ActivityStatus.Draft);
        var browser = await office.SignInAsync();
        foreach (var (query, titles) in new (string, string[])[]
        {
            ("", ["集中学习", "清扫片区"]),
            ("?kind=study", ["集中学习"]),
            ("?q=清扫", ["清扫片区"]),
            ("?q=100%25", ["集中学习"]),
            ("?from=2026-01-01&to=2026-01-31", ["清扫片区"]),
            ("?evidence=some", []),
            ("?evidence=none", ["集中学习", "清扫片区"]),
            ("?status=draft", ["待核草稿"]),
            ("?p=999999", ["集中学习", "清扫片区"]),
        })
        {
            var page = await browser.ReadAsync("/activities" + query);
            page.QuerySelectorAll("tbody th").Select(t => t.TextContent).ShouldBe(titles, query);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ledger_MoreThanOnePage_PagesAndKeepsTheFilter(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        for (var i = 0; i < 26; i++)
            await office.Ledger.NewActivityAsync(office.Unit, $"学习{i}", a => a.OfKinds("study"));
        var browser = await office.SignInAsync();
        var first = await browser.ReadAsync("/activities?kind=study");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(25);
        var second = await browser.ReadAsync("/activities" + first.QuerySelectorAll(".pager a").Single(a => a.TextContent == "下一页").GetAttribute("href"));
        second.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        second.QuerySelector("option[value=study]")!.HasAttribute("selected").ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Draft_Confirmed_CountsAndReplacesWhatItCorrects(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var old = await office.Ledger.NewActivityAsync(office.Unit, "清扫42次");
        var draft = await office.Ledger.NewActivityAsync(office.Unit, "清扫43次", a => (a.Status, a.ResemblesId) = (ActivityStatus.Draft, old.Id));
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/")).QuerySelector("a[href='/activities?status=draft']")!.TextContent.ShouldBe("1");

        var form = Browser.FormOf(await browser.ReadAsync($"/activities/{draft.Id}"));
        (await browser.SubmitAsync("/", form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync("/", form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect); // a second click changes nothing
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.SingleAsync(a => a.Id == draft.Id)).Status.ShouldBe(ActivityStatus.Entered);
        (await db.Activities.SingleAsync(a => a.Id == old.Id)).Status.ShouldBe(ActivityStatus.Superseded);
        (await db.Events.CountAsync(e => e.SubjectId == draft.Id)).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Draft_Removed_IsGoneAndItsEventStays(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var draft = await office.Ledger.NewActivityAsync(office.Unit, "重复的草稿", a => { a.Status = ActivityStatus.Draft; a.OfKinds("study").With(new Quantity(5, "人")); });
        var browser = await office.SignInAsync();
        var address = $"/activities/{draft.Id}/removal";
        (await browser.SubmitAsync(address, [("Reason", " ")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync(address, [("Reason", "重复")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync($"/activities/{draft.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.SingleAsync(e => e.SubjectId == draft.Id && e.Why == "重复")).What.ShouldBe("删除草稿“重复的草稿”");
        var superseded = await office.Ledger.NewActivityAsync(office.Unit, "已替换的", a => a.Status = ActivityStatus.Superseded);
        (await browser.GetAsync($"/activities/{superseded.Id}/removal")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Edit_LostRace_Is409AndKeepsTheText(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "集中学习", a => a.OfKinds("study").During(Period.OfYear(2025)));
        var browser = await office.SignInAsync();
        var address = $"/activities/{activity.Id}/edit";
        var mine = Browser.FormOf(await browser.ReadAsync(address));
        (await browser.SubmitAsync(address, [("Input.Place", "三楼会议室"), ("Reason", "补地点")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var lost = await browser.SubmitAsync(address, mine, [("Input.Title", "理论学习"), ("Reason", "改标题")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await Browser.ReadAsync(lost);
        again.QuerySelector("#Input_Title")!.GetAttribute("value").ShouldBe("理论学习");
        (await browser.SubmitAsync(address, Browser.FormOf(again), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        var saved = await db.Activities.SingleAsync();
        (saved.Title, saved.Period).ShouldBe(("理论学习", Period.OfYear(2025)));
        (await db.Events.Where(e => e.SubjectId == activity.Id && e.What == "更正").CountAsync()).ShouldBe(2);
    }
}
