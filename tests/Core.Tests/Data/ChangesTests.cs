using Mingce.Core.Accounts;
using Mingce.Core.Activities;
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
        var before = await ledger.Folder.ReadStateAsync(other.Id);
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
            var last = await ledger.Folder.ReadStateAsync(own.Id);
            await using var db = ledger.OpenDb(own);
            change(db);
            await db.SaveChangesAsync();
            (await ledger.Folder.ReadStateAsync(own.Id)).ShouldBe(last! with { Changes = last.Changes + 1 });
        }
        (await ledger.Folder.ReadStateAsync(other.Id)).ShouldBe(before);
        (await ledger.Folder.ReadStateAsync(Guid.CreateVersion7())).ShouldBeNull();

        void Edit(LedgerDb db, Activity stale, Action<Activity> edit)
        {
            var stored = db.Activities.Include(a => a.Kinds).Single(a => a.Id == stale.Id);
            edit(stored);
            db.Record(ledger.Change, stored, "更正");
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_WhatSessionsAndKindsAreMadeOf_RaisesTheNumberOfSetup(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var holder = await ledger.NewAccountAsync(unit, Role.Staff, "甲");
        var deputy = await ledger.NewAccountAsync(unit, Role.Staff, "乙");
        using var cache = new LedgerCache();
        var today = new DateOnly(2026, 3, 5);
        Action<LedgerDb>[] changes =
        [
            db => db.Add(ledger.Change, new UnitKind { UnitId = unit.Id, KindId = "clean-up", IsRetired = true }, "停用"),
            db => db.Add(ledger.Change, new StandIn { UnitId = unit.Id, HolderId = holder.Id, DeputyId = deputy.Id, FromOn = today, ToOn = today, Reason = "出差" }, "代理"),
            db => Edit(db, db.Accounts.Single(a => a.Id == deputy.Id), a => a.DisplayName = "改名"),
            db => Edit(db, db.Units.Single(), u => u.SelfName = "我局"),
        ];
        foreach (var change in changes)
        {
            var last = (await ledger.Folder.ReadStateAsync(unit.Id))!;
            await using var db = ledger.Folder.OpenDb(unit.Id, cache.Of(unit.Id, last, today));
            db.CachedSetup("it", () => "old", text => text.Length).ShouldBe("old");
            change(db);
            await db.SaveChangesAsync();
            db.CachedSetup("it", () => "new", text => text.Length).ShouldBe("new", "within the same request too");
            var now = await ledger.Folder.ReadStateAsync(unit.Id);
            now.ShouldBe(new LedgerState(last.Changes + 1, last.SetupChanges + 1));
            await using var later = ledger.Folder.OpenDb(unit.Id, cache.Of(unit.Id, now!, today));
            later.CachedSetup("it", () => "old", text => text.Length).ShouldBe("old", "kept of before is not found");
        }
        // What else changes leaves it.
        await ledger.NewActivityAsync(unit, "道德讲堂");
        await using var after = ledger.Folder.OpenDb(unit.Id, cache.Of(unit.Id, (await ledger.Folder.ReadStateAsync(unit.Id))!, today));
        after.CachedSetup("it", () => "new", text => text.Length).ShouldBe("old");

        void Edit<T>(LedgerDb db, T stored, Action<T> edit)
            where T : IAudited
        {
            edit(stored);
            db.Record(ledger.Change, unit.Id, stored, "更正");
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_WhileAnotherTransactionIsOpen_WaitsItsTurn(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        Task<int> waiting;
        await using var second = ledger.OpenDb(unit);
        await using (var first = ledger.OpenDb(unit))
        await using (var transaction = await first.BeginAsync(default))
        {
            first.Add(ledger.Change, new Department { UnitId = unit.Id, Name = "办公室" }, "新增");
            await first.SaveChangesAsync();
            second.Add(ledger.Change, new Department { UnitId = unit.Id, Name = "财务科" }, "新增");
            waiting = second.SaveChangesAsync();
            waiting.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync(default);
        }
        await waiting;
        await using var db = ledger.OpenDb(unit);
        (await db.Departments.Select(d => d.Name).OrderBy(n => n).ToListAsync()).ShouldBe(["办公室", "财务科"], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_Fails_LeavesTheNumber(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" });
        var last = await ledger.Folder.ReadStateAsync(unit.Id);

        await Should.ThrowAsync<DbUpdateException>(() => ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" }));

        (await ledger.Folder.ReadStateAsync(unit.Id)).ShouldBe(last);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Cached_AfterASave_IsReckonedAnew(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        using var cache = new LedgerCache();
        await using var db = ledger.Folder.OpenDb(unit.Id, cache.Of(unit.Id, (await ledger.Folder.ReadStateAsync(unit.Id))!, new DateOnly(2026, 3, 5)));
        (await CountAsync()).ShouldBe("0");
        (await CountAsync()).ShouldBe("0");
        db.Add(ledger.Change, new Department { UnitId = unit.Id, Name = "办公室" }, "新增");
        await db.SaveChangesAsync();
        (await CountAsync()).ShouldBe("1", "within the same request too");

        Task<string> CountAsync() => db.CachedAsync("departments", async () => $"{await db.Departments.CountAsync()}", text => text.Length);
    }
}
