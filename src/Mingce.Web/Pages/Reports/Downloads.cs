using Mingce.Core;
using Mingce.Core.Dossiers;
using Mingce.Core.Reporting;
using Mingce.Core.Storage;
using Mingce.Gongwen;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Reports;

/// <summary>The report as .docx and the papers as .zip, made at the moment they are asked for.</summary>
internal static class Downloads
{
    /// <summary>How the event of a downloaded dossier begins: after a 销毁 the copies are asked back.</summary>
    public const string DossierDownload = "下载申报材料汇编";

    public static void Map(WebApplication app)
    {
        app.MapGet("/reports/work-report", SendReportAsync)
            .WithMetadata(new AccessRuleAttribute(Resource.WorkReport, AccessAction.View, Relation.OwnUnit));
        app.MapGet("/reports/dossier", SendDossierAsync)
            .WithMetadata(new AccessRuleAttribute(Resource.Dossier, AccessAction.Create, Relation.OwnUnit));
    }

    private static async Task<IResult> SendReportAsync(LedgerDb db, Session session, TimeProvider time, int? year, CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var shown = Years.Shown(year, session.WorkYear);
        var report = await new WorkReports(db).ComposeAsync(unit, shown, OfficeCalendar.Today(time), cancellation);
        var stream = new MemoryStream();
        GongwenWriter.Write(report.Document, stream);
        stream.Position = 0;
        return Results.File(stream, GongwenWriter.MediaType, $"{unit.DisplayName}{shown}年工作总结.docx");
    }

    private static async Task<IResult> SendDossierAsync(
        LedgerDb db, Session session, EvidenceStore store, Scheme scheme, TimeProvider time, int? year, CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var shown = Years.Shown(year, session.WorkYear);
        var dossier = await new DossierPreparation(db).PrepareAsync(
            scheme, unit, new(shown, 1, 1), new(shown, 12, 31), time.GetUtcNow().UtcDateTime, cancellation);
        // Built whole before the first byte goes out: its seal is the last thing written, and corrupt evidence must be told.
        var stream = store.NewScratchFile();
        try
        {
            await new DossierWriter(store).WriteAsync(dossier, stream, progress: null, cancellation);
            db.Record(session.Change(), unit.Id, unit, $"{DossierDownload}（{shown}年）");
            await db.SaveChangesAsync(cancellation);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
        stream.Position = 0;
        return Results.File(stream, "application/zip", $"{unit.DisplayName}{shown}年申报材料.zip");
    }
}
