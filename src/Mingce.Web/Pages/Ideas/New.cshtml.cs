using Mingce.Core.Ideas;

namespace Mingce.Web.Pages.Ideas;

/// <summary>An idea of the office's own.</summary>
[AccessRule(Resource.Idea, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, KindCatalogue kinds) : PageModel
{
    /// <summary>The id of the row to be, made with the form: a form sent twice gives one row.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public IdeaForm Input { get; set; } = new();

    public void OnGet() => Id = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“新增参考”。");
        foreach (var (field, message) in Input.Faults(kinds))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (!await db.Ideas.AnyAsync(idea => idea.Id == Id, cancellation))
        {
            var idea = new Idea { Id = Id, UnitId = session.Me.UnitId, Title = "" };
            Input.WriteTo(idea);
            db.Add(session.Change(), idea, "新增活动参考");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "已新增。";
        }
        return Redirect($"/ideas/{Id}");
    }
}
