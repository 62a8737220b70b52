using System.Collections.Concurrent;
using System.Data.Common;
using Mingce.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mingce.Core.Data;

public enum FolderUse
{
    /// <summary>Reads, or one short transaction; may stand beside a running server.</summary>
    Read,
    /// <summary>Writes; one such process at a time.</summary>
    Write,
    /// <summary>Writes, and the folder may be new.</summary>
    Create,
}

/// <summary>The data folder: the embedded database (or the connection to PostgreSQL), the evidence and the keys.</summary>
public sealed class DataFolder : IDisposable
{
    // Few: on PostgreSQL they are taken from the pool of connections.
    private const int MostIdle = 4;

    private readonly string? postgres;
    private readonly FileStream? writerLock;
    private readonly DbContextOptions<LedgerDb> options;
    private readonly ConcurrentBag<ChangesReader> idle = [];

    // Of those who write to the embedded database, which takes one at a time.
    private readonly SemaphoreSlim? turn;

    private DataFolder(string path, string? postgres, FileStream? writerLock)
    {
        Path = path;
        this.postgres = postgres;
        this.writerLock = writerLock;
        Evidence = new EvidenceStore(path);
        var builder = new DbContextOptionsBuilder<LedgerDb>();
        if (postgres is null)
        {
            turn = new SemaphoreSlim(1);
            builder.UseSqlite(ConnectionString).AddInterceptors(new SqlitePragmas());
        }
        else
        {
            builder.UseNpgsql(postgres);
        }
        options = builder.Options;
    }

    public string Path { get; }
    public EvidenceStore Evidence { get; }
    public string KeysPath => System.IO.Path.Combine(Path, "keys");

    /// <summary>Whether the ledger held no unit when it was opened.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Opens a data folder and brings its database to the newest schema.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="postgres">A connection string; null for the embedded database.</param>
    /// <exception cref="UserFaultException">No folder, no database, a second writer, or a database of a newer program.</exception>
    public static async Task<DataFolder> OpenAsync(string path, FolderUse use, string? postgres, TimeProvider time)
    {
        path = System.IO.Path.GetFullPath(path);
        if (use != FolderUse.Create && !(postgres is null ? File.Exists(DatabaseFile(path)) : Directory.Exists(path)))
        {
            throw new UserFaultException($"数据文件夹 {path} 中没有台账。请先运行 init --data {path} --unit 单位名称，或用 --data 指定正确的位置。");
        }
        // SQLite takes an empty file for a new database; here it is what a fault of the disk left of the ledger.
        if (use != FolderUse.Create && postgres is null && new FileInfo(DatabaseFile(path)).Length == 0)
        {
            throw new UserFaultException($"{DatabaseFile(path)} 是空文件，台账已丢失或尚未建好。请从备份恢复；新建未完成的，请重新运行 init。");
        }
        FileStream? taken = null;
        try
        {
            if (use == FolderUse.Create)
            {
                DurableFile.CreatePrivateDirectory(path);
            }
            taken = use == FolderUse.Read ? null : TakeLock(path);
            if (use == FolderUse.Create && postgres is null)
            {
                CreatePrivateFile(DatabaseFile(path));
            }
            var folder = new DataFolder(path, postgres, taken);
            if (taken is not null)
            {
                folder.Evidence.ClearIncoming();
            }
            await folder.PrepareDatabaseAsync(time.GetUtcNow().UtcDateTime);
            return folder;
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    /// <summary>The ledger as one unit sees it; null sees no unit's rows.</summary>
    /// <param name="cache">What is known of the unit's ledger; null to reckon everything anew.</param>
    public LedgerDb OpenDb(Guid? unitId, UnitCache? cache = null) => new(options, unitId, cache, turn);

    /// <summary>The state of the unit's ledger as it is now, or null where there is no such unit.</summary>
    public async Task<LedgerState?> ReadStateAsync(Guid unitId, CancellationToken cancellation = default)
    {
        if (!idle.TryTake(out var reader))
        {
            reader = new ChangesReader(await ConnectAsync());
        }
        try
        {
            var state = await reader.ReadAsync(unitId, cancellation);
            if (idle.Count < MostIdle)
            {
                idle.Add(reader);
                reader = null;
            }
            return state;
        }
        finally
        {
            // One too many, or one that failed and may fail again.
            reader?.Dispose();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
        if (postgres is null)
        {
            // Pooled connections would keep the database and its log open after the folder is given up.
            using var pooled = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }
        turn?.Dispose();
        writerLock?.Dispose();
    }

    private string ConnectionString => postgres ?? $"Data Source={DatabaseFile(Path)}";

    private async Task PrepareDatabaseAsync(DateTime now)
    {
        await using var connection = await ConnectAsync();
        if (!await Migrator.IsNewestAsync(connection))
        {
            // Only a writer changes the schema; a reader becomes one for that moment.
            using var brief = writerLock is null ? TakeLock(Path) : null;
            await Migrator.MigrateAsync(connection, now);
        }
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from (select 1 from units limit 1) as u";
        IsEmpty = Convert.ToInt32(await command.ExecuteScalarAsync()) == 0;
    }

    // Outside the pool: a folder that cannot be opened must not stay open.
    private async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = postgres is null ? new SqliteConnection(ConnectionString + ";Pooling=False") : new NpgsqlConnection(postgres);
        try
        {
            await connection.OpenAsync();
            if (postgres is null)
            {
                await SetWriteAheadLogAsync(connection);
                SqlitePragmas.Apply(connection);
            }
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string DatabaseFile(string path) => System.IO.Path.Combine(path, "mingce.db");

    // SQLite gives its log the rights of the database. The folder may be one that others can read.
    private static void CreatePrivateFile(string path)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            using var created = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
    }

    // Set once per file and outside a transaction; the mode stays in the file.
    private static async Task SetWriteAheadLogAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma busy_timeout = 10000; pragma journal_mode = wal";
        await command.ExecuteNonQueryAsync();
    }

    private static FileStream TakeLock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Faults.IsInUse(e))
        {
            throw new UserFaultException($"数据文件夹 {path} 正由另一个明册程序写入。请先停止该程序（例如正在运行的 serve），再重试。", e);
        }
    }
}
