using Mingce.Core.Activities;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Volunteering;

/// <summary>Hours of volunteers as other systems and people write them.</summary>
public sealed class HoursTests
{
    [Theory]
    [InlineData("2.5", false, 150)]
    [InlineData("2小时30分", false, 150)]
    [InlineData("2:30", false, 150)]
    [InlineData("150", true, 150)]
    [InlineData("150分钟", true, 150)]
    [InlineData("2小时", true, 120)]
    [InlineData("0", false, null)]
    public void Read_TimeAsWritten_GivesMinutes(string text, bool isMinutes, int? minutes) => HoursText.Read(text, isMinutes).ShouldBe(minutes);

    [Theory]
    [InlineData(2.0, 30, 150)] // two parts of one time
    [InlineData(2.5, 150, 150)] // the same time twice
    [InlineData(null, 90, 90)]
    [InlineData(0.0, 30, 30)]
    [InlineData(1.5, null, 90)]
    public void Read_HoursAndMinutes_AreOneTime(double? hours, int? minutes, int expected) =>
        Read([["姓名", "服务日期", "小时", "分钟"], ["张三", "2026-03-01", (object?)(decimal?)hours, minutes]]).Rows.ShouldHaveSingleItem().Minutes.ShouldBe(expected);

    [Fact]
    public void Read_ProjectThatNamesSomebodyInNeed_IsMasked() =>
        Read([["姓名", "服务日期", "服务时长", "项目名称"], ["张三", "2026-03-01", 2, "看望困难群众李小明"]]).Rows.ShouldHaveSingleItem().Project.ShouldNotContain("李小明");

    [Fact]
    public void Confirm_BeforeAHoliday_IsPublicForSoManyWorkingDays()
    {
        var list = new HoursList { UnitId = Guid.Empty, Source = HoursSource.Own, Title = "清扫", EnteredById = Guid.Empty, EnteredBy = "", EnteredAt = default };
        // A Friday; the Monday after it is off.
        list.Confirm("李四", default, new(2026, 3, 6), 3, new OfficeDays([new(2026, "通知", [new("假日", new(2026, 3, 9), new(2026, 3, 9))], [])]));
        (list.PublicFromOn, list.PublicToOn).ShouldBe((new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 12)));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task ValidEntries_ActivityInTheBin_CountNot(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var person = await ledger.SaveAsync(unit, new Person { UnitId = unit.Id, Name = "张三" });
        foreach (var status in new[] { ActivityStatus.Entered, ActivityStatus.Deleted })
        {
            var activity = await ledger.NewActivityAsync(unit, "清扫", a => a.Status = status);
            var list = new HoursList { UnitId = unit.Id, Source = HoursSource.Own, Title = activity.Title, ActivityId = activity.Id, EnteredById = Guid.Empty, EnteredBy = "", EnteredAt = ledger.Clock.Now };
            list.Confirm("李四", ledger.Clock.Now, new(2026, 2, 2), 3, OfficeDays.WeekendsOnly);
            list.Entries.Add(new() { UnitId = unit.Id, ListId = list.Id, Ordinal = 0, PersonId = person.Id, FromOn = new(2026, 2, 1), ToOn = new(2026, 2, 1), Minutes = status == ActivityStatus.Entered ? 60 : 90, Project = "清扫" });
            await ledger.SaveAsync(unit, list);
        }
        await using var db = ledger.OpenDb(unit);
        (await db.ValidEntries(new(2026, 3, 5)).Select(e => e.Minutes).ToListAsync()).ShouldBe([60]);
        (await db.HoursByPersonAsync(new(2026, 1, 1), new(2026, 12, 31), new(2026, 3, 5))).ShouldHaveSingleItem().Own.ShouldBe(60);
    }

    private static HoursReading Read(object?[][] rows) =>
        new HoursSheets(SpreadsheetReader.Read("时长", new MemoryStream(TestSpreadsheet.Of(new TestSheet("时长", rows))))).Read(new(2026, 3, 5));
}
