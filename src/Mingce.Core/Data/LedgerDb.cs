using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Audit;
using Mingce.Core.Destructions;
using Mingce.Core.Ideas;
using Mingce.Core.Intake;
using Mingce.Core.Papers;
using Mingce.Core.Pictures;
using Mingce.Core.Preparations;
using Mingce.Core.Reporting;
using Mingce.Core.Retention;
using Mingce.Core.Routines;
using Mingce.Core.Search;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Core.WorkItems;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mingce.Core.Data;

/// <summary>The ledger of all units, seen through one of them: without a unit every query of unit rows is empty.</summary>
public sealed partial class LedgerDb(DbContextOptions<LedgerDb> options, Guid? unitId, UnitCache? cache = null, SemaphoreSlim? turn = null) : DbContext(options)
{
    /// <summary>The name of the filter that keeps units apart; only sign-in and the command line set it aside, by name.</summary>
    public const string Tenant = "tenant";

    /// <summary>The name of the filter that hides 移出 evidence, and 来文 and 报送 in the 回收站; set aside, by name, where rows, bytes or their undoing are the matter.</summary>
    public const string Removed = "removed";

    /// <summary>What a session and the kinds of a unit are made of.</summary>
    private static readonly Type[] Setup = [typeof(Unit), typeof(Account), typeof(StandIn), typeof(UnitKind)];

    private UnitCache? cache = cache;

    public Guid? UnitId { get; } = unitId;

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Superior> Superiors => Set<Superior>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<StandIn> StandIns => Set<StandIn>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<ActivityKind> ActivityKinds => Set<ActivityKind>();
    public DbSet<ActivityDetail> ActivityDetails => Set<ActivityDetail>();
    public DbSet<UnitKind> UnitKinds => Set<UnitKind>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<PendingFile> PendingFiles => Set<PendingFile>();
    public DbSet<StoredPrint> PicturePrints => Set<StoredPrint>();
    public DbSet<PictureLikeness> PictureLikenesses => Set<PictureLikeness>();
    public DbSet<Routine> Routines => Set<Routine>();
    public DbSet<Waiver> Waivers => Set<Waiver>();
    public DbSet<ImportedReport> ImportedReports => Set<ImportedReport>();
    public DbSet<ReportWork> ReportWorks => Set<ReportWork>();
    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<ReminderRobot> ReminderRobots => Set<ReminderRobot>();
    public DbSet<ReminderSend> ReminderSends => Set<ReminderSend>();
    public DbSet<HolidayYear> HolidayYears => Set<HolidayYear>();
    public DbSet<AttestationEntry> Attestations => Set<AttestationEntry>();
    public DbSet<Phrase> Phrases => Set<Phrase>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();
    public DbSet<WorkItemActivity> WorkItemActivities => Set<WorkItemActivity>();
    public DbSet<IncomingPaper> IncomingPapers => Set<IncomingPaper>();
    public DbSet<Return> Returns => Set<Return>();
    public DbSet<Preparation> Preparations => Set<Preparation>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperTemplate> PaperTemplates => Set<PaperTemplate>();
    public DbSet<Idea> Ideas => Set<Idea>();
    public DbSet<RetentionTerm> RetentionTerms => Set<RetentionTerm>();
    public DbSet<HoursList> HoursLists => Set<HoursList>();
    public DbSet<HoursEntry> HoursEntries => Set<HoursEntry>();
    public DbSet<VolunteerCertificate> Certificates => Set<VolunteerCertificate>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<SearchPending> SearchPending => Set<SearchPending>();
    public DbSet<FileText> FileTexts => Set<FileText>();
    public DbSet<Destruction> Destructions => Set<Destruction>();

    /// <summary>Records the event without which a changed audited row is not saved.</summary>
    public void Record(Change change, Guid unitId, IAudited subject, string what, IReadOnlyList<FieldChange>? changes = null) => Events.Add(new Event
    {
        UnitId = unitId,
        At = change.At,
        By = change.By,
        Subject = subject.GetType().Name,
        SubjectId = subject.AuditSubjectId,
        What = what,
        Why = change.Why,
        ChangesJson = FieldChange.ToJson(changes ?? []),
    });

    public void Record(Change change, AuditedEntity subject, string what, IReadOnlyList<FieldChange>? changes = null) =>
        Record(change, subject.UnitId, subject, what, changes);

    /// <summary>Adds an audited row together with its event.</summary>
    public void Add(Change change, AuditedEntity subject, string what)
    {
        base.Add(subject);
        Record(change, subject, what);
    }

    /// <summary>What is kept under the key, where a cache stands behind this ledger; else what is reckoned now.</summary>
    public async Task<T> CachedAsync<T>(string key, Func<Task<T>> reckon, Func<T, int> sizeOf)
        where T : class => cache is null ? await reckon() : (await cache.GetAsync(key, reckon!, sizeOf))!;

    /// <summary>The same for what is made of <see cref="Setup"/> rows alone, which outlasts every other change.</summary>
    public T CachedSetup<T>(string key, Func<T> reckon, Func<T, int> sizeOf)
        where T : class => cache is null ? reckon() : cache.Setup.Get(key, reckon, sizeOf);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Changes are saved by SaveChangesAsync.");

    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed or deleted a row first.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await SearchUpkeep.PrepareAsync(this, cancellationToken);
        var units = PrepareChanges();
        if (units.Count == 0)
        {
            return 0;
        }
        // What was reckoned before is old for this request too.
        cache = null;
        Database.AutoSavepointsEnabled = false;
        // A caller that saves several times in one transaction commits it itself.
        await using var transaction = Database.CurrentTransaction is null ? await BeginAsync(cancellationToken) : null;
        var written = await WriteAsync(units, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }
        return written;
    }

    /// <summary>Begins what several saves, and writes past them, have to be kept together with.</summary>
    public Task<LedgerTransaction> BeginAsync(CancellationToken cancellation) =>
        LedgerTransaction.BeginAsync(() => Database.BeginTransactionAsync(cancellation), turn, cancellation);

    private async Task<int> WriteAsync(IReadOnlyList<(Guid Unit, bool IsSetup)> units, CancellationToken cancellation)
    {
        try
        {
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
            foreach (var (changed, setup) in units)
            {
                await Database.ExecuteSqlAsync(
                    $"update units set \"Changes\" = \"Changes\" + 1, \"SetupChanges\" = \"SetupChanges\" + {(setup ? 1 : 0)} where \"Id\" = {changed}", cancellation);
            }
            return written;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException)
        {
            await Database.RollbackTransactionAsync(cancellation);
            // PostgreSQL gets all statements at once and reports a key that the winner of a race took or removed
            // before the lost version can be seen.
            if (await HasLostRaceAsync(cancellation))
            {
                throw new DbUpdateConcurrencyException(e.Message, e);
            }
            throw;
        }
    }

    private async Task<bool> HasLostRaceAsync(CancellationToken cancellation)
    {
        foreach (var entry in ChangeTracker.Entries<AuditedEntity>().Where(e => e.State is EntityState.Modified or EntityState.Deleted))
        {
            var stored = await entry.GetDatabaseValuesAsync(cancellation);
            if (stored?.GetValue<int>(nameof(AuditedEntity.Version)) != entry.Property(e => e.Version).OriginalValue)
            {
                return true;
            }
        }
        return false;
    }

    // Returns the units whose ledger changes, and whether their setup does, in an order that keeps two savers from waiting for each other.
    private IReadOnlyList<(Guid Unit, bool IsSetup)> PrepareChanges()
    {
        ChangeTracker.DetectChanges();
        MarkWholesOfChangedParts();
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var recorded = changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<Event>().Select(e => e.SubjectId).ToHashSet();
        foreach (var entry in changed)
        {
            if (entry.Entity is Event && entry.State != EntityState.Added)
            {
                throw new InvalidOperationException("Events are never changed or deleted.");
            }
            if (UnitId is { } own && entry.Entity is UnitRow row && row.UnitId != own)
            {
                throw new InvalidOperationException($"{entry.Metadata.ShortName()} of another unit is not written through this one.");
            }
            if (entry.Entity is IAudited audited && !recorded.Contains(audited.AuditSubjectId))
            {
                throw new InvalidOperationException($"{entry.Metadata.ShortName()} {audited.AuditSubjectId} is changed without an event.");
            }
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is not null)
            {
                var version = entry.Property("Version");
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }
        return
        [
            .. changed.GroupBy(e => e.Entity is Unit unit ? unit.Id : ((UnitRow)e.Entity).UnitId, e => Setup.Contains(e.Metadata.ClrType))
                .Select(g => (g.Key, g.Contains(true))).OrderBy(u => u.Key),
        ];
    }

    // Who changes a part (a kind, a host, an amount) changes the whole, and may lose the race for it.
    private void MarkWholesOfChangedParts()
    {
        var parts = ChangeTracker.Entries<IAudited>()
            .Where(e => e.Entity is not (AuditedEntity or Unit) && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => e.Entity.AuditSubjectId).ToHashSet();
        foreach (var whole in ChangeTracker.Entries<AuditedEntity>().Where(e => e.State == EntityState.Unchanged && parts.Contains(e.Entity.Id)).ToList())
        {
            whole.Property(e => e.Version).IsModified = true;
        }
    }
}
