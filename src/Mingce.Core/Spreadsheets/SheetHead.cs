using System.Text;
using System.Text.RegularExpressions;

namespace Mingce.Core.Spreadsheets;

/// <summary>How the columns of a kind of list are called.</summary>
/// <param name="Recognise">What a heading says; null for words that are no known heading.</param>
/// <param name="Other">What an unknown heading says.</param>
/// <param name="Anchors">Fields of which every head has one.</param>
/// <param name="Least">How many known fields make a head.</param>
public sealed record HeadingWords<TField>(Func<string, TField?> Recognise, TField Other, IReadOnlyList<TField> Anchors, int Least)
    where TField : struct, Enum
{
    private const int DeepestHead = 30;

    /// <summary>The head of the sheet; null where it has none.</summary>
    public SheetHead<TField>? FindIn(Sheet sheet)
    {
        for (var i = 0; i < Math.Min(sheet.Rows.Count, DeepestHead); i++)
        {
            var row = sheet.Rows[i];
            var anchor = AnchorOf(row);
            // One text across the whole row is a title.
            if (anchor < 0 || (row.Cells.Count > 1 && row.Cells.Distinct().Count() < 2))
            {
                continue;
            }
            var upper = i > 0 && sheet.Rows[i - 1].Number == row.Number - 1 ? sheet.Rows[i - 1] : null;
            var lower = i + 1 < sheet.Rows.Count && IsLowerPart(row, sheet.Rows[i + 1], anchor) ? sheet.Rows[i + 1] : null;
            var head = new SheetHead<TField>(this, upper, row, lower, anchor) { Titles = [.. sheet.Rows.Take(i).Select(r => r.Cells.First(c => c.Length > 0))] };
            if (head.Known >= Least)
            {
                return head;
            }
        }
        return null;
    }

    // Merged with the row above, or made of headings only.
    private bool IsLowerPart(SheetRow row, SheetRow next, int anchor) =>
        next.Number == row.Number + 1
        && (Recognise(row[anchor]).Equals(Recognise(next[anchor]))
            || (next[anchor].Length == 0 && next.Cells.Where(c => c.Length > 0).All(c => Recognise(c) is not null)));

    private int AnchorOf(SheetRow row)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (Recognise(row[column]) is { } field && Anchors.Contains(field))
            {
                return column;
            }
        }
        return -1;
    }
}

/// <summary>Headings, compared without blanks, width, stars and remarks in brackets.</summary>
public static partial class Headings
{
    private const int Longest = 20;

    [GeneratedRegex(@"[（(\[【〔].*?[）)\]】〕]|^[*＊]+|[*＊:：]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remarks();

    /// <summary>Half-width and without any blank.</summary>
    public static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    /// <summary>The heading without remarks; null where it is too long to be one, or empty.</summary>
    public static string? Of(string heading) => heading.Length <= 200 && Remarks().Replace(Plain(heading), "") is { Length: > 0 and <= Longest } plain ? plain : null;

    /// <summary>The known words of each field, parted by blanks.</summary>
    public static Dictionary<string, TField> Index<TField>(params IEnumerable<(TField Field, string Words)> fields) =>
        fields.SelectMany(f => f.Words.Split(' ').Select(word => (word, f.Field))).ToDictionary(f => f.word, f => f.Field);

    /// <summary>Looks a heading up; 部门/科室 and 职务、职级 name one thing twice.</summary>
    public static TField? Find<TField>(this IReadOnlyDictionary<string, TField> known, string plain)
        where TField : struct, Enum
    {
        if (known.TryGetValue(plain, out var field))
        {
            return field;
        }
        var parts = plain.Split(['/', '、', '\\', '及', '和', '或'], StringSplitOptions.RemoveEmptyEntries).Select(p => known.TryGetValue(p, out var f) ? f : (TField?)null).ToList();
        return parts.Count > 1 && parts.TrueForAll(p => p is { } one && one.Equals(parts[0])) ? parts[0] : null;
    }
}

/// <summary>The head of a sheet: which column says what. It may be two rows high and stand below a title.</summary>
public sealed class SheetHead<TField>
    where TField : struct, Enum
{
    private readonly HeadingWords<TField> words;
    private readonly TField[] fields;
    private readonly string[] headings;
    private readonly List<(int Column, string Heading)> unknown = [];
    private readonly int anchor;

    internal SheetHead(HeadingWords<TField> words, SheetRow? upper, SheetRow row, SheetRow? lower, int anchor)
    {
        (this.words, this.anchor, LastRow) = (words, anchor, (lower ?? row).Number);
        (fields, headings) = (new TField[row.Cells.Count], new string[row.Cells.Count]);
        for (var column = 0; column < row.Cells.Count; column++)
        {
            Take(column, upper, row, lower);
        }
    }

    private SheetHead(SheetHead<TField> read, TField[] fields)
    {
        (words, this.fields, headings, anchor, unknown, LastRow, Titles) = (read.words, fields, read.headings, read.anchor, read.unknown, read.LastRow, read.Titles);
    }

    /// <summary>The number of its last row in the file.</summary>
    public int LastRow { get; }

    /// <summary>What stands above the head.</summary>
    public IReadOnlyList<string> Titles { get; internal init; } = [];

    /// <summary>How many different things its columns say.</summary>
    public int Known => fields.Where(f => !f.Equals(words.Other)).Distinct().Count();

    /// <summary>As many as columns.</summary>
    public IReadOnlyList<string> AllHeadings => headings;

    /// <summary>Headings that say nothing known, and of which no person has said anything either.</summary>
    public IReadOnlyList<string> Unknown => [.. unknown.Where(u => fields[u.Column].Equals(words.Other)).Select(u => u.Heading)];

    /// <summary>The same head with what a person said of its columns.</summary>
    public SheetHead<TField> With(IReadOnlyDictionary<int, TField> chosen) => new(this, [.. fields.Select((field, column) => chosen.TryGetValue(column, out var other) ? other : field)]);

    /// <summary>The rows below the head.</summary>
    public IEnumerable<SheetRow> RowsOf(Sheet sheet) => sheet.Rows.SkipWhile(r => r.Number <= LastRow);

    /// <summary>What the column says; null beyond the head.</summary>
    public TField? FieldAt(int column) => column < fields.Length ? fields[column] : null;

    /// <summary>The columns of the field, from 0.</summary>
    public IEnumerable<int> ColumnsOf(TField field) => Enumerable.Range(0, fields.Length).Where(column => fields[column].Equals(field));

    public bool Has(TField field) => Array.IndexOf(fields, field) >= 0;

    /// <summary>The field's heading as the file has it; the column that every such list has, where the field has none.</summary>
    public string HeadingOf(TField field) => headings[Array.IndexOf(fields, field) is >= 0 and var at ? at : anchor];

    public IReadOnlyList<string> HeadingsOf(TField field) => [.. ColumnsOf(field).Select(c => headings[c]).Distinct()];

    /// <summary>The column of the field in which the row says something; -1 where it says nothing.</summary>
    public int ColumnIn(SheetRow row, TField field)
    {
        for (var column = 0; column < fields.Length; column++)
        {
            if (fields[column].Equals(field) && row[column].Length > 0)
            {
                return column;
            }
        }
        return -1;
    }

    /// <summary>The first of the field's columns that says something.</summary>
    public string Text(SheetRow row, TField field) => ColumnIn(row, field) is >= 0 and var column ? row[column] : "";

    /// <summary>Whether the row is the head once more, as on every printed page.</summary>
    public bool IsRepeatedIn(SheetRow row) => words.Recognise(row[anchor]) is { } field && words.Anchors.Contains(field);

    private void Take(int column, SheetRow? upper, SheetRow row, SheetRow? lower)
    {
        // The lower word is the nearer one: 联系方式 above, 手机 and 办公电话 below.
        string[] told = [lower?[column] ?? "", row[column], upper?[column] ?? ""];
        var at = Array.FindIndex(told, w => words.Recognise(w) is not null);
        if (at < 0 && told[0].Length + told[1].Length > 0)
        {
            unknown.Add((column, Clean(told[0].Length > 0 ? told[0] : told[1])));
        }
        headings[column] = Clean(at < 0 ? told[1] : told[at]);
        fields[column] = at < 0 ? words.Other : words.Recognise(told[at])!.Value;
    }

    private static string Clean(string heading) => string.Concat(heading.Where(c => !char.IsWhiteSpace(c)));
}
