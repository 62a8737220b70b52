using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Data;

/// <summary>The migrations and the EF model describe the same schema, on both databases.</summary>
public sealed class SchemaTests
{
    private static readonly DateTime Now = new TestClock().Now;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrate_EmptyDatabase_EqualsModel(Provider provider)
    {
        (await DescribeMigratedAsync(provider)).ShouldBe(await DescribeModelAsync(provider));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Describe_PlantedDifference_Differs(Provider provider)
    {
        var model = await DescribeModelAsync(provider);
        (await DescribeMigratedAsync(provider, "drop index \"IX_events_UnitId_SubjectId\"")).ShouldNotBe(model);
        (await DescribeMigratedAsync(provider, "alter table people add column \"Nickname\" text")).ShouldNotBe(model);
        (await DescribeMigratedAsync(provider, "create table notes (\"Id\" integer primary key)")).ShouldNotBe(model);
        (await DescribeMigratedAsync(provider, "drop table superiors")).ShouldNotBe(model);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrate_Again_ChangesNothing(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.OpenDb();
        await MigrateAsync(db, Now);
        await MigrateAsync(db, Now.AddDays(1));
        var versions = await db.Database.SqlQueryRaw<string>("select number || ' ' || applied_at as \"Value\" from schema_versions order by number").ToListAsync();
        versions.ShouldBe(Migrator.For(db.Database.GetDbConnection()).Select(m => $"{m.Number} {Now:yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrate_SeveralAtOnce_AppliesEachFileOnce(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = database.OpenDb();
            await MigrateAsync(db, Now);
        })));
        await using var after = database.OpenDb();
        (await after.Database.SqlQueryRaw<int>("select number as \"Value\" from schema_versions order by number").ToListAsync())
            .ShouldBe(Migrator.For(after.Database.GetDbConnection()).Select(m => m.Number));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrate_GradesOfTheFirstSchema_BecomeAttestations(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (unit, grade) = (new Mingce.Core.Units.Unit { FullName = "市政务服务中心" }, Guid.CreateVersion7());
        await using (var old = database.OpenDb())
        {
            await old.Database.OpenConnectionAsync();
            var connection = old.Database.GetDbConnection();
            await old.Database.ExecuteSqlRawAsync(Migrator.For(connection)[0].ReadSql());
            await old.Database.ExecuteSqlRawAsync("create table schema_versions (number integer primary key, name text not null, applied_at text not null); insert into schema_versions values (1, '0001_ledger.sql', '')");
            await old.Database.ExecuteSqlAsync($"""
                insert into units ("Id", "Version", "FullName", "ShortName", "SelfName", "Type", "DepartmentWord", "HasPartyGroup", "HasBranchCommittee", "HasPartySubgroups")
                values ({unit.Id}, 1, {unit.FullName}, '', '', '', '科室', {false}, {false}, {false})
                """);
            await old.Database.ExecuteSqlAsync($"insert into hand_grades values ({unit.Id}, {grade}, 'xiaogan', '1.2-1', 2026, 150, '会议缺一次记录', '王敏', {Now}, 3)");
        }
        await using var db = database.OpenDb();
        await MigrateAsync(db, Now);
        var stored = await db.Attestations.IgnoreQueryFilters([LedgerDb.Tenant]).SingleAsync();
        (stored.Id, stored.Kind, stored.Subject, stored.Year, stored.Points, stored.Reason, stored.GivenBy, stored.GivenAt, stored.Version)
            .ShouldBe((grade, Mingce.Core.Assessment.AttestationKind.Grade, "1.2-1", 2026, 150, "会议缺一次记录", "王敏", Now, 3));
        stored.ToAttestation().ShouldBe(new Mingce.Rules.Schemes.Grade("1.2-1", 2026, 150, "王敏", "会议缺一次记录"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrate_FileFails_LeavesNothingOfIt(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.OpenDb();
        // In the way of one of the last tables of the first file.
        await db.Database.ExecuteSqlRawAsync("create table people (x integer)");

        await Should.ThrowAsync<System.Data.Common.DbException>(() => MigrateAsync(db, Now));

        (await DescribeAsync(db)).Select(l => l.Split(' ', '.')[0]).Distinct(StringComparer.Ordinal).ShouldBe(["people"]);
        (await db.Database.SqlQueryRaw<int>("select count(*) as \"Value\" from schema_versions").SingleAsync()).ShouldBe(0);
    }

    [Fact]
    public void Migrations_Numbers_RiseByOneAndAgreeOnBothDatabases()
    {
        var sqlite = Names("Sqlite");
        sqlite.ShouldBe(Names("PostgreSql"));
        sqlite.Select(n => int.Parse(n.AsSpan(0, 4))).ShouldBe(Enumerable.Range(1, sqlite.Count));

        static List<string> Names(string provider) =>
            [.. Directory.GetFiles(Repository.Path($"src/Mingce.Core/Data/Migrations/{provider}"), "*.sql").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    private static async Task MigrateAsync(LedgerDb db, DateTime now)
    {
        await db.Database.OpenConnectionAsync();
        await Migrator.MigrateAsync(db.Database.GetDbConnection(), now);
    }

    private static async Task<List<string>> DescribeMigratedAsync(Provider provider, string? then = null)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.OpenDb();
        await MigrateAsync(db, Now);
        if (then is not null)
        {
            await db.Database.ExecuteSqlRawAsync(then);
        }
        return await DescribeAsync(db);
    }

    private static async Task<List<string>> DescribeModelAsync(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.OpenDb();
        await db.Database.EnsureCreatedAsync();
        return await DescribeAsync(db);
    }

    private static async Task<List<string>> DescribeAsync(LedgerDb db)
    {
        var lines = await db.Database.SqlQueryRaw<string>(db.Database.IsNpgsql() ? PostgreSqlCatalogue : SqliteCatalogue).ToListAsync();
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private const string SqliteCatalogue = """
        with tables as (select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'schema_versions'
            -- The full-text index with its own tables is none of the model's.
            and name not in ('search_grams', 'search_grams_data', 'search_grams_idx', 'search_grams_content', 'search_grams_docsize', 'search_grams_config'))
        select t.name || '.' || c.name || ' ' || c.type || ' notnull ' || c."notnull" || ' default ' || coalesce(c.dflt_value, '') || ' key ' || c.pk || ' hidden ' || c.hidden as "Value"
        from tables t, pragma_table_xinfo(t.name) c
        union all
        select t.name || ' references ' || f."table" || ' ' || group_concat(f."from" || '=' || f."to", ',' order by f.seq) || ' update ' || f.on_update || ' delete ' || f.on_delete
        from tables t, pragma_foreign_key_list(t.name) f group by t.name, f.id
        union all
        select t.name || ' index ' || i.name || ' unique ' || i."unique" || ' partial ' || i.partial || ' ' || group_concat(c.name || ' ' || c.coll || ' ' || c."desc", ',' order by c.seqno)
        from tables t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c where c.key = 1 group by t.name, i.name
        """;

    private const string PostgreSqlCatalogue = """
        select table_name || '.' || column_name || ' ' || data_type || ' null ' || is_nullable || ' default ' || coalesce(column_default, '')
            || ' collation ' || coalesce(collation_name, '') || ' identity ' || is_identity as "Value"
        from information_schema.columns where table_schema = 'public' and table_name <> 'schema_versions'
        union all
        select tablename || ' ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'schema_versions'
        union all
        select relname || ' ' || conname || ' ' || pg_get_constraintdef(c.oid)
        from pg_constraint c join pg_class on pg_class.oid = conrelid where connamespace = 'public'::regnamespace and relname <> 'schema_versions'
        """;
}
