using System.Text;
using Mingce.Core.Activities;
using Mingce.Core.Papers;
using Mingce.Core.Search;
using Mingce.Core.Units;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Search;

/// <summary>Search finds what a comparison with every text finds, in the own unit only, and forgets what is gone.</summary>
public sealed class LedgerSearchTests
{
    private static readonly Noun[] All = Enum.GetValues<Noun>();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Find_RandomTextsAndQueries_EqualsLike(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var dice = new Dice();
        // Few characters, so that long words are often found, and everything that might hurt an index or a query.
        const string Alphabet = "志愿服务活动学雷锋三月5日ab1，。%_'\"*^-\\（Ａ５\U000201A2";
        var titles = Enumerable.Range(0, 300).Select(_ => Word(dice, Alphabet, 1 + dice.Next(29))).ToList();
        await using var db = ledger.OpenDb(unit);
        foreach (var title in titles)
        {
            // Of every noun, so that none is compared in another way.
            db.Add(ledger.Change, new IncomingPaper { UnitId = unit.Id, Title = title, ReceivedOn = new(2026, 3, 5), EnteredAt = ledger.Clock.Now }, "登记");
            db.Add(ledger.Change, new Return { UnitId = unit.Id, Title = "", Recipient = title, SentOn = new(2026, 3, 5), EnteredAt = ledger.Clock.Now }, "登记");
            db.Add(ledger.Change, new Activity { UnitId = unit.Id, Title = title, Status = ActivityStatus.Entered, EnteredAt = ledger.Clock.Now }.During(Period.Of(new(2026, 3, 5))), "新建");
        }
        await db.SaveChangesAsync();

        var found = 0;
        for (var i = 0; i < 400; i++)
        {
            var word = Word(dice, Alphabet, 1 + dice.Next(6)).Replace('"', '日');
            var query = SearchQuery.Parse($"\"{word}\"");
            if (query.Words.Count == 0)
            {
                continue;
            }
            var hits = await db.Activities.Where(a => new LedgerSearch(db).Find(query, All).Select(e => e.SubjectId).Contains(a.Id)).Select(a => a.Title).ToListAsync();
            var expected = titles.Where(t => Folding.Fold(t).Contains(Folding.Fold(word), StringComparison.Ordinal));
            hits.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), word);
            (await new LedgerSearch(db).Find(query, [Noun.IncomingPaper]).CountAsync()).ShouldBe(hits.Count, word);
            (await new LedgerSearch(db).Find(query, [Noun.Return]).CountAsync()).ShouldBe(hits.Count, word);
            if (word.All(c => c is >= '一' and <= '龥'))
            {
                (await db.Activities.CountAsync(a => EF.Functions.Like(a.Title, $"%{word}%"))).ShouldBe(hits.Count, word);
            }
            found += hits.Count;
        }
        found.ShouldBeGreaterThan(1000);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Find_SeveralWords_WantsAllOfThemInAnyField(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await ledger.NewActivityAsync(unit, "学雷锋志愿服务", a => { a.Place = "南门社区"; a.Text = "ＷＰＳ 讲座，New  York，文明办〔2026〕18号"; a.HostedBy("团支部"); });
        await ledger.NewActivityAsync(unit, "志愿者座谈");
        async Task<int> CountAsync(string typed) => (await FindAsync(ledger, unit, typed)).Count;

        (await CountAsync("志愿")).ShouldBe(2);
        (await CountAsync("志愿　南门")).ShouldBe(1);
        (await CountAsync("志愿 团支部 座谈")).ShouldBe(0);
        (await CountAsync("愿")).ShouldBe(2);
        (await CountAsync("愿 谈")).ShouldBe(1);
        (await CountAsync("wps")).ShouldBe(1);
        (await CountAsync("文明办[2026]18号")).ShouldBe(1);
        (await CountAsync("（2026）18号")).ShouldBe(1);
        (await CountAsync("ｗＰｓ")).ShouldBe(1);
        (await CountAsync("\"new york\"")).ShouldBe(1);
        (await CountAsync("“志愿服务”")).ShouldBe(1);
        (await CountAsync("\"志愿 服务\"")).ShouldBe(1);
        (await CountAsync("newyork")).ShouldBe(0);
        // Not across fields.
        (await CountAsync("服务南门")).ShouldBe(0);
        (await CountAsync("")).ShouldBe(0);
        (await CountAsync(" \" ")).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Find_ChangedHiddenAndRemovedRows_AreFoundAsTheyAre(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var (unit, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync("市文明办"));
        await ledger.NewActivityAsync(other, "道德讲堂");
        var draft = await ledger.NewActivityAsync(unit, "道德讲堂", a => a.Status = ActivityStatus.Draft);
        var evidence = await ledger.SaveAsync(unit, new Evidence { UnitId = unit.Id, ActivityId = draft.Id, Form = EvidenceForm.Original, Title = "讲堂签到表", AddedAt = ledger.Clock.Now });
        (await FindAsync(ledger, unit, "讲堂")).ShouldBeEmpty();

        await ChangeAsync(ledger, unit, draft.Id, a => a.Status = ActivityStatus.Entered);
        (await FindAsync(ledger, unit, "讲堂")).Order().ShouldBe([draft.Id, evidence.Id]);
        (await FindAsync(ledger, other, "讲堂")).Count.ShouldBe(1);

        await ChangeAsync(ledger, unit, draft.Id, a => a.Title = "经典诵读");
        (await FindAsync(ledger, unit, "讲堂")).ShouldBe([evidence.Id]);
        (await FindAsync(ledger, unit, "诵读")).ShouldBe([draft.Id]);

        await using (var db = ledger.OpenDb(unit))
        {
            var row = await db.Evidence.SingleAsync();
            db.Remove(row);
            db.Record(ledger.Change, row, "删除佐证");
            await db.SaveChangesAsync();
        }
        (await FindAsync(ledger, unit, "讲堂")).ShouldBeEmpty();

        await ChangeAsync(ledger, unit, draft.Id, a => a.Status = ActivityStatus.Superseded);
        (await FindAsync(ledger, unit, "诵读")).ShouldBeEmpty();

        await ChangeAsync(ledger, unit, draft.Id, a => a.Status = ActivityStatus.Entered);
        await using (var db = ledger.OpenDb(unit))
        {
            var row = await db.Activities.Include(a => a.Evidence).SingleAsync(a => a.Id == draft.Id);
            db.Remove(row);
            db.Record(ledger.Change, row, "删除");
            await db.SaveChangesAsync();
        }
        (await FindAsync(ledger, unit, "诵读")).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_RolledBack_LeavesTheIndexAsItWas(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await using (var db = ledger.OpenDb(unit))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(ledger.Change, new Activity { UnitId = unit.Id, Title = "道德讲堂", Status = ActivityStatus.Entered, EnteredAt = ledger.Clock.Now }.During(Period.Of(new(2026, 3, 5))), "新建");
            await db.SaveChangesAsync();
            (await new LedgerSearch(db).Find(SearchQuery.Parse("讲堂"), All).CountAsync()).ShouldBe(1);
        }
        (await FindAsync(ledger, unit, "讲堂")).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Work_File_IsFoundByItsTextOnceItWasRead(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var activity = await ledger.NewActivityAsync(unit, "道德讲堂");
        var file = await KeepAsync(ledger, unit, activity, "讲稿.txt", "各位同事：见贤思齐。");
        var photo = await KeepAsync(ledger, unit, activity, "空.bin", "\0\u0001");
        (await FindAsync(ledger, unit, "见贤思齐")).ShouldBeEmpty();

        // Killed before it was read: it still waits.
        (await new SearchBacklog(ledger.Folder).WorkAsync(null, CancellationToken.None)).ShouldBe(2);
        (await FindAsync(ledger, unit, "见贤思齐")).ShouldBe([file.Id]);
        (await new SearchBacklog(ledger.Folder).WorkAsync(null, CancellationToken.None)).ShouldBe(0);

        await ChangeAsync(ledger, unit, activity.Id, a => a.Title = "讲堂");
        (await FindAsync(ledger, unit, "见贤思齐")).ShouldBe([file.Id]);
        photo.ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Rebuild_DamagedIndex_FindsEverythingAgain(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var (unit, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync("市文明办"));
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await ledger.NewActivityAsync(unit, $"道德讲堂{i}", a => a.HostedBy("团支部"))).Id);
            await ledger.NewActivityAsync(other, "道德讲堂");
        }
        var paper = new IncomingPaper { UnitId = unit.Id, Title = "关于道德讲堂的通知", ReceivedOn = new(2026, 3, 5), EnteredAt = ledger.Clock.Now };
        await using (var content = new MemoryStream(Encoding.UTF8.GetBytes("每月一次")))
        {
            paper.Attach(await EvidenceIntake.KeepFileAsync(ledger.Folder.Evidence, "通知.txt", content, CancellationToken.None));
        }
        await ledger.SaveAsync(unit, paper);
        var sent = await ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = "道德讲堂情况", Recipient = "市文明办", SentOn = new(2026, 3, 5), EnteredAt = ledger.Clock.Now });
        await ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = "道德讲堂情况", Recipient = "市文明办", SentOn = new(2026, 3, 5), EnteredAt = ledger.Clock.Now, RemovedAt = ledger.Clock.Now });
        var draft = await ledger.NewActivityAsync(unit, "道德讲堂", a => a.Status = ActivityStatus.Draft);
        var file = await KeepAsync(ledger, unit, await FirstAsync(ledger, unit, ids[0]), "讲稿.txt", "道德讲堂讲稿");
        await using (var db = ledger.OpenDb(unit))
        {
            await db.SearchEntries.Where(e => e.OwnerId == ids[1]).ExecuteDeleteAsync();
            await db.SearchEntries.Where(e => e.OwnerId == ids[2]).ExecuteUpdateAsync(s => s.SetProperty(e => e.Text, "无"));
            await db.SearchEntries.Where(e => e.OwnerId == paper.Id).ExecuteDeleteAsync();
        }
        (await FindAsync(ledger, unit, "道德讲堂")).Count.ShouldBeLessThan(7);

        await new SearchBacklog(ledger.Folder).RebuildAsync(null, CancellationToken.None);

        (await FindAsync(ledger, unit, "道德讲堂")).Order().ShouldBe(((Guid[])[.. ids, file.Id, paper.Id, sent.Id]).Order());
        (await FindAsync(ledger, unit, "每月一次")).ShouldBe([paper.Id]);
        (await FindAsync(ledger, unit, "团支部")).Order().ShouldBe(ids);
        (await FindAsync(ledger, other, "讲堂")).Count.ShouldBe(5);
        draft.ShouldNotBeNull();
    }

    private static async Task<Activity> FirstAsync(TestLedger ledger, Unit unit, Guid id)
    {
        await using var db = ledger.OpenDb(unit);
        return await db.Activities.AsNoTracking().FirstAsync(a => a.Id == id);
    }

    private static async Task<Evidence> KeepAsync(TestLedger ledger, Unit unit, Activity activity, string name, string text)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ledger.SaveAsync(unit, await EvidenceIntake.KeepAsync(ledger.Folder.Evidence, activity, name, content, false, ledger.Clock.Now, CancellationToken.None));
    }

    private static async Task ChangeAsync(TestLedger ledger, Unit unit, Guid id, Action<Activity> change)
    {
        await using var db = ledger.OpenDb(unit);
        // Without its parts, as most pages read it.
        var activity = await db.Activities.SingleAsync(a => a.Id == id);
        change(activity);
        db.Record(ledger.Change, activity, "更正");
        await db.SaveChangesAsync();
    }

    private static async Task<List<Guid>> FindAsync(TestLedger ledger, Unit unit, string typed)
    {
        await using var db = ledger.OpenDb(unit);
        return await new LedgerSearch(db).Find(SearchQuery.Parse(typed), All).Select(e => e.SubjectId).ToListAsync();
    }

    private static string Word(Dice dice, string alphabet, int length)
    {
        var runes = alphabet.EnumerateRunes().ToList();
        return string.Concat(Enumerable.Range(0, length).Select(_ => runes[dice.Next(runes.Count)].ToString()));
    }

    /// <summary>The same throws at every run.</summary>
    private sealed class Dice
    {
        private ulong state = 20261122;

        public int Next(int sides)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return (int)((state >> 33) % (ulong)sides);
        }
    }
}
