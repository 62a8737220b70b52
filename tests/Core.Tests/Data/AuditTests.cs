using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Data;

/// <summary>No change without an event that says who, when, what and why.</summary>
public sealed class AuditTests
{
    private static readonly Dictionary<string, Action<LedgerDb, Activity>> Changes = new(StringComparer.Ordinal)
    {
        ["modified"] = (_, a) => a.Title = "改名",
        ["deleted"] = (db, a) => db.Remove(a),
        ["kinds"] = (_, a) => a.OfKinds("lecture", "visit"),
        ["kind removed"] = (_, a) => a.OfKinds(),
        ["quantities"] = (_, a) => a.With(new Quantity(3, "次")),
        ["hosts"] = (_, a) => a.HostedBy("办公室"),
        ["evidence"] = (db, a) => db.Evidence.Add(NewEvidence(a)),
    };

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_ChangeWithoutEvent_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var id = (await NewActivityAsync(ledger, unit)).Id;
        foreach (var (name, change) in Changes)
        {
            await using var db = ledger.OpenDb(unit);
            var activity = await LoadAsync(db, id);
            change(db, activity);
            (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(), name)).Message.ShouldContain("without an event");
            Should.Throw<NotSupportedException>(() => db.SaveChanges(), name);
        }
        await using var unchanged = ledger.OpenDb(unit);
        (await LoadAsync(unchanged, id)).Title.ShouldBe("道德讲堂");
        (await unchanged.Events.CountAsync(e => e.SubjectId == id)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_ChangeWithEvent_KeepsBothAndRaisesVersion(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var (name, change) in Changes.Where(c => c.Key != "deleted"))
        {
            var id = (await NewActivityAsync(ledger, unit)).Id;
            await using (var db = ledger.OpenDb(unit))
            {
                var activity = await LoadAsync(db, id);
                change(db, activity);
                db.Record(ledger.Change with { Why = "更正" }, activity, name);
                await db.SaveChangesAsync();
            }
            await using var after = ledger.OpenDb(unit);
            // A new paper has a version of its own; everything else on the activity's page changes the activity.
            (await after.Activities.SingleAsync(a => a.Id == id)).Version.ShouldBe(name == "evidence" ? 1 : 2, name);
            var recorded = await after.Events.SingleAsync(e => e.SubjectId == id && e.What == name);
            (recorded.By, recorded.At, recorded.Why, recorded.Subject).ShouldBe((ledger.Change.By, ledger.Clock.Now, "更正", nameof(Activity)));
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_KindsReplaced_StoresTheNewOnes(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var id = (await NewActivityAsync(ledger, unit)).Id;
        await using (var db = ledger.OpenDb(unit))
        {
            var activity = await LoadAsync(db, id);
            activity.OfKinds("visit", "donation").With(new Quantity(5000, "元", Bound.Over));
            db.Record(ledger.Change, activity, "更正");
            await db.SaveChangesAsync();
        }
        await using var after = ledger.OpenDb(unit);
        var stored = await LoadAsync(after, id);
        stored.Kinds.OrderBy(k => k.Ordinal).Select(k => k.KindId).ShouldBe(["visit", "donation"]);
        stored.Quantities.Select(q => q.Value).ShouldBe([new Quantity(5000, "元", Bound.Over)]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_AddedWithoutEvent_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await using var db = ledger.OpenDb(unit);
        db.Activities.Add(new Activity { UnitId = unit.Id, Title = "道德讲堂", EnteredAt = ledger.Clock.Now });
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_EventOfAnotherSubject_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var (one, two) = (await NewActivityAsync(ledger, unit), await NewActivityAsync(ledger, unit));
        await using var db = ledger.OpenDb(unit);
        (await LoadAsync(db, one.Id)).Title = "改名";
        db.Record(ledger.Change, two, "改名");
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_EventChangedOrDeleted_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            await using var db = ledger.OpenDb(unit);
            db.Entry(await db.Events.SingleAsync()).State = state;
            (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("never");
        }
    }

    private static Task<Activity> NewActivityAsync(TestLedger ledger, Mingce.Core.Units.Unit unit) =>
        ledger.NewActivityAsync(unit, "道德讲堂", a => a.OfKinds("lecture").With(new Quantity(40, "人", Bound.Over)));

    private static Task<Activity> LoadAsync(LedgerDb db, Guid id) =>
        db.Activities.Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Evidence).SingleAsync(a => a.Id == id);

    private static Evidence NewEvidence(Activity activity) => new()
    {
        UnitId = activity.UnitId,
        ActivityId = activity.Id,
        Form = EvidenceForm.Original,
        Title = "签到册",
        AddedAt = activity.EnteredAt,
    };
}
