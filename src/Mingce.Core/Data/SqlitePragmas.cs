using System.Data.Common;
using System.Runtime.CompilerServices;
using Mingce.Core.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mingce.Core.Data;

/// <summary>What every SQLite connection must have, set and read back when it is new; one from the pool keeps the pragmas.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<object, object> Known = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        // For the triggers that keep the full-text index. Unlike a pragma, it is taken away when the connection goes back to the pool.
        ((SqliteConnection)connection).CreateFunction("search_words", (string unitId, string text) => Grams.Words(Grams.Of(Guid.Parse(unitId), text)), isDeterministic: true);
        var handle = ((SqliteConnection)connection).Handle!;
        if (Known.TryGetValue(handle, out _))
        {
            return;
        }
        using var command = connection.CreateCommand();
        // FULL: with NORMAL a power cut loses every answer since the last checkpoint. Mapped for reading: a search that passes over all
        // texts of a unit meets each on a page of its own, and a call of the system for each costs more than the comparison.
        command.CommandText = """
            pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000; pragma mmap_size = 2000000000;
            select (select journal_mode from pragma_journal_mode), (select synchronous from pragma_synchronous), (select foreign_keys from pragma_foreign_keys);
            """;
        using var reader = command.ExecuteReader();
        // busy_timeout answers with a row of its own.
        while (reader.FieldCount < 3 && reader.NextResult())
        {
        }
        if (!reader.Read() || reader.GetString(0) != "wal" || reader.GetInt64(1) != 2 || reader.GetInt64(2) != 1)
        {
            // No shared memory on a network drive, or none left on a full disk.
            throw new UserFaultException("台账数据库不能在这个位置安全写入（磁盘已满，或是网络盘等不支持预写日志的磁盘）。请清理磁盘，或把数据文件夹放在本机磁盘上。");
        }
        Known.AddOrUpdate(handle, connection.ConnectionString);
    }
}
