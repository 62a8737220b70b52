using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Data;

/// <summary>Brings a database to the newest schema by the numbered .sql files of its provider, each in one transaction.</summary>
public static class Migrator
{
    /// <summary>The numbered files of a provider, in order.</summary>
    public static IReadOnlyList<Migration> For(LedgerDb db)
    {
        var folder = $"{typeof(Migrator).Namespace}.Migrations.{(db.Database.IsNpgsql() ? "PostgreSql" : "Sqlite")}.";
        return [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Select(n => new Migration(int.Parse(n.AsSpan(folder.Length, 4)), n[folder.Length..], n))
            .OrderBy(m => m.Number)];
    }

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="UserFaultException">The database was written by a newer program.</exception>
    public static async Task MigrateAsync(LedgerDb db, DateTime now)
    {
        var migrations = For(db);
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        // Several servers may start at once on one PostgreSQL; SQLite locks by itself.
        var takeTurns = db.Database.IsNpgsql() ? "select pg_advisory_xact_lock(20261122);" : "";
        await ExecuteAsync(connection, null, takeTurns + "create table if not exists schema_versions (number integer primary key, name text not null, applied_at text not null)");
        var applied = Convert.ToInt32(await ScalarAsync(connection, null, "select coalesce(max(number), 0) from schema_versions"));
        if (applied > migrations[^1].Number)
        {
            throw new UserFaultException($"数据由更新版本的程序写入（结构版本 {applied}），请使用该版本或更新的程序打开。");
        }
        foreach (var migration in migrations.Where(m => m.Number > applied))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            if (takeTurns.Length > 0)
            {
                await ExecuteAsync(connection, transaction, takeTurns);
            }
            if (Convert.ToInt32(await ScalarAsync(connection, transaction, $"select count(*) from schema_versions where number = {migration.Number}")) == 0)
            {
                await ExecuteAsync(connection, transaction, migration.ReadSql());
                await ExecuteAsync(connection, transaction, $"insert into schema_versions values ({migration.Number}, '{migration.Name}', '{now:yyyy-MM-ddTHH:mm:ssZ}')");
            }
            await transaction.CommitAsync();
        }
    }

#pragma warning disable CA2100 // The statements are our own files and constants.
    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return await command.ExecuteScalarAsync();
    }
#pragma warning restore CA2100
}

/// <summary>One numbered .sql file.</summary>
public sealed record Migration(int Number, string Name, string Resource)
{
    public string ReadSql()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }
}
