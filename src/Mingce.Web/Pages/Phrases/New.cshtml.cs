using Mingce.Core;
using Mingce.Core.Preparations;
using Mingce.Core.Reporting;

namespace Mingce.Web.Pages.Phrases;

/// <summary>A new phrase.</summary>
[AccessRule(Resource.Phrase, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, PaperCatalogue papers, TimeProvider time) : PhrasePage(db, papers)
{
    /// <summary>The id of the row to be, made with the form: a form sent twice gives one row.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    public async Task OnGetAsync(string? slot, CancellationToken cancellation)
    {
        await ReadChoicesAsync(null, cancellation);
        (Id, Input) = (Guid.CreateVersion7(), new() { Slot = slot, From = OfficeCalendar.Today(time) });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var others = await ReadChoicesAsync(null, cancellation);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“新增表述”。");
        if (!IsInputValid(Id, others))
            return this.Unprocessable();
        if (!others.Contains(Id))
        {
            var phrase = new Phrase { Id = Id, UnitId = session.Me.UnitId, Slot = "", Text = "", Source = "", ValidFrom = default };
            Input.WriteTo(phrase);
            Db.Add(session.Change(), phrase, "新增规范表述");
            await Db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "已新增。";
        }
        return Redirect("/phrases");
    }
}
