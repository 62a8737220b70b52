using System.Data.Common;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Mingce.Bench;

/// <summary>Writes entities past EF and its audit, by the columns of its model: a prepared insert on SQLite, COPY on PostgreSQL.</summary>
internal sealed class BulkRows(LedgerDb db) : IDisposable
{
    private readonly Dictionary<Type, Table> tables = [];

    public async Task WriteAsync<T>(IReadOnlyList<T> entities)
        where T : class
    {
        if (entities.Count == 0)
        {
            return;
        }
        if (!tables.TryGetValue(typeof(T), out var table))
        {
            tables.Add(typeof(T), table = new Table(db.Model.FindEntityType(typeof(T))!));
        }
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres)
        {
            await table.CopyAsync(postgres, entities);
        }
        else
        {
            table.Insert(connection, entities);
        }
    }

    public void Dispose()
    {
        foreach (var table in tables.Values)
        {
            table.Dispose();
        }
    }

    private sealed class Table(IEntityType type) : IDisposable
    {
        private readonly string name = type.GetTableName()!;
        private readonly Column[] columns = [.. type.GetProperties().Select(p => new Column(p))];
        private DbCommand? insert;

        private string Columns => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

        public void Insert(DbConnection connection, IEnumerable<object> entities)
        {
            insert ??= Prepare(connection);
            foreach (var entity in entities)
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    insert.Parameters[i].Value = columns[i].Of(entity) ?? DBNull.Value;
                }
                insert.ExecuteNonQuery();
            }
        }

        public async Task CopyAsync(NpgsqlConnection connection, IEnumerable<object> entities)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"copy {name} ({Columns}) from stdin (format binary)");
            foreach (var entity in entities)
            {
                await copy.StartRowAsync();
                foreach (var column in columns)
                {
                    if (column.Of(entity) is { } value)
                    {
                        await copy.WriteAsync(value, column.StoreType);
                    }
                    else
                    {
                        await copy.WriteNullAsync();
                    }
                }
            }
            await copy.CompleteAsync();
        }

        public void Dispose() => insert?.Dispose();

        private DbCommand Prepare(DbConnection connection)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own model.
            command.CommandText = $"insert into \"{name}\" ({Columns}) values ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
            for (var i = 0; i < columns.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"$p{i}";
                command.Parameters.Add(parameter);
            }
            return command;
        }
    }

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();
        public string StoreType { get; } = property.GetColumnType();

        public object? Of(object entity)
        {
            var value = property.GetGetter().GetClrValue(entity);
            return convert is null ? value : convert(value);
        }
    }
}
