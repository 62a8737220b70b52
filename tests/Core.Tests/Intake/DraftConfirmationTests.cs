using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Intake;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Rules;
using Testing;

namespace Core.Tests.Intake;

/// <summary>What a confirmation replaces, and what a withdrawn one gives back.</summary>
public sealed class DraftConfirmationTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Withdraw_Correction_GivesBackWhatItReplacedAsItWas(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var (before, replaced) in new[]
        {
            (ActivityStatus.Draft, ActivityStatus.Superseded),
            (ActivityStatus.Entered, ActivityStatus.Superseded),
            // Split or corrected before, or in the 回收站: not touched.
            (ActivityStatus.Superseded, ActivityStatus.Superseded),
            (ActivityStatus.Deleted, ActivityStatus.Deleted),
        })
        {
            var corrected = await ledger.NewActivityAsync(unit, "道德讲堂", a => a.Status = before);
            var draft = await ledger.NewActivityAsync(unit, "道德讲堂", a => (a.Status, a.ResemblesId) = (ActivityStatus.Draft, corrected.Id));

            (await ChangeAsync(ledger, unit, db => new DraftConfirmation(db, ledger.Change).EnterAsync(db.Activities.Single(a => a.Id == draft.Id)), corrected.Id)).ShouldBe(replaced, $"{before}");
            (await ChangeAsync(ledger, unit, db => new DraftConfirmation(db, ledger.Change).WithdrawAsync(db.Activities.Single(a => a.Id == draft.Id)), corrected.Id)).ShouldBe(before, $"{before}");
        }
    }

    [Theory, OnSqlite]
    public async Task Withdraw_CorrectionOfADraftRoutine_IsADraftAgain(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var corrected = await ledger.SaveAsync(unit, NewRoutine(unit));
        var draft = NewRoutine(unit);
        draft.ResemblesId = corrected.Id;
        await ledger.SaveAsync(unit, draft);
        await using var db = ledger.OpenDb(unit);
        var (one, other) = (db.Routines.Single(r => r.Id == draft.Id), db.Routines.Single(r => r.Id == corrected.Id));

        await new DraftConfirmation(db, ledger.Change).EnterAsync(one);
        await db.SaveChangesAsync();
        (one.Status, other.Status).ShouldBe((RoutineStatus.Active, RoutineStatus.Superseded));
        await new DraftConfirmation(db, ledger.Change).WithdrawAsync(one);
        await db.SaveChangesAsync();
        (one.Status, other.Status).ShouldBe((RoutineStatus.Draft, RoutineStatus.Draft));
    }

    private static Routine NewRoutine(Unit unit) =>
        new Routine { UnitId = unit.Id, Title = "集中学习", KindId = "study", Year = 2025, EnteredAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) }.Recurring(new(Frequency.Weekly));

    private static async Task<ActivityStatus> ChangeAsync(TestLedger ledger, Unit unit, Func<LedgerDb, Task> change, Guid watched)
    {
        await using var db = ledger.OpenDb(unit);
        await change(db);
        await db.SaveChangesAsync();
        return db.Activities.Single(a => a.Id == watched).Status;
    }
}
