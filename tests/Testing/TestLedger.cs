using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Mingce.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Testing;

/// <summary>A fresh data folder with an open ledger on the asked database; gone after the test.</summary>
public sealed class TestLedger : IAsyncDisposable
{
    /// <summary>The password of accounts made with <see cref="NewAccountAsync"/>.</summary>
    public const string Password = "correct-horse-9";

    // Of one round: a fifth of a second for every account and every signing in is most of what a test takes. It is checked like any other.
    private static readonly string QuickHash =
        new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(null!, Password);

    // An empty ledger of the newest schema, made once: the others begin as copies of it.
    private static readonly Lazy<Task<byte[]>> Empty = new(MakeEmptyAsync);

    private const string Database = "mingce.db";

    private readonly TempFolder temp;

    private TestLedger(TempFolder temp, DataFolder folder, string? postgres, TestClock clock) =>
        (this.temp, Folder, Postgres, Clock) = (temp, folder, postgres, clock);

    public DataFolder Folder { get; }

    /// <summary>The connection string of the PostgreSQL database; null on SQLite.</summary>
    public string? Postgres { get; }

    public TestClock Clock { get; }

    /// <summary>Who, when and why, for changes a test makes.</summary>
    public Change Change => new("测试员", Clock.Now);

    public static async Task<TestLedger> CreateAsync(Provider provider)
    {
        var folder = new TempFolder();
        var clock = new TestClock();
        var postgres = provider == Provider.PostgreSql ? await PostgreSqlServer.CreateMigratedAsync() : null;
        if (postgres is null)
            await File.WriteAllBytesAsync(folder.File(Database), await Empty.Value);
        return new TestLedger(folder, await DataFolder.OpenAsync(folder.Path, FolderUse.Create, postgres, clock), postgres, clock);
    }

    /// <summary>The ledger as the unit sees it; null sees no unit's rows.</summary>
    public LedgerDb OpenDb(Unit? unit) => Folder.OpenDb(unit?.Id);

    public async Task<Unit> NewUnitAsync(string fullName = "市政务服务中心")
    {
        var unit = new Unit { FullName = fullName };
        await using var db = OpenDb(unit);
        db.Add(unit);
        db.Record(Change, unit.Id, unit, "新建单位");
        await db.SaveChangesAsync();
        return unit;
    }

    /// <summary>An account of the role that signs in with <see cref="Password"/>.</summary>
    /// <param name="name">Unique in the whole ledger; null for the role's name.</param>
    public async Task<Account> NewAccountAsync(Unit unit, Role role, string? name = null)
    {
        var account = new Account { UnitId = unit.Id, Name = name ?? role.ToString().ToLowerInvariant(), Role = role };
        await using var db = OpenDb(unit);
        db.Add(Change, account, "新建");
        db.Entry(account).Property(a => a.PasswordHash).CurrentValue = QuickHash;
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>A registered activity of the unit's own on the clock's day.</summary>
    /// <param name="adjust">Anything that the test is about.</param>
    public Task<Activity> NewActivityAsync(Unit unit, string title, Action<Activity>? adjust = null)
    {
        var activity = new Activity { UnitId = unit.Id, Title = title, Status = ActivityStatus.Entered, EnteredAt = Clock.Now }
            .During(Period.Of(DateOnly.FromDateTime(Clock.Now.AddHours(8))));
        adjust?.Invoke(activity);
        return SaveAsync(unit, activity);
    }

    /// <summary>Saves a new row of the unit together with its event.</summary>
    public async Task<T> SaveAsync<T>(Unit unit, T entity)
        where T : AuditedEntity
    {
        await using var db = OpenDb(unit);
        db.Add(Change, entity, "新建");
        await db.SaveChangesAsync();
        return entity;
    }

    private static async Task<byte[]> MakeEmptyAsync()
    {
        using var folder = new TempFolder();
        (await DataFolder.OpenAsync(folder.Path, FolderUse.Create, null, new TestClock())).Dispose();
        return await File.ReadAllBytesAsync(folder.File(Database));
    }

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            await PostgreSqlServer.DropAsync(Postgres);
        }
        Folder.Dispose();
        temp.Dispose();
    }
}
