using System.Buffers.Binary;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Routines;
using Mingce.Core.Samples;
using Mingce.Core.Storage;
using Mingce.Gongwen;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit.Abstractions;

namespace Core.Tests.Samples;

public sealed class SampleUnitTests(ITestOutputHelper output)
{
    private static readonly DateTime Autumn = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);

    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Create_InAutumn_IsAYearWithGaps(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        ledger.Clock.Now = Autumn;
        var unit = await SampleUnit.CreateAsync(ledger.Folder, ledger.Clock);

        await using var db = ledger.OpenDb(unit);
        (await db.People.CountAsync()).ShouldBe(26);
        (await db.Departments.CountAsync()).ShouldBe(5);
        (await db.Superiors.CountAsync()).ShouldBe(2);
        (await db.Routines.CountAsync(r => r.Status == RoutineStatus.Active)).ShouldBe(7);
        var agenda = await new WorkCalendar(db, HolidayCatalogue.Load(ledger.Folder)).ReadAgendaAsync(OfficeCalendar.Today(ledger.Clock));
        agenda.Overdue.Select(e => e.Occurrence.Title).ShouldBe(["责任路段环境整治（11月20日）"]); // its record is the draft
        (agenda.Month.Count, agenda.Done, agenda.ToDo.Count).ShouldBe((5, 3, 2));

        var activities = await ReadAsync(db.Activities);
        activities.Count.ShouldBeInRange(60, 100);
        activities.Count(a => a.Status == ActivityStatus.Draft).ShouldBe(1);
        activities.Count(a => a.IsSummary).ShouldBe(1);
        activities.Count(a => a.Evidence.Count == 0).ShouldBeInRange(10, 40);
        activities.SelectMany(a => a.Evidence).Count(e => e.Form == EvidenceForm.Photo).ShouldBeInRange(12, 30);
        activities.SelectMany(a => a.Kinds).ShouldAllBe(k => Kinds.Find(k.KindId) != null);
        activities.SelectMany(a => a.Hosts).ShouldAllBe(h => h.DepartmentId != null || h.GroupId != null);
        activities.Where(a => a.Kinds.Any(k => k.KindId == "moral-lecture")).Select(a => (a.FromOn.Month - 1) / 3).ShouldBe([0, 1, 3], ignoreOrder: true);
        (await db.Events.Select(e => e.By).Distinct().ToListAsync()).ShouldBe(["示例数据"]);

        var check = await new LedgerCheck(ledger.Folder).RunAsync(readData: true, progress: null, CancellationToken.None);
        check.Faults.ShouldBeEmpty();
        check.Unreferenced.ShouldBe(0);
        check.Files.ShouldBe(check.Rows, "every file is another");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 10)]
    [InlineData(3, 5)]
    [InlineData(12, 31)]
    public async Task Create_OnAnyDay_HoldsNothingLater(int month, int day)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        ledger.Clock.Now = new DateTime(2026, month, day, 2, 0, 0, DateTimeKind.Utc);
        var unit = await SampleUnit.CreateAsync(ledger.Folder, ledger.Clock);

        await using var db = ledger.OpenDb(unit);
        var today = OfficeCalendar.Today(ledger.Clock);
        foreach (var activity in await ReadAsync(db.Activities))
        {
            activity.FromOn.ShouldBeLessThanOrEqualTo(today, activity.Title);
            (activity.Precision == PeriodPrecision.Year || activity.ToOn <= today).ShouldBeTrue(activity.Title);
            activity.EnteredAt.ShouldBeLessThanOrEqualTo(ledger.Clock.Now, activity.Title);
        }
        (await db.Attestations.AllAsync(g => g.GivenAt <= ledger.Clock.Now)).ShouldBeTrue();
        (await db.People.CountAsync()).ShouldBe(26);
    }

    [Theory]
    [InlineData(2025)] // leap sixth month
    [InlineData(2026)]
    [InlineData(2028)] // leap fifth month
    [InlineData(2033)] // leap eleventh month
    [InlineData(2099)]
    public async Task Create_InAnyYear_LandsInTheMiddleOfTheScore(int year)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        ledger.Clock.Now = new DateTime(year, 11, 22, 2, 0, 0, DateTimeKind.Utc);
        var unit = await SampleUnit.CreateAsync(ledger.Folder, ledger.Clock);

        await using var db = ledger.OpenDb(unit);
        var scheme = SchemeCatalogue.Default(Kinds).Load("xiaogan");
        var card = await new SelfAssessment(db).ScoreAsync(scheme, new(year, 1, 1), new(year, 12, 31), OfficeCalendar.Today(ledger.Clock));
        foreach (var standard in card.Standards)
        {
            output.WriteLine($"{standard.Id} {standard.Points}/{standard.Possible} {string.Join('；', standard.Missing)}");
        }
        card.Points.ShouldBeInRange(1200, 1800);
        card.Possible.ShouldBe(2400);
    }

    [Theory]
    [InlineData(2025, "端午", "2025-05-29")] // its leap month comes later
    [InlineData(2025, "中秋", "2025-10-04")]
    [InlineData(2026, "春节", "2026-02-15")]
    [InlineData(2026, "端午", "2026-06-17")]
    [InlineData(2026, "中秋", "2026-09-23")]
    public async Task Create_Festival_FollowsTheLunarCalendar(int year, string name, string on)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        ledger.Clock.Now = new DateTime(year, 11, 22, 2, 0, 0, DateTimeKind.Utc);
        var unit = await SampleUnit.CreateAsync(ledger.Folder, ledger.Clock);

        await using var db = ledger.OpenDb(unit);
        var activities = await ReadAsync(db.Activities);
        activities.Single(a => a.Title.StartsWith(name == "春节" ? "春节前走访" : $"我们的节日：{name}", StringComparison.Ordinal))
            .ToOn.ToString("yyyy-MM-dd").ShouldBe(on);
    }

    [Fact]
    public async Task Files_OfSample_CanBeRead()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        ledger.Clock.Now = Autumn;
        var unit = await SampleUnit.CreateAsync(ledger.Folder, ledger.Clock);

        await using var db = ledger.OpenDb(unit);
        foreach (var evidence in await db.Evidence.Where(e => e.Sha256 != "").ToListAsync())
        {
            using var bytes = new MemoryStream();
            await ledger.Folder.Evidence.CopyToAsync(evidence.Sha256, bytes, CancellationToken.None);
            bytes.Position = 0;
            if (evidence.Form == EvidenceForm.Document)
            {
                DocxReader.ReadText(bytes).ShouldStartWith(evidence.Title);
            }
            else
            {
                bytes.Length.ShouldBeLessThan(15_000);
                BinaryPrimitives.ReadInt32BigEndian(bytes.ToArray().AsSpan(16)).ShouldBe(evidence.Width!.Value);
                MetadataExtractor.ImageMetadataReader.ReadMetadata(bytes).SelectMany(d => d.Errors).ShouldBeEmpty();
            }
        }
    }

    [SharedReportsFact]
    public void Text_OfSample_IsTakenFromNoReport()
    {
        const int Longest = 20;
        var folder = Path.Combine(Repository.Root, "..", "shared", "seeds");
        var sample = File.ReadAllText(Repository.Path("src/Mingce.Core/Samples/sample-unit.yaml"));
        var runs = Enumerable.Range(0, sample.Length - Longest).Select(i => sample.Substring(i, Longest + 1)).ToHashSet();
        foreach (var report in Directory.EnumerateFiles(folder, "*.txt").Select(File.ReadAllText))
        {
            Enumerable.Range(0, report.Length - Longest).Select(i => report.Substring(i, Longest + 1)).Where(runs.Contains).ShouldBeEmpty();
        }
    }

    private static Task<List<Activity>> ReadAsync(IQueryable<Activity> activities) => activities.AsNoTracking().AsSplitQuery()
        .Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Evidence).OrderBy(a => a.FromOn).ToListAsync();
}
