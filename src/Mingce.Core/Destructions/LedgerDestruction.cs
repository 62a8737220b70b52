using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Papers;
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
    /// <returns>The tombstone of the piece of evidence.</returns>
    public async Task<Destruction> DestroyFileAsync(Evidence evidence, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RemoveFileAsync(evidence.Sha256, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return db.ChangeTracker.Entries<Destruction>().Select(e => e.Entity).First(d => d.Sha256 == evidence.Sha256 && d.ActivityId == evidence.ActivityId);
    }

    /// <summary>Destroys a 来文 or 报送 with all that was read off it, and its file wherever the unit has it. Tasks made of it stay, with their own words.</summary>
    public async Task<Destruction> DestroyPaperAsync(FiledEntity paper, DateTime since, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var tombstone = paper.HasFile
            ? NewTombstone(DestructionForm.File, paper.Id, since, paper.Sha256, paper.Size)
            : NewTombstone(DestructionForm.Record, paper.Id, since);
        if (paper.HasFile)
        {
            await RemoveFileAsync(paper.Sha256, cancellation, whole: paper);
        }
        await db.WorkItems.Where(i => i.PaperId == paper.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.PaperId, (Guid?)null), cancellation);
        await db.Returns.Where(r => r.PaperId == paper.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.PaperId, (Guid?)null), cancellation);
        await RedactEventsAsync(paper.Id, cancellation);
        db.Remove(paper);
        db.Record(change, paper, paper is IncomingPaper ? "销毁来文" : "销毁报送记录");
        db.Add(tombstone);
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
            var isHeldElsewhere = evidence.HasFile && await db.Evidence.AnyAsync(e => e.Sha256 == evidence.Sha256 && e.ActivityId != activity.Id, cancellation);
            if (evidence.HasFile && !isHeldElsewhere)
            {
                await RemoveFileAsync(evidence.Sha256, cancellation);
            }
            else
            {
                db.Remove(evidence);
            }
        }
        await db.SearchPending.Where(p => p.SubjectId == activity.Id).ExecuteDeleteAsync(cancellation);
        await RedactEventsAsync(activity.Id, cancellation);
        db.Remove(activity);
        db.Record(change, activity, "销毁记录");
        db.Add(tombstone);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return tombstone;
    }

    private async Task RemoveFileAsync(string sha256, CancellationToken cancellation, FiledEntity? whole = null)
    {
        var plan = await DestructionPlan.ReadAsync(db, sha256, cancellation);
        foreach (var evidence in plan.Evidence)
        {
            db.Add(NewTombstone(DestructionForm.File, evidence.ActivityId, evidence.AddedAt, evidence.Sha256, evidence.Size));
            await RedactAsync(evidence.ActivityId, [evidence.Title, evidence.Caption, evidence.FileName, Path.GetFileNameWithoutExtension(evidence.FileName)], cancellation);
            await db.SearchPending.Where(p => p.SubjectId == evidence.Id).ExecuteDeleteAsync(cancellation);
            db.Remove(evidence);
            db.Record(change, evidence.UnitId, evidence, "销毁文件");
        }
        foreach (var paper in plan.Papers.Where(p => p != whole))
        {
            await RedactAsync(paper.Id, [paper.FileName], cancellation);
            paper.Attach(new KeptFile("", 0, "", ""));
            (paper as IncomingPaper)?.Deadlines.Clear();
            db.Record(change, paper, "销毁文件");
        }
        await db.FileTexts.Where(t => t.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        await db.PicturePrints.Where(p => p.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        await db.PictureLikenesses.Where(l => l.Sha256 == sha256 || l.OtherSha256 == sha256).ExecuteDeleteAsync(cancellation);
        await db.PendingFiles.Where(p => p.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
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

    // The words of old events tell what the record said; who and when stays.
    private Task<int> RedactEventsAsync(Guid subjectId, CancellationToken cancellation) => db.Events.Where(e => e.SubjectId == subjectId).ExecuteUpdateAsync(
        set => set.SetProperty(e => e.What, Redacted).SetProperty(e => e.Why, "").SetProperty(e => e.ChangesJson, ""), cancellation);

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
