using Mingce.Core;
using Mingce.Core.Preparations;
using Mingce.Gongwen;

namespace Mingce.Web.Pages.Preparations;

/// <summary>A paper as .docx: 通知（第四期道德讲堂）.docx.</summary>
internal static class PaperFile
{
    public static void Map(WebApplication app) =>
        app.MapGet("/preparations/{id:guid}/papers/{formId}/file", SendAsync)
            .WithMetadata(new AccessRuleAttribute(Resource.Preparation, AccessAction.View, Relation.OwnUnit));

    public static byte[] Write(string text)
    {
        using var stream = new MemoryStream();
        GongwenWriter.Write(PaperDocument.Of(text), stream);
        return stream.ToArray();
    }

    /// <summary>The plan and the form; null where the unit has no such plan, or its kind no such paper.</summary>
    public static async Task<(Preparation Preparation, PaperForm Form)?> FindPaperAsync(this LedgerDb db, PaperCatalogue papers, KindCatalogue kinds, Guid id, string form, CancellationToken cancellation) =>
        await db.Preparations.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) is { } preparation
            && papers.For(preparation.KindId, kinds).FirstOrDefault(f => f.Id == form) is { } found ? (preparation, found) : null;

    private static async Task<IResult> SendAsync(LedgerDb db, PaperCatalogue papers, KindCatalogue kinds, PaperTexts texts, TimeProvider time, Guid id, string formId, CancellationToken cancellation)
    {
        if (await db.FindPaperAsync(papers, kinds, id, formId, cancellation) is not var (preparation, found))
            return Results.NotFound();
        var text = (await texts.ReadAsync(preparation, found, OfficeCalendar.Today(time), cancellation)).Text;
        // What a file name of Windows cannot hold.
        var title = string.Concat(preparation.Title.Select(c => Path.GetInvalidFileNameChars().Contains(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c));
        return Results.File(Write(text), GongwenWriter.MediaType, $"{found.Name}（{title}）.docx");
    }
}
