using Mingce.Core.Activities;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Data;

/// <summary>Of two who edit the same row, the second hears of it.</summary>
public sealed class ConcurrencyTests
{
    private static readonly Dictionary<string, Action<LedgerDb, Activity>> Edits = new(StringComparer.Ordinal)
    {
        ["field"] = (_, a) => a.Place = "会议室",
        ["part row"] = (_, a) => a.HostedBy("办公室"),
        ["delete"] = (db, a) => db.Remove(a),
    };

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_RowChangedMeanwhile_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var (firstName, first) in Edits)
        {
            foreach (var (secondName, second) in Edits)
            {
                var id = (await ledger.NewActivityAsync(unit, "道德讲堂")).Id;
                await using var winner = ledger.OpenDb(unit);
                await using var loser = ledger.OpenDb(unit);
                var (won, lost) = (await LoadAsync(winner, id), await LoadAsync(loser, id));
                first(winner, won);
                winner.Record(ledger.Change, won, firstName);
                await winner.SaveChangesAsync();

                second(loser, lost);
                loser.Record(ledger.Change, lost, secondName);
                await Should.ThrowAsync<DbUpdateConcurrencyException>(() => loser.SaveChangesAsync(), $"{firstName}, then {secondName}");

                await using var after = ledger.OpenDb(unit);
                (await after.Events.CountAsync(e => e.SubjectId == id)).ShouldBe(2, "the loser's event is not kept either");
            }
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Save_VersionOfAnOldForm_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var id = (await ledger.NewActivityAsync(unit, "道德讲堂")).Id;
        for (var version = 1; version <= 2; version++)
        {
            await using var db = ledger.OpenDb(unit);
            var activity = await LoadAsync(db, id);
            // What a form does with the version it carries: the first time it is the current one, then it is not.
            db.Entry(activity).Property(a => a.Version).OriginalValue = 1;
            activity.Place = $"会议室{version}";
            db.Record(ledger.Change, activity, "更正");
            if (version == 1)
            {
                await db.SaveChangesAsync();
            }
            else
            {
                await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            }
        }
    }

    private static Task<Activity> LoadAsync(LedgerDb db, Guid id) => db.Activities.Include(a => a.Hosts).SingleAsync(a => a.Id == id);
}
