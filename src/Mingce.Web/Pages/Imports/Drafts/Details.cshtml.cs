using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Intake;
using Mingce.Rules;
using Mingce.Web.Pages.Activities;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Imports.Drafts;

/// <summary>修改 of a draft before it is confirmed.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, KindCatalogue kinds, KindRules rules, HostChoices hosts, TimeProvider time) : DraftPage(db)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ActivityForm Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "谁做的")]
    public Actor Actor { get; set; }

    [BindProperty]
    [Display(Name = "次数"), Range(1, 100_000, ErrorMessage = "次数应为1至100000之间的整数。")]
    public int Count { get; set; } = 1;

    /// <summary>The count is about, over or under what is typed.</summary>
    [BindProperty]
    [Display(Name = "次数是否概数")]
    public Bound CountBound { get; set; }

    public static IEnumerable<SelectListItem> Actors => Enum.GetValues<Actor>().Select(actor => new SelectListItem(Words.Of(actor), actor.ToString()));

    public static IEnumerable<SelectListItem> Bounds =>
        [new("确数", nameof(Bound.Exact)), new("余（不少于）", nameof(Bound.Over)), new("近（不足）", nameof(Bound.Under)), new("约", nameof(Bound.About))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        (Version, Input, Actor, Count, CountBound) = (Draft.Version, ActivityForm.Of(Draft, kinds), Draft.Actor, Draft.Count, Draft.CountBound);
        return Page();
    }

    /// <param name="accept">Confirms the corrected draft at once.</param>
    public async Task<IActionResult> OnPostAsync(bool accept, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        foreach (var (field, message) in Input.Faults(kinds, OfficeCalendar.Today(time)).Concat(await rules.FaultsAsync(Input, hasFiles: false, cancellation)))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Draft.Version != Version)
        {
            Version = Draft.Version;
            return this.LostRace();
        }
        (Draft.Actor, Draft.Count, Draft.CountBound) = (Actor, Count, CountBound);
        Input.WriteTo(Draft, kinds);
        await hosts.WriteToAsync(Draft, Input.Hosts, cancellation);
        // With neither a day nor a single occasion it stays a total.
        Draft.IsSummary = Draft.Count > 1 || Draft.Precision == PeriodPrecision.Year;
        var change = session.Change();
        Db.Record(change, Draft, "核对时修改草稿");
        Item.SeenAt ??= change.At;
        if (accept)
            await new DraftDecisions(Db, change).AcceptAsync(Item);
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = accept ? "已修改并确认。" : "已修改，待确认。";
        return Redirect(BackHref);
    }
}
