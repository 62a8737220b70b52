using Mingce.Core.Units;

namespace Mingce.Web.Pages.People;

/// <summary>更正 of a person.</summary>
[AccessRule(Resource.Person, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session) : PersonPage(db)
{
    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        (Version, Input) = (Person.Version, PersonForm.Of(Person));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        if (!IsSound())
            return this.Unprocessable();
        if (Person.Version != Version)
        {
            Version = Person.Version;
            return this.LostRace();
        }
        Input.WriteTo(Person);
        Db.Record(session.Change(), Person, "更正");
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"“{Person.Name}”的信息已保存。";
        return Redirect("/people");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Person = (await Db.People.FirstOrDefaultAsync(p => p.Id == id, cancellation))!;
        return Person is not null;
    }
}
