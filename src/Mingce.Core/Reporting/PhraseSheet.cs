using System.Globalization;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Reporting;

/// <summary>What an import of phrases came to; with faults nothing is taken.</summary>
public sealed record PhraseImport(int Added, int Changed, int Same, IReadOnlyList<string> Faults);

/// <summary>The phrase library as .xlsx, out and in again.</summary>
public static class PhraseSheet
{
    public const int LongestText = 2000;
    public const int LongestSlot = 30;
    public const int LongestSource = 200;
    public const int LongestIncomplete = 2000;
    private const int MostFaults = 50;
    private const int MostHeadRows = 10;

    private static readonly Column[] Columns = [new("用途", 16), new("表述", 60), new("出处", 40), new("启用日期", 16), new("停用日期", 16), new("替代表述", 40), new("不完整写法", 40)];

    public static byte[] Write(IReadOnlyList<Phrase> phrases) => SpreadsheetWriter.Write("规范表述", Columns, phrases.Select(p => (IReadOnlyList<object?>)[
        p.Slot, p.Text, p.Source, p.ValidFrom, p.ValidTo, phrases.FirstOrDefault(other => other.Id == p.SuccessorId)?.Text, p.Incomplete,
    ]));

    /// <summary>Takes in the sheets of a file: a phrase is known again by slot and text.</summary>
    public static async Task<PhraseImport> ReadAsync(LedgerDb db, Guid unitId, IReadOnlyList<Sheet> sheets, Change change, CancellationToken cancellation = default)
    {
        var (rows, faults) = Read(sheets);
        var stored = await db.Phrases.ToListAsync(cancellation);
        var all = new List<Phrase>(stored);
        var taken = new Dictionary<Phrase, Row>();
        foreach (var row in rows)
        {
            var phrase = all.FirstOrDefault(p => p.Slot == row.Slot && p.Text == row.Text);
            if (phrase is not null && taken.ContainsKey(phrase))
                faults.Add($"{row.Place}：与前面的行重复，请删去一行。");
            if (phrase is null)
                all.Add(phrase = new Phrase { UnitId = unitId, Slot = row.Slot, Text = row.Text, Source = row.Source, ValidFrom = row.From });
            taken.TryAdd(phrase, row);
        }
        foreach (var row in rows.Where(row => row.Successor.Length > 0 && !all.Exists(p => p.Text == row.Successor)))
            faults.Add($"{row.Place}：没有“{row.Successor}”这条表述，替代表述应是库中或表中的一条。");
        if (faults.Count > 0 || taken.Count == 0)
            return new PhraseImport(0, 0, 0, faults.Count > 0 ? [.. faults.Take(MostFaults)] : ["没有找到规范表述。请使用导出的表样，第一行为表头。"]);

        var (added, changed) = (0, 0);
        foreach (var (phrase, row) in taken)
        {
            var successor = row.Successor.Length > 0 ? all.First(p => p.Text == row.Successor).Id : (Guid?)null;
            var isNew = !stored.Contains(phrase);
            if (!isNew && (phrase.Source, phrase.ValidFrom, phrase.ValidTo, phrase.SuccessorId, phrase.Incomplete) == (row.Source, row.From, row.To, successor, row.Incomplete))
                continue;
            (phrase.Source, phrase.ValidFrom, phrase.ValidTo, phrase.SuccessorId, phrase.Incomplete) = (row.Source, row.From, row.To, successor, row.Incomplete);
            if (isNew)
                db.Add(change, phrase, "导入规范表述");
            else
                db.Record(change, phrase, "导入更新规范表述");
            _ = isNew ? added++ : changed++;
        }
        await db.SaveChangesAsync(cancellation);
        return new PhraseImport(added, changed, taken.Count - added - changed, []);
    }

    private static (List<Row> Rows, List<string> Faults) Read(IReadOnlyList<Sheet> sheets)
    {
        var (rows, faults) = (new List<Row>(), new List<string>());
        foreach (var sheet in sheets)
        {
            var head = sheet.Rows.Take(MostHeadRows).FirstOrDefault(row => row.Cells.Contains("表述") && row.Cells.Contains("启用日期"));
            if (head is null)
                continue;
            var at = Columns.Select(column => head.Cells.ToList().IndexOf(column.Heading)).ToArray();
            foreach (var line in sheet.Rows.Where(row => row.Number > head.Number))
            {
                var row = Read(line, at, $"{sheet.Name} 第 {line.Number} 行", out var fault);
                if (fault.Length > 0)
                    faults.Add($"{sheet.Name} 第 {line.Number} 行：{fault}");
                else
                    rows.Add(row);
            }
        }
        return (rows, faults);
    }

    private static Row Read(SheetRow line, int[] at, string place, out string fault)
    {
        var cells = at.Select(column => column < 0 ? "" : line[column]).ToArray();
        var (from, to) = (DayOf(cells[3]), DayOf(cells[4]));
        fault = cells[0].Length is 0 or > LongestSlot ? $"用途应为1至{LongestSlot}字。"
            : cells[1].Length is 0 or > LongestText ? $"表述应为1至{LongestText}字。"
            : cells[2].Length is 0 or > LongestSource ? $"出处应为1至{LongestSource}字。"
            : from is null ? "启用日期应写成2026-01-01或2026年1月1日。"
            : to is null && cells[4].Length > 0 ? "停用日期应写成2026-01-01或2026年1月1日，仍在用的留空。"
            : to < from ? "停用日期早于启用日期。"
            : cells[6].Length > LongestIncomplete ? $"不完整写法不超过{LongestIncomplete}字。"
            : "";
        return new Row(place, cells[0], cells[1].ReplaceLineEndings("\n"), cells[2], from ?? default, to, cells[5], cells[6].ReplaceLineEndings("\n"));
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1949 and <= 9998 ? day : null;

    private sealed record Row(string Place, string Slot, string Text, string Source, DateOnly From, DateOnly? To, string Successor, string Incomplete);
}
