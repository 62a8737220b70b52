using Mingce.Core.Activities;
using Mingce.Core.Routines;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace E2E.Tests;

/// <summary>Every page on both screens, with the sample unit's records.</summary>
[Collection(SiteCollection.Name)]
public sealed class PageTests(Site site)
{
    // A word in braces stands for the id of such a record; the test says which.
    private static readonly string[] Addresses =
    [
        "/", "/activities", "/activities?q=没有这样的活动", "/activities/new", "/activities/{photos}", "/activities/{summary}", "/activities/{draft}",
        "/activities/{draft}/removal", "/activities/{draft}/confirmation", "/activities/{photos}/edit", "/activities/{photos}/evidence/new",
        "/activities?view=timeline", "/activities?view=gallery", "/activities?evidence=photo&source=Own&status=all&size=100", "/activities/deleted", "/activities/{deleted}", "/activities/{deleted}/restoration",
        "/activities/{photos}/removal", "/activities/{photos}/captions", "/activities/{summary}/parts", "/activities/new?kind=meeting", "/activities/new?kind=talk", "/kinds", "/kinds/new", "/kinds/choices", "/kinds/{kind}",
        "/assessment", "/assessment/1.1", "/assessment/1.6/attestations/1.6-1", "/reports", "/reports?year=2024",
        "/routines", "/routines/new", "/routines/new?preset=branch-committee", "/routines/{routine}", "/routines/{routine}/edit", "/routines/{routine}/closure", "/routines/{routine-draft}",
        "/routines/{routine-draft}/confirmation", "/routines/{routine-draft}/removal", "/calendar", "/calendar?month=2026-02", "/calendar?overdue=true", "/reminders",
        "/routines/{routine}/occurrences/{due}", "/routines/{routine}/occurrences/{due}/waiver", "/routines/{routine}/occurrences/{due}/postponement", "/routines/{routine}/occurrences/{due}/merger",
        "/sign-out", "/password", "/unit", "/accounts", "/accounts/new", "/sign-ins", "/nothing-here",
        "/people", "/people?q=没有这个人", "/people?staffing=Retired&state=left", "/people/new", "/people/import", "/people/roster", "/people/{person}", "/people/{person}/departure", "/people/{person}/removal",
        "/departments", "/departments/new", "/departments/{department}", "/groups", "/groups/new", "/groups/{group}",
    ];

    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone];

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Page_SignedIn_IsUsableByEverybody(Screen screen)
    {
        var draft = await site.Ledger.NewActivityAsync(site.Unit, "待核对的草稿", a => a.Status = ActivityStatus.Draft);
        await using var db = site.Ledger.OpenDb(site.Unit);
        var photos = await db.Activities.OrderByDescending(a => a.Evidence.Count(e => e.Width > 0)).FirstAsync();
        var deleted = await site.Ledger.NewActivityAsync(site.Unit, "登记重了的活动", a => a.Status = ActivityStatus.Deleted);
        var kindId = Guid.CreateVersion7();
        await site.Ledger.SaveAsync(site.Unit, new UnitKind
        {
            UnitId = site.Unit.Id, Id = kindId, KindId = $"{kindId}", Name = $"窗口服务{screen}", CountsAs = "practical-task", Fields = [new("f1", "受理件数", FieldType.Number) { Unit = "件" }, new("f2", "渠道", FieldType.Choice) { Choices = ["窗口", "热线"] }],
        });
        var summary = await db.Activities.FirstAsync(a => a.IsSummary);

        var routine = await db.Routines.FirstAsync(r => r.KindId == "study" && r.Status == RoutineStatus.Active);
        var routineDraft = new Routine { UnitId = site.Unit.Id, Title = "读书会", KindId = "reading", Year = 2025, EnteredAt = site.Ledger.Clock.Now };
        await site.Ledger.SaveAsync(site.Unit, routineDraft.Recurring(new Recurrence(Frequency.Monthly, Days: [DayOfWeek.Friday])));
        var ids = new Dictionary<string, string>
        {
            ["draft"] = $"{draft.Id}",
            ["photos"] = $"{photos.Id}",
            ["deleted"] = $"{deleted.Id}",
            ["kind"] = $"{kindId}",
            ["summary"] = $"{summary.Id}",
            ["routine"] = $"{routine.Id}",
            ["routine-draft"] = $"{routineDraft.Id}",
            ["due"] = "2026-11-30",
            ["person"] = $"{(await db.People.FirstAsync()).Id}",
            ["department"] = $"{(await db.Departments.FirstAsync()).Id}",
            ["group"] = $"{(await db.Groups.FirstAsync()).Id}",
        };

        await using var window = await site.OpenAsync(screen);
        foreach (var address in Addresses)
        {
            await window.GoToAsync(ids.Aggregate(address, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value)));
            await window.CheckAsync();
        }
    }

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Page_NotSignedIn_IsUsableByEverybody(Screen screen)
    {
        await using var window = await site.VisitAsync(screen);
        await window.GoToAsync("/sign-in");
        await window.CheckAsync();
        await window.Page.GetByLabel("账号").FillAsync("nobody");
        await window.Page.GetByLabel("口令").FillAsync("wrong-password");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("[role=alert]").WaitForAsync();
        await window.CheckAsync();
    }
}
