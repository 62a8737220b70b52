using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Routines;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Intake;

/// <summary>A person confirms drafts: from then on they count. What they correct is superseded, never deleted.</summary>
public sealed class DraftConfirmation(LedgerDb db, Change change)
{
    public async Task EnterAsync(Activity draft)
    {
        draft.Status = ActivityStatus.Entered;
        db.Record(change, draft, "确认登记");
        // What is in the 回收站 is not taken out of it.
        if (draft.ResemblesId is { } id && await db.Activities.SingleOrDefaultAsync(a => a.Id == id && a.Status != ActivityStatus.Deleted) is { } corrected)
        {
            corrected.Status = ActivityStatus.Superseded;
            db.Record(change with { Why = $"被 {draft.Id} 更正" }, corrected, "已替换");
        }
    }

    public async Task EnterAsync(Routine draft)
    {
        draft.Status = RoutineStatus.Active;
        db.Record(change, draft, "确认执行");
        if (draft.ResemblesId is { } id && await db.Routines.SingleOrDefaultAsync(r => r.Id == id) is { } corrected)
        {
            corrected.Status = RoutineStatus.Superseded;
            db.Record(change with { Why = $"被 {draft.Id} 更正" }, corrected, "已替换");
        }
    }

    /// <summary>撤销确认: the record is a draft again, and what it had superseded counts again.</summary>
    public async Task WithdrawAsync(Activity entered)
    {
        entered.Status = ActivityStatus.Draft;
        db.Record(change, entered, "撤销确认");
        if (entered.ResemblesId is { } id && await db.Activities.SingleOrDefaultAsync(a => a.Id == id && a.Status == ActivityStatus.Superseded) is { } corrected)
        {
            corrected.Status = ActivityStatus.Entered;
            db.Record(change with { Why = $"{entered.Id} 撤销确认" }, corrected, "恢复登记");
        }
    }

    public async Task WithdrawAsync(Routine entered)
    {
        entered.Status = RoutineStatus.Draft;
        db.Record(change, entered, "撤销确认");
        if (entered.ResemblesId is { } id && await db.Routines.SingleOrDefaultAsync(r => r.Id == id && r.Status == RoutineStatus.Superseded) is { } corrected)
        {
            corrected.Status = RoutineStatus.Active;
            db.Record(change with { Why = $"{entered.Id} 撤销确认" }, corrected, "恢复执行");
        }
    }
}
