using Mingce.Core.Data;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Data;

/// <summary>The number that tells whether anything of a unit was changed.</summary>
public sealed class ChangesTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_AnyRowOfAUnit_RaisesItsNumberOnly(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var (own, other) = (await ledger.NewUnitAsync("甲局"), await ledger.NewUnitAsync("乙局"));
        var activity = await ledger.NewActivityAsync(own, "道德讲堂", a => a.OfKinds("moral-lecture"));
        var before = await ledger.Folder.ReadChangesAsync(other.Id);
        Action<LedgerDb>[] changes =
        [
            db => db.Add(ledger.Change, new Department { UnitId = own.Id, Name = "办公室" }, "新增"),
            db => Edit(db, activity, a => a.Title = "改名"),
            db => Edit(db, activity, a => a.OfKinds("volunteer")),
            db => db.Record(ledger.Change, activity, "只有事件"),
            db => Edit(db, activity, a => db.Remove(a)),
        ];
        foreach (var change in changes)
        {
            var last = await ledger.Folder.ReadChangesAsync(own.Id);
            await using var db = ledger.OpenDb(own);
            change(db);
            await db.SaveChangesAsync();
            (await ledger.Folder.ReadChangesAsync(own.Id)).ShouldBe(last + 1);
        }
        (await ledger.Folder.ReadChangesAsync(other.Id)).ShouldBe(before);
        (await ledger.Folder.ReadChangesAsync(Guid.CreateVersion7())).ShouldBeNull();

        void Edit(LedgerDb db, Mingce.Core.Activities.Activity stale, Action<Mingce.Core.Activities.Activity> edit)
        {
            var stored = db.Activities.Include(a => a.Kinds).Single(a => a.Id == stale.Id);
            edit(stored);
            db.Record(ledger.Change, stored, "更正");
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_Fails_LeavesTheNumber(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" });
        var last = await ledger.Folder.ReadChangesAsync(unit.Id);

        await Should.ThrowAsync<DbUpdateException>(() => ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" }));

        (await ledger.Folder.ReadChangesAsync(unit.Id)).ShouldBe(last);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Cached_AfterASave_IsReckonedAnew(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        using var cache = new LedgerCache();
        await using var db = ledger.Folder.OpenDb(unit.Id, cache.Of(unit.Id, (await ledger.Folder.ReadChangesAsync(unit.Id))!.Value, new DateOnly(2026, 3, 5)));
        (await CountAsync()).ShouldBe("0");
        (await CountAsync()).ShouldBe("0");
        db.Add(ledger.Change, new Department { UnitId = unit.Id, Name = "办公室" }, "新增");
        await db.SaveChangesAsync();
        (await CountAsync()).ShouldBe("1", "within the same request too");

        Task<string> CountAsync() => db.CachedAsync("departments", async () => $"{await db.Departments.CountAsync()}", text => text.Length);
    }
}
