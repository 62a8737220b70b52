using Microsoft.EntityFrameworkCore.Storage;

namespace Mingce.Core.Data;

/// <summary>
/// Several writes that are kept together or not at all. SQLite has its writers sleep and try again; in a queue each goes on as
/// soon as the one before has committed, and none gives up behind a long one.
/// </summary>
public sealed class LedgerTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly SemaphoreSlim? turn;

    private LedgerTransaction(IDbContextTransaction transaction, SemaphoreSlim? turn) => (this.transaction, this.turn) = (transaction, turn);

    /// <param name="turn">Taken for the time of the transaction; null where the database orders its writers itself.</param>
    internal static async Task<LedgerTransaction> BeginAsync(Func<Task<IDbContextTransaction>> begin, SemaphoreSlim? turn, CancellationToken cancellation)
    {
        if (turn is not null)
        {
            await turn.WaitAsync(cancellation);
        }
        try
        {
            return new(await begin(), turn);
        }
        catch
        {
            turn?.Release();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    /// <summary>Takes back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn?.Release();
        }
    }
}
