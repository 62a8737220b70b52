using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.People;

/// <summary>A new person.</summary>
[AccessRule(Resource.Person, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session) : PersonPage(db)
{
    /// <summary>The id of the person to be, made with the form: a form sent twice gives one person.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Id = Guid.CreateVersion7();
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“新增人员”。");
        if (!IsSound())
            return this.Unprocessable();
        var person = new Person { Id = Id, UnitId = session.Me.UnitId, Name = "", SortOrder = await Db.NextPlaceAsync(cancellation) };
        Input.WriteTo(person);
        Db.Add(session.Change(), person, "新增");
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return Redirect("/people"); // The same form came twice.
        }
        TempData["Notice"] = $"已新增“{person.Name}”。";
        return Redirect("/people");
    }
}
