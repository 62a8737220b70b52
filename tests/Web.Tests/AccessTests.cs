using System.Net;
using System.Text.RegularExpressions;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Destructions;
using Mingce.Core.Papers;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Mingce.Core.Volunteering;
using Mingce.Rules;
using Mingce.Web;
using Mingce.Web.Infrastructure.Access;
using Testing;

namespace Web.Tests;

/// <summary>Walks every endpoint × role × own, foreign and unknown rows, and holds each answer against the table of permissions.</summary>
public sealed partial class AccessTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task EveryEndpoint_EveryRole_AnswersAsThePermissionsSay(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, AttestationTests.Scheme);
        var own = await Rows.AddAsync(office, office.Unit);
        var elsewhere = await office.Ledger.NewUnitAsync("市文明办");
        var foreign = await Rows.AddAsync(office, elsewhere);
        var endpoints = EndpointList.Of(office.App);
        endpoints.Count.ShouldBeGreaterThan(12);

        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await office.SignInAsync(role);
            var token = (await browser.ReadAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            // Signing out last: it ends the session that the walk needs.
            foreach (var endpoint in endpoints.OrderBy(e => e.Route == "/sign-out"))
            {
                var allowed = endpoint.Rule.Relation != Relation.OwnUnit || Permissions.Allow(role, endpoint.Rule.Resource, endpoint.Rule.Action);
                foreach (var method in endpoint.Methods)
                {
                    var where = $"{role} {method} {endpoint.Route}";
                    var status = await StatusAsync(browser, method, own.Fill(endpoint.Route), token);
                    if (endpoint.Rule.Relation == Relation.OwnUnit && !allowed)
                        status.ShouldBe(HttpStatusCode.Forbidden, where);
                    else if (endpoint.Rule.Relation == Relation.OwnUnit)
                        new[] { HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect }.ShouldContain(status, where);
                    else
                        status.ShouldNotBe(HttpStatusCode.Forbidden, where);
                    if (!allowed || !endpoint.Route.Contains(":guid", StringComparison.Ordinal))
                        continue;
                    (await StatusAsync(browser, method, foreign.Fill(endpoint.Route), token)).ShouldBe(HttpStatusCode.NotFound, where);
                    (await StatusAsync(browser, method, own.Unknown.Fill(endpoint.Route), token)).ShouldBe(HttpStatusCode.NotFound, where);
                }
            }
        }
    }

    [Theory, OnSqlite]
    public async Task EveryEndpoint_Stranger_IsSentToSignIn(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var own = await Rows.AddAsync(office, office.Unit);
        foreach (var endpoint in EndpointList.Of(office.App))
        {
            foreach (var method in endpoint.Methods)
            {
                using var response = await office.Visit().SendAsync(new(new HttpMethod(method), own.Fill(endpoint.Route)));
                if (endpoint.Rule.Relation == Relation.Public)
                    response.StatusCode.ShouldNotBe(HttpStatusCode.Redirect, endpoint.Route);
                else
                    response.Headers.Location!.ToString().ShouldStartWith("/sign-in");
            }
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task SuperiorsReviewer_UnitThatHasNotSubmitted_SeesNothing(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var own = await Rows.AddAsync(office, office.Unit);
        var superior = await office.Ledger.NewUnitAsync("市文明办");
        await office.Ledger.SaveAsync(office.Unit, new Superior { UnitId = office.Unit.Id, Line = "文明办", Name = "市文明办", SuperiorUnitId = superior.Id });
        var browser = await office.SignInAsync(Role.Reviewer, superior);

        var home = await browser.ReadAsync("/");
        home.Body!.TextContent.ShouldContain("尚无单位报送");
        home.Body.TextContent.ShouldNotContain(Rows.Title);
        home.Body.TextContent.ShouldNotContain(office.Unit.FullName);
        home.QuerySelectorAll("main a").ShouldBeEmpty();
        foreach (var address in new[] { "/activities", $"/activities/{own.Activity}", "/assessment", "/calendar", $"/routines/{own.Routine}" })
            (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Lists_AnotherUnitsRecords_AreAbsent(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await Rows.AddAsync(office, await office.Ledger.NewUnitAsync("市图书馆"));
        var browser = await office.SignInAsync();
        foreach (var address in new[] { "/", "/activities?status=all", "/assessment", "/assessment/1.8", "/routines", "/calendar", "/reminders", "/work-items", "/work-items/practical-tasks", "/incoming-papers", "/returns" })
            (await browser.ReadAsync(address)).Body!.TextContent.ShouldNotContain(Rows.Title, Case.Sensitive, address);
    }

    [Theory, OnSqlite]
    public async Task Links_EveryRole_LeadWhereItMayGo(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await Rows.AddAsync(office, office.Unit);
        await AddWhatIsGoneAsync(office);
        var faults = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await office.SignInAsync(role);
            // Of pages that differ in ids only, one; it has what all of them have.
            var (seen, waiting) = (new HashSet<string>(), new Queue<(string From, string To)>([("", "/")]));
            while (waiting.TryDequeue(out var link))
            {
                using var response = await browser.GetAsync(link.To);
                if (response.Headers.Location is { } next)
                    Follow(link.To, next.ToString());
                else if (response.StatusCode != HttpStatusCode.OK)
                    faults.Add($"{role} {link.From} → {link.To} {(int)response.StatusCode}");
                else if (response.Content.Headers.ContentType?.MediaType == "text/html")
                    foreach (var a in (await Browser.ReadAsync(response)).QuerySelectorAll("a[href^='/'], a[href^='?']"))
                        Follow(link.To, a.GetAttribute("href")!);
            }

            void Follow(string from, string to)
            {
                to = (to.StartsWith('?') ? from.Split('?', '#')[0] + to : to).Split('#')[0];
                if (to.Split('?')[0] == "/sign-in")
                    faults.Add($"{role} {from} → {to}");
                else if (seen.Add(Shape().Replace(to, "*")))
                    waiting.Enqueue((from, to));
            }
        }
        faults.ShouldBeEmpty();
    }

    // Rows that lead to a record in the 回收站, to the phrase library, and to papers that not everybody sees.
    private static async Task AddWhatIsGoneAsync(Office office)
    {
        var (unit, now) = (office.Unit, office.Ledger.Clock.Now);
        var gone = await office.Ledger.NewActivityAsync(unit, Rows.Title, a => a.Status = ActivityStatus.Deleted);
        await office.Ledger.SaveAsync(unit, new Activity { UnitId = unit.Id, Title = Rows.Title, Status = ActivityStatus.Entered, EnteredAt = now, PartOfId = gone.Id }.During(Period.Of(new(2026, 3, 5))));
        await office.Ledger.SaveAsync(unit, new WorkItem { UnitId = unit.Id, Title = Rows.Title, Year = 2026, SourceActivityId = gone.Id, EnteredAt = now });
        await office.Ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = Rows.Title, Recipient = "市文明办", SentOn = new(2026, 3, 5), EnteredAt = now });
        var deleted = await office.Ledger.SaveAsync(unit, new IncomingPaper { UnitId = unit.Id, Title = Rows.Title, ReceivedOn = new(2026, 3, 5), EnteredAt = now, RemovedAt = now });
        await office.Ledger.SaveAsync(unit, new WorkItem { UnitId = unit.Id, Title = Rows.Title, Year = 2026, PaperId = deleted.Id, EnteredAt = now });
        await office.Ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = Rows.Title, Recipient = "市文明办", SentOn = new(2026, 3, 5), PaperId = deleted.Id, EnteredAt = now });
        await office.Ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = Rows.Title, Recipient = "市文明办", SentOn = new(2026, 3, 5), EnteredAt = now, RemovedAt = now });
        await office.Ledger.SaveAsync(unit, new Mingce.Core.Reporting.Phrase { UnitId = unit.Id, Slot = "旧", Text = Rows.Title[..4], Source = "本单位", ValidFrom = new(2025, 1, 1), ValidTo = new(2026, 1, 31) });
        await using var db = office.Ledger.OpenDb(unit);
        db.Add(new Destruction { UnitId = unit.Id, Form = DestructionForm.Record, ActivityId = gone.Id, KeptSince = now, At = now, By = "测试员", Reason = "误录" });
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+|(?<==)[^&]+", RegexOptions.None, 1000)]
    private static partial Regex Shape();

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string method, string address, string token)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var response = await browser.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>What stands for the parameters of routes: by the route's first folder (and its last, where that one takes another row), else by the parameter's name.</summary>
    private sealed partial class Rows(Dictionary<string, string> values)
    {
        public const string Title = "走访结对社区困难家庭";

        public Guid Activity => Guid.Parse(values["activities"]);
        public Guid Routine => Guid.Parse(values["routines"]);

        /// <summary>The same places with ids of nothing.</summary>
        public Rows Unknown => new(values.ToDictionary(v => v.Key, v => Guid.TryParse(v.Value, out _) ? $"{Guid.CreateVersion7()}" : v.Value));

        public static async Task<Rows> AddAsync(Office office, Unit unit)
        {
            // Both are in use, so that the walk does not remove them.
            var department = await office.Ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" });
            var group = await office.Ledger.SaveAsync(unit, new Mingce.Core.Units.Group { UnitId = unit.Id, Form = "工会", Name = "中心工会" });
            var person = await office.Ledger.SaveAsync(unit, new Person { UnitId = unit.Id, Name = "郑文海", DepartmentId = department.Id });
            var activity = await office.Ledger.NewActivityAsync(unit, Title, a => a.OfKinds("visit").Hosts.Add(new() { UnitId = unit.Id, ActivityId = a.Id, Ordinal = 0, Name = group.Name, GroupId = group.Id }));
            // Every role that may confirm takes a draft of its own; a confirmed one is as good for the walk as the activity itself.
            var draft = await office.Ledger.NewActivityAsync(unit, Title, a => a.Status = ActivityStatus.Draft);
            await using var content = new MemoryStream([1, 2, 3]);
            var evidence = await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, "签到表.pdf", content, false, office.Ledger.Clock.Now, default);
            await office.Ledger.SaveAsync(unit, evidence);
            // In use, so that the walk does not remove it.
            var kindId = Guid.CreateVersion7();
            await office.Ledger.SaveAsync(unit, new UnitKind { UnitId = unit.Id, Id = kindId, KindId = $"{kindId}", Name = "微党课", CountsAs = "party-lecture" });
            await office.Ledger.NewActivityAsync(unit, Title, a => a.OfKinds($"{kindId}"));
            var account = await office.Ledger.NewAccountAsync(unit, Role.Staff, $"staff-{unit.Id:n}");
            var feed = await office.Ledger.SaveAsync(unit, new CalendarFeed { UnitId = unit.Id, AccountId = account.Id });
            var (report, reportDraft) = await ImportTests.AddWorkAsync(office, unit);
            var destruction = new Destruction { UnitId = unit.Id, Form = DestructionForm.Record, ActivityId = activity.Id, KeptSince = office.Ledger.Clock.Now, At = office.Ledger.Clock.Now, By = "测试员", Reason = "误录" };
            await using (var db = office.Ledger.OpenDb(unit))
            {
                db.Add(destruction);
                await db.SaveChangesAsync();
            }
            var paper = new IncomingPaper { UnitId = unit.Id, Title = Title, ReceivedOn = new(2026, 3, 2), EnteredAt = office.Ledger.Clock.Now };
            paper.Attach(new(evidence.Sha256, evidence.Size, "通知.pdf", "application/pdf"));
            await office.Ledger.SaveAsync(unit, paper);
            var item = await office.Ledger.SaveAsync(unit, new WorkItem { UnitId = unit.Id, Title = Title, Year = 2026, DueOn = new(2026, 3, 3), EnteredAt = office.Ledger.Clock.Now });
            var sent = new Return { UnitId = unit.Id, Title = Title, Recipient = "市文明办", SentOn = new(2026, 3, 2), EnteredAt = office.Ledger.Clock.Now };
            sent.Attach(new(evidence.Sha256, evidence.Size, "报告.pdf", "application/pdf"));
            await office.Ledger.SaveAsync(unit, sent);
            var standIn = await office.Ledger.SaveAsync(unit, new StandIn { UnitId = unit.Id, HolderId = account.Id, DeputyId = account.Id, FromOn = new(2026, 3, 1), ToOn = new(2026, 3, 9), Reason = "出差" });
            return new Rows(new()
            {
                ["activities"] = $"{activity.Id}",
                ["activities/removal"] = $"{draft.Id}",
                ["activityId"] = $"{activity.Id}",
                ["evidenceId"] = $"{evidence.Id}",
                ["incoming-papers"] = $"{paper.Id}",
                ["work-items"] = $"{item.Id}",
                ["returns"] = $"{sent.Id}",
                ["stand-ins"] = $"{standIn.Id}",
                ["accounts"] = $"{account.Id}",
                ["kinds"] = $"{kindId}",
                ["routines"] = $"{(await AddRoutineAsync(office, unit, RoutineStatus.Active)).Id}",
                ["routines/removal"] = $"{(await AddRoutineAsync(office, unit, RoutineStatus.Draft)).Id}",
                ["day"] = "2026-03-31",
                ["imports"] = $"{report}",
                ["year"] = "2027",
                ["feedId"] = $"{feed.Id}",
                ["secret"] = "no-such-secret",
                ["draftId"] = $"{reportDraft}",
                ["departments"] = $"{department.Id}",
                ["groups"] = $"{group.Id}",
                ["people"] = $"{person.Id}",
                ["hoursId"] = $"{(await AddHoursAsync(office, unit, person, activity)).Id}",
                ["destructions"] = $"{destruction.Id}",
                ["preparations"] = $"{(await office.Ledger.SaveAsync(unit, new Mingce.Core.Preparations.Preparation { UnitId = unit.Id, Title = Title, KindId = "visit", HeldOn = new(2026, 3, 31), EnteredAt = office.Ledger.Clock.Now })).Id}",
                ["phrases"] = $"{(await office.Ledger.SaveAsync(unit, new Mingce.Core.Reporting.Phrase { UnitId = unit.Id, Slot = "工作要求", Text = Title, Source = "本单位", ValidFrom = new(2026, 1, 1) })).Id}",
                ["formId"] = "notice",
                ["key"] = "old-photos",
                ["materialId"] = "photos",
                ["certificateId"] = $"{(await AddCertificateAsync(office, unit, person)).Id}",
                ["standardId"] = "1.2",
                ["place"] = "1.2-1",
                ["checkId"] = "1.2-2",
                ["listId"] = "n1",
                ["status"] = "404",
            });
        }

        private static Task<HoursList> AddHoursAsync(Office office, Unit unit, Person person, Activity activity)
        {
            var list = new HoursList { UnitId = unit.Id, Source = HoursSource.Own, Title = Title, ActivityId = activity.Id, EnteredById = Guid.CreateVersion7(), EnteredBy = "吴干事", EnteredAt = office.Ledger.Clock.Now };
            list.Entries.Add(new() { UnitId = unit.Id, ListId = list.Id, Ordinal = 0, PersonId = person.Id, FromOn = activity.FromOn, ToOn = activity.ToOn, Minutes = 60, Project = Title });
            return office.Ledger.SaveAsync(unit, list);
        }

        private static Task<VolunteerCertificate> AddCertificateAsync(Office office, Unit unit, Person person) => office.Ledger.SaveAsync(unit, new VolunteerCertificate
        {
            UnitId = unit.Id, Year = 2026, Ordinal = 1, PersonId = person.Id, PersonName = person.Name, FromOn = new(2026, 1, 1), ToOn = new(2026, 1, 31), Minutes = 60, Services = "2026年1月5日\t清洁家园\t60",
            Responsible = "周主任", Handler = "吴干事", Contact = "0712-2851234", IssuedOn = new(2026, 2, 1), IssuedBy = "吴干事",
        });

        private static Task<Routine> AddRoutineAsync(Office office, Unit unit, RoutineStatus status) => office.Ledger.SaveAsync(unit, new Routine
        {
            UnitId = unit.Id,
            Title = Title,
            KindId = "visit",
            Status = status,
            Year = 2026,
            StartsOn = status == RoutineStatus.Active ? new(2026, 3, 1) : null,
            EnteredAt = office.Ledger.Clock.Now,
        }.Recurring(new Recurrence(Frequency.Monthly)));

        public string Fill(string route)
        {
            var folders = route.Trim('/').Split('/');
            return Parameter().Replace(route, match => match.Groups["name"].Value is var name && name != "id"
                ? ValueOf(name)
                : values.GetValueOrDefault($"{folders[0]}/{folders[^1]}") ?? ValueOf(folders[0]));

            string ValueOf(string key) => values.GetValueOrDefault(key) ?? throw new InvalidOperationException($"Say what {{{key}}} of {route} is");
        }

        [GeneratedRegex(@"\{(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Parameter();
    }
}
