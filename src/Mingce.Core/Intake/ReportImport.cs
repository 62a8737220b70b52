using System.Security.Cryptography;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Rules.Reading;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Intake;

/// <summary>What an import did: new drafts, how many facts were there already, what was entered, and which totals of the text its parts do not bear out.</summary>
public sealed record ImportResult(
    ImportedReport Report, IReadOnlyList<Activity> Activities, IReadOnlyList<Routine> Routines, int Unchanged, int Entered, IReadOnlyList<Finding> Findings);

/// <summary>从往年总结提取: the facts of a report become drafts; a person confirms them.</summary>
public sealed class ReportImport(LedgerDb db, KindCatalogue kinds)
{
    /// <summary>
    /// Makes drafts of the facts that the year does not hold yet. The same bytes add nothing; a changed text brings only its
    /// changed facts, each pointing to the record whose figure it seems to correct. While drafts wait, the masked text stays beside them.
    /// </summary>
    /// <param name="confirm">Enters this report's drafts at once.</param>
    /// <exception cref="UserFaultException">The text carries a mark of secrecy; nothing is kept.</exception>
    public async Task<ImportResult> ImportAsync(ReportFile file, Unit unit, int year, bool confirm, Change change)
    {
        file.RefuseSecrecyMarks();
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        var report = await db.ImportedReports.SingleOrDefaultAsync(r => r.Year == year && r.Sha256 == hash);
        var reading = new ReportReader(kinds.ForReading).Read(file.Text, year);
        // The text in force adds nothing; an older one that is imported again is a change of the text like any other.
        var isNew = report is null || await db.ImportedReports.AnyAsync(r => r.Year == year && r.ImportedAt > report.ImportedAt);
        if (report is null)
        {
            report = new ImportedReport
            {
                UnitId = unit.Id,
                Year = year,
                Sha256 = hash,
                FileName = Masking.Mask(file.Name),
                Title = Masking.Mask(reading.Title),
                ImportedAt = change.At,
            };
            db.Add(change, report, "导入总结");
        }
        else if (isNew)
        {
            report.ImportedAt = change.At;
            db.Record(change, report, "再次导入总结");
        }
        var drafting = new Drafting(report, kinds, file.Text, change);
        var declined = await DeclinedAsync(year);
        var all = Compare(reading.Facts, drafting.Activity, [.. await KnownAsync(db.Activities.Where(
            // A total that was split into dated records is still what the text says.
            a => a.Status != ActivityStatus.Superseded || db.Activities.Any(part => part.PartOfId == a.Id)), year), .. declined]);
        all.AddRange(Compare(reading.Facts, drafting.Routine, [.. await KnownAsync(db.Routines.Where(r => r.Status != RoutineStatus.Superseded), year), .. declined]));
        var fresh = isNew ? all.Where(read => read.Known is null).Select(read => read.Draft).ToList() : [];
        foreach (var draft in fresh)
        {
            db.Add(change, (AuditedEntity)draft, "提取草稿");
        }
        var (activities, routines) = (fresh.OfType<Activity>().ToList(), fresh.OfType<Routine>().ToList());
        var waiting = await WaitingAsync(report);
        var entered = confirm ? await ConfirmAsync([.. activities.Union(waiting.Activities)], [.. routines.Union(waiting.Routines)], change) : 0;
        var work = await db.ReportWorks.SingleOrDefaultAsync(w => w.Id == report.Id);
        if (confirm && work is not null)
        {
            db.Remove(work);
        }
        else if (!confirm && work is null && file.Text.Length <= ReportWork.LongestText)
        {
            HashSet<Guid> open = [.. fresh.Select(d => d.Id), .. waiting.Activities.Select(a => a.Id), .. waiting.Routines.Select(r => r.Id)];
            KeepWork(report, file, reading, drafting, all, open, change);
        }
        await db.SaveChangesAsync();
        return new ImportResult(report, activities, routines, Math.Max(0, reading.Facts.Count - fresh.Count), entered, reading.Findings);
    }

    /// <summary>Lets the texts go that nobody has worked on for <see cref="ReportWork.DaysKept"/> days, of all units; their drafts stay.</summary>
    public static Task<int> ForgetOldTextsAsync(LedgerDb all, DateOnly today, CancellationToken cancellation = default) =>
        all.ReportWorks.IgnoreQueryFilters([LedgerDb.Tenant]).Where(w => w.KeptUntil < today).ExecuteDeleteAsync(cancellation);

    // A report whose text has gone meanwhile is imported again to go on with its drafts.
    private void KeepWork(ImportedReport report, ReportFile file, ReportReading reading, Drafting drafting, List<Read> all, HashSet<Guid> open, Change change)
    {
        if (open.Count == 0)
        {
            return;
        }
        var text = new MaskedText(file.Text);
        db.Add(new ReportWork
        {
            UnitId = report.UnitId,
            Id = report.Id,
            Text = text.Text,
            Findings = string.Join('\n', reading.Findings.Select(FindingText.Write)),
            KeptUntil = DateOnly.FromDateTime(OfficeCalendar.ToLocal(change.At)).AddDays(ReportWork.DaysKept),
        });
        foreach (var read in all)
        {
            var (start, end) = drafting.PlaceOf(read.Fact);
            (start, end) = text.SpanOf(start, end);
            Guid? id = read.Known is { } known ? known.Id : open.Contains(read.Draft.Id) ? read.Draft.Id : null;
            db.Add(new ReportDraft
            {
                UnitId = report.UnitId,
                ReportId = report.Id,
                DraftId = id,
                IsRoutine = read.Draft is Routine,
                Start = start,
                End = end,
                Doubts = drafting.DoubtsOf(read.Fact) | (read.Draft.ResemblesId is null ? Doubts.None : Doubts.Resembles),
                State = id is { } draft && open.Contains(draft) ? DraftState.Waiting : DraftState.Known,
            });
        }
    }

    private async Task<int> ConfirmAsync(IReadOnlyList<Activity> activities, IReadOnlyList<Routine> routines, Change change)
    {
        var confirmation = new DraftConfirmation(db, change);
        foreach (var activity in activities)
        {
            await confirmation.EnterAsync(activity);
        }
        foreach (var routine in routines)
        {
            await confirmation.EnterAsync(routine);
        }
        return activities.Count + routines.Count;
    }

    private async Task<(List<Activity> Activities, List<Routine> Routines)> WaitingAsync(ImportedReport report) => (
        await db.Activities.Where(a => a.IntakeId == report.Id && a.Status == ActivityStatus.Draft).ToListAsync(),
        await db.Routines.Where(r => r.IntakeId == report.Id && r.Status == RoutineStatus.Draft).ToListAsync());

    private async Task<List<Known>> KnownAsync<T>(IQueryable<T> rows, int year)
        where T : AuditedEntity, IReadFromReport =>
        await (from row in rows
               join report in db.ImportedReports on row.IntakeId equals report.Id
               where report.Year == year
               orderby row.Id
               select new Known(row.Id, row.Fingerprint)).ToListAsync();

    // What a person skipped is known too, and stands for no record.
    private async Task<List<Known>> DeclinedAsync(int year) =>
        [.. (await db.ImportedReports.Where(r => r.Year == year && r.Declined != "").OrderBy(r => r.Id).Select(r => r.Declined).ToListAsync())
            .SelectMany(lines => lines.Split('\n')).Select(fingerprint => new Known(null, fingerprint))];

    // A multiset difference: a fact told twice needs two records. What is left of the known ones has gone from the text,
    // so that a new figure of the same shape seems to correct it.
    private static List<Read> Compare(IEnumerable<Fact> facts, Func<Fact, IReadFromReport?> draft, List<Known> known)
    {
        List<Read> all = [.. from fact in facts
                             let made = draft(fact)
                             where made is not null
                             select new Read(fact, made, Take(known, k => k.Fingerprint == made.Fingerprint))];
        foreach (var fresh in all.Where(read => read.Known is null))
        {
            fresh.Draft.ResemblesId = Take(known, k => k.Id is not null && Fingerprint.Shape(k.Fingerprint) == Fingerprint.Shape(fresh.Draft.Fingerprint))?.Id;
        }
        return all;
    }

    private static Known? Take(List<Known> known, Predicate<Known> fits)
    {
        var found = known.Find(fits);
        if (found is not null)
        {
            known.Remove(found);
        }
        return found;
    }

    private sealed record Known(Guid? Id, string Fingerprint);

    /// <summary>A fact, the draft made of it, and what the year held of it before.</summary>
    private sealed record Read(Fact Fact, IReadFromReport Draft, Known? Known);
}
