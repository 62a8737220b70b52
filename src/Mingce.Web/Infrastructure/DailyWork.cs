using Mingce.Core;
using Mingce.Core.Intake;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Infrastructure;

/// <summary>What the server does by itself: the day's reminders at their time, and texts of reports that nobody works on any more go.</summary>
internal sealed partial class DailyWork(ServerOptions options, OfficeDays delivered, RobotClient client, LedgerCache cache, ILogger<DailyWork> log) : BackgroundService
{
    private DateOnly swept;

    /// <summary>One round; a unit whose turn fails does not keep the others from theirs.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = options.Time.GetUtcNow().UtcDateTime;
        await using var all = options.Folder.OpenDb(null);
        if (OfficeCalendar.Today(options.Time) is var today && today != swept)
        {
            await ReportImport.ForgetOldTextsAsync(all, today, cancellation);
            swept = today;
        }
        foreach (var unit in await all.ReminderRobots.IgnoreQueryFilters([LedgerDb.Tenant]).Where(r => r.IsOn).Select(r => r.UnitId).ToListAsync(cancellation))
        {
            try
            {
                // Reckoned once, and not every minute anew, where nothing is due.
                var state = await options.Folder.ReadStateAsync(unit, cancellation);
                await using var db = options.Folder.OpenDb(unit, state is null ? null : cache.Of(unit, state, OfficeCalendar.Today(options.Time)));
                await new DailyReminder(db, delivered, client).SendDueAsync(now, cancellation);
            }
#pragma warning disable CA1031 // Whatever it was, the next round may go well.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(log, unit, e);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), options.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await RunAsync(cancellation);
        }
#pragma warning disable CA1031 // A database that is away for a while must not end the server; the next round may go well.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            RoundFailed(log, Faults.Explain(e) ?? e.ToString());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "提醒和清理未能完成，稍后重试：{reason}")]
    private static partial void RoundFailed(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The reminder of unit {Unit} failed.")]
    private static partial void Failed(ILogger log, Guid unit, Exception e);
}
