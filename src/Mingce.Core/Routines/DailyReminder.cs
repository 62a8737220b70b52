using System.Text;
using Mingce.Core.Data;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Routines;

/// <summary>The day's reminder of one unit: what is overdue and what falls due today and tomorrow, titles only.</summary>
public sealed class DailyReminder(LedgerDb db, OfficeDays delivered, RobotClient client)
{
    /// <summary>A server that starts later than this after the set time leaves the day's reminder out: nobody wants the morning's in the evening.</summary>
    public const int LatestMinutes = 120;

    private const int MostTitles = 20;

    /// <summary>Sends what is to be sent now, once on a day.</summary>
    /// <param name="now">UTC.</param>
    /// <returns>Whether a call was made.</returns>
    public async Task<bool> SendDueAsync(DateTime now, CancellationToken cancellation)
    {
        var local = OfficeCalendar.ToLocal(now);
        var today = DateOnly.FromDateTime(local);
        if (await db.ReminderRobots.AsNoTracking().SingleOrDefaultAsync(r => r.IsOn, cancellation) is not { } robot
            || local.TimeOfDay.TotalMinutes < robot.SendAt || local.TimeOfDay.TotalMinutes >= robot.SendAt + LatestMinutes
            || await db.ReminderSends.AnyAsync(s => s.On == today, cancellation))
        {
            return false;
        }
        var calendar = new WorkCalendar(db, delivered);
        if (!(await calendar.ReadDaysAsync(cancellation)).IsWorkingDay(today) || TextOf(await calendar.ReadAgendaAsync(today, cancellation), today) is not { } text)
        {
            return false;
        }
        var send = new ReminderSend { UnitId = robot.UnitId, On = today, At = now };
        db.Add(send);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return false; // another server of the same ledger was faster
        }
        send.Outcome = await client.SendAsync(robot.Form, robot.Address, text, cancellation) is { } fault ? $"未送达：{fault}。" : "已发送";
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The text; null where there is nothing to remind of.</summary>
    private static string? TextOf(Agenda agenda, DateOnly today)
    {
        var due = agenda.ToDo.Where(e => e.Occurrence.DueOn <= today.AddDays(1)).Select(e => e.Occurrence).ToList();
        if (due.Count == 0)
        {
            return null;
        }
        var text = new StringBuilder($"【明册】{today.Month}月{today.Day}日应办提醒");
        foreach (var occurrence in due.Take(MostTitles))
        {
            var days = today.DayNumber - occurrence.DueOn.DayNumber;
            text.Append('\n').Append(days > 0 ? $"逾期{days}天：" : days == 0 ? "今天：" : "明天：").Append(occurrence.Title);
        }
        if (due.Count > MostTitles)
        {
            text.Append($"\n另有{due.Count - MostTitles}项，请在系统中查看。");
        }
        return text.ToString();
    }
}
