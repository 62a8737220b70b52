using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Papers;
using Mingce.Core.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Destructions;

/// <summary>
/// 销毁 in the ledger: rows, texts, index and the words of old events go, a tombstone stays, in one transaction. Bytes and free pages follow in
/// <see cref="DestructionCleanup"/>, which an interruption only delays.
/// </summary>
public sealed class LedgerDestruction(LedgerDb db, Change change)
{
    private const string Redacted = "（已销毁）";

    /// <summary>Destroys a file wherever the unit has it.</summary>
    /// <param name="ownerId">The activity or paper from which it is destroyed.</param>
    /// <returns>The tombstone of that.</returns>
    public async Task<Destruction> DestroyFileAsync(string sha256, Guid ownerId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var tombstone = await RemoveFileAsync(sha256, ownerId, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return tombstone;
    }

    /// <summary>Destroys a record with its text. Its files go, too, unless another record of the unit holds them.</summary>
    public async Task<Destruction> DestroyRecordAsync(Activity activity, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var tombstone = NewTombstone(DestructionForm.Record, activity.Id, activity.EnteredAt);
        foreach (var evidence in await db.Evidence.Where(e => e.ActivityId == activity.Id).ToListAsync(cancellation))
        {
            if (evidence.HasFile && !await IsHeldElsewhereAsync(evidence, cancellation))
            {
                await RemoveFileAsync(evidence.Sha256, activity.Id, cancellation);
            }
            else
            {
                db.Remove(evidence);
            }
        }
        await db.SearchPending.Where(p => p.SubjectId == activity.Id).ExecuteDeleteAsync(cancellation);
        // The words of old events tell what the record said; who and when stays.
        await db.Events.Where(e => e.SubjectId == activity.Id).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.What, Redacted).SetProperty(e => e.Why, "").SetProperty(e => e.ChangesJson, ""), cancellation);
        db.Remove(activity);
        db.Record(change, activity, "销毁记录");
        db.Add(tombstone);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return tombstone;
    }

    private async Task<bool> IsHeldElsewhereAsync(Evidence evidence, CancellationToken cancellation)
    {
        var plan = await DestructionPlan.ReadAsync(db, evidence.Sha256, cancellation);
        return plan.Papers.Count > 0 || plan.Evidence.Any(e => e.ActivityId != evidence.ActivityId);
    }

    // The caption as it is, and as it was before it was changed.
    private async Task<IEnumerable<string>> CaptionsAsync(Evidence evidence, CancellationToken cancellation)
    {
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == evidence.ActivityId && e.ChangesJson != "").ToListAsync(cancellation);
        return [evidence.Caption, .. events.SelectMany(e => e.Changes).Where(c => c.Field == evidence.CaptionField).SelectMany(c => new[] { c.From, c.To })];
    }

    private async Task<Destruction> RemoveFileAsync(string sha256, Guid ownerId, CancellationToken cancellation)
    {
        var plan = await DestructionPlan.ReadAsync(db, sha256, cancellation);
        foreach (var evidence in plan.Evidence)
        {
            db.Add(NewTombstone(DestructionForm.File, evidence.ActivityId, evidence.AddedAt, evidence.Sha256, evidence.Size));
            await RedactAsync(evidence.ActivityId, [evidence.Title, evidence.FileName, Path.GetFileNameWithoutExtension(evidence.FileName), .. await CaptionsAsync(evidence, cancellation)], cancellation);
            await db.SearchPending.Where(p => p.SubjectId == evidence.Id).ExecuteDeleteAsync(cancellation);
            db.Remove(evidence);
            db.Record(change, evidence.UnitId, evidence, "销毁文件");
        }
        foreach (var paper in plan.Papers)
        {
            db.Add(NewTombstone(DestructionForm.File, paper.Id, paper.EnteredAt, sha256, paper.Size));
            await RedactAsync(paper.Id, [paper.FileName, Path.GetFileNameWithoutExtension(paper.FileName)], cancellation);
            paper.Attach(new KeptFile("", 0, "", ""));
            // Sentences of the file.
            (paper as IncomingPaper)?.Deadlines.Clear();
            db.Record(change, paper, "销毁文件");
        }
        await db.FileTexts.Where(t => t.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        await new PictureIndex(db).ForgetAsync(sha256, cancellation);
        await db.PendingFiles.Where(p => p.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        return db.ChangeTracker.Entries<Destruction>().Select(e => e.Entity).First(d => d.Sha256 == sha256 && d.ActivityId == ownerId);
    }

    private Destruction NewTombstone(DestructionForm form, Guid activityId, DateTime since, string sha256 = "", long size = 0) => new()
    {
        UnitId = db.UnitId!.Value,
        Form = form,
        ActivityId = activityId,
        Sha256 = sha256,
        Size = size,
        KeptSince = since,
        At = change.At,
        By = change.By,
        Reason = change.Why,
    };

    private async Task RedactAsync(Guid subjectId, IEnumerable<string> names, CancellationToken cancellation)
    {
        // The longest first: a title is often a part of the file's name.
        foreach (var name in names.Where(n => n.Length > 1).Distinct().OrderByDescending(n => n.Length))
        {
            await db.Events.Where(e => e.SubjectId == subjectId && (e.What.Contains(name) || e.Why.Contains(name) || e.ChangesJson.Contains(name)))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(e => e.What, e => e.What.Replace(name, Redacted)).SetProperty(e => e.Why, e => e.Why.Replace(name, Redacted))
                        .SetProperty(e => e.ChangesJson, e => e.ChangesJson.Replace(name, Redacted)),
                    cancellation);
        }
    }
}
