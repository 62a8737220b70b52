using Mingce.Core;
using Mingce.Core.Destructions;
using Mingce.Core.Search;

namespace Mingce.Web.Infrastructure;

/// <summary>Reads the texts of new files for search, and finishes destructions that a stop interrupted.</summary>
internal sealed class SearchIndexer(ServerOptions options, TimeProvider time, ILogger<SearchIndexer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first requests come first.
        await Task.Delay(Pause, stoppingToken);
        while (true)
        {
            await Task.Delay(await WorkAsync(stoppingToken) ? Pause : PauseAfterFault, stoppingToken);
        }
    }

    private async Task<bool> WorkAsync(CancellationToken cancellation)
    {
        try
        {
            await new SearchBacklog(options.Folder).WorkAsync(null, cancellation);
            return await new DestructionCleanup(options.Folder, time).FinishAsync(cancellation);
        }
#pragma warning disable CA1031 // A full disk or a database that is away must not end the server; what waits is met again.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.IndexingFailed(Faults.Explain(e) ?? e.ToString());
            return false;
        }
    }
}

internal static partial class SearchIndexerLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "搜索索引未能更新，稍后重试：{reason}")]
    public static partial void IndexingFailed(this ILogger log, string reason);
}
