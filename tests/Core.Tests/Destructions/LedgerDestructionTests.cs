using System.Text;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Destructions;
using Mingce.Core.Papers;
using Mingce.Core.Search;
using Mingce.Core.Storage;
using Mingce.Core.Volunteering;
using Mingce.Core.WorkItems;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Destructions;

/// <summary>What a 销毁 takes out of the ledger, and what it leaves.</summary>
public sealed class LedgerDestructionTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task DestroyFile_NamesThatJsonEscapesOrKnows_GoFromTheEvents(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var activity = await ledger.NewActivityAsync(unit, "道德讲堂");
        await using var db = ledger.OpenDb(unit);
        var evidence = await KeepAsync(ledger, activity, "A&B's “From”+𠀀.txt");
        db.Add(ledger.Change, evidence, "补充佐证");
        await db.SaveChangesAsync();
        (evidence.Title, evidence.Caption) = ("From", "A&B's “From”+𠀀");
        db.Record(ledger.Change, unit.Id, evidence, "更正佐证", [new("名称", "A&B's “From”+𠀀", "From"), new("说明", "", evidence.Caption)]);
        await db.SaveChangesAsync();

        await new LedgerDestruction(db, ledger.Change with { Why = "误传" }).DestroyFileAsync(evidence.Sha256, evidence.ActivityId, default);

        var changes = (await db.Events.AsNoTracking().Where(e => e.SubjectId == activity.Id && e.What == "更正佐证").SingleAsync()).Changes;
        changes.ShouldBe([new FieldChange("名称", "（已销毁）", "（已销毁）"), new FieldChange("说明", "", "（已销毁）")]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task DestroyRecord_FileThatA来文Has_StaysWithIt(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var activity = await ledger.NewActivityAsync(unit, "误录的记录");
        var evidence = await ledger.SaveAsync(unit, await KeepAsync(ledger, activity, "通知.txt"));
        var paper = new IncomingPaper { UnitId = unit.Id, Title = "通知", ReceivedOn = new(2026, 3, 5), EnteredAt = ledger.Clock.Now };
        paper.Attach(new ReceivedFile(evidence.Sha256, evidence.Size, "通知.txt", "text/plain"));
        await ledger.SaveAsync(unit, paper);
        await using var db = ledger.OpenDb(unit);

        await new LedgerDestruction(db, ledger.Change).DestroyRecordAsync(await ReadAsync(db, activity.Id), default);
        await new DestructionCleanup(ledger.Folder, ledger.Clock).FinishAsync(default);

        (await db.Evidence.AnyAsync()).ShouldBeFalse();
        (await db.IncomingPapers.AsNoTracking().SingleAsync()).Sha256.ShouldBe(evidence.Sha256);
        (await new LedgerCheck(ledger.Folder).RunAsync(readData: true, null, default)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task DestroyRecord_TitleThatOtherRowsTell_IsTakenOutOfThem(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var activity = await ledger.NewActivityAsync(unit, "不该写的标题");
        var person = await ledger.SaveAsync(unit, new Mingce.Core.Units.Person { UnitId = unit.Id, Name = "张三" });
        var list = new HoursList { UnitId = unit.Id, Source = HoursSource.Own, Title = activity.Title, ActivityId = activity.Id, EnteredById = Guid.Empty, EnteredBy = "", EnteredAt = ledger.Clock.Now };
        list.Entries.Add(new() { UnitId = unit.Id, ListId = list.Id, Ordinal = 0, PersonId = person.Id, FromOn = new(2026, 3, 5), ToOn = new(2026, 3, 5), Minutes = 60, Project = activity.Title });
        await ledger.SaveAsync(unit, list);
        var imported = new HoursList { UnitId = unit.Id, Source = HoursSource.System, Title = "时长.xlsx", EnteredById = Guid.Empty, EnteredBy = "", EnteredAt = ledger.Clock.Now };
        imported.Entries.Add(new() { UnitId = unit.Id, ListId = imported.Id, Ordinal = 0, PersonId = person.Id, FromOn = new(2026, 3, 5), ToOn = new(2026, 3, 5), Minutes = 60, Project = activity.Title, ActivityId = activity.Id });
        await ledger.SaveAsync(unit, imported);
        var item = await ledger.SaveAsync(unit, new WorkItem { UnitId = unit.Id, Title = "任务", EnteredAt = ledger.Clock.Now });
        await using (var form = ledger.OpenDb(unit))
        {
            await form.LinkWorkItemAsync(item.Id, activity, ledger.Change, default);
            await form.SaveChangesAsync();
        }
        await using var db = ledger.OpenDb(unit);

        await new LedgerDestruction(db, ledger.Change).DestroyRecordAsync(await ReadAsync(db, activity.Id), default);

        (await db.Events.AsNoTracking().Select(e => e.What).ToListAsync()).ShouldAllBe(what => !what.Contains(activity.Title));
        (await db.HoursLists.AsNoTracking().OrderBy(l => l.Source).Select(l => l.Title).ToListAsync()).ShouldBe(["（已销毁）", "时长.xlsx"]);
        (await db.HoursEntries.AsNoTracking().Select(e => new { e.Project, e.Minutes }).ToListAsync()).ShouldAllBe(e => e.Project == "（已销毁）" && e.Minutes == 60);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Mask_NameWithBlanksInHistory_IsMaskedThereToo(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var activity = await ledger.NewActivityAsync(unit, "张　三宣讲");
        await using var db = ledger.OpenDb(unit);
        db.Record(ledger.Change, activity, "更正“张 三宣讲”", [new("标题", "张三O'Neil", "张　三宣讲")]);
        await db.SaveChangesAsync();

        await new PersonMasking(db, ledger.Change).MaskAsync("张三", [(Noun.Activity, activity.Id)], default);

        var told = await db.Events.AsNoTracking().SingleAsync(e => e.SubjectId == activity.Id && e.ChangesJson != "");
        told.What.ShouldBe("更正“张×宣讲”");
        told.Changes.ShouldBe([new FieldChange("标题", "张×O'Neil", "张×宣讲")]);
        (await db.Activities.AsNoTracking().SingleAsync()).Title.ShouldBe("张×宣讲");
    }

    [Theory, OnSqlite]
    public async Task Check_DestroyedFileSentAgainAndWaitingForItsForm_IsNoFault(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var activity = await ledger.NewActivityAsync(unit, "道德讲堂");
        var evidence = await ledger.SaveAsync(unit, await KeepAsync(ledger, activity, "签到表.txt"));
        await using var db = ledger.OpenDb(unit);
        await new LedgerDestruction(db, ledger.Change).DestroyFileAsync(evidence.Sha256, evidence.ActivityId, default);
        (await new DestructionCleanup(ledger.Folder, ledger.Clock).FinishAsync(default)).ShouldBeTrue();

        var again = await EvidenceIntake.KeepAsync(ledger.Folder.Evidence, "签到表.txt", Content(), ledger.Clock.Now, default);
        await new PendingFiles(db, Guid.CreateVersion7()).AddAsync(unit.Id, Guid.CreateVersion7(), [again], "", ledger.Clock.Now, default);

        again.Sha256.ShouldBe(evidence.Sha256);
        (await new LedgerCheck(ledger.Folder).RunAsync(readData: false, null, default)).Faults.ShouldBeEmpty();
    }

    private static Task<Activity> ReadAsync(Mingce.Core.Data.LedgerDb db, Guid id) =>
        db.Activities.Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery().SingleAsync(a => a.Id == id);

    private static Task<Evidence> KeepAsync(TestLedger ledger, Activity activity, string name) =>
        EvidenceIntake.KeepAsync(ledger.Folder.Evidence, activity, name, Content(), false, ledger.Clock.Now, default);

    private static MemoryStream Content() => new(Encoding.UTF8.GetBytes("签到"));
}
