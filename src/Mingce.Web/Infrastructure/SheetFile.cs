using Mingce.Core.Spreadsheets;
using Mingce.Core.Storage;

namespace Mingce.Web.Infrastructure;

/// <summary>A column of a list that is taken away.</summary>
/// <param name="Value">What stands in its cell: text, a number, a day, a wall-clock time, or nothing.</param>
internal sealed record SheetColumn<T>(string Heading, double Width, Func<T, object?> Value);

/// <summary>Any list as .xlsx. A page that has one answers it under ?handler=sheet, filtered as it is shown; the export-link leads there.</summary>
internal static class SheetFile
{
    public static Task<FileStreamResult> SheetAsync<T>(this PageModel page, string list, IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows) =>
        page.SheetAsync(list, columns, rows.ToAsyncEnumerable());

    /// <param name="list">What the list is called: the sheet, and with the unit's name before it the file.</param>
    /// <param name="rows">Read one by one, so that a long list needs no memory.</param>
    public static async Task<FileStreamResult> SheetAsync<T>(this PageModel page, string list, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows)
    {
        var (services, cancellation) = (page.HttpContext.RequestServices, page.HttpContext.RequestAborted);
        var unit = await services.GetRequiredService<LedgerDb>().Units.AsNoTracking().SingleAsync(cancellation);
        var stream = services.GetRequiredService<EvidenceStore>().NewScratchFile();
        try
        {
            using var writer = new SpreadsheetWriter(stream);
            writer.StartSheet(list, [.. columns.Select(c => new Column(c.Heading, c.Width))]);
            var cells = new object?[columns.Count];
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                for (var i = 0; i < cells.Length; i++)
                    cells[i] = columns[i].Value(row);
                writer.AddRow(cells);
            }
            writer.Finish();
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
        stream.Position = 0;
        return page.File(stream, SpreadsheetWriter.MediaType, $"{unit.DisplayName}{list}.xlsx");
    }
}
