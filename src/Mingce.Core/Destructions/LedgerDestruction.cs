using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Papers;
using Mingce.Core.Pictures;
using Mingce.Core.Search;
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
        await using var transaction = await db.BeginAsync(cancellation);
        await RemoveFileAsync(sha256, await DestructionPlan.ReadAsync(db, sha256, cancellation), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return db.ChangeTracker.Entries<Destruction>().Select(e => e.Entity).First(d => d.Sha256 == sha256 && d.ActivityId == ownerId);
    }

    /// <summary>Destroys a 来文 or 报送 with all that was read off it, and its file wherever the unit has it. Tasks made of it stay, with their own words.</summary>
    public async Task<Destruction> DestroyPaperAsync(FiledEntity paper, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAsync(cancellation);
        var tombstone = paper.HasFile
            ? NewTombstone(DestructionForm.File, paper.Id, paper.EnteredAt, paper.Sha256, paper.Size)
            : NewTombstone(DestructionForm.Record, paper.Id, paper.EnteredAt);
        if (paper.HasFile)
        {
            await RemoveFileAsync(paper.Sha256, await DestructionPlan.ReadAsync(db, paper.Sha256, cancellation), cancellation, whole: paper);
        }
        foreach (var link in await PaperLink.ReadAsync(db, paper, cancellation))
        {
            await db.RedactEventsAsync(link.Row.Id, words => words.Replace($"“{paper.Title}”", Redacted, StringComparison.Ordinal), cancellation);
        }
        await db.WorkItems.Where(i => i.PaperId == paper.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.PaperId, (Guid?)null), cancellation);
        await db.Returns.IgnoreQueryFilters([LedgerDb.Removed]).Where(r => r.PaperId == paper.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.PaperId, (Guid?)null), cancellation);
        await db.SearchPending.Where(p => p.SubjectId == paper.Id).ExecuteDeleteAsync(cancellation);
        await RedactEventsAsync(paper.Id, cancellation);
        db.Remove(paper);
        db.Record(change, paper, paper is IncomingPaper ? "销毁来文" : "销毁报送记录");
        db.Add(tombstone);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return tombstone;
    }

    /// <summary>Destroys a record with its text. Its files go, too, unless another record of the unit (an activity, 来文 or 报送) holds them.</summary>
    public async Task<Destruction> DestroyRecordAsync(Activity activity, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAsync(cancellation);
        var tombstone = NewTombstone(DestructionForm.Record, activity.Id, activity.EnteredAt);
        foreach (var evidence in await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).Where(e => e.ActivityId == activity.Id).ToListAsync(cancellation))
        {
            var plan = evidence.HasFile ? await DestructionPlan.ReadAsync(db, evidence.Sha256, cancellation) : null;
            if (plan is { Papers.Count: 0 } && plan.Evidence.All(e => e.ActivityId == activity.Id))
            {
                await RemoveFileAsync(evidence.Sha256, plan, cancellation);
            }
            else
            {
                db.Remove(evidence);
            }
        }
        await RedactElsewhereAsync(activity, cancellation);
        await db.SearchPending.Where(p => p.SubjectId == activity.Id).ExecuteDeleteAsync(cancellation);
        await RedactEventsAsync(activity.Id, cancellation);
        db.Remove(activity);
        db.Record(change, activity, "销毁记录");
        db.Add(tombstone);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return tombstone;
    }

    /// <summary>What other rows say of the record: lists of hours bear its title, and so do the events of its tasks and of what was split off it.</summary>
    private async Task RedactElsewhereAsync(Activity activity, CancellationToken cancellation)
    {
        foreach (var list in await db.HoursLists.Where(l => l.ActivityId == activity.Id).ToListAsync(cancellation))
        {
            db.Entry(list).Property(l => l.Title).CurrentValue = Redacted;
            db.Record(change, list, "活动记录已销毁，隐去名称");
        }
        // Also imported hours that were found to be of this record by its name.
        await db.HoursEntries.Where(e => e.ActivityId == activity.Id || db.HoursLists.Any(l => l.Id == e.ListId && l.ActivityId == activity.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Project, Redacted), cancellation);
        var others = await db.WorkItemActivities.Where(link => link.ActivityId == activity.Id).Select(link => link.WorkItemId)
            .Concat(db.Activities.Where(part => part.PartOfId == activity.Id).Select(part => part.Id)).ToListAsync(cancellation);
        foreach (var other in others)
        {
            await db.RedactEventsAsync(other, words => words.Replace($"“{activity.Title}”", Redacted, StringComparison.Ordinal), cancellation);
        }
    }

    // The caption as it is, and as it was before it was changed.
    private async Task<IEnumerable<string>> CaptionsAsync(Evidence evidence, CancellationToken cancellation)
    {
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == evidence.ActivityId && e.ChangesJson != "").ToListAsync(cancellation);
        return [evidence.Caption, .. events.SelectMany(e => e.Changes).Where(c => c.Field == evidence.CaptionField).SelectMany(c => new[] { c.From, c.To })];
    }

    private async Task RemoveFileAsync(string sha256, DestructionPlan plan, CancellationToken cancellation, FiledEntity? whole = null)
    {
        foreach (var evidence in plan.Evidence)
        {
            db.Add(NewTombstone(DestructionForm.File, evidence.ActivityId, evidence.AddedAt, evidence.Sha256, evidence.Size));
            await RedactAsync(evidence.ActivityId, [evidence.Title, evidence.FileName, Path.GetFileNameWithoutExtension(evidence.FileName), .. await CaptionsAsync(evidence, cancellation)], cancellation);
            await db.SearchPending.Where(p => p.SubjectId == evidence.Id).ExecuteDeleteAsync(cancellation);
            db.Remove(evidence);
            db.Record(change, evidence.UnitId, evidence, "销毁文件");
        }
        foreach (var paper in plan.Papers.Where(p => p != whole))
        {
            db.Add(NewTombstone(DestructionForm.File, paper.Id, paper.EnteredAt, sha256, paper.Size));
            await RedactAsync(paper.Id, [paper.FileName, Path.GetFileNameWithoutExtension(paper.FileName)], cancellation);
            await db.SearchPending.Where(p => p.SubjectId == paper.Id && SearchEntry.Files.Contains(p.Noun)).ExecuteDeleteAsync(cancellation);
            paper.Detach();
            // Sentences of the file.
            (paper as IncomingPaper)?.Deadlines.Clear();
            db.Record(change, paper, "销毁文件");
        }
        await db.FileTexts.Where(t => t.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        await new PictureIndex(db).ForgetAsync(sha256, cancellation);
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

    private Task RedactAsync(Guid subjectId, IEnumerable<string> names, CancellationToken cancellation)
    {
        // The longest first: a title is often a part of the file's name.
        List<string> longestFirst = [.. names.Where(n => n.Length > 1).Distinct().OrderByDescending(n => n.Length)];
        return db.RedactEventsAsync(subjectId, words => longestFirst.Aggregate(words, (text, name) => text.Replace(name, Redacted, StringComparison.Ordinal)), cancellation);
    }
}
