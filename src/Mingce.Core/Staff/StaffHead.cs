using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;

namespace Mingce.Core.Staff;

/// <summary>The head of a sheet: which column says what. It may be two rows high and stand below a title.</summary>
internal sealed class StaffHead
{
    private const int DeepestHead = 30;

    private readonly Dictionary<StaffField, List<int>> columns = [];
    private readonly List<string> headings = [];

    /// <summary>The number of its last row in the file.</summary>
    public required int LastRow { get; init; }

    /// <summary>What the title or the name of the sheet says of everybody.</summary>
    public StaffingKind? Staffing { get; private init; }

    public IReadOnlyList<string> Private => Headings(StaffField.Private);
    public List<string> Unknown { get; } = [];

    /// <summary>The heading of a second column of names; null in a list of one person a row.</summary>
    public string? SecondName => columns[StaffField.Name] is { Count: > 1 } names ? headings[names[1]] : null;

    /// <summary>How many columns are taken.</summary>
    public int Count => columns.Count(c => c.Key is not (StaffField.Private or StaffField.Other));

    /// <summary>The head of the sheet; null where none names a person.</summary>
    public static StaffHead? Find(Sheet sheet)
    {
        for (var i = 0; i < Math.Min(sheet.Rows.Count, DeepestHead); i++)
        {
            var row = sheet.Rows[i];
            if (!row.Cells.Any(c => StaffHeadings.Recognise(c) == StaffField.Name) || row.Cells.Distinct().Count() < 2 && sheet.Rows[i].Cells.Count > 1)
            {
                continue;
            }
            var upper = i > 0 && sheet.Rows[i - 1].Number == row.Number - 1 ? sheet.Rows[i - 1] : null;
            var lower = i + 1 < sheet.Rows.Count && IsLowerPart(row, sheet.Rows[i + 1]) ? sheet.Rows[i + 1] : null;
            var title = StaffValues.StaffingIn(sheet.Name) ?? sheet.Rows.Take(i).Select(r => StaffValues.StaffingIn(r.Cells.First(c => c.Length > 0))).FirstOrDefault(s => s is not null);
            var head = new StaffHead { LastRow = (lower ?? row).Number, Staffing = title };
            head.Take(upper, row, lower);
            return head;
        }
        return null;
    }

    public IReadOnlyList<string> AllHeadings => headings;

    /// <summary>What the column says; null beyond the head.</summary>
    public StaffField? FieldAt(int column) => columns.Where(c => c.Value.Contains(column)).Select(c => (StaffField?)c.Key).FirstOrDefault();

    public string HeadingOf(StaffField field) => columns.TryGetValue(field, out var at) ? headings[at[0]] : "姓名";

    /// <summary>The first of the field's columns that says something.</summary>
    public string Text(SheetRow row, StaffField field) =>
        columns.TryGetValue(field, out var at) ? at.Select(c => row[c]).FirstOrDefault(t => t.Length > 0) ?? "" : "";

    /// <summary>The columns that must not be kept, from 0.</summary>
    public IEnumerable<int> PrivateColumns => columns.GetValueOrDefault(StaffField.Private, []);

    /// <summary>Whether the row is the head once more, as on every printed page.</summary>
    public bool IsRepeatedIn(SheetRow row) => StaffHeadings.Recognise(row[columns[StaffField.Name][0]]) == StaffField.Name;

    private List<string> Headings(StaffField field) => [.. columns.GetValueOrDefault(field, []).Select(c => headings[c]).Distinct()];

    private void Take(SheetRow? upper, SheetRow row, SheetRow? lower)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            // The lower word is the nearer one: 联系方式 above, 手机 and 办公电话 below.
            string[] words = [lower?[column] ?? "", row[column], upper?[column] ?? ""];
            var at = Array.FindIndex(words, w => StaffHeadings.Recognise(w) is not null);
            if (at < 0 && words[0].Length + words[1].Length > 0)
            {
                Unknown.Add(Clean(words[0].Length > 0 ? words[0] : words[1]));
            }
            headings.Add(Clean(at < 0 ? words[1] : words[at]));
            var field = at < 0 ? StaffField.Other : StaffHeadings.Recognise(words[at])!.Value;
            (columns.TryGetValue(field, out var list) ? list : columns[field] = []).Add(column);
        }
    }

    // Merged with the row above, or made of headings only.
    private static bool IsLowerPart(SheetRow row, SheetRow next)
    {
        var nameColumn = row.Cells.ToList().FindIndex(c => StaffHeadings.Recognise(c) == StaffField.Name);
        return next.Number == row.Number + 1
            && (StaffHeadings.Recognise(next[nameColumn]) == StaffField.Name
                || (next[nameColumn].Length == 0 && next.Cells.Where(c => c.Length > 0).All(c => StaffHeadings.Recognise(c) is not null)));
    }

    private static string Clean(string heading) => string.Concat(heading.Where(c => !char.IsWhiteSpace(c)));
}
