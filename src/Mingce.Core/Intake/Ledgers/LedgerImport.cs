using System.Security.Cryptography;
using System.Text;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Intake.Ledgers;

/// <summary>What becomes of a row: a new record, or nothing, since it is there already.</summary>
/// <param name="Known">Why it is there already: 与第3行相同; null for a new one.</param>
public sealed record LedgerStep(LedgerEntry Entry, string Fingerprint, string? Known);

/// <summary>What an import would do, row by row, in the order of the file.</summary>
public sealed record LedgerPlan(IReadOnlyList<LedgerStep> Steps, IReadOnlyList<SheetFault> Faults, IReadOnlyList<string> Remarks)
{
    public int New => Steps.Count(s => s.Known is null);
    public int Known => Steps.Count - New;
    public int Complete => Steps.Count(s => s.Known is null && s.Entry.IsComplete);
    public int FaultyRows => Faults.DistinctBy(f => (f.Sheet, f.Row)).Count();
}

/// <summary>Brings a ledger kept as a spreadsheet into this one. The same file again brings nothing.</summary>
public sealed class LedgerImport(LedgerDb db, Unit unit, KindCatalogue kinds)
{
    private const string Mark = "ledger#";
    private const int Batch = 500;

    /// <summary>Compares the rows with the ledger; nothing is written.</summary>
    public async Task<LedgerPlan> PlanAsync(LedgerReading reading, CancellationToken cancellation = default)
    {
        var imported = (await db.Activities.AsNoTracking().Where(a => a.Fingerprint.StartsWith(Mark)).Select(a => a.Fingerprint).ToListAsync(cancellation)).ToHashSet();
        var entered = await EnteredAsync(reading, cancellation);
        var seen = new Dictionary<string, LedgerEntry>();
        var steps = new List<LedgerStep>(reading.Entries.Count);
        foreach (var entry in reading.Entries)
        {
            var fingerprint = FingerprintOf(entry);
            var known = imported.Contains(fingerprint) ? "以前导入过（删除的可在回收站恢复）"
                : entered.Contains((entry.Period.From, Headings.Plain(entry.Title))) ? "台账中已有同一天的同名记录"
                : seen.TryGetValue(fingerprint, out var same) ? $"与{(same.Sheet == entry.Sheet ? "" : $"工作表“{same.Sheet}”")}第{same.Row}行相同"
                : null;
            seen.TryAdd(fingerprint, entry);
            steps.Add(new(entry, fingerprint, known));
        }
        return new(steps, reading.Faults, [.. reading.Remarks, .. BareRemarks(reading)]);
    }

    /// <summary>Writes the new rows in one transaction.</summary>
    /// <param name="enter">Whether complete rows, which a person has looked through, are entered at once; all others become drafts.</param>
    /// <returns>How many were entered, and how many became drafts.</returns>
    public async Task<(int Entered, int Drafts)> ApplyAsync(LedgerPlan plan, bool enter, DateOnly today, Change change, CancellationToken cancellation = default)
    {
        var hosts = await HostsAsync(cancellation);
        var (entered, drafts) = (0, 0);
        await using var transaction = await db.BeginAsync(cancellation);
        foreach (var batch in plan.Steps.Where(s => s.Known is null).Chunk(Batch))
        {
            foreach (var step in batch)
            {
                var activity = Activity(step, hosts, today, change);
                activity.Status = enter && step.Entry.IsComplete ? ActivityStatus.Entered : ActivityStatus.Draft;
                (entered, drafts) = activity.Status == ActivityStatus.Entered ? (entered + 1, drafts) : (entered, drafts + 1);
                db.Add(change, activity, activity.Status == ActivityStatus.Entered ? "导入台账，登记" : "导入台账，草稿");
            }
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(cancellation);
        return (entered, drafts);
    }

    private Activity Activity(LedgerStep step, IReadOnlyDictionary<string, (Guid? Department, Guid? Group)> hosts, DateOnly today, Change change)
    {
        var entry = step.Entry;
        var bare = BareKind(entry);
        var isCounted = !entry.Kinds.Any(kinds.NamesNobody);
        var activity = new Activity
        {
            UnitId = unit.Id,
            Title = bare?.Name ?? entry.Title,
            Text = bare is null ? entry.Text : "",
            Place = bare is null ? entry.Place : "",
            ActualHeadcount = isCounted ? entry.Headcount : null,
            PlannedHeadcount = isCounted ? entry.Planned : null,
            Source = entry.Source switch { "上级部署" or "上级安排" => ActivitySource.Assigned, "联办" or "联合开展" => ActivitySource.Joint, _ => ActivitySource.Own },
            Count = entry.Count,
            IsSummary = entry.Count > 1 || entry.Period.Precision == PeriodPrecision.Year,
            Mark = entry.Period.To.Year < today.Year ? EntryMark.History : EntryMark.Late,
            EnteredAt = change.At,
            Fingerprint = step.Fingerprint,
        }.During(entry.Period);
        if (bare is not null)
        {
            return activity.OfKinds(bare.Id);
        }
        return activity.OfKinds(entry.Kinds.Count > 0 ? entry.Kinds : [Kind.Other]).With(entry.Quantities)
            .HostedBy(entry.Hosts.Select(name => (name, hosts.GetValueOrDefault(name).Department, hosts.GetValueOrDefault(name).Group)));
    }

    // Of a talk nothing is kept but that it was held.
    private CatalogueKind? BareKind(LedgerEntry entry) => entry.Kinds.FirstOrDefault(kinds.HasNoContent) is { } id ? kinds.Find(id) : null;

    private IEnumerable<string> BareRemarks(LedgerReading reading) => reading.Entries.Select(BareKind).OfType<CatalogueKind>().GroupBy(kind => kind.Name)
        .Select(same => $"{same.Key}只登记日期和人数，{same.Count()} 行的标题、内容和地点不导入。");

    private async Task<Dictionary<string, (Guid? Department, Guid? Group)>> HostsAsync(CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().Select(d => new { d.Name, d.Id }).ToListAsync(cancellation);
        var hosts = departments.ToDictionary(d => d.Name, d => ((Guid?)d.Id, (Guid?)null));
        foreach (var group in await db.Groups.AsNoTracking().Select(g => new { g.Name, g.Id }).ToListAsync(cancellation))
        {
            hosts.TryAdd(group.Name, (null, group.Id));
        }
        return hosts;
    }

    // By day and title, whoever entered it and however.
    private async Task<HashSet<(DateOnly, string)>> EnteredAsync(LedgerReading reading, CancellationToken cancellation)
    {
        if (reading.Entries.Count == 0)
        {
            return [];
        }
        var (first, last) = (reading.Entries.Min(e => e.Period.From), reading.Entries.Max(e => e.Period.From));
        var rows = await db.Activities.AsNoTracking().Where(a => a.Status != ActivityStatus.Superseded && a.Status != ActivityStatus.Deleted && a.FromOn >= first && a.FromOn <= last)
            .Select(a => new { a.FromOn, a.Title }).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.FromOn, Headings.Plain(r.Title)))];
    }

    private static string FingerprintOf(LedgerEntry entry)
    {
        var words = Headings.Plain($"{entry.Period.From:yyyyMMdd}|{entry.Period.To:yyyyMMdd}|{entry.Title}|{entry.Place}|{entry.Headcount}|{entry.Count}|{string.Join('、', entry.Hosts)}");
        // 96 bits: enough to tell the rows of one unit apart, and short where there are many.
        return Mark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 12));
    }
}
