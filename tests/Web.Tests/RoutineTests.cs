using System.Net;
using AngleSharp.Html.Dom;
using Mingce.Core.Accounts;
using Mingce.Core.Routines;
using Mingce.Rules;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>常态化安排 through its pages. The clock stands on Thursday, 5 March 2026.</summary>
public sealed class RoutineTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task New_FromPreset_FallsDueAndIsFulfilledByAnActivity(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/routines/new?preset=party-day", [("Input.Responsible", "机关党支部")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.ReadAsync(saved.Headers.Location!.ToString());
        page.QuerySelector("h1")!.TextContent.ShouldBe("主题党日");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("支部工作条例第十六条");

        var home = await browser.ReadAsync("/");
        Figure(home, "本月应办").ShouldBe("1 已办 0");
        var row = home.QuerySelectorAll("#todo li").Single();
        row.TextContent.ShouldContain("3月主题党日");
        row.TextContent.ShouldContain("机关党支部");

        // 登记 opens the form with kind, day and title filled in.
        var register = row.QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("登记", StringComparison.Ordinal)).GetAttribute("href")!;
        using var registered = await browser.SubmitAsync(register, []);
        registered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var activity = await browser.ReadAsync(registered.Headers.Location!.ToString());
        activity.QuerySelector("h1")!.TextContent.ShouldBe("3月主题党日");
        activity.QuerySelector(".uses-saved")!.TextContent.ShouldContain("完成 3月主题党日");

        home = await browser.ReadAsync("/");
        Figure(home, "本月应办").ShouldBe("1 已办 1");
        home.QuerySelectorAll("#todo li").ShouldBeEmpty();
        var calendar = await browser.ReadAsync("/calendar");
        calendar.QuerySelector(".event-done")!.TextContent.ShouldContain("已办");
        calendar.QuerySelector(".rows")!.TextContent.ShouldContain("3月5日开展");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Overdue_IsToldToTheDayUntilItIsHeldOrDecided(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddAsync(office, "信息报送", "publicity", "每月2日前");
        await AddAsync(office, "主题党日", "party-day", "每月3日");
        var browser = await office.SignInAsync();
        var home = await browser.ReadAsync("/");
        Figure(home, "逾期").ShouldBe("2 最久 3 天");
        home.QuerySelectorAll("#todo .tag").Select(t => t.TextContent).ShouldBe(["逾期 3 天", "逾期 2 天"]);
        home.QuerySelectorAll("#todo .row-actions").Select(a => string.Join(' ', a.QuerySelectorAll("a").Select(l => l.FirstChild!.TextContent)))
            .ShouldBe(["登记 本期不开展 延期", "登记 延期 合并"]);
        (await browser.ReadAsync("/calendar?overdue=true")).QuerySelectorAll(".rows li").Length.ShouldBe(2);

        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddDays(1);
        browser = await office.SignInAsync(); // the session of yesterday is over
        Figure(await browser.ReadAsync("/"), "逾期").ShouldBe("2 最久 4 天");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Waiver_WithReason_IsNotHeldAndRecorded(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddAsync(office, "路段清扫", "clean-up", "每周三");
        var browser = await office.SignInAsync();
        var address = $"/routines/{routine.Id}/occurrences/2026-03-04";
        using var unreasoned = await browser.SubmitAsync($"{address}/waiver", [("Reason", " ")]);
        unreasoned.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync($"{address}/waiver", [("Reason", "下雨")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync(address)).QuerySelector(".facts")!.TextContent.ShouldContain("本期不开展，原因：下雨");
        Figure(await browser.ReadAsync("/"), "本月应办").ShouldBe("4 已办 0 · 不开展 1");
        (await browser.ReadAsync($"/routines/{routine.Id}")).QuerySelector(".history")!.TextContent.ShouldContain("本期不开展：路段清扫（3月4日）（下雨）");

        (await browser.SubmitAsync($"{address}/revocation", [("Reason", "已补做")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Figure(await browser.ReadAsync("/"), "逾期").ShouldBe("1 最久 1 天");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Waivers.CountAsync()).ShouldBe(0);
        (await db.Events.CountAsync(e => e.SubjectId == routine.Id)).ShouldBe(3);
    }

    [Theory, OnSqlite]
    public async Task Waiver_OfAPartyMeeting_IsRefused(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddAsync(office, "支委会", "branch-meeting", "每月");
        var browser = await office.SignInAsync();
        var address = $"/routines/{routine.Id}/occurrences/2026-03-31";
        var page = await browser.ReadAsync($"{address}/waiver");
        page.QuerySelector("[name=Reason]").ShouldBeNull();
        using var response = await browser.SendAsync(new(HttpMethod.Post, $"{address}/waiver")
        {
            Content = new FormUrlEncodedContent([new("Reason", "忙"), new("__RequestVerificationToken", page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
        });
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Waivers.CountAsync()).ShouldBe(0);
        (await browser.ReadAsync(address)).QuerySelectorAll("main a").ShouldNotContain(a => a.TextContent == "本期不开展");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Postponement_ToALaterDay_MovesTheOccurrence(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddAsync(office, "党课", "party-lecture", "每月3日");
        var browser = await office.SignInAsync();
        var address = $"/routines/{routine.Id}/occurrences/2026-03-03/postponement";
        foreach (var (to, message) in new[] { ("2026-03-03", "应晚于原定的"), ("2026-03-04", "不能早于今天"), ("2027-05-01", "延期不超过一年"), ("", "请填写延期到哪天") })
        {
            using var refused = await browser.SubmitAsync(address, [("To", to), ("Reason", "培训")]);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, to);
            (await Browser.ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        }
        (await browser.SubmitAsync(address, [("To", "2026-03-20"), ("Reason", "党员集中培训")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var home = await browser.ReadAsync("/");
        Figure(home, "逾期").ShouldBe("0 ✓ 没有逾期");
        home.QuerySelector("#todo .tag")!.TextContent.ShouldBe("3月20日 周五");
        var calendar = await browser.ReadAsync("/calendar?month=2026-03");
        calendar.QuerySelectorAll(".event-postponed").Length.ShouldBe(2); // on the old day and on the new one
        calendar.QuerySelector(".rows")!.TextContent.ShouldContain("延至3月20日");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Merger_WithActivityOrOccurrence_IsDoneWithIt(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var life = await AddAsync(office, "组织生活会", "branch-meeting", "每年3月底前", "组织生活会");
        var review = await AddAsync(office, "民主评议党员", "branch-meeting", "每年3月", "民主评议");
        var day = await AddAsync(office, "主题党日", "party-day", "每月4日");
        var meeting = await office.Ledger.NewActivityAsync(office.Unit, "年度组织生活会", a => a.OfKinds("branch-meeting"));
        var browser = await office.SignInAsync();
        using var made = await browser.SubmitAsync($"/routines/{day.Id}/occurrences/2026-03-04/merger", [("Target", $"{meeting.Id}"), ("Reason", "一并开展")]);
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var alsoMade = await browser.SubmitAsync($"/routines/{review.Id}/occurrences/2026-03-31/merger", [("Target", $"{life.Id} 2026-03-31"), ("Reason", "一并召开")]);
        alsoMade.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var wrong = await browser.SubmitAsync($"/routines/{review.Id}/occurrences/2026-03-31/merger", [("Target", "x"), ("Reason", "一并召开")]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Figure(await browser.ReadAsync("/"), "本月应办").ShouldBe("3 已办 3");
        (await browser.ReadAsync($"/routines/{review.Id}/occurrences/2026-03-31")).QuerySelector("main")!.TextContent.ShouldContain("已办（合并）");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Edit_OfTheRule_EndsTheOldAndLeavesItsPastAlone(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddAsync(office, "集中学习", "study", "每周三");
        var browser = await office.SignInAsync();
        using var unread = await browser.SubmitAsync($"/routines/{routine.Id}/edit", [("Input.Rule", "经常"), ("Reason", "改")]);
        unread.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(unread)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("看不懂“经常”");

        using var saved = await browser.SubmitAsync($"/routines/{routine.Id}/edit", [("Input.Rule", "每周五下午"), ("Reason", "改到周五")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var routines = await db.Routines.OrderBy(r => r.StartsOn).ToListAsync();
        routines.Select(r => (RuleText.Write(r.Rule), r.StartsOn, r.EndsOn)).ShouldBe(
            [("每周三", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 4)), ("每周五下午", new DateOnly(2026, 3, 5), null)]);

        // The name alone changes nothing of what is due.
        using var renamed = await browser.SubmitAsync($"/routines/{routines[1].Id}/edit", [("Input.Title", "全体职工学习"), ("Reason", "改名")]);
        renamed.Headers.Location!.ToString().ShouldBe($"/routines/{routines[1].Id}");
        (await db.Routines.CountAsync()).ShouldBe(2);
        (await browser.SubmitAsync($"/routines/{routines[1].Id}/closure", [("LastDay", "2026-03-31"), ("Reason", "并入培训")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/calendar?month=2026-04")).QuerySelectorAll(".event").ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task Edit_LostRace_Is409AndKeepsTheText(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddAsync(office, "集中学习", "study", "每周三");
        var browser = await office.SignInAsync();
        var address = $"/routines/{routine.Id}/edit";
        var mine = Browser.FormOf(await browser.ReadAsync(address));
        (await browser.SubmitAsync(address, [("Input.Place", "三楼"), ("Reason", "补地点")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var lost = await browser.SubmitAsync(address, mine, [("Input.Title", "理论学习"), ("Reason", "改名")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ReadAsync(lost)).QuerySelector("#Input_Title")!.GetAttribute("value").ShouldBe("理论学习");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Draft_Confirmed_IsPutIntoTheCalendarOnlyWhereADayIsGiven(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var kept = await AddAsync(office, "旧安排", "study", "每周四", adjust: r => (r.Status, r.StartsOn) = (RoutineStatus.Draft, null));
        var taken = await AddAsync(office, "每周学习", "study", "每周四", adjust: r => (r.Status, r.StartsOn) = (RoutineStatus.Draft, null));
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/")).QuerySelector("#todo")!.TextContent.ShouldContain("常态化安排草稿 2 项待确认");
        (await browser.SubmitAsync($"/routines/{kept.Id}/confirmation", [("StartsOn", "")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync($"/routines/{taken.Id}/confirmation", [("StartsOn", "2026-03-05")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var events = (await browser.ReadAsync("/calendar")).QuerySelectorAll("a.event").Select(e => e.TextContent).ToList();
        events.Count.ShouldBe(4);
        events.ShouldAllBe(e => e.Contains("每周学习"));
        (await browser.GetAsync($"/routines/{taken.Id}/removal")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite]
    public async Task Presets_OfBodiesTheUnitLacks_AreNotOffered(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await PresetsAsync()).ShouldNotContain("支委会");
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var unit = await db.Units.SingleAsync();
            unit.HasBranchCommittee = true;
            db.Record(office.Ledger.Change, unit.Id, unit, "设支委会");
            await db.SaveChangesAsync();
        }
        (await PresetsAsync()).ShouldContain("支委会");
        (await PresetsAsync()).ShouldNotContain("党小组会");

        async Task<List<string>> PresetsAsync() => [.. (await browser.ReadAsync("/routines/new")).QuerySelectorAll(".rows a").Select(a => a.TextContent)];
    }

    [Theory, OnSqlite]
    public async Task Calendar_OfAnyMonth_ShowsFestivalsDaysOffAndWhatIsUnknown(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var october = await browser.ReadAsync("/calendar?month=2026-10");
        october.QuerySelectorAll(".month .tag").Select(t => t.TextContent).ShouldBe([.. Enumerable.Repeat("休", 7), "班"]);
        october.QuerySelector(".month")!.TextContent.ShouldContain("国庆");
        october.QuerySelector(".month")!.TextContent.ShouldContain("重阳");
        october.QuerySelector(".legend")!.TextContent.ShouldContain("国办发明电〔2025〕7号");
        (await browser.ReadAsync("/calendar?month=2031-01")).QuerySelector(".legend")!.TextContent.ShouldContain("尚无2031年放假通知");
        foreach (var odd in new[] { "x", "2026-13", "0001-01", "9999-12", "" })
            (await browser.ReadAsync($"/calendar?month={odd}")).QuerySelector("h1")!.TextContent.ShouldBe("工作日历");
        foreach (var nothing in new[] { "2026-03-02", "9999-01-01", "x" })
        {
            var routine = await AddAsync(office, $"学习{nothing}", "study", "每周三");
            (await browser.GetAsync($"/routines/{routine.Id}/occurrences/{nothing}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, nothing);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Reminders_ByDepartment_AreOneTextEach(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddAsync(office, "信息报送", "publicity", "每月2日前", adjust: r => r.Responsible = "办公室");
        await AddAsync(office, "班子会", "meeting", "每年3月底前2次", adjust: r => r.Responsible = "综合股");
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync("/reminders");
        page.QuerySelectorAll(".reminder h2").Select(h => h.TextContent).ShouldBe(["办公室", "综合股"], ignoreOrder: true);
        page.QuerySelectorAll(".reminder tbody td:nth-child(2)").Select(cell => cell.TextContent).ShouldBe(["2026年3月2日前", "2026年3月31日前"], ignoreOrder: true);
        var texts = page.QuerySelectorAll("textarea").Select(t => t.TextContent).ToList();
        texts.ShouldContain("办公室：以下工作请抓紧办理，办后及时登记。\n1. 3月信息报送，2026年3月2日前，已逾期3天。\n市政务服务中心　2026年3月5日");
        texts.ShouldContain(t => t.Contains("班子会（2026年），2026年3月31日前，已办0次，还差2次。"));
    }

    [Theory, OnSqlite]
    public async Task Pages_OfAUnitWithItsOwnWord_SayIt(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddAsync(office, "路段清扫", "clean-up", "每周四", adjust: r => r.Responsible = "公路股");
        var browser = await office.SignInAsync();
        await browser.SubmitAsync("/unit", [("Input.DepartmentWord", "股室")]);
        foreach (var address in new[] { "/routines", "/routines/new", $"/routines/{routine.Id}", $"/routines/{routine.Id}/occurrences/2026-03-05", "/preparations/new" })
            (await browser.ReadAsync(address)).QuerySelector("main")!.TextContent.ShouldContain("责任股室", customMessage: address);
    }

    [Theory, OnSqlite]
    public async Task Calendar_WhatWasHeldBeforeItsLastDay_StandsOnTheDayItWasHeld(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddAsync(office, "职工学习", "study", "每月");
        await AddAsync(office, "信息简报", "publicity", "每月");
        await office.Ledger.NewActivityAsync(office.Unit, "学习", a => a.OfKinds("study").During(Period.Of(new(2026, 3, 3))));
        var days = (await (await office.SignInAsync()).ReadAsync("/calendar")).QuerySelectorAll(".month td:has(.event)");
        days.Select(day => (day.QuerySelector(".day-number")!.TextContent, day.QuerySelectorAll(".event").Length)).ShouldBe([("3", 1), ("31", 1)]);
    }

    [Theory, OnSqlite]
    public async Task Registration_WhatIsDueAboutNow_FillsTheFormIn(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddAsync(office, "路段清扫", "clean-up", "每周四");
        await AddAsync(office, "年底总结会", "meeting", "每年");
        var browser = await office.SignInAsync(Role.Staff);
        var due = (await browser.ReadAsync("/activities/new")).QuerySelectorAll(".due-now a").ShouldHaveSingleItem();
        due.TextContent.ShouldBe("路段清扫（3月5日）");
        var form = await browser.ReadAsync(due.GetAttribute("href")!);
        form.QuerySelector("[name='Input.Kind'][checked]")!.GetAttribute("value").ShouldBe("clean-up");
        form.QuerySelector(".due-now").ShouldBeNull();
        form.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("路段清扫");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Presets_SeveralPicked_AreTakenOverOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync("/routines/new");
        var form = Browser.FormOf(page, ".presets");
        (await browser.SubmitAsync("/routines/new", form, [("Picked", "")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        for (var time = 0; time < 2; time++)
            (await browser.SubmitAsync("/routines/new", form, [("Picked", "party-day"), ("Picked", "moral-lecture")])).Headers.Location!.ToString().ShouldBe("/routines");

        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Routines.ToListAsync()).Select(r => (r.PresetId, r.StartsOn)).ShouldBe([("moral-lecture", new DateOnly(2026, 3, 5)), ("party-day", new DateOnly(2026, 3, 5))], ignoreOrder: true);
        (await browser.ReadAsync("/routines/new")).QuerySelectorAll("[name=Picked]").Select(box => box.GetAttribute("value")).ShouldNotContain("party-day");
    }

    [Theory, OnSqlite]
    public async Task Pages_ForWhomMayOnlyLook_OfferNoDecision(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddAsync(office, "路段清扫", "clean-up", "每周三");
        var browser = await office.SignInAsync(Role.Head);
        var page = await browser.ReadAsync($"/routines/{routine.Id}/occurrences/2026-03-04");
        page.QuerySelectorAll("main a").Select(a => a.TextContent).ShouldNotContain("延期");
        (await browser.GetAsync($"/routines/{routine.Id}/occurrences/2026-03-04/waiver")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Figure(IHtmlDocument home, string name)
    {
        var text = home.QuerySelectorAll(".figure").Single(f => f.QuerySelector("h2")!.TextContent == name).QuerySelector("p")!.TextContent;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<Routine> AddAsync(Office office, string title, string kind, string rule, string words = "", Action<Routine>? adjust = null)
    {
        var routine = new Routine
        {
            UnitId = office.Unit.Id,
            Title = title,
            KindId = kind,
            Status = RoutineStatus.Active,
            Year = 2026,
            // What was due before this month is no matter of these tests.
            StartsOn = new(2026, 3, 1),
            EnteredAt = office.Ledger.Clock.Now,
            Words = words,
        }.Ruled(RuleText.Read(rule)!);
        adjust?.Invoke(routine);
        return office.Ledger.SaveAsync(office.Unit, routine);
    }
}
