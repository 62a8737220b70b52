using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Mingce.Core.Accounts;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>日历订阅, 群机器人提醒 and 节假日. The clock stands on Thursday, 5 March 2026, nine in the morning.</summary>
public sealed class CalendarTests
{
    [Theory, OnSqlite]
    public async Task Robot_TrialThatDoesNotArrive_KeepsWhatWasTyped(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Administrator);
        (await browser.SubmitAsync("/reminders/robot", [("Address", "http://127.0.0.1:9/robot")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var form = Browser.FormOf(await browser.ReadAsync("/reminders/robot"));
        form.SetAttribute("action", "/reminders/robot?handler=Test");
        using var failed = await browser.SubmitAsync("/reminders/robot", form, [("SendAt", "08:15")]);
        failed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(failed)).QuerySelector("[name=SendAt]")!.GetAttribute("value").ShouldBe("08:15");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Feed_ByItsSecretAddress_HasTitlesAndDaysOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddRoutineAsync(office, "每月第一个工作日的安全检查，含一段很长很长的名称；用来折行", "每月20日前");
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/calendar/feed")).Body!.TextContent.ShouldContain("未开启");
        var address = await SwitchOnAsync(browser);

        // A calendar program has no session.
        using var answer = await office.Visit().GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = await answer.Content.ReadAsStringAsync();
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var unfolded = text.Replace("\r\n ", "");
        unfolded.ShouldContain("DTSTART;VALUE=DATE:20260320");
        unfolded.ShouldContain("SUMMARY:3月每月第一个工作日的安全检查，含一段很长很长的名称；用来折行");
        foreach (var word in new[] { "ORGANIZER", "ATTENDEE", "DESCRIPTION", "LOCATION", office.Unit.FullName })
            unfolded.ShouldNotContain(word);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Feed_WrongRevokedOrClosed_IsNotFound(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var first = await SwitchOnAsync(browser);
        (await StatusAsync(office, first[..^8] + "0000.ics")).ShouldBe(HttpStatusCode.NotFound);
        var second = await SwitchOnAsync(browser);
        (await StatusAsync(office, first)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(office, second)).ShouldBe(HttpStatusCode.OK);
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var account = await db.Accounts.SingleAsync();
            account.Close(office.Ledger.Clock.Now);
            db.Record(office.Ledger.Change, account, "停用");
            await db.SaveChangesAsync();
        }
        (await StatusAsync(office, second)).ShouldBe(HttpStatusCode.NotFound);

        browser = await office.SignInAsync(Role.Staff);
        var third = await SwitchOnAsync(browser);
        await PostAsync(browser, "/calendar/feed", "off");
        (await StatusAsync(office, third)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Robot_AtItsTime_SendsTitlesOnceADay(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddRoutineAsync(office, "主题党日", "每月3日", "party-day");
        await AddRoutineAsync(office, "信息报送", "每月6日");
        await using var receiver = new Receiver("""{"errcode":0,"errmsg":"ok"}""");
        var browser = await office.SignInAsync(Role.Administrator);
        (await browser.SubmitAsync("/reminders/robot", [("Address", receiver.Address), ("SendAt", "09:00"), ("IsOn", "true")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await SendAsync(office)).ShouldBeTrue();
        (await SendAsync(office)).ShouldBeFalse();
        var sent = JsonDocument.Parse((await receiver.NextAsync()).Body).RootElement;
        sent.GetProperty("msgtype").GetString().ShouldBe("text");
        sent.GetProperty("text").GetProperty("content").GetString().ShouldBe("【明册】3月5日应办提醒\n逾期2天：3月主题党日\n明天：3月信息报送");
        (await browser.ReadAsync("/reminders/robot")).QuerySelector("main .rows")!.TextContent.ShouldContain("已发送");
        (await browser.ReadAsync("/reminders/robot")).Body!.TextContent.ShouldNotContain("key=");

        // Before its time, long after it, and on a day off nothing goes out.
        foreach (var moment in new[] { "2026-03-06T00:59:00Z", "2026-03-06T03:00:00Z", "2026-03-07T01:00:00Z" })
        {
            office.Ledger.Clock.Now = DateTime.Parse(moment, null, System.Globalization.DateTimeStyles.AdjustToUniversal);
            (await SendAsync(office)).ShouldBeFalse(moment);
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n", "", "未跟随")]
    [InlineData("HTTP/1.1 500 Oops\r\n", "", "对方返回 500")]
    [InlineData("HTTP/1.1 200 OK\r\n", """{"code":"0","errcode":93000,"errmsg":"invalid webhook url"}""", "93000")]
    [InlineData("HTTP/1.1 200 OK\r\n", """{"errcode":93000,"errmsg":"invalid webhook url"}""", "93000")]
    public async Task Robot_ThatFails_IsToldOnThePage(string head, string body, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        await AddRoutineAsync(office, "信息报送", "每月2日");
        await using var receiver = new Receiver(body, head);
        var browser = await office.SignInAsync(Role.Administrator);
        await browser.SubmitAsync("/reminders/robot", [("Address", receiver.Address), ("IsOn", "true")]);
        (await SendAsync(office)).ShouldBeTrue();
        (await browser.ReadAsync("/reminders/robot")).QuerySelector("main .rows")!.TextContent.ShouldContain(reason);
    }

    [Theory]
    [InlineData("ftp://example.com/x")]
    [InlineData("https://user:pass@example.com/")]
    [InlineData("不是地址")]
    [InlineData("")]
    public async Task Robot_AddressThatCannotBe_IsRefused(string address)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync(Role.Administrator);
        using var answer = await browser.SubmitAsync("/reminders/robot", [("Address", address), ("IsOn", "true")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Holidays_TheOfficesOwn_TakeThePlaceOfTheDelivered(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddRoutineAsync(office, "例会", "每月第一个工作日");
        var browser = await office.SignInAsync();
        var list = (await browser.ReadAsync("/holidays")).QuerySelector("main")!.TextContent;
        list.ShouldContain("2027年 尚无通知，只按周末计算");
        list.ShouldContain("国办发明电〔2025〕7号");
        (await browser.ReadAsync("/calendar?month=2027-01")).QuerySelector(".signs")!.TextContent.ShouldContain("尚无2027年放假通知");

        using (var faulty = await browser.SubmitAsync("/holidays/2027", [("Source", "市政府通知"), ("Off", "元旦放假三天"), ("Working", "1月4日")]))
        {
            faulty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var text = (await Browser.ReadAsync(faulty)).QuerySelector("[role=alert]")!.TextContent;
            text.ShouldContain("“元旦放假三天”看不懂");
            text.ShouldContain("不是周六、周日");
        }
        (await browser.SubmitAsync("/holidays/2027", [("Source", "市政府通知"), ("Off", "元旦 1月1日至3日\n春节 2月5日至2月11日"), ("Working", "2月13日、2月14日")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var january = await browser.ReadAsync("/calendar?month=2027-01");
        january.QuerySelector(".signs")!.TextContent.ShouldContain("市政府通知");
        january.QuerySelectorAll("main .rows li").Single().TextContent.ShouldContain("1月4日");

        // Another year's delivered notice, corrected and restored.
        var form = Browser.FormOf(await browser.ReadAsync("/holidays/2026"));
        await browser.SubmitAsync("/holidays/2026", form, [("Working", "")]);
        (await browser.ReadAsync("/holidays")).QuerySelector("main")!.TextContent.ShouldContain("2026年 本单位改定");
        form = Browser.FormOf(await browser.ReadAsync("/holidays/2026"));
        await browser.SubmitAsync("/holidays/2026?handler=Restore", form, []);
        (await browser.ReadAsync("/holidays")).QuerySelector("main")!.TextContent.ShouldContain("2026年 程序自带");
    }

    [Theory]
    [InlineData("每周四下午", "每周四下午")]
    [InlineData("每周二、五", "每周二、五")]
    [InlineData("每月第一个工作日", "每月第一个工作日")]
    [InlineData("每月5日前", "每月5日前")]
    [InlineData("每季度至少一次", "每季度")]
    [InlineData("每年二次", "每年2次")]
    [InlineData("每月上旬", "每月上旬")]
    [InlineData("春节前", "春节前")]
    public async Task Rules_AsPeopleSayThem_AreTakenByThePage(string typed, string printed)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/routines/new", [("Input.Title", "例行工作"), ("Input.Kind", "study"), ("Input.Rule", typed)]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelector(".page-head")!.TextContent.ShouldContain(printed);
    }

    private static async Task<bool> SendAsync(Office office)
    {
        await using var db = office.Ledger.OpenDb(office.Unit);
        using var client = new RobotClient();
        return await new DailyReminder(db, HolidayCatalogue.Load(office.Ledger.Folder), client).SendDueAsync(office.Ledger.Clock.Now, default);
    }

    private static Task<Routine> AddRoutineAsync(Office office, string title, string rule, string kind = "publicity") => office.Ledger.SaveAsync(office.Unit, new Routine
    {
        UnitId = office.Unit.Id,
        Title = title,
        KindId = kind,
        Status = RoutineStatus.Active,
        Year = 2026,
        StartsOn = new(2026, 3, 1),
        EnteredAt = office.Ledger.Clock.Now,
    }.Ruled(RuleText.Read(rule)!));

    private static async Task PostAsync(Browser browser, string page, string act)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await browser.ReadAsync(page)).QuerySelector($"input[name=act][value={act}]")!.ParentElement!;
        (await browser.SubmitAsync(page, form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> SwitchOnAsync(Browser browser)
    {
        await PostAsync(browser, "/calendar/feed", "on");
        var address = (await browser.ReadAsync("/calendar/feed")).QuerySelector(".secret-address")!.TextContent;
        (await browser.ReadAsync("/calendar/feed")).QuerySelector(".secret-address").ShouldBeNull("it is shown once");
        return new Uri(address).PathAndQuery;
    }

    private static async Task<HttpStatusCode> StatusAsync(Office office, string address) => (await office.Visit().GetAsync(address)).StatusCode;

    /// <summary>A web server of one answer.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly System.Threading.Channels.Channel<(string Head, string Body)> received = System.Threading.Channels.Channel.CreateUnbounded<(string, string)>();
        private readonly Task running;

        public Receiver(string body, string head = "HTTP/1.1 200 OK\r\n")
        {
            listener.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/cgi-bin/webhook/send?key=secret";
            running = RunAsync(head, body);
        }

        public string Address { get; }

        public ValueTask<(string Head, string Body)> NextAsync() => received.Reader.ReadAsync();

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await running;
        }

        private async Task RunAsync(string head, string body)
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    await using var stream = client.GetStream();
                    using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
                    var lines = new StringBuilder();
                    var length = 0;
                    while (await reader.ReadLineAsync() is { Length: > 0 } line)
                    {
                        lines.AppendLine(line);
                        if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                            length = int.Parse(line[15..]);
                    }
                    var text = new StringBuilder();
                    while (Encoding.UTF8.GetByteCount(text.ToString()) < length)
                        text.Append((char)reader.Read());
                    await received.Writer.WriteAsync((lines.ToString(), text.ToString()));
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"{head}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
