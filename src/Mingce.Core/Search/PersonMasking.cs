using System.Text;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Papers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Mingce.Core.Search;

/// <summary>下架 of one person: in typed text that a person chose, 郑晓明 becomes 郑××. Files are not changed; who keeps the ledger replaces or destroys them.</summary>
public sealed class PersonMasking(LedgerDb db, Change change)
{
    private static readonly string[] LongSurnames =
        ["欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "司徒", "司空", "端木", "南宫", "独孤", "长孙", "宇文", "呼延", "轩辕"];

    /// <summary>郑××: the surname, and a sign for each other character.</summary>
    public static string Mask(string name)
    {
        List<Rune> plain = [.. Folding.Fold(name).EnumerateRunes()];
        var surname = plain.Count > 2 && LongSurnames.Contains(string.Concat(plain.Take(2))) ? 2 : Math.Min(1, plain.Count - 1);
        return string.Concat(plain.Select((rune, i) => i < surname ? rune.ToString() : "×"));
    }

    /// <summary>The text with every occurrence of the name masked, also where blanks stand within it.</summary>
    public static string Replace(string text, string name)
    {
        var (word, mask) = (Folding.Fold(name), Mask(name));
        for (var found = Folding.Find(text, word); found is { } place; found = Folding.Find(text, word, place.Start + mask.Length))
        {
            text = text[..place.Start] + mask + text[place.End..];
        }
        return text;
    }

    /// <summary>Masks the name in the chosen places; the words of their history are masked, too.</summary>
    /// <returns>How many records were changed.</returns>
    public async Task<int> MaskAsync(string name, IReadOnlyCollection<(Noun Noun, Guid SubjectId)> places, CancellationToken cancellation)
    {
        var ids = places.Select(p => p.SubjectId).ToList();
        var activities = await db.Activities.Where(a => ids.Contains(a.Id)).Include(a => a.Hosts).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery().ToListAsync(cancellation);
        var evidence = await db.Evidence.Where(e => ids.Contains(e.Id)).ToListAsync(cancellation);
        // What was taken out of its record shows nowhere, so nobody can choose it; it must not come back with the name.
        var removed = await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).Where(e => e.RemovedAt != null).ToListAsync(cancellation);
        evidence.AddRange(removed.Where(e => HoldsName(e, name)));
        var items = await db.WorkItems.Where(w => ids.Contains(w.Id)).Include(w => w.Bodies).Include(w => w.Steps).AsSplitQuery().ToListAsync(cancellation);
        var papers = await ReadPapersAsync(name, ids, cancellation);
        await using var transaction = await db.BeginAsync(cancellation);
        foreach (var row in activities.SelectMany(a => (IEnumerable<object>)[a, .. a.Hosts, .. a.Details]).Concat(evidence).Concat(items.SelectMany(w => (IEnumerable<object>)[w, .. w.Bodies, .. w.Steps]))
            .Concat(papers).Concat(papers.OfType<IncomingPaper>().SelectMany(p => p.Deadlines)))
        {
            MaskTexts(row, name);
        }
        foreach (var audited in activities.Concat<IAudited>(evidence).Concat(items).Concat(papers).DistinctBy(row => row.AuditSubjectId))
        {
            db.Record(change, db.UnitId!.Value, audited, "下架：隐去姓名");
            await db.RedactEventsAsync(audited.AuditSubjectId, words => Replace(words, name), cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return activities.Count + evidence.Count + items.Count + papers.Count;
    }

    // With their deadlines, which quote the file; deleted ones as removed evidence.
    private async Task<List<FiledEntity>> ReadPapersAsync(string name, List<Guid> ids, CancellationToken cancellation)
    {
        var papers = await db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Removed]).Include(p => p.Deadlines).Where(p => p.RemovedAt != null || ids.Contains(p.Id)).ToListAsync(cancellation);
        var returns = await db.Returns.IgnoreQueryFilters([LedgerDb.Removed]).Where(r => r.RemovedAt != null || ids.Contains(r.Id)).ToListAsync(cancellation);
        return
        [
            .. papers.Where(p => p.RemovedAt is null || HoldsName(p, name) || p.Deadlines.Exists(d => HoldsName(d, name))),
            .. returns.Where(r => r.RemovedAt is null || HoldsName(r, name)),
        ];
    }

    private bool HoldsName(object row, string name) => TextsOf(row).Any(text => Folding.Find((string?)text.CurrentValue ?? "", Folding.Fold(name)) is not null);

    // Texts that people typed; ids, hashes and types hold no names, though letters of one may stand in them.
    private IEnumerable<PropertyEntry> TextsOf(object row) => db.Entry(row).Properties.Where(p =>
        p.Metadata.ClrType == typeof(string) && !p.Metadata.IsKey() && p.Metadata.Name is not (nameof(Evidence.Sha256) or nameof(Evidence.MediaType)));

    private void MaskTexts(object row, string name)
    {
        foreach (var property in TextsOf(row))
        {
            if (property.CurrentValue is string { Length: > 0 } text && Replace(text, name) is var masked && masked != text)
            {
                property.CurrentValue = masked;
            }
        }
    }
}
