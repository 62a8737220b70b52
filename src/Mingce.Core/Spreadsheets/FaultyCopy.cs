namespace Mingce.Core.Spreadsheets;

/// <summary>Why a row is not taken.</summary>
/// <param name="Column">The heading as the file has it.</param>
public sealed record SheetFault(string Sheet, int Row, string Column, string Message);

/// <summary>The rows of a list as they came, each with what is wrong with it in a column 问题; to be put right and imported again.</summary>
public static class FaultyCopy
{
    public const string Heading = "问题";

    /// <param name="sheets">The sheets without what must not be kept, each with the name that it gets and its head.</param>
    public static byte[] Write<TField>(IEnumerable<(string Name, Sheet Sheet, SheetHead<TField> Head)> sheets, IEnumerable<SheetFault> faults)
        where TField : struct, Enum
    {
        var messages = faults.ToLookup(f => (f.Sheet, f.Row), f => $"{f.Column}：{f.Message}");
        using var output = new MemoryStream();
        using (var writer = new SpreadsheetWriter(output))
        {
            foreach (var (name, sheet, head) in sheets)
            {
                writer.StartSheet(name, [.. head.AllHeadings.Select(h => new Column(h, 14)), new Column(Heading, 60)]);
                foreach (var row in head.RowsOf(sheet))
                {
                    var remark = string.Join(' ', messages[(sheet.Name, row.Number)]);
                    writer.AddRow([.. head.AllHeadings.Select((_, column) => row[column] is { Length: > 0 } text ? text : null), remark.Length > 0 ? remark : null]);
                }
            }
            writer.Finish();
        }
        return output.ToArray();
    }
}

/// <summary>What stands at the foot of a list: 合计, 填表人.</summary>
public static class ClosingRows
{
    private static readonly string[] Openings =
        ["合计", "小计", "总计", "共计", "备注", "说明", "注:", "注1", "填表", "制表", "审核", "填报", "单位负责人", "分管领导签", "签字", "盖章", "联系人:", "统计人", "报送"];

    /// <summary>Whether a row that begins with the text closes a list.</summary>
    public static bool Begins(string text) => Headings.Plain(text) is var plain && (Array.Exists(Openings, o => plain.StartsWith(o, StringComparison.Ordinal)) || plain is "注" or "计");
}
