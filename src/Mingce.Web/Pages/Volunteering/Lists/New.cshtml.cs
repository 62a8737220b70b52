using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Rules;
using Mingce.Web.Pages.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Volunteering.Lists;

/// <summary>登记服务时长: who served how long in an activity of the unit.</summary>
[AccessRule(Resource.Volunteering, AccessAction.Create, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, KindCatalogue kinds, TimeProvider time) : PageModel
{
    private const int MostActivities = 100;
    private static readonly string[] ServiceKinds = ["volunteer", "clean-up", "duty", "visit"];

    /// <summary>The id of the list to be, made with the form: a form sent twice gives one list.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "活动"), Required(ErrorMessage = "请选择活动。")]
    public Guid? ActivityId { get; set; }

    /// <summary>Hours as typed, by person; empty for who did not take part.</summary>
    [BindProperty(Name = nameof(Hours))] // by name, or every other field of the form is taken for one
    public Dictionary<Guid, string?> Hours { get; set; } = [];

    public string Word { get; private set; } = "";
    public IReadOnlyList<IGrouping<string, PersonRow>> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> ActivityItems { get; private set; } = [];

    public async Task OnGetAsync(Guid? activity, CancellationToken cancellation)
    {
        (Id, ActivityId) = (Guid.CreateVersion7(), activity);
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“登记服务时长”。");
        var activity = ActivityId is { } id ? await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Status == ActivityStatus.Entered, cancellation) : null;
        if (ActivityId is not null && activity is null)
            ModelState.AddModelError(nameof(ActivityId), "请从列表中选择已登记的活动。");
        var entries = activity is null ? [] : Entries(activity);
        if (activity is not null && ModelState.IsValid && entries.Count == 0)
            ModelState.AddModelError("", "请为参加服务的人员填写服务时长。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (await db.HoursLists.AnyAsync(l => l.ActivityId == activity!.Id && l.WithdrawnAt == null && l.Id != Id, cancellation))
            return this.Unprocessable(nameof(ActivityId), "这项活动已登记过服务时长。有误的请先撤回原登记，再重新登记。");
        if (await db.HoursEntries.AnyAsync(e => e.ActivityId == activity!.Id && db.HoursLists.Any(l => l.Id == e.ListId && l.WithdrawnAt == null), cancellation))
            return this.Unprocessable(nameof(ActivityId), "这项活动的服务时长已从志愿服务系统导入，不重复登记。");
        var change = session.Change();
        var list = new HoursList { Id = Id, UnitId = session.Me.UnitId, Source = HoursSource.Own, Title = activity!.Title, ActivityId = activity.Id, EnteredById = session.Me.Id, EnteredBy = change.By, EnteredAt = change.At };
        list.Entries.AddRange(entries);
        db.Add(change, list, $"登记服务时长，{entries.Count}人");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return Redirect($"/volunteering/lists/{Id}"); // The same form came twice.
        }
        TempData["Notice"] = "已登记，请由另一人确认；确认后公示，公示期满有效。";
        return Redirect($"/volunteering/lists/{Id}");
    }

    private List<HoursEntry> Entries(Activity activity)
    {
        var entries = new List<HoursEntry>();
        var days = activity.ToOn.DayNumber - activity.FromOn.DayNumber + 1;
        foreach (var row in People.SelectMany(g => g))
        {
            if (Hours.GetValueOrDefault(row.Person.Id)?.Trim() is not { Length: > 0 } typed)
                continue;
            if (HoursText.Read(typed) is not { } minutes)
                ModelState.AddModelError($"Hours[{row.Person.Id}]", $"{row.Person.Name}的时长“{(typed.Length > 20 ? typed[..20] : typed)}”不是数字，请写成2.5或2小时30分。");
            else if (minutes > HoursText.MostMinutesADay * days)
                ModelState.AddModelError($"Hours[{row.Person.Id}]", $"{row.Person.Name}的时长超过活动期间能够服务的时间，请核对。");
            else
                entries.Add(new() { UnitId = session.Me.UnitId, ListId = Id, Ordinal = entries.Count, PersonId = row.Person.Id, FromOn = activity.FromOn, ToOn = activity.ToOn, Minutes = minutes, Project = activity.Title });
        }
        return entries;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        var today = OfficeCalendar.Today(time);
        var rows = await PeopleFilter.Rows(db, db.People.AsNoTracking().InService(today)).ToListAsync(cancellation);
        People = [.. rows.GroupBy(r => r.Department)];
        List<string> service = [.. ServiceKinds.SelectMany(kinds.CountingAs)];
        var activities = await db.Activities.AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Entered && !a.IsSummary && a.Actor == Actor.Own && a.FromOn <= today && (a.Id == ActivityId || a.Kinds.Any(k => service.Contains(k.KindId))))
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(MostActivities).Select(a => new { a.Id, a.Title, a.FromOn }).ToListAsync(cancellation);
        ActivityItems = [new("请选择", ""), .. activities.Select(a => new SelectListItem($"{a.FromOn.Year}年{a.FromOn.Month}月{a.FromOn.Day}日 {a.Title}", a.Id.ToString()))];
    }
}
