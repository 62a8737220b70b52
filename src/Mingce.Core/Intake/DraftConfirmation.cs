using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Routines;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Intake;

/// <summary>A person confirms drafts: from then on they count. What they correct is superseded, never deleted.</summary>
public sealed class DraftConfirmation(LedgerDb db, Change change)
{
    private const string Replaced = "已替换";
    private const string DraftReplaced = "草稿已替换";

    public async Task EnterAsync(Activity draft)
    {
        draft.Status = ActivityStatus.Entered;
        db.Record(change, draft, "确认登记");
        // What is in the 回收站 is not taken out of it, and what was replaced or split before stays so.
        if (draft.ResemblesId is { } id
            && await db.Activities.SingleOrDefaultAsync(a => a.Id == id && (a.Status == ActivityStatus.Draft || a.Status == ActivityStatus.Entered)) is { } corrected)
        {
            RecordReplaced(corrected, draft.Id, corrected.Status == ActivityStatus.Draft);
            corrected.Status = ActivityStatus.Superseded;
        }
    }

    public async Task EnterAsync(Routine draft)
    {
        draft.Status = RoutineStatus.Active;
        db.Record(change, draft, "确认执行");
        if (draft.ResemblesId is { } id && await db.Routines.SingleOrDefaultAsync(r => r.Id == id && r.Status != RoutineStatus.Superseded) is { } corrected)
        {
            RecordReplaced(corrected, draft.Id, corrected.Status == RoutineStatus.Draft);
            corrected.Status = RoutineStatus.Superseded;
        }
    }

    /// <summary>撤销确认: the record is a draft again, and what it had superseded is what it was before.</summary>
    public async Task WithdrawAsync(Activity entered)
    {
        entered.Status = ActivityStatus.Draft;
        db.Record(change, entered, "撤销确认");
        if (await WasDraftAsync(entered.ResemblesId, entered.Id) is { } wasDraft
            && await db.Activities.SingleOrDefaultAsync(a => a.Id == entered.ResemblesId && a.Status == ActivityStatus.Superseded) is { } corrected)
        {
            corrected.Status = wasDraft ? ActivityStatus.Draft : ActivityStatus.Entered;
            db.Record(change with { Why = $"{entered.Id} 撤销确认" }, corrected, wasDraft ? "恢复为草稿" : "恢复登记");
        }
    }

    public async Task WithdrawAsync(Routine entered)
    {
        entered.Status = RoutineStatus.Draft;
        db.Record(change, entered, "撤销确认");
        if (await WasDraftAsync(entered.ResemblesId, entered.Id) is { } wasDraft
            && await db.Routines.SingleOrDefaultAsync(r => r.Id == entered.ResemblesId && r.Status == RoutineStatus.Superseded) is { } corrected)
        {
            corrected.Status = wasDraft ? RoutineStatus.Draft : RoutineStatus.Active;
            db.Record(change with { Why = $"{entered.Id} 撤销确认" }, corrected, wasDraft ? "恢复为草稿" : "恢复执行");
        }
    }

    private void RecordReplaced(AuditedEntity corrected, Guid by, bool isDraft) =>
        db.Record(change with { Why = ReasonOf(by) }, corrected, isDraft ? DraftReplaced : Replaced);

    /// <summary>Whether the record was still a draft when the other one replaced it; null where that one did not.</summary>
    private async Task<bool?> WasDraftAsync(Guid? id, Guid by)
    {
        var reason = ReasonOf(by);
        var what = await db.Events.Where(e => e.SubjectId == id && e.Why == reason).OrderByDescending(e => e.Id).Select(e => e.What).FirstOrDefaultAsync();
        return what is null ? null : what == DraftReplaced;
    }

    private static string ReasonOf(Guid by) => $"被 {by} 更正";
}
