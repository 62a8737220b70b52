using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Reporting;

/// <summary>Composes the 年度工作总结（报告） of a unit from its entered records. Nothing of it is stored, so it is right on any day.</summary>
public sealed class WorkReports(LedgerDb db)
{
    private const string FrameSlot = "帽段";

    /// <summary>
    /// The report of a year: an activity belongs to the year it begins in, a routine to its own year and to those after it
    /// until it ends, unless it was read from an old report and never taken over.
    /// </summary>
    /// <param name="today">成文日期, in the office's calendar.</param>
    /// <exception cref="UserFaultException">The year holds no entered record.</exception>
    public async Task<WorkReport> ComposeAsync(Unit unit, int year, DateOnly today, CancellationToken cancellation = default)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var activities = await db.Activities.AsNoTracking().AsSplitQuery()
            .Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities)
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn >= first && a.FromOn <= last)
            .ToListAsync(cancellation);
        var routines = await db.Routines.AsNoTracking()
            .Where(r => r.Status == RoutineStatus.Active && (r.EndsOn == null || r.EndsOn >= last)
                && (r.Year == year || r.StartsOn <= last || (r.Year < year && r.Mark != EntryMark.History)))
            .ToListAsync(cancellation);
        var drafts = await db.Activities.CountAsync(a => a.Status == ActivityStatus.Draft && a.FromOn >= first && a.FromOn <= last, cancellation)
            + await db.Routines.CountAsync(r => r.Status == RoutineStatus.Draft && r.Year == year, cancellation);
        if (activities.Count == 0 && !routines.Exists(r => r.Year == year))
        {
            throw new UserFaultException($"{year}年没有已登记的活动，无法形成总结。请先登记活动，或导入往年总结并确认。"
                + (drafts > 0 ? $"现有 {drafts} 条草稿待确认。" : ""));
        }
        var frame = Phrase.InForce(await db.Phrases.AsNoTracking().Where(p => p.Slot == FrameSlot).ToListAsync(cancellation), FrameSlot, today);
        return new Composition(unit, year, today, await db.ReadKindsAsync(cancellation)).Compose(activities, routines, frame, drafts);
    }

    private sealed class Composition(Unit unit, int year, DateOnly today, KindCatalogue kinds)
    {
        // 156 mm at 22 pt.
        private const int OneLineTitle = 20;

        private readonly ReportTemplates templates = ReportTemplates.Default;
        private readonly FigureMarks marks = new();
        private readonly List<Block> blocks = [];
        private readonly Dictionary<Block, IReadOnlyList<ReportFigure>> figures = new(ReferenceEqualityComparer.Instance);

        private readonly string period = year < today.Year || today.Month == 12 ? "全年" : "今年以来";

        private ReportPlan Plan => templates.Plan;

        public WorkReport Compose(List<Activity> activities, List<Routine> routines, Phrase? frame, int drafts)
        {
            foreach (var paragraph in (frame?.Text ?? Plan.Frame).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                blocks.Add(new Paragraph(FigureMarks.Clean(paragraph)));
            }
            blocks.Add(new Paragraph(templates.Opening(year)));
            // Ids differ from one ledger to the next; what a record says does not.
            var byKind = activities.OrderBy(a => a.Precision != PeriodPrecision.Year).ThenBy(a => a.FromOn).ThenBy(a => a.ToOn).ThenBy(a => a.EnteredAt)
                .ThenBy(a => a.Title, StringComparer.Ordinal).ThenBy(a => a.Fingerprint, StringComparer.Ordinal).ThenBy(a => a.Id)
                .ToLookup(a => ToldAs(a.Kinds.MinBy(k => k.Ordinal)?.KindId));
            var routinesByKind = routines.OrderBy(r => r.Fingerprint, StringComparer.Ordinal).ThenBy(r => r.Id).ToLookup(r => ToldAs(r.KindId));
            foreach (var section in Plan.Sections)
            {
                AddSection(section, byKind, routinesByKind);
            }
            var name = FigureMarks.Clean(unit.FullName);
            var document = new GongwenDocument { Title = Title(name), Blocks = blocks, Signature = new Signature(name, today) };
            return new WorkReport(document, document.ToText(), [.. document.Parts().SelectMany(Placed)], drafts);
        }

        // A title of two lines breaks behind the name, so that no word is torn.
        private string Title(string name)
        {
            var title = templates.Title(name, year);
            return title.Length > OneLineTitle && title.StartsWith(name, StringComparison.Ordinal) ? name + "\n" + title[name.Length..] : title;
        }

        private void AddSection(ReportSection section, ILookup<string, Activity> activities, ILookup<string, Routine> routines)
        {
            List<string> paragraphs = [.. section.Paragraphs
                .Select(kinds => Own(kinds, activities, routines))
                .Append(Others([.. section.Paragraphs.SelectMany(kinds => kinds)], activities))
                .Append(section.Place)
                .Where(text => text.Length > 0)];
            if (paragraphs.Count == 0)
            {
                return;
            }
            blocks.Add(new Heading(1, section.Heading));
            foreach (var marked in paragraphs)
            {
                var (text, found) = marks.Resolve(marked);
                var paragraph = new Paragraph(text);
                blocks.Add(paragraph);
                figures[paragraph] = found;
            }
        }

        private string Own(IReadOnlyList<string> kinds, ILookup<string, Activity> activities, ILookup<string, Routine> routines)
        {
            var text = "";
            foreach (var kind in kinds)
            {
                List<Activity> own = [.. activities[kind].Where(a => a.Actor == Actor.Own)];
                if (own.Count > 0 || routines.Contains(kind))
                {
                    // Said once in a paragraph.
                    text += templates.Own(Telling(kind).Own(text.Contains(period, StringComparison.Ordinal) ? "" : period, own, [.. routines[kind]]));
                }
            }
            return text;
        }

        private string Others(List<string> kinds, ILookup<string, Activity> activities)
        {
            List<Deed> deeds = [.. kinds.SelectMany(kind => activities[kind].Where(a => a.Actor != Actor.Own).Select(Telling(kind).Others))];
            return deeds.Count == 0 ? "" : templates.Others(deeds);
        }

        // A kind that the plan does not know is told as the nearest one that it counts as.
        private string ToldAs(string? kindId) => Plan.ToldAs(kindId is null ? [] : kinds.LineOf(kindId));

        private DeedTelling Telling(string kind) => new(Plan, Plan.Wording(kind), kinds, year, marks);

        private IEnumerable<ReportFigure> Placed(TextPart part) => part.Block is { } block && figures.TryGetValue(block, out var found)
            ? found.Select(f => f with { Start = part.Start + f.Start, End = part.Start + f.End })
            : [];
    }
}
