using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Intake;

namespace Mingce.Web.Pages.Imports.Drafts;

/// <summary>拆分 of a total into records with their days, as far as they are known.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class SplitModel(LedgerDb db, Session session, TimeProvider time) : DraftPage(db)
{
    private const int MostRows = 24;

    [BindProperty]
    public List<PartForm> Parts { get; set; } = [];

    public int Rows => Math.Min(Draft.Count, MostRows);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        if (Draft.Count < 2)
            return Redirect(BackHref);
        Parts = [.. Enumerable.Range(0, Rows).Select(_ => new PartForm())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        var today = OfficeCalendar.Today(time);
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].On > today || Parts[i].On is { Year: < 1949 })
                ModelState.AddModelError($"Parts[{i}].On", $"第 {i + 1} 条的日期不正确，请更正。");
            else if (Parts[i] is { On: null, IsEmpty: false })
                ModelState.AddModelError($"Parts[{i}].On", $"请填写第 {i + 1} 条的日期。");
        }
        if (!ModelState.IsValid)
            return this.Unprocessable();
        try
        {
            await new DraftDecisions(Db, session.Change()).SplitAsync(Item,
                [.. Parts.Where(p => p.On is not null).Select(p => new SplitPart(p.On!.Value, p.Title?.Trim() ?? "", p.Headcount, [], []))]);
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable("", e.Message);
        }
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已拆分出 {Parts.Count(p => p.On is not null)} 条有日期的记录。";
        return Redirect(BackHref);
    }
}

/// <summary>One dated part; without a day it is left in the total.</summary>
public sealed class PartForm
{
    [Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "标题"), StringLength(100, ErrorMessage = "标题不超过100字。")]
    public string? Title { get; set; }

    [Display(Name = "实到人数"), Range(1, 100_000, ErrorMessage = "实到人数应为1至100000之间的整数。")]
    public int? Headcount { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && Headcount is null;
}
