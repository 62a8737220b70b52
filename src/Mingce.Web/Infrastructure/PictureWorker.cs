using System.Threading.Channels;
using Mingce.Core;
using Mingce.Core.Pictures;
using Mingce.Rules.Pictures;

namespace Mingce.Web.Infrastructure;

/// <summary>A kept picture, by what has to be known before it may be decoded.</summary>
internal sealed record PictureJob(Guid UnitId, string Sha256, string MediaType, int? Width, int? Height);

/// <summary>Prepares pictures behind the answers, one after another: a small copy to be shown, and prints by which copies are found. Sweeps away what no form took.</summary>
internal sealed class PictureWorker(ServerOptions options, Thumbnails thumbnails, TimeProvider time, ILogger<PictureWorker> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly Channel<PictureJob> jobs = Channel.CreateUnbounded<PictureJob>(new() { SingleReader = true });
    private readonly SemaphoreSlim oneAtATime = new(1);

    public void Enqueue(IEnumerable<PictureJob> pictures)
    {
        foreach (var picture in pictures.Where(p => Thumbnails.MayDecode(p.MediaType, p.Width, p.Height)))
            jobs.Writer.TryWrite(picture);
    }

    /// <summary>Prepares a picture now, unless it is prepared already.</summary>
    public async Task PrepareAsync(PictureJob job, CancellationToken cancellation)
    {
        if (await thumbnails.FindAsync(job.Sha256, job.MediaType, job.Width, job.Height, cancellation) is not { } thumbnail)
            return;
        await using var db = options.Folder.OpenDb(job.UnitId);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (!await db.PicturePrints.AnyAsync(p => p.Sha256 == job.Sha256, cancellation) && await thumbnails.ReadGreyAsync(thumbnail, cancellation) is { } grey)
                await AddPrintsAsync(db, job, PicturePrint.Of(grey), cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(PrepareAsync(stoppingToken), SweepAsync(stoppingToken));

    // A picture that was destroyed while it was prepared leaves no prints; one that was taken out may come back.
    private static async Task AddPrintsAsync(LedgerDb db, PictureJob job, IReadOnlyList<PicturePrint> prints, CancellationToken cancellation)
    {
        await new PictureIndex(db).AddAsync(job.UnitId, job.Sha256, prints, cancellation);
        if (!await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).AnyAsync(e => e.Sha256 == job.Sha256, cancellation) && !await db.PendingFiles.AnyAsync(p => p.Sha256 == job.Sha256, cancellation))
            await new PictureIndex(db).ForgetAsync(job.Sha256, cancellation);
    }

    private async Task PrepareAsync(CancellationToken stopping)
    {
        await foreach (var job in jobs.Reader.ReadAllAsync(stopping))
            await TryAsync(() => PrepareAsync(job, stopping), stopping);
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            await TryAsync(
                async () =>
                {
                    await using var all = options.Folder.OpenDb(null);
                    await PendingFiles.SweepAsync(all, options.Folder.Evidence, time.GetUtcNow().UtcDateTime, thumbnails.Remove, stopping);
                },
                stopping);
        }
    }

    // One picture, or a disk that is full for a while, does not end the work on all others.
    private async Task TryAsync(Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // Told in the log; nothing depends on it.
        catch (Exception e) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogWarning("{What}", Faults.Explain(e) ?? e.ToString());
        }
    }
}
