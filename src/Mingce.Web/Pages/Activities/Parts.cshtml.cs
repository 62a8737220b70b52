using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Rules;

namespace Mingce.Web.Pages.Activities;

/// <summary>拆分 of a 汇总 record (道德讲堂4次) into dated ones.</summary>
[AccessRule(Resource.Activity, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class PartsModel(LedgerDb db, Session session, KindCatalogue kinds, TimeProvider time) : PageModel
{
    private const int FirstRows = 12;
    private const int MostRows = 60;
    private const int MoreRows = 6;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<PartForm> Rows { get; set; } = [];

    /// <summary>The row, from 1, that each piece of evidence goes to; 0 stays with the summary.</summary>
    [BindProperty(Name = nameof(Evidence))] // by name, or every other field of the form is taken for one
    public Dictionary<Guid, int> Evidence { get; set; } = [];

    /// <summary>余数不再保留.</summary>
    [BindProperty]
    public bool DropsRest { get; set; }

    public Activity Summary { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!MaySplit)
            return Redirect($"/activities/{Id}");
        Version = Summary.Version;
        Rows = [.. Enumerable.Range(0, Math.Clamp(Summary.Count, 1, FirstRows)).Select(_ => new PartForm())];
        return Page();
    }

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        ModelState.Clear();
        Rows.AddRange(Enumerable.Range(0, Math.Clamp(MostRows - Rows.Count, 0, MoreRows)).Select(_ => new PartForm()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!MaySplit)
            return Redirect($"/activities/{Id}");
        var today = OfficeCalendar.Today(time);
        foreach (var (row, i) in Rows.Select((row, i) => (row, i)).Where(r => r.row.IsFilled))
        {
            foreach (var (field, message) in row.Faults(i + 1, today))
                ModelState.AddModelError($"Rows[{i}].{field}", message);
        }
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Summary.Version != Version)
            return Lost();
        List<SplitPart> parts = [.. Rows.Select((row, i) => (row, i)).Where(r => r.row.IsFilled).Select(r => r.row.ToPart(Evidence.Where(e => e.Value == r.i + 1).Select(e => e.Key)))];
        foreach (var fault in SummarySplit.Faults(Summary, parts, DropsRest))
            ModelState.AddModelError("", fault);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        await SaveAsync(parts, cancellation);
        TempData["Notice"] = Summary.Status == ActivityStatus.Superseded
            ? $"已拆分为 {parts.Count} 条记录，汇总记录转为“已替换”，不再计入。"
            : $"已拆出 {parts.Count} 条记录，汇总记录余 {FigureText.Write(Summary.Occasions)}。";
        return Redirect($"/activities/{Id}");
    }

    private async Task SaveAsync(List<SplitPart> parts, CancellationToken cancellation)
    {
        var change = session.Change();
        var before = ActivityFacts.Of(Summary, kinds);
        var made = SummarySplit.Split(Summary, parts, change.At);
        foreach (var part in made)
            db.Add(change, part, $"由汇总记录“{Summary.Title}”拆出");
        var days = string.Join('、', made.Select(part => Words.Of(part.FromOn)));
        db.Record(change with { Why = DropsRest ? "余数不再保留" : "" }, Summary, $"拆分出 {made.Count} 次：{days}", FieldChange.Between(before, ActivityFacts.Of(Summary, kinds)));
        await db.SaveChangesAsync(cancellation);
    }

    private bool MaySplit => Summary.Status == ActivityStatus.Entered && (Summary.IsSummary || Summary.Count > 1);

    private PageResult Lost()
    {
        ModelState.Clear();
        Version = Summary.Version;
        return this.Unprocessable("", "这条汇总记录刚被他人修改，尚未拆分，您填写的内容保留在下面。请核对次数和人数后再保存。", StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var found = await db.Activities.Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Details)
            .Include(a => a.Evidence.OrderBy(e => e.AddedAt).ThenBy(e => e.Id)).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == Id, cancellation);
        Summary = found!;
        return found is not null;
    }
}
