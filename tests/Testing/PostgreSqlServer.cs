using System.Diagnostics;
using Mingce.Core.Data;
using Npgsql;

namespace Testing;

/// <summary>
/// The PostgreSQL server of this test process: the one that MINGCE_TEST_POSTGRES names (a connection string with the right
/// to create databases), else a private one that listens on a socket in its own temp folder only.
/// </summary>
public static class PostgreSqlServer
{
    /// <summary>The reason why there is no PostgreSQL to test on; null where there is.</summary>
    public static string? WhyMissing { get; } = FindWhyMissing();

    // The end of standard input is the only signal to stop. It also comes when the tests are killed, so no server is left behind.
    private const string Script = """
        set -e
        trap '' INT HUP TERM
        dir=$(mktemp -d /tmp/mingce-pg.XXXXXX)
        trap '"$1/pg_ctl" stop -D "$dir/data" -m immediate -w >"$dir/log" 2>&1 || :; rm -rf "$dir"' EXIT
        cd "$dir"
        "$1/initdb" -D data -U mingce -A trust -E UTF8 --locale=C.UTF-8 --no-sync >log 2>&1 || { cat log >&2; exit 1; }
        "$1/pg_ctl" start -D data -l log -w -o "-k $dir -F -c listen_addresses= -c max_connections=200 -c full_page_writes=off" >start 2>&1 || { cat start log >&2; exit 1; }
        echo "$dir"
        exec >/dev/null 2>&1
        read -r _ || :
        """;

    // Held, because the pipe to its standard input closes with it.
    private static Process? watchman;

    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreateEmptyAsync() => CreateAsync("template0");

    /// <summary>Creates a database with the newest schema.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateMigratedAsync() => await CreateAsync(await Template.Value);

    public static async Task DropAsync(string connectionString)
    {
        await using (var pooled = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }
        await ExecuteAsync($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    private static async Task<string> CreateAsync(string template)
    {
        var name = $"mingce_test_{Guid.CreateVersion7():n}";
        await ExecuteAsync($"create database {name} template {template} encoding 'UTF8'");
        return new NpgsqlConnectionStringBuilder(await Server.Value) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    private static async Task<string> CreateTemplateAsync()
    {
        var connectionString = await CreateEmptyAsync();
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using (var connection = new NpgsqlConnection(unpooled))
        {
            await connection.OpenAsync();
            await Migrator.MigrateAsync(connection, new TestClock().Now);
        }
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        if (Named is { } named)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAtExit(named, name);
        }
        return name;
    }

    private static void DropAtExit(string server, string name)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        Command(connection, $"drop database {name} with (force)").ExecuteNonQuery();
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Server.Value);
        await connection.OpenAsync();
        await Command(connection, sql).ExecuteNonQueryAsync();
    }

#pragma warning disable CA2100 // Our own constants and names.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100

    private static async Task<string> StartAsync()
    {
        if (Named is { } named)
        {
            return named;
        }
        var start = new ProcessStartInfo
        {
            FileName = Environment.IsPrivilegedProcess ? "setpriv" : "sh",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PostgreSQL refuses to run as root.
        string[] arguments = [.. Environment.IsPrivilegedProcess ? AsPostgres : [], "-c", Script, "sh", Programs!];
        Array.ForEach(arguments, start.ArgumentList.Add);
        watchman = Process.Start(start)!;
        return await watchman.StandardOutput.ReadLineAsync() is { } directory
            ? $"Host={directory};Username=mingce;Database=postgres"
            : throw new InvalidOperationException($"PostgreSQL does not start: {await watchman.StandardError.ReadToEndAsync()}");
    }

    private static readonly string[] AsPostgres = ["--reuid=postgres", "--regid=postgres", "--clear-groups", "sh"];

    private static string? Named => Environment.GetEnvironmentVariable("MINGCE_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    /// <summary>The folder of the newest installed server's programs.</summary>
    private static string? Programs => !Directory.Exists("/usr/lib/postgresql") ? null : Directory.GetDirectories("/usr/lib/postgresql")
        .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
        .Select(d => Path.Combine(d, "bin"))
        .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")));

    private static string? FindWhyMissing()
    {
        if (Named is not null)
        {
            return null;
        }
        if (Programs is null)
        {
            return "No PostgreSQL under /usr/lib/postgresql: install it, or name a server in MINGCE_TEST_POSTGRES.";
        }
        return Environment.IsPrivilegedProcess && !File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal))
            ? "PostgreSQL does not run as root and there is no user postgres: add the user, or name a server in MINGCE_TEST_POSTGRES."
            : null;
    }
}
