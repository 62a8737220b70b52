using System.ComponentModel.DataAnnotations;
using Mingce.Core.Audit;

namespace Mingce.Web.Infrastructure;

/// <summary>删除 of a row with a reason: for good, unless it has a 回收站. The event of its going stays.</summary>
internal abstract class RemovalPage<T>(LedgerDb db, Session session) : PageModel
    where T : AuditedEntity
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "删除原因"), Required(ErrorMessage = "请填写删除原因。"), StringLength(200, ErrorMessage = "删除原因不超过200字。")]
    public string Reason { get; set; } = "";

    public T Row { get; private set; } = null!;

    protected LedgerDb Db => db;

    /// <summary>The rows that may go.</summary>
    protected virtual IQueryable<T> Rows => db.Set<T>();

    /// <summary>What the event is called.</summary>
    protected abstract string What { get; }

    protected virtual string Notice => "已删除。";

    /// <summary>The list that it was in.</summary>
    protected abstract string List { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var change = session.Change(Reason.Trim());
        if (await ReleaseAsync(change, cancellation) is { } fault)
            return this.Unprocessable("", fault);
        Remove(change);
        db.Record(change, Row, What);
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = Notice;
        return Redirect(List);
    }

    /// <summary>Takes the row out of what others hold of it.</summary>
    /// <returns>Why it has to stay; null where it may go.</returns>
    protected virtual Task<string?> ReleaseAsync(Change change, CancellationToken cancellation) => Task.FromResult<string?>(null);

    protected virtual void Remove(Change change) => db.Remove(Row);

    protected virtual async Task<bool> FindAsync(CancellationToken cancellation) =>
        (Row = (await Rows.FirstOrDefaultAsync(row => row.Id == Id, cancellation))!) is not null;
}
