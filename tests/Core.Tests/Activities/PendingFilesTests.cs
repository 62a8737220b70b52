using Mingce.Core.Activities;
using Mingce.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Activities;

public sealed class PendingFilesTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Sweep_WaitedTooLongOrTakenBack_RemovesRowsAndBytesThatNothingElseNeeds(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await using var db = ledger.OpenDb(unit);
        Guid account = Guid.CreateVersion7(), form = Guid.CreateVersion7(), other = Guid.CreateVersion7();
        var pending = new PendingFiles(db, account);
        var store = ledger.Folder.Evidence;
        var files = new Dictionary<string, ReceivedFile>();
        foreach (var name in new[] { "old", "used", "dropped", "waiting", "again" })
        {
            files[name] = await EvidenceIntake.KeepAsync(store, name + ".txt", new MemoryStream([.. name.Select(c => (byte)c)]), ledger.Clock.Now, default);
            File.SetLastWriteTimeUtc(store.PathOf(files[name].Sha256), ledger.Clock.Now);
        }
        await pending.AddAsync(unit.Id, form, [files["old"], files["used"], files["again"]], "", ledger.Clock.Now, default);
        await ledger.NewActivityAsync(unit, "用了", a => a.Evidence.Add(files["used"].ToEvidence(a, false, ledger.Clock.Now)));
        ledger.Clock.Now += PendingFiles.Patience;
        await pending.AddAsync(unit.Id, other, [files["dropped"], files["waiting"], files["again"]], "", ledger.Clock.Now, default);
        await pending.DropAsync(other, files["dropped"].Sha256, default);
        ledger.Clock.Now += TimeSpan.FromHours(2);

        var removed = new List<string>();
        await using (var all = ledger.OpenDb(null))
            await PendingFiles.SweepAsync(all, store, ledger.Clock.Now, removed.Add, default);

        removed.ShouldBe([files["old"].Sha256, files["dropped"].Sha256], ignoreOrder: true);
        store.List().ShouldBe([files["used"].Sha256, files["waiting"].Sha256, files["again"].Sha256], ignoreOrder: true);
        (await db.PendingFiles.AsNoTracking().Select(p => p.FileName).ToListAsync()).ShouldBe(["waiting.txt", "again.txt"], ignoreOrder: true);
        (await new LedgerCheck(ledger.Folder).RunAsync(true, null, default)).ShouldSatisfyAllConditions(c => c.Faults.ShouldBeEmpty(), c => c.Unreferenced.ShouldBe(0));
    }

    [Theory, OnSqlite]
    public async Task Sweep_SameBytesJustCameInAgain_StayUntilTheirRowIsWritten(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var store = ledger.Folder.Evidence;
        var kept = await store.KeepAsync(new MemoryStream([1]), default);
        store.RemoveUnused(kept.Sha256, File.GetLastWriteTimeUtc(store.PathOf(kept.Sha256))).ShouldBeFalse();
        store.List().ShouldBe([kept.Sha256]);
    }
}
