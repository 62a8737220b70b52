using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    /// <summary>Anything else: read as running text; a bare number says nothing.</summary>
    Text,
    /// <summary>序号, 电话, 年龄: numbers that count no work.</summary>
    NotCounted,
    /// <summary>时间, 日期.</summary>
    Date,
    /// <summary>地点.</summary>
    Place,
    /// <summary>活动名称, 内容.</summary>
    Deed,
    /// <summary>参加人员.</summary>
    People,
    /// <summary>参加人数, 次数, 金额（元）: a bare number has the column's unit.</summary>
    Amount,
}

/// <summary>A column.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Unit">The unit of a bare number; empty for none.</param>
/// <param name="Scale">What a bare number is multiplied by: 10000 for 万元.</param>
internal sealed record TableColumn(ColumnRole Role, string Unit = "", decimal Scale = 1);

/// <summary>A row of a table, its cells cut at tabs.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">Where the cells lie, blanks at their ends left out, in the order of the columns.</param>
internal sealed record TableRow(Table Table, IReadOnlyList<(int Start, int End)> Cells);

/// <summary>表格: rows of cells under a head row that says what the columns hold.</summary>
/// <param name="Columns">The columns, from the left.</param>
internal sealed record Table(IReadOnlyList<TableColumn> Columns)
{
    private const int LongestHead = 16;

    private static readonly SearchValues<char> Separators = SearchValues.Create("\t｜|");

    private static readonly Words NotCounted = ["序号", "编号", "电话", "手机", "联系方式", "年龄", "身份证", "邮编", "学号", "工号"];
    private static readonly Words Dates = ["时间", "日期", "月份", "年月", "时段"];
    private static readonly Words Places = ["地点", "场所", "地址", "地方"];
    private static readonly Words Deeds = ["活动名称", "活动内容", "活动主题", "主要内容", "内容", "项目", "主题", "名称", "活动", "事项", "工作"];
    private static readonly Words People = ["参加人员", "参与人员", "参加对象", "参与对象", "对象", "人员", "参加人", "参与者", "参加单位"];

    /// <summary>Units of a bare number, by how the words of the head end.</summary>
    private static readonly (string Ending, string Unit, decimal Scale)[] Units =
    [
        ("人次", "人次", 1), ("人次数", "人次", 1), ("人数", "人", 1), ("人员数", "人", 1), ("党员数", "人", 1), ("户数", "户", 1), ("次数", "次", 1), ("活动次", "次", 1), ("场次", "场", 1), ("场数", "场", 1), ("期数", "期", 1),
        ("份数", "份", 1), ("件数", "件", 1), ("条数", "条", 1), ("篇数", "篇", 1), ("册数", "册", 1), ("本数", "本", 1), ("金额", "元", 1), ("资金", "元", 1), ("捐款", "元", 1), ("善款", "元", 1), ("款额", "元", 1), ("慰问金", "元", 1), ("费用", "元", 1),
        ("经费", "元", 1), ("捐款额", "元", 1), ("时长", "小时", 1), ("小时数", "小时", 1), ("学时", "学时", 1), ("献血量", "ml", 1), ("血量", "ml", 1),
    ];

    /// <summary>The cells of a line, blanks at their ends left out; one where no tab or bar cuts it.</summary>
    public static List<(int Start, int End)> Cut(string text, int start, int end)
    {
        List<(int Start, int End)> cells = [];
        // A bar at either end is the frame of a markdown table.
        if (start < end && text[start] is '|' or '｜')
            start++;
        if (start < end && text[end - 1] is '|' or '｜')
            end--;
        while (true)
        {
            var at = text.AsSpan(start..end).IndexOfAny(Separators);
            cells.Add(Trim(text, start, at < 0 ? end : start + at));
            if (at < 0)
                return cells;
            start += at + 1;
        }
    }

    /// <summary>The table that a head row opens; null where the cells name no columns.</summary>
    public static Table? ReadHead(string text, List<(int Start, int End)> cells)
    {
        var columns = cells.ConvertAll(cell => ReadColumn(text.AsSpan(cell.Start..cell.End)));
        var known = columns.Count(column => column is { Role: not ColumnRole.Text });
        return cells.Count >= 2 && known >= 2 && columns.TrueForAll(column => column is not null) ? new(columns!) : null;
    }

    /// <summary>The column that a cell of a head row names; null where it cannot be one.</summary>
    private static TableColumn? ReadColumn(ReadOnlySpan<char> head)
    {
        if (head.Length > LongestHead || head.IndexOfAnyInRange('0', '9') >= 0 || head.IndexOfAny("，。；") >= 0)
            return null;
        if (Han.PrefixOf(head, NotCounted) is not null)
            return new(ColumnRole.NotCounted);
        var open = head.IndexOfAny("（(");
        var words = open > 0 ? head[..open] : head;
        var unit = open > 0 ? head[(open + 1)..].TrimEnd("）)") : "";
        if (unit is "万元" or "亿元")
            return new(ColumnRole.Amount, "元", unit is "万元" ? 10_000 : 100_000_000);
        if (unit.Length > 0 && UnitTable.Find(unit.ToString(), 0) is { } stated && stated.Text.Length == unit.Length)
            return new(ColumnRole.Amount, stated.Name);
        foreach (var (ending, name, scale) in Units)
        {
            if (words.EndsWith(ending, StringComparison.Ordinal))
                return new(ColumnRole.Amount, name, scale);
        }
        return new(
            Han.SuffixOf(words, Dates) is not null ? ColumnRole.Date
            : Han.SuffixOf(words, Places) is not null ? ColumnRole.Place
            : Han.SuffixOf(words, People) is not null ? ColumnRole.People
            : Han.SuffixOf(words, Deeds) is not null ? ColumnRole.Deed
            : ColumnRole.Text);
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }
}
