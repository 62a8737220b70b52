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
    /// changed facts, each pointing to the record whose figure it seems to correct.
    /// </summary>
    /// <param name="confirm">Enters this report's drafts at once.</param>
    public async Task<ImportResult> ImportAsync(ReportFile file, Unit unit, int year, bool confirm, Change change)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        var report = await db.ImportedReports.SingleOrDefaultAsync(r => r.Year == year && r.Sha256 == hash);
        var facts = new ReportReader(kinds.ForReading).Read(file.Text, year);
        List<Activity> activities = [];
        List<Routine> routines = [];
        var unchanged = facts.Facts.Count;
        // The text in force adds nothing; an older one that is imported again is a change of the text like any other.
        if (report is null || await db.ImportedReports.AnyAsync(r => r.Year == year && r.ImportedAt > report.ImportedAt))
        {
            if (report is null)
            {
                report = new ImportedReport
                {
                    UnitId = unit.Id,
                    Year = year,
                    Sha256 = hash,
                    FileName = Masking.Mask(file.Name),
                    Title = Masking.Mask(facts.Title),
                    ImportedAt = change.At,
                };
                db.Add(change, report, "导入总结");
            }
            else
            {
                report.ImportedAt = change.At;
                db.Record(change, report, "再次导入总结");
            }
            var drafting = new Drafting(report, kinds, file.Text, change);
            activities = Fresh(facts.Facts.Select(drafting.Activity).OfType<Activity>(), await KnownAsync(db.Activities.Where(
                // A total that was split into dated records is still what the text says.
                a => a.Status != ActivityStatus.Superseded || db.Activities.Any(part => part.PartOfId == a.Id)), year));
            routines = Fresh(facts.Facts.Select(drafting.Routine).OfType<Routine>(), await KnownAsync(db.Routines.Where(r => r.Status != RoutineStatus.Superseded), year));
            foreach (var activity in activities)
            {
                db.Add(change, activity, "提取草稿");
            }
            foreach (var routine in routines)
            {
                db.Add(change, routine, "提取草稿");
            }
            unchanged = Math.Max(0, unchanged - activities.Count - routines.Count);
        }
        var entered = confirm ? await ConfirmAsync(report, activities, routines, change) : 0;
        await db.SaveChangesAsync();
        return new ImportResult(report, activities, routines, unchanged, entered, facts.Findings);
    }

    private async Task<int> ConfirmAsync(ImportedReport report, IReadOnlyList<Activity> added, IReadOnlyList<Routine> addedRoutines, Change change)
    {
        var waiting = await db.Activities.Where(a => a.IntakeId == report.Id && a.Status == ActivityStatus.Draft).ToListAsync();
        var waitingRoutines = await db.Routines.Where(r => r.IntakeId == report.Id && r.Status == RoutineStatus.Draft).ToListAsync();
        var confirmation = new DraftConfirmation(db, change);
        List<Activity> activities = [.. added.Union(waiting)];
        foreach (var activity in activities)
        {
            await confirmation.EnterAsync(activity);
        }
        List<Routine> routines = [.. addedRoutines.Union(waitingRoutines)];
        foreach (var routine in routines)
        {
            await confirmation.EnterAsync(routine);
        }
        return activities.Count + routines.Count;
    }

    private async Task<List<Known>> KnownAsync<T>(IQueryable<T> rows, int year)
        where T : AuditedEntity, IReadFromReport =>
        await (from row in rows
               join report in db.ImportedReports on row.IntakeId equals report.Id
               where report.Year == year
               orderby row.Id
               select new Known(row.Id, row.Fingerprint)).ToListAsync();

    // A multiset difference: a fact told twice needs two records. What is left of the known ones has gone from the text,
    // so that a new figure of the same shape seems to correct it.
    private static List<T> Fresh<T>(IEnumerable<T> drafts, List<Known> known)
        where T : IReadFromReport
    {
        var fresh = drafts.Where(draft => Take(known, k => k.Fingerprint == draft.Fingerprint) is null).ToList();
        foreach (var draft in fresh)
        {
            draft.ResemblesId = Take(known, k => Fingerprint.Shape(k.Fingerprint) == Fingerprint.Shape(draft.Fingerprint))?.Id;
        }
        return fresh;
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

    private sealed record Known(Guid Id, string Fingerprint);
}
