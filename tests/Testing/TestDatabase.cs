using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Testing;

/// <summary>An empty database without any schema, for tests of the schema itself; others take a <see cref="TestLedger"/>.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly string? postgres;

    private TestDatabase(string? postgres) => this.postgres = postgres;

    public static async Task<TestDatabase> CreateAsync(Provider provider) =>
        new(provider == Provider.PostgreSql ? await PostgreSqlServer.CreateEmptyAsync() : null);

    public LedgerDb OpenDb()
    {
        var builder = new DbContextOptionsBuilder<LedgerDb>();
        _ = postgres is null ? builder.UseSqlite($"Data Source={folder.File("mingce.db")};Pooling=False") : builder.UseNpgsql(postgres);
        return new(builder.Options, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await PostgreSqlServer.DropAsync(postgres);
        }
        folder.Dispose();
    }
}
