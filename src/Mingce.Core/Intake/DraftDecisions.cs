using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Routines;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Intake;

/// <summary>What a person decides about the drafts of a report while its <see cref="ReportWork"/> is open. Each method is saved by its caller.</summary>
public sealed class DraftDecisions(LedgerDb db, Change change)
{
    /// <summary>确认. A draft that was confirmed elsewhere meanwhile is as good; one that is gone is skipped.</summary>
    public async Task AcceptAsync(ReportDraft item)
    {
        if (item.State != DraftState.Waiting)
        {
            return;
        }
        var activity = item.IsRoutine ? null : await FindActivityAsync(item);
        var routine = item.IsRoutine ? await FindRoutineAsync(item) : null;
        var confirmation = new DraftConfirmation(db, change);
        if (activity is { Status: ActivityStatus.Draft })
        {
            await confirmation.EnterAsync(activity);
        }
        if (routine is { Status: RoutineStatus.Draft })
        {
            await confirmation.EnterAsync(routine);
        }
        (item.State, item.SeenAt) = (activity is null && routine is null ? DraftState.Skipped : DraftState.Accepted, item.SeenAt ?? change.At);
    }

    /// <summary>撤销 of a confirmation or of a skip.</summary>
    /// <exception cref="UserFaultException">The record has evidence or a place in the calendar by now.</exception>
    public async Task UndoAsync(ReportDraft item)
    {
        if (item.State == DraftState.Accepted && item.IsRoutine)
        {
            var routine = await FindRoutineAsync(item) ?? throw Gone();
            if (routine.StartsOn is not null)
            {
                throw new UserFaultException($"“{routine.Title}”已列入工作日历，不能撤销确认。不再执行的，请在常态化安排中停止。");
            }
            await new DraftConfirmation(db, change).WithdrawAsync(routine);
        }
        else if (item.State == DraftState.Accepted)
        {
            var activity = await ActivityAsync(item);
            if (activity.Evidence.Count > 0)
            {
                throw new UserFaultException($"“{activity.Title}”已有佐证材料，不能撤销确认。内容有误的，请在该记录中更正。");
            }
            await new DraftConfirmation(db, change).WithdrawAsync(activity);
        }
        else if (item.State != DraftState.Skipped)
        {
            return;
        }
        item.State = DraftState.Waiting;
    }

    /// <summary>跳过: not to be registered. The draft goes when the work is done.</summary>
    public void Skip(ReportDraft item)
    {
        if (item.State == DraftState.Waiting)
        {
            (item.State, item.SeenAt) = (DraftState.Skipped, item.SeenAt ?? change.At);
        }
    }

    /// <summary>合并: the text told one thing in two places. Kinds and amounts of the one go into the other, and what that one lacks.</summary>
    /// <exception cref="UserFaultException">One of them is no waiting activity.</exception>
    public async Task MergeAsync(ReportDraft item, ReportDraft into)
    {
        if (item.Id == into.Id || item.IsRoutine || into.IsRoutine || item.State != DraftState.Waiting || into.State != DraftState.Waiting)
        {
            throw new UserFaultException("只能与另一条待确认的活动合并，请重新选择。");
        }
        var (one, other) = (await ActivityAsync(item), await ActivityAsync(into));
        if (other.Count == 1 && one.Count > 1)
        {
            (other.Count, other.CountUnit, other.CountBound, other.IsSummary) = (one.Count, one.CountUnit, one.CountBound, one.IsSummary);
        }
        List<Quantity> amounts = [.. other.Quantities.OrderBy(q => q.Ordinal).Concat(one.Quantities.OrderBy(q => q.Ordinal)).Select(q => q.Value).Distinct()];
        List<string> kinds = [.. other.KindIds.Union(one.KindIds)];
        if (amounts.Count > other.Quantities.Count)
        {
            other.With(amounts);
        }
        if (kinds.Count > other.Kinds.Count)
        {
            other.OfKinds(kinds);
        }
        // What a person typed into the one before is not lost.
        other.ActualHeadcount ??= one.ActualHeadcount;
        other.Place = other.Place.Length > 0 ? other.Place : one.Place;
        other.Text = other.Text.Contains(one.Text, StringComparison.Ordinal) ? other.Text : $"{other.Text}\n{one.Text}".Trim();
        db.Record(change, other, $"合并草稿“{one.Title}”");
        await RemoveAsync(item, one, "合并后删除草稿");
        item.State = DraftState.Merged;
    }

    /// <summary>拆分: parts of a total become records of their own with their days; what is left stays a total.</summary>
    /// <param name="parts">Each of a day that is not to come.</param>
    /// <exception cref="UserFaultException">It is no waiting total, or the parts are more than it holds.</exception>
    public async Task SplitAsync(ReportDraft item, IReadOnlyList<SplitPart> parts)
    {
        var total = item.IsRoutine || item.State != DraftState.Waiting ? null : await ActivityAsync(item);
        if (total is not { Count: > 1 })
        {
            throw new UserFaultException("这一条不是汇总记录，不能拆分。");
        }
        if (SummarySplit.Faults(total, parts, dropsRest: true).FirstOrDefault() is { } fault)
        {
            throw new UserFaultException(fault);
        }
        foreach (var part in SummarySplit.Split(total, parts, change.At))
        {
            db.Add(change, part, $"由汇总“{total.Title}”拆分");
        }
        if (total.Status != ActivityStatus.Superseded)
        {
            db.Record(change, total, $"拆分出 {parts.Count} 条，余 {total.Count}{total.CountUnit}");
            return;
        }
        db.Record(change, total, "已全部拆分");
        item.State = DraftState.Split;
    }

    /// <summary>一并确认 of what has no doubt about it, once everything was on a screen.</summary>
    /// <returns>How many were confirmed.</returns>
    /// <exception cref="UserFaultException">Something was not seen yet.</exception>
    public async Task<int> AcceptRestAsync(Guid reportId)
    {
        var waiting = await db.ReportDrafts.Where(d => d.ReportId == reportId && d.State == DraftState.Waiting).ToListAsync();
        if (waiting.Count(d => d.SeenAt is null) is > 0 and var unseen)
        {
            throw new UserFaultException($"还有 {unseen} 条没有看过，请逐条看完后再一并确认。");
        }
        var plain = waiting.Where(d => d.Doubts == Doubts.None).ToList();
        foreach (var item in plain)
        {
            await AcceptAsync(item);
        }
        return plain.Count;
    }

    /// <summary>完成: the masked text goes; what was skipped goes with it, and what waits stays a draft.</summary>
    public async Task FinishAsync(Guid reportId)
    {
        foreach (var skipped in await db.ReportDrafts.Where(d => d.ReportId == reportId && d.State == DraftState.Skipped).ToListAsync())
        {
            if (skipped.IsRoutine && await FindRoutineAsync(skipped) is { Status: RoutineStatus.Draft } routine)
            {
                await DeclineAsync(skipped, routine.Fingerprint);
                db.Remove(routine);
                db.Record(change, routine, $"跳过，删除草稿“{routine.Title}”");
            }
            else if (!skipped.IsRoutine && await FindActivityAsync(skipped) is { Status: ActivityStatus.Draft } activity)
            {
                await RemoveAsync(skipped, activity, "跳过，删除草稿");
            }
        }
        db.Remove(await db.ReportWorks.SingleAsync(w => w.Id == reportId));
        db.Record(change, await db.ImportedReports.SingleAsync(r => r.Id == reportId), "核对完成，底稿已删除");
    }

    private async Task RemoveAsync(ReportDraft item, Activity draft, string what)
    {
        await DeclineAsync(item, draft.Fingerprint);
        db.Remove(draft);
        db.Record(change, draft, $"{what}“{draft.Title}”");
    }

    private async Task DeclineAsync(ReportDraft item, string fingerprint)
    {
        var report = await db.ImportedReports.SingleAsync(r => r.Id == item.ReportId);
        report.Declined = report.Declined.Length == 0 ? fingerprint : $"{report.Declined}\n{fingerprint}";
        db.Record(change, report, "记下不再提取的一条");
    }

    private async Task<Activity> ActivityAsync(ReportDraft item) => await FindActivityAsync(item) ?? throw Gone();

    // With its parts, so that their change or going is audited too.
    private Task<Activity?> FindActivityAsync(ReportDraft item) =>
        db.Activities.IgnoreQueryFilters([LedgerDb.Removed]).Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Evidence).AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == item.DraftId && (a.Status == ActivityStatus.Draft || a.Status == ActivityStatus.Entered));

    private Task<Routine?> FindRoutineAsync(ReportDraft item) =>
        db.Routines.SingleOrDefaultAsync(r => r.Id == item.DraftId && r.Status != RoutineStatus.Superseded);

    private static UserFaultException Gone() => new("这条草稿已被他人删除或替换，请跳过。");
}
