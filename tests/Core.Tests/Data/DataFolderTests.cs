using Mingce.Core;
using Mingce.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Data;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Open_SecondWriter_RefusedUntilTheFirstIsDone()
    {
        using (await OpenAsync(FolderUse.Create))
        {
            (await Should.ThrowAsync<UserFaultException>(() => OpenAsync(FolderUse.Write))).Message.ShouldContain("正由另一个");
            using var reader = await OpenAsync(FolderUse.Read);
        }
        using var next = await OpenAsync(FolderUse.Write);
    }

    [Theory, InlineData(FolderUse.Read), InlineData(FolderUse.Write)]
    public async Task Open_NoLedger_SaysHowToMakeOne(FolderUse use)
    {
        (await Should.ThrowAsync<UserFaultException>(() => OpenAsync(use))).Message.ShouldContain("init");
        Directory.GetFileSystemEntries(temp.Path).ShouldBeEmpty();
        await Should.ThrowAsync<UserFaultException>(() => DataFolder.OpenAsync(temp.File("none"), use, null, new TestClock()));
        Directory.Exists(temp.File("none")).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_InAFolderThatOthersRead_KeepsTheLedgerPrivate()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Its folders have no such rights.
        }
        new DirectoryInfo(temp.Path).UnixFileMode = (UnixFileMode)0b111_101_101;
        using var folder = await OpenAsync(FolderUse.Create);
        new FileInfo(temp.File("mingce.db")).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        new FileInfo(temp.File("evidence")).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Theory, InlineData(FolderUse.Read), InlineData(FolderUse.Write)]
    public async Task Open_EmptyDatabaseFile_IsNotTakenForANewLedger(FolderUse use)
    {
        await File.WriteAllBytesAsync(temp.File("mingce.db"), []);
        (await Should.ThrowAsync<UserFaultException>(() => OpenAsync(use))).Message.ShouldContain("备份");
        new FileInfo(temp.File("mingce.db")).Length.ShouldBe(0);
    }

    [OnTinyDisk]
    public async Task Create_OnAFullDisk_SaysSo()
    {
        using var disk = new TinyDisk();
        await using (var fill = File.Create(Path.Combine(disk.Path, "fill")))
        {
            await Should.ThrowAsync<IOException>(() => fill.WriteAsync(new byte[TinyDisk.Size * 2]).AsTask());
        }
        var fault = await Should.ThrowAsync<Exception>(() => DataFolder.OpenAsync(Path.Combine(disk.Path, "data"), FolderUse.Create, null, new TestClock()));
        Faults.Explain(fault).ShouldNotBeNull().ShouldContain("磁盘");
    }

    [Fact]
    public async Task Create_NewFolder_IsPrivate()
    {
        var path = temp.File("a/b");
        using var folder = await DataFolder.OpenAsync(path, FolderUse.Create, null, new TestClock());
        new FileInfo(path).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Theory, InlineData(FolderUse.Read), InlineData(FolderUse.Write), InlineData(FolderUse.Create)]
    public async Task Open_Garbage_ExplainedAndKept(FolderUse use)
    {
        var garbage = new string('x', 5000);
        await File.WriteAllTextAsync(temp.File("mingce.db"), garbage);
        var fault = await Should.ThrowAsync<SqliteException>(() => OpenAsync(use));
        Faults.Explain(fault).ShouldNotBeNull().ShouldContain("无效或已损坏");
        (await File.ReadAllTextAsync(temp.File("mingce.db"))).ShouldBe(garbage);
    }

    [Theory]
    [InlineData("/proc/mingce")] // Not even root can write there.
    [InlineData("file")]
    [InlineData("file/below")]
    public async Task Create_Unwritable_Explained(string path)
    {
        await File.WriteAllTextAsync(temp.File("file"), "x");
        var fault = await Should.ThrowAsync<Exception>(() => DataFolder.OpenAsync(Path.Combine(temp.Path, path), FolderUse.Create, null, new TestClock()));
        Faults.Explain(fault).ShouldNotBeNull().ShouldNotContain("正由另一个");
    }

    [OnTinyDisk]
    public async Task Save_DiskFull_ExplainedAndEarlierRowsKept()
    {
        using var disk = new TinyDisk();
        using var folder = await DataFolder.OpenAsync(disk.Path, FolderUse.Create, null, new TestClock());
        // From a statement or from the commit.
        var fault = await Should.ThrowAsync<Exception>(() => FillAsync(folder));
        Faults.Explain(fault).ShouldBe("磁盘空间不足，请清理磁盘后重试。");
        await using var db = folder.OpenDb(null);
        (await db.Units.IgnoreQueryFilters([LedgerDb.Tenant]).CountAsync()).ShouldBeGreaterThan(0);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Open_NewerSchema_Refused(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await using var db = ledger.OpenDb(null);
        await db.Database.ExecuteSqlRawAsync("insert into schema_versions values (9999, 'x', 'x')");
        var fault = await Should.ThrowAsync<UserFaultException>(() => DataFolder.OpenAsync(ledger.Folder.Path, FolderUse.Read, ledger.Postgres, ledger.Clock));
        fault.Message.ShouldContain("9999");
    }

    [Fact]
    public async Task OpenDb_Sqlite_IsDurable()
    {
        using var folder = await OpenAsync(FolderUse.Create);
        for (var i = 0; i < 2; i++) // A new connection and one from the pool.
        {
            await using var db = folder.OpenDb(null);
            var pragmas = await db.Database.SqlQueryRaw<string>("""
                select journal_mode || ' ' || synchronous || ' ' || foreign_keys || ' ' || timeout as "Value"
                from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_busy_timeout
                """).SingleAsync();
            pragmas.ShouldBe("wal 2 1 10000");
        }
    }

    [Fact]
    public async Task OpenDb_WithoutWriteAheadLog_Refused()
    {
        (await OpenAsync(FolderUse.Create)).Dispose();
        using var folder = await OpenAsync(FolderUse.Write);
        SqliteConnection.ClearAllPools();
        await using (var connection = new SqliteConnection($"Data Source={temp.File("mingce.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = delete";
            (await command.ExecuteScalarAsync()).ShouldBe("delete");
        }
        await using var db = folder.OpenDb(null);
        await Should.ThrowAsync<UserFaultException>(() => db.Units.ToListAsync());
    }

    private Task<DataFolder> OpenAsync(FolderUse use) => DataFolder.OpenAsync(temp.Path, use, null, new TestClock());

    private static async Task FillAsync(DataFolder folder)
    {
        for (var i = 0; i < 1000; i++)
        {
            var unit = new Mingce.Core.Units.Unit { FullName = $"单位{i}", SelfName = new string('我', 3000) };
            await using var db = folder.OpenDb(null);
            db.Add(unit);
            db.Record(new("测试员", new TestClock().Now), unit.Id, unit, "新建单位");
            await db.SaveChangesAsync();
        }
    }
}
