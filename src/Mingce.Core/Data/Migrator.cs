using System.Data.Common;
using System.Reflection;
using Npgsql;

namespace Mingce.Core.Data;

/// <summary>
/// Brings a database to the newest schema by the numbered .sql files of its provider, each in one transaction.
/// Works on a plain connection: a server answers its first request before the EF model is built.
/// </summary>
public static class Migrator
{
    private const string Versions = "create table if not exists schema_versions (number integer primary key, name text not null, applied_at text not null)";

    // Several servers may start at once on one PostgreSQL; SQLite locks by itself.
    private const string TakeTurns = "select pg_advisory_xact_lock(20261122);";

    /// <summary>The numbered files of a provider, in order.</summary>
    public static IReadOnlyList<Migration> For(DbConnection connection)
    {
        var folder = $"{typeof(Migrator).Namespace}.Migrations.{(connection is NpgsqlConnection ? "PostgreSql" : "Sqlite")}.";
        return [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Select(n => new Migration(int.Parse(n.AsSpan(folder.Length, 4)), n[folder.Length..], n))
            .OrderBy(m => m.Number)];
    }

    /// <summary>Whether nothing is missing; writes nothing.</summary>
    /// <exception cref="UserFaultException">The database was written by a newer program.</exception>
    public static async Task<bool> IsNewestAsync(DbConnection connection)
    {
        var catalogue = connection is NpgsqlConnection ? "pg_tables where schemaname = current_schema() and tablename" : "sqlite_schema where name";
        return await NumberAsync(connection, null, $"select count(*) from {catalogue} = 'schema_versions'") == 1
            && await AppliedAsync(connection) == For(connection)[^1].Number;
    }

    /// <summary>Applies what is missing.</summary>
    /// <param name="connection">An open connection.</param>
    /// <exception cref="UserFaultException">The database was written by a newer program.</exception>
    public static async Task MigrateAsync(DbConnection connection, DateTime now)
    {
        var takeTurns = connection is NpgsqlConnection ? TakeTurns : "";
        await ExecuteAsync(connection, null, takeTurns + Versions);
        var applied = await AppliedAsync(connection);
        foreach (var migration in For(connection).Where(m => m.Number > applied))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            if (takeTurns.Length > 0)
            {
                await ExecuteAsync(connection, transaction, takeTurns);
            }
            if (await NumberAsync(connection, transaction, $"select count(*) from schema_versions where number = {migration.Number}") == 0)
            {
                await ExecuteAsync(connection, transaction, migration.ReadSql());
                await ExecuteAsync(connection, transaction, $"insert into schema_versions values ({migration.Number}, '{migration.Name}', '{now:yyyy-MM-ddTHH:mm:ssZ}')");
            }
            await transaction.CommitAsync();
        }
    }

    private static async Task<int> AppliedAsync(DbConnection connection)
    {
        var applied = await NumberAsync(connection, null, "select coalesce(max(number), 0) from schema_versions");
        return applied <= For(connection)[^1].Number
            ? applied
            : throw new UserFaultException($"数据由更新版本的程序写入（结构版本 {applied}），请使用该版本或更新的程序打开。");
    }

#pragma warning disable CA2100 // The statements are our own files and constants.
    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> NumberAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return Convert.ToInt32(await command.ExecuteScalarAsync());
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
