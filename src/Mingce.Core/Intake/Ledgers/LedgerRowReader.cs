using System.Text.RegularExpressions;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Texts;
using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Core.Intake.Ledgers;

/// <summary>Goes through the rows of one sheet of a ledger.</summary>
internal sealed partial class LedgerRowReader(
    Sheet sheet, SheetHead<LedgerField> head, IReadOnlyList<Kind> kinds, int? year, DateOnly today, List<LedgerEntry> entries, List<SheetFault> faults)
{
    private const int LongestTitle = 100;
    private const int LongestPlace = 100;
    private const int TitleFromText = 30;

    private readonly ReportReader reader = new(kinds);
    // 志愿服务活动登记表 tells the kind of its rows by 志愿服务; that it is a 登记表 makes none of them 摸排统计.
    private readonly string? kindOfSheet = head.Titles.Append(sheet.Name).Select(t => new ReportReader(kinds).KindOf(ListWord().Replace(t, ""))).FirstOrDefault(k => k is not null);

    // A long ledger says 办公室 and 滨河社区 many times over.
    private readonly Dictionary<string, string> masked = [];

    private List<string> doubts = [];
    private bool sound;
    private SheetRow row = null!;

    public void ReadAll()
    {
        foreach (var next in head.RowsOf(sheet))
        {
            if (!head.IsRepeatedIn(next) && !IsClosing(next) && !IsBand(next))
            {
                row = next;
                Read();
            }
        }
    }

    private void Read()
    {
        (sound, doubts) = (true, []);
        foreach (var (text, column) in row.Cells.Select((text, column) => (text, column)))
        {
            if (head.FieldAt(column) is LedgerField.Private or LedgerField.Other)
            {
                continue;
            }
            if (CellChecks.FaultOf(text) is { } fault)
            {
                Fault(column, fault);
            }
        }
        var period = Period();
        var (title, body) = Words();
        var headcount = People(LedgerField.Headcount, "实到人数");
        if (!sound || period is null)
        {
            return;
        }
        var found = Kinds(title, body);
        if (found.Count == 0)
        {
            doubts.Add("类型未识别");
        }
        if (period.Precision != PeriodPrecision.Day)
        {
            doubts.Add("时间不到日");
        }
        entries.Add(new(
            sheet.Name, row.Number, period, title, body, found, Kept(LedgerField.Place, LongestPlace), headcount, People(LedgerField.Planned, "应到人数"),
            LedgerValues.Count(Text(LedgerField.Count)) ?? 1, Hosts(), Text(LedgerField.Source), Quantities(), doubts));
    }

    private Period? Period()
    {
        var field = new[] { LedgerField.Date, LedgerField.StartDate, LedgerField.EndDate }.FirstOrDefault(f => Text(f).Length > 0, LedgerField.Other);
        if (field == LedgerField.Other)
        {
            Fault(Array.Find([LedgerField.Date, LedgerField.StartDate, LedgerField.Title], head.Has), "没有日期，请补充。");
            return null;
        }
        if (One(field) is not { } period)
        {
            return null;
        }
        if (field == LedgerField.StartDate && Text(LedgerField.EndDate).Length > 0)
        {
            if (One(LedgerField.EndDate) is not { } end)
            {
                return null;
            }
            period = period with { To = end.To, Precision = (PeriodPrecision)Math.Max((int)period.Precision, (int)end.Precision) };
        }
        if (period.To < period.From)
        {
            Fault(LedgerField.EndDate, "结束日期早于开始日期，请核对。");
            return null;
        }
        if (period.From > today)
        {
            Fault(field, "日期晚于今天。活动开展后再登记。");
            return null;
        }
        return period;
    }

    private Period? One(LedgerField field)
    {
        var column = head.ColumnIn(row, field);
        if (CellChecks.IsFormulaFault(row[column]))
        {
            return null; // told already
        }
        try
        {
            return LedgerValues.Period(row[column], year, row.IsNumber(column));
        }
        catch (CellFaultException e)
        {
            Fault(column, e.Message);
            return null;
        }
    }

    // What stands in columns of its own and has no field of the record is told in the text, so that nothing is lost.
    private (string Title, string Text) Words()
    {
        var titles = head.ColumnsOf(LedgerField.Title).Select(c => row[c]).Where(t => t.Length > 0).Distinct().ToList();
        var texts = head.ColumnsOf(LedgerField.Text).Select(c => row[c]).Where(t => t.Length > 0).Distinct().ToList();
        if (titles.Count == 0 && texts.Count == 0)
        {
            Fault(head.Has(LedgerField.Title) ? LedgerField.Title : LedgerField.Text, "没有活动名称和内容，请补充。");
            return ("", "");
        }
        var title = titles.Count > 0 ? titles[0] : texts[0];
        if (titles.Count == 0 && title.Length > TitleFromText)
        {
            var end = title.AsSpan(0, TitleFromText).IndexOfAny('。', '，', '；');
            title = title.Truncated(end > 3 ? end : TitleFromText);
        }
        title = title.ReplaceLineEndings(" ");
        if (title.Length > LongestTitle)
        {
            texts.Insert(0, title);
            title = title.Truncated(LongestTitle - 1) + "…";
        }
        List<string> body = [.. titles.Skip(1), .. texts.Where(t => t != title)];
        Tell("参加人员", Text(LedgerField.People));
        Tell("备注", Text(LedgerField.Note));
        return (Mask(title), Mask(string.Join('\n', body).ReplaceLineEndings("\n")));

        void Tell(string what, string words)
        {
            if (words.Length > 0)
            {
                body.Add($"{what}：{words}");
            }
        }
    }

    private List<string> Kinds(string title, string body)
    {
        var told = Text(LedgerField.Kind).Split(['、', '，', ',', '/', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => kinds.FirstOrDefault(k => k.Name == name)?.Id ?? reader.KindOf(name)).OfType<string>().Distinct().ToList();
        return told.Count > 0 ? told : (reader.KindOf(title) ?? reader.KindOf(body) ?? kindOfSheet) is { } kind ? [kind] : [];
    }

    // 全体干部职工 and 30余人 are no headcount: nothing is filled in that the ledger does not say.
    private int? People(LedgerField field, string name)
    {
        var text = Text(field);
        var number = LedgerValues.Headcount(text);
        if (text.Length > 0 && number is null && text is not ("0" or "无" or "/" or "-" or "—"))
        {
            doubts.Add($"{name}“{CellChecks.Shown(text)}”不是确数，未填");
        }
        return number;
    }

    private List<string> Hosts() =>
        [.. head.ColumnsOf(LedgerField.Hosts).SelectMany(c => row[c].Split(['、', '，', ',', ';', '；', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(h => h.Length is > 0 and <= 50).Select(Mask).Distinct().Take(10)];

    private List<Quantity> Quantities()
    {
        var found = new List<Quantity>();
        foreach (var column in head.ColumnsOf(LedgerField.Amount).Where(c => row[c].Length > 0))
        {
            var heading = head.AllHeadings[column];
            var unit = heading.Contains("万元", StringComparison.Ordinal) ? "万元" : heading.IndexOfAny(['额', '金', '款', '费']) >= 0 || heading.Contains('元', StringComparison.Ordinal) ? "元" : "";
            var text = row[column];
            var pieces = (decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _) ? text + unit : text)
                .Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var read = pieces.SelectMany(piece => reader.Read(piece).Facts.SelectMany(f => f.Quantities)).ToList();
            if (read.Count < pieces.Length)
            {
                doubts.Add($"“{heading}”栏“{CellChecks.Shown(text)}”未全部读出");
            }
            found.AddRange(read.Select(q => q with { Item = Mask(q.Item) }));
        }
        return found;
    }

    private string Mask(string words)
    {
        const int most = 1024;
        if (masked.TryGetValue(words, out var known))
        {
            return known;
        }
        if (masked.Count == most)
        {
            masked.Clear();
        }
        known = Masking.Mask(words);
        return masked[words] = known == words ? words : known;
    }

    private string Text(LedgerField field) => head.Text(row, field);

    private string Kept(LedgerField field, int longest) => Mask(Text(field).ReplaceLineEndings(" ")).Truncated(longest);

    private void Fault(LedgerField field, string message) => Add(head.HeadingOf(field), message);

    private void Fault(int column, string message) => Add(column < head.AllHeadings.Count ? head.AllHeadings[column] : "", message);

    private void Add(string heading, string message)
    {
        sound = false;
        faults.Add(new(sheet.Name, row.Number, heading, message));
    }

    // A row whose first word is 审核 may be an activity all the same, if it has a day.
    private bool IsClosing(SheetRow next)
    {
        var first = next.Cells.ToList().FindIndex(c => c.Length > 0);
        return ClosingRows.Begins(next[first]) && (head.FieldAt(first) is LedgerField.Date or LedgerField.StartDate || head.Text(next, LedgerField.Date).Length == 0);
    }

    [GeneratedRegex("(?:信息|登记|统计)*台账|(?:信息|登记|统计)+[表册簿]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListWord();

    // 一、志愿服务类 across the whole row.
    private static bool IsBand(SheetRow next) => next.Cells.Count > 2 && next.Cells.All(c => c == next.Cells[0]);
}
