using Mingce.Core;
using Mingce.Core.Storage;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Mingce.Web.Pages.Activities;

/// <summary>The files of a form: those that come with it, and those that came ahead of it.</summary>
internal sealed class FormFiles(LedgerDb db, Session session, EvidenceStore store, PictureWorker pictures)
{
    private readonly List<ReceivedFile> sent = [];
    private List<PendingFile>? waiting;

    /// <summary>Files that wait for the form, to be shown with it.</summary>
    public IReadOnlyList<PendingFile> Waiting => waiting ?? [];

    private PendingFiles Pending => new(db, session.Me.Id);

    /// <summary>Reads which files wait for the form.</summary>
    public async Task ReadAsync(Guid formId, CancellationToken cancellation) => waiting = await Pending.ReadAsync(formId, cancellation);

    /// <summary>Keeps the files that came with the form. One that cannot be taken is told under the field; names are looked at before any bytes are kept.</summary>
    public async Task KeepAsync(ModelStateDictionary state, string field, IReadOnlyCollection<IFormFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
            await TryAsync(state, field, () => { EvidenceIntake.RefuseSecrecyMarks(file.FileName); return Task.CompletedTask; });
        if (state.GetFieldValidationState(field) == ModelValidationState.Invalid)
            return;
        foreach (var file in files)
        {
            await TryAsync(state, field, async () =>
            {
                await using var content = file.OpenReadStream();
                sent.Add(await EvidenceIntake.KeepAsync(store, file.FileName, content, session.Change().At, cancellation));
            });
        }
    }

    /// <summary>What came with a form that cannot be saved yet waits for it, so that nobody has to choose it again.</summary>
    public async Task HoldAsync(Guid formId, CancellationToken cancellation)
    {
        if (formId == Guid.Empty)
            return;
        if (sent.Count > 0)
            await Pending.AddAsync(session.Me.UnitId, formId, sent, "", session.Change().At, cancellation);
        await ReadAsync(formId, cancellation);
    }

    /// <summary>Takes a file back that waits for the form.</summary>
    public async Task DropAsync(Guid formId, string? hash, CancellationToken cancellation)
    {
        await Pending.DropAsync(formId, hash ?? "", cancellation);
        await ReadAsync(formId, cancellation);
    }

    /// <summary>Makes evidence of the files of the form, each content once; the caller saves. What was taken out of the activity before comes back.</summary>
    /// <param name="formId">Empty for a form whose files never come ahead of it.</param>
    /// <param name="activity">With its evidence of before.</param>
    public async Task<IReadOnlyList<Evidence>> TakeAsync(Guid formId, Activity activity, bool isScreenshot, CancellationToken cancellation)
    {
        if (waiting is null)
            await ReadAsync(formId, cancellation);
        db.RemoveRange(Waiting);
        var at = session.Change().At;
        var removed = db.Entry(activity).State == EntityState.Detached ? [] : await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).Where(e => e.ActivityId == activity.Id && e.RemovedAt != null && e.Sha256 != "")
            .ToDictionaryAsync(e => e.Sha256, cancellation);
        return [.. Waiting.Select(p => p.File).Concat(sent).DistinctBy(f => f.Sha256).ExceptBy(activity.Evidence.Where(e => e.RemovedAt is null).Select(e => e.Sha256), f => f.Sha256)
            // A moment apart, so that they stay in the order in which they were chosen.
            .Select((f, i) => Take(f.ToEvidence(activity, isScreenshot, at.AddMicroseconds(i))))];

        Evidence Take(Evidence file)
        {
            if (!removed.TryGetValue(file.Sha256, out var known))
                return file;
            (known.Form, known.RemovedAt) = (file.Form, null);
            return known;
        }
    }

    /// <summary>Adds what was taken to the ledger, but for what was there before and came back.</summary>
    public void Add(IEnumerable<Evidence> taken) => db.AddRange(taken.Where(e => db.Entry(e).State == EntityState.Detached));

    /// <summary>Has the pictures prepared behind the answer.</summary>
    public void Prepare(IEnumerable<Evidence> saved) =>
        pictures.Enqueue(saved.Where(e => e.IsPicture).Select(e => new PictureJob(e.UnitId, e.Sha256, e.MediaType, e.Width, e.Height)));

    private static async Task TryAsync(ModelStateDictionary state, string field, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (UserFaultException e)
        {
            state.AddModelError(field, e.Message);
        }
    }
}
