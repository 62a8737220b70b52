using System.Text.RegularExpressions;
using Mingce.Core.Spreadsheets;
using Mingce.Rules;

namespace Mingce.Core.Intake.Ledgers;

/// <summary>An activity as a row of a ledger tells it.</summary>
/// <param name="Kinds">Ids; empty where no word of the row tells one.</param>
/// <param name="Headcount">Null where the row tells no number.</param>
/// <param name="Doubts">What a person should look at, such as a kind that was not recognised.</param>
public sealed record LedgerEntry(
    string Sheet, int Row, Period Period, string Title, string Text, IReadOnlyList<string> Kinds, string Place, int? Headcount, int? Planned, int Count,
    IReadOnlyList<string> Hosts, string Source, IReadOnlyList<Quantity> Quantities, IReadOnlyList<string> Doubts)
{
    /// <summary>Whether nothing of it is open: then it may be entered without a draft.</summary>
    public bool IsComplete => Doubts.Count == 0;
}

/// <summary>What a spreadsheet of activities holds.</summary>
public sealed record LedgerReading(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<SheetFault> Faults, IReadOnlyList<string> Remarks);

/// <summary>A ledger (活动台账) as a spreadsheet: its sheets with what their columns are taken for.</summary>
public sealed partial class LedgerSheets
{
    private readonly List<(Sheet Sheet, SheetHead<LedgerField> Head)> sheets = [];
    private readonly List<string> remarks = [];

    /// <param name="chosen">What a person took columns for: by the number of the sheet among those with a head, and of the column, from 0.</param>
    /// <exception cref="UserFaultException">No sheet has a head.</exception>
    public LedgerSheets(IReadOnlyList<Sheet> all, IReadOnlyDictionary<(int Sheet, int Column), LedgerField>? chosen = null)
    {
        foreach (var sheet in all.Where(s => s.Rows.Count > 0))
        {
            if (LedgerHeadings.Words.FindIn(sheet) is { } head)
            {
                var own = (chosen ?? new Dictionary<(int Sheet, int Column), LedgerField>()).Where(c => c.Key.Sheet == sheets.Count).ToDictionary(c => c.Key.Column, c => c.Value);
                sheets.Add((sheet, head.With(own)));
            }
            else
            {
                remarks.Add($"工作表“{sheet.Name}”没有找到表头，未读取。");
            }
        }
        if (sheets.Count == 0)
        {
            throw new UserFaultException("没有找到台账的表头，未读取。表头至少要有活动时间和活动名称两列，如“时间、活动名称、地点、参加人数、主办科室、类型”。");
        }
    }

    /// <summary>The sheets that have a head, in the order of the file.</summary>
    public IReadOnlyList<(Sheet Sheet, SheetHead<LedgerField> Head)> Sheets => sheets;

    /// <summary>The years that titles and names of sheets tell; the year of dates without one where it is a single year.</summary>
    public int? Year => sheets.SelectMany(s => s.Head.Titles.Append(s.Sheet.Name)).SelectMany(t => YearIn().Matches(t)).Select(m => int.Parse(m.Value[..4])).Distinct().ToList() is [var only] ? only : null;

    /// <summary>The sheets without what must not be kept.</summary>
    public IReadOnlyList<Sheet> WithoutPrivate() => [.. sheets.Select(s => s.Sheet.Withhold(s.Head, LedgerField.Private))];

    public byte[] CopyWithFaults(IEnumerable<SheetFault> faults) => FaultyCopy.Write(sheets.Select(s => (s.Sheet.Name, s.Sheet, s.Head)), faults);

    /// <param name="year">The year of dates that name none; null for the one that the file tells.</param>
    /// <param name="today">What is dated later has not happened.</param>
    public LedgerReading Read(IReadOnlyList<Kind> kinds, int? year, DateOnly today)
    {
        var (entries, faults) = (new List<LedgerEntry>(), new List<SheetFault>());
        var notes = new List<string>(remarks);
        foreach (var (sheet, head) in sheets)
        {
            if (head.HeadingsOf(LedgerField.Private) is { Count: > 0 } hidden)
            {
                notes.Add($"工作表“{sheet.Name}”的{string.Join('、', hidden.Select(h => $"“{h}”"))}列不导入也不保存。");
            }
            if (head.Unknown.Count > 0)
            {
                notes.Add($"工作表“{sheet.Name}”的{string.Join('、', head.Unknown.Select(h => $"“{h}”"))}列没有识别；需要导入的，请选择其用途后重新核对。");
            }
            new LedgerRowReader(sheet, head, kinds, year ?? Year, today, entries, faults).ReadAll();
        }
        return new(entries, faults, notes);
    }

    [GeneratedRegex("(?:19|20)[0-9]{2}(?=年)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearIn();
}
