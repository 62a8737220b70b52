using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Data;

public sealed class TenantTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_RowOfAnotherUnit_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var (own, other) = (await ledger.NewUnitAsync("甲局"), await ledger.NewUnitAsync("乙局"));
        var activity = await ledger.NewActivityAsync(other, "道德讲堂");

        await using var db = ledger.OpenDb(own);
        db.Attach(activity).Entity.Title = "改名";
        db.Record(ledger.Change, activity, "更正");

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Query_OtherUnitOrNone_SeesNoRows(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var (own, other) = (await ledger.NewUnitAsync("甲局"), await ledger.NewUnitAsync("乙局"));
        var activity = await ledger.NewActivityAsync(own, "道德讲堂", a => a.OfKinds("lecture"));

        await using var ownDb = ledger.OpenDb(own);
        (await ownDb.Activities.SingleAsync()).Id.ShouldBe(activity.Id);
        (await ownDb.Units.SingleAsync()).Id.ShouldBe(own.Id);

        foreach (var unit in new[] { other, null })
        {
            await using var db = ledger.OpenDb(unit);
            (await db.Activities.CountAsync()).ShouldBe(0);
            (await db.ActivityKinds.CountAsync()).ShouldBe(0);
            (await db.Activities.FindAsync(own.Id, activity.Id)).ShouldBeNull();
            (await db.Units.CountAsync()).ShouldBe(unit is null ? 0 : 1);
            (await db.Events.CountAsync(e => e.SubjectId == activity.Id)).ShouldBe(0);
        }
    }
}
