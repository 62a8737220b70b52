using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Intake;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Intake;

/// <summary>Drafts of a report and what a person decides about them.</summary>
public sealed class ReportWorkTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Split_TotalOfPeople_CountsNobodyTwice(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await using var db = ledger.OpenDb(unit);
        await new ReportImport(db, KindCatalogue.LoadDefault()).ImportAsync(ReportFile.OfText("某中心2025年工作总结\n举办道德讲堂4次，参加120人次。"), unit, 2025, false, ledger.Change);
        var total = await db.Activities.Include(a => a.Quantities).SingleAsync();
        var item = await db.ReportDrafts.SingleAsync(d => d.DraftId == total.Id);
        var decisions = new DraftDecisions(db, ledger.Change);

        (await Should.ThrowAsync<UserFaultException>(() => decisions.SplitAsync(item, [new(new(2025, 3, 8), "", 121, [], [])]))).Message.ShouldContain("多于");
        (await Should.ThrowAsync<UserFaultException>(() => decisions.SplitAsync(item, [new(new(2024, 3, 8), "", 30, [], [])]))).Message.ShouldContain("2024年3月8日");
        await decisions.SplitAsync(item, [new(new(2025, 3, 8), "", 30, [], [])]);
        await db.SaveChangesAsync();

        (total.Count, total.Quantities.ShouldHaveSingleItem().Value.Value).ShouldBe((3, 90m));
        (await db.Activities.SingleAsync(a => a.PartOfId == total.Id)).ActualHeadcount.ShouldBe(30);
    }

    [Theory]
    [InlineData("2026-12-31T15:59:00Z", EntryMark.Late)]
    [InlineData("2026-12-31T16:01:00Z", EntryMark.History)]
    public async Task Import_AtNewYear_GoesByTheOfficesCalendar(string now, EntryMark mark)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        ledger.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
        var unit = await ledger.NewUnitAsync();
        await using var db = ledger.OpenDb(unit);
        await new ReportImport(db, KindCatalogue.LoadDefault()).ImportAsync(ReportFile.OfText("某中心2026年工作总结\n举办道德讲堂4次。"), unit, 2026, false, ledger.Change);
        (await db.Activities.SingleAsync()).Mark.ShouldBe(mark);
    }
}
