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
using Mingce.Rules.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mingce.Core.Data;

/// <summary>The tables of the ledger. The migrations make them; a test holds both against each other.</summary>
public sealed partial class LedgerDb
{
    /// <summary>On PostgreSQL, the column of a search entry's terms.</summary>
    internal const string Grams = "Grams";

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>();
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        ConfigureUnits(model);
        ConfigureAccounts(model);
        ConfigureActivities(model);
        ConfigurePictures(model);
        ConfigureIntake(model);
        ConfigureRoutines(model);
        ConfigureWorkItems(model);
        ConfigurePapers(model);
        ConfigurePreparations(model);
        ConfigureVolunteering(model);
        ConfigureSearch(model);
        var attestation = UnitTable<AttestationEntry>(model, "attestations");
        attestation.HasIndex(a => new { a.UnitId, a.SchemeId });
        attestation.HasIndex(a => new { a.UnitId, a.SchemeId, a.Year, a.Kind, a.Subject }).IsUnique().HasFilter($"\"Kind\" <> '{AttestationKind.Bonus}'");
        UnitTable<Phrase>(model, "phrases").Property(p => p.Incomplete).HasDefaultValue("");
        // A delivered idea is changed once.
        UnitTable<Idea>(model, "ideas").HasIndex(i => new { i.UnitId, i.PresetId }).IsUnique().HasFilter("\"PresetId\" <> ''");
        UnitTable<RetentionTerm>(model, "retention_terms").HasIndex(t => new { t.UnitId, t.MaterialId }).IsUnique();
        UnitTable<Destruction>(model, "destructions").HasIndex(d => new { d.UnitId, d.ActivityId });
        var @event = UnitTable<Event>(model, "events");
        @event.Ignore(e => e.Changes);
        @event.Property(e => e.ChangesJson).HasDefaultValue("");
        @event.HasIndex(e => new { e.UnitId, e.SubjectId });
        @event.HasIndex(e => new { e.UnitId, e.Subject, e.Id });
    }

    private void ConfigureUnits(ModelBuilder model)
    {
        model.Entity<Unit>(e =>
        {
            e.ToTable("units").HasKey(u => u.Id);
            e.Ignore(u => u.AuditSubjectId);
            e.Ignore(u => u.DisplayName);
            e.Property(u => u.Id).ValueGeneratedNever();
            e.Property(u => u.Version).IsConcurrencyToken();
            e.Property(u => u.Changes).HasDefaultValue(0L);
            e.Property(u => u.SetupChanges).HasDefaultValue(0L);
            e.Property(u => u.SchemeIds).HasDefaultValue("");
            e.Property(u => u.PublicityDays).HasDefaultValue(HoursList.DefaultPublicityDays).HasSentinel(HoursList.DefaultPublicityDays);
            e.HasIndex(u => u.FullName).IsUnique();
            e.HasQueryFilter(Tenant, u => u.Id == UnitId);
        });
        UnitTable<Superior>(model, "superiors");
        UnitTable<Department>(model, "departments").HasIndex(d => new { d.UnitId, d.Name }).IsUnique();
        var group = UnitTable<Group>(model, "groups");
        group.HasIndex(g => new { g.UnitId, g.Name }).IsUnique();
        group.Property(g => g.SortOrder).HasDefaultValue(0);
        var person = UnitTable<Person>(model, "people");
        person.Property(p => p.Phone).HasDefaultValue("");
        person.Property(p => p.SortOrder).HasDefaultValue(0);
        person.Property(p => p.VolunteerNumber).HasDefaultValue("");
        person.HasOne<Department>().WithMany().HasForeignKey(p => new { p.UnitId, p.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
    }

    private void ConfigureAccounts(ModelBuilder model)
    {
        var account = UnitTable<Account>(model, "accounts");
        account.HasIndex(a => a.Name).IsUnique();
        account.Property(a => a.MustChangePassword).HasDefaultValue(false);
        var standIn = UnitTable<StandIn>(model, "stand_ins");
        standIn.HasOne<Account>().WithMany().HasForeignKey(s => new { s.UnitId, s.HolderId }).OnDelete(DeleteBehavior.Restrict);
        standIn.HasOne<Account>().WithMany().HasForeignKey(s => new { s.UnitId, s.DeputyId }).OnDelete(DeleteBehavior.Restrict);
    }

    private void ConfigureIntake(ModelBuilder model)
    {
        var report = UnitTable<ImportedReport>(model, "imported_reports");
        report.HasIndex(r => new { r.UnitId, r.Year, r.Sha256 }).IsUnique();
        report.Property(r => r.Declined).HasDefaultValue("");
        UnitTable<ReportWork>(model, "report_works");
        UnitTable<ReportDraft>(model, "report_drafts").HasOne<ReportWork>().WithMany().HasForeignKey(d => new { d.UnitId, d.ReportId });
    }

    private void ConfigurePreparations(ModelBuilder model)
    {
        var preparation = UnitTable<Preparation>(model, "preparations");
        preparation.HasIndex(p => new { p.UnitId, p.HeldOn });
        // An occurrence is prepared once.
        preparation.HasIndex(p => new { p.UnitId, p.RoutineId, p.OccurrenceOn }).IsUnique().HasFilter("\"RoutineId\" IS NOT NULL");
        preparation.HasOne<Routine>().WithMany().HasForeignKey(p => new { p.UnitId, p.RoutineId }).OnDelete(DeleteBehavior.Restrict);
        var paper = UnitTable<Paper>(model, "papers");
        paper.HasIndex(p => new { p.UnitId, p.PreparationId, p.Form }).IsUnique();
        paper.HasOne<Preparation>().WithMany().HasForeignKey(p => new { p.UnitId, p.PreparationId });
        UnitTable<PaperTemplate>(model, "paper_templates").HasIndex(t => new { t.UnitId, t.Form }).IsUnique();
    }

    private void ConfigureVolunteering(ModelBuilder model)
    {
        var list = UnitTable<HoursList>(model, "hours_lists");
        list.HasIndex(l => new { l.UnitId, l.ActivityId });
        list.HasMany(l => l.Entries).WithOne().HasForeignKey(e => new { e.UnitId, e.ListId });
        var entry = PartTable<HoursEntry>(model, "hours_entries");
        entry.HasKey(e => new { e.UnitId, e.ListId, e.Ordinal });
        entry.HasIndex(e => new { e.UnitId, e.PersonId, e.FromOn });
        // Whoever served stays in the list: such a person leaves the unit and is not deleted.
        entry.HasOne<Person>().WithMany().HasForeignKey(e => new { e.UnitId, e.PersonId }).OnDelete(DeleteBehavior.Restrict);
        var certificate = UnitTable<VolunteerCertificate>(model, "volunteer_certificates");
        certificate.HasIndex(c => new { c.UnitId, c.Year, c.Ordinal }).IsUnique();
    }

    private void ConfigureRoutines(ModelBuilder model)
    {
        var routine = UnitTable<Routine>(model, "routines");
        routine.HasIndex(r => new { r.UnitId, r.Year });
        routine.Property(r => r.DueBefore).HasDefaultValue(false);
        foreach (var text in new[] { nameof(Routine.Festivals), nameof(Routine.Responsible), nameof(Routine.Words), nameof(Routine.PresetId) })
        {
            routine.Property(text).HasDefaultValue("");
        }
        var waiver = UnitTable<Waiver>(model, "waivers");
        // An occurrence is decided about once.
        waiver.HasIndex(w => new { w.UnitId, w.RoutineId, w.OccurrenceOn }).IsUnique();
        waiver.HasOne<Routine>().WithMany().HasForeignKey(w => new { w.UnitId, w.RoutineId });
        UnitTable<HolidayYear>(model, "holiday_years").HasIndex(h => new { h.UnitId, h.Year }).IsUnique();
        UnitTable<CalendarFeed>(model, "calendar_feeds").HasIndex(f => new { f.UnitId, f.AccountId }).IsUnique();
        UnitTable<ReminderRobot>(model, "reminder_robots").HasIndex(r => r.UnitId).IsUnique();
        // A day's reminder goes out once.
        PartTable<ReminderSend>(model, "reminder_sends").HasKey(s => new { s.UnitId, s.On });
    }

    private void ConfigureWorkItems(ModelBuilder model)
    {
        var item = UnitTable<WorkItem>(model, "work_items");
        item.HasIndex(i => new { i.UnitId, i.Year });
        item.HasIndex(i => new { i.UnitId, i.Status, i.DueOn });
        item.HasOne<WorkItem>().WithMany().HasForeignKey(i => new { i.UnitId, i.ParentId }).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<IncomingPaper>().WithMany().HasForeignKey(i => new { i.UnitId, i.PaperId }).OnDelete(DeleteBehavior.Restrict);
        item.HasMany(i => i.Bodies).WithOne().HasForeignKey(b => new { b.UnitId, b.WorkItemId });
        item.HasMany(i => i.Steps).WithOne().HasForeignKey(s => new { s.UnitId, s.WorkItemId });
        item.HasMany(i => i.Activities).WithOne().HasForeignKey(a => new { a.UnitId, a.WorkItemId });
        PartTable<WorkItemBody>(model, "work_item_bodies").HasKey(b => new { b.UnitId, b.WorkItemId, b.Ordinal });
        PartTable<WorkItemStep>(model, "work_item_steps").HasKey(s => new { s.UnitId, s.WorkItemId, s.Ordinal });
        var link = PartTable<WorkItemActivity>(model, "work_item_activities");
        link.HasKey(a => new { a.UnitId, a.WorkItemId, a.ActivityId });
        link.HasOne<Activity>().WithMany().HasForeignKey(a => new { a.UnitId, a.ActivityId });
    }

    private void ConfigurePapers(ModelBuilder model)
    {
        var paper = UnitTable<IncomingPaper>(model, "incoming_papers");
        paper.HasIndex(p => new { p.UnitId, p.ReceivedOn });
        paper.HasQueryFilter(Removed, p => p.RemovedAt == null);
        paper.HasMany(p => p.Deadlines).WithOne().HasForeignKey(d => new { d.UnitId, d.PaperId });
        PartTable<PaperDeadline>(model, "paper_deadlines").HasKey(d => new { d.UnitId, d.PaperId, d.Ordinal });
        var @return = UnitTable<Return>(model, "returns");
        @return.HasIndex(r => new { r.UnitId, r.SentOn });
        @return.HasQueryFilter(Removed, r => r.RemovedAt == null);
        @return.HasOne<WorkItem>().WithMany().HasForeignKey(r => new { r.UnitId, r.WorkItemId }).OnDelete(DeleteBehavior.Restrict);
        @return.HasOne<IncomingPaper>().WithMany().HasForeignKey(r => new { r.UnitId, r.PaperId }).OnDelete(DeleteBehavior.Restrict);
    }

    private void ConfigureActivities(ModelBuilder model)
    {
        var activity = UnitTable<Activity>(model, "activities");
        activity.HasIndex(a => new { a.UnitId, a.Status, a.FromOn, a.Id, a.ToOn });
        activity.HasIndex(a => new { a.UnitId, a.IntakeId });
        activity.HasIndex(a => new { a.UnitId, a.PartOfId }).HasFilter("\"PartOfId\" IS NOT NULL");
        activity.HasIndex(a => new { a.UnitId, a.Campaign }).HasFilter("\"Campaign\" <> ''");
        activity.Property(a => a.Campaign).HasDefaultValue("");
        activity.HasMany(a => a.Kinds).WithOne().HasForeignKey(k => new { k.UnitId, k.ActivityId });
        activity.HasMany(a => a.Hosts).WithOne().HasForeignKey(h => new { h.UnitId, h.ActivityId });
        activity.HasMany(a => a.Quantities).WithOne().HasForeignKey(q => new { q.UnitId, q.ActivityId });
        activity.HasMany(a => a.Details).WithOne().HasForeignKey(d => new { d.UnitId, d.ActivityId });
        activity.HasMany(a => a.Evidence).WithOne().HasForeignKey(e => new { e.UnitId, e.ActivityId });

        var kind = PartTable<ActivityKind>(model, "activity_kinds");
        kind.HasKey(k => new { k.UnitId, k.ActivityId, k.Ordinal });
        kind.HasIndex(k => new { k.UnitId, k.KindId, k.ActivityId });
        PartTable<ActivityHost>(model, "activity_hosts").HasKey(h => new { h.UnitId, h.ActivityId, h.Ordinal });
        PartTable<ActivityQuantity>(model, "activity_quantities").HasKey(q => new { q.UnitId, q.ActivityId, q.Ordinal });

        PartTable<ActivityDetail>(model, "activity_details").HasKey(d => new { d.UnitId, d.ActivityId, d.FieldId });
        var unitKind = UnitTable<UnitKind>(model, "unit_kinds");
        unitKind.Ignore(k => k.Fields);
        unitKind.HasIndex(k => new { k.UnitId, k.KindId }).IsUnique();

        var evidence = UnitTable<Evidence>(model, "evidence");
        evidence.Property(e => e.Caption).HasDefaultValue("");
        // The same bytes prove an activity once, however often the form was sent.
        evidence.HasIndex(e => new { e.UnitId, e.ActivityId, e.Sha256 }).IsUnique().HasFilter("\"Sha256\" <> ''");
        evidence.HasIndex(e => new { e.UnitId, e.ActivityId, e.RemovedAt });
        evidence.HasQueryFilter(Removed, e => e.RemovedAt == null);
        evidence.HasIndex(e => new { e.UnitId, e.Sha256 });
        // A wall-clock time off a camera, in no time zone.
        evidence.Property(e => e.CapturedAt).HasConversion(t => t, t => t).HasColumnType(Database.IsNpgsql() ? "timestamp without time zone" : null);
        evidence.Property(e => e.PhotoOnBasis).HasDefaultValue(PhotoDayBasis.None);
    }

    private void ConfigurePictures(ModelBuilder model)
    {
        var pending = PartTable<PendingFile>(model, "pending_files");
        // The same bytes are sent for a form once, however often the connection was lost.
        pending.HasKey(p => new { p.UnitId, p.FormId, p.Sha256 });
        pending.HasIndex(p => p.AddedAt);
        pending.Property(p => p.CapturedAt).HasConversion(t => t, t => t).HasColumnType(Database.IsNpgsql() ? "timestamp without time zone" : null);

        var print = PartTable<StoredPrint>(model, "picture_prints");
        print.HasKey(p => new { p.UnitId, p.Sha256, p.Ordinal });
        print.HasIndex(p => new { p.UnitId, p.Band0 });
        print.HasIndex(p => new { p.UnitId, p.Band1 });
        print.HasIndex(p => new { p.UnitId, p.Band2 });
        print.HasIndex(p => new { p.UnitId, p.Band3 });
        PartTable<PictureLikeness>(model, "picture_likenesses").HasKey(l => new { l.UnitId, l.Sha256, l.OtherSha256 });
    }

    // The full-text index of SQLite over these entries, search_grams, is no table of the model: triggers keep it.
    private void ConfigureSearch(ModelBuilder model)
    {
        var entry = PartTable<SearchEntry>(model, "search_entries");
        entry.HasKey(e => e.Number);
        entry.HasIndex(e => new { e.UnitId, e.OwnerId, e.Noun, e.SubjectId }).IsUnique();
        if (Database.IsNpgsql())
        {
            entry.Property<int[]>(Grams).IsRequired();
            entry.HasIndex(Grams).HasMethod("gin");
        }
        UnitTable<SearchPending>(model, "search_pending");
        PartTable<FileText>(model, "file_texts").HasKey(t => new { t.UnitId, t.Sha256 });
    }

    private EntityTypeBuilder<T> UnitTable<T>(ModelBuilder model, string name)
        where T : Entity
    {
        var entity = PartTable<T>(model, name);
        entity.HasKey(e => new { e.UnitId, e.Id });
        entity.Property(e => e.Id).ValueGeneratedNever();
        if (typeof(T).IsAssignableTo(typeof(AuditedEntity)))
        {
            entity.Property(nameof(AuditedEntity.Version)).IsConcurrencyToken();
        }
        return entity;
    }

    private EntityTypeBuilder<T> PartTable<T>(ModelBuilder model, string name)
        where T : UnitRow
    {
        var entity = model.Entity<T>();
        entity.ToTable(name).HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        entity.HasQueryFilter(Tenant, e => e.UnitId == UnitId);
        return entity;
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        t => t.ToUniversalTime(), t => DateTime.SpecifyKind(t, DateTimeKind.Utc));
}
