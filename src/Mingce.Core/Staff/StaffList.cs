using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;

namespace Mingce.Core.Staff;

/// <summary>A person as a staff list tells it.</summary>
/// <param name="Staffing">Null where neither a column nor the title tells it.</param>
public sealed record StaffEntry(
    string Sheet, int Row, string Name, string Department, string Position, string PoliticalStatus, string Phone, StaffingKind? Staffing, DateOnly? JoinedOn, DateOnly? LeftOn, string VolunteerNumber);

/// <summary>What a spreadsheet of staff holds: people, faults by row, and remarks on what is not taken at all.</summary>
public sealed record StaffList(IReadOnlyList<StaffEntry> People, IReadOnlyList<SheetFault> Faults, IReadOnlyList<string> Remarks)
{
    /// <exception cref="UserFaultException">No sheet has a column of names.</exception>
    public static StaffList Read(IReadOnlyList<Sheet> sheets)
    {
        var reader = new StaffListReader();
        foreach (var sheet in sheets)
        {
            reader.Read(sheet);
        }
        return reader.Finish();
    }

    /// <summary>The sheets without what must not be kept: private columns, long numbers, sheets without people.</summary>
    public static IReadOnlyList<Sheet> WithoutPrivate(IReadOnlyList<Sheet> sheets) =>
        [.. sheets.Select(s => (Sheet: s, Head: StaffHead.Find(s))).Where(s => s.Head is not null).Select(s => s.Sheet.Withhold(s.Head!.Columns, StaffField.Private, StaffField.VolunteerNumber))];

    /// <summary>A copy of the file with what is wrong in every row.</summary>
    /// <param name="sheets">Without what must not be kept.</param>
    public static byte[] CopyWithFaults(IReadOnlyList<Sheet> sheets, IReadOnlyList<SheetFault> faults) => FaultyCopy.Write(
        sheets.Select(s => (Sheet: s, Head: StaffHead.Find(s)!)).Select(s => (NameOf(s.Sheet, s.Head), s.Sheet, s.Head.Columns)), faults);

    // The title does not go along, so the sheet says what it said.
    private static string NameOf(Sheet sheet, StaffHead head) =>
        StaffValues.StaffingIn(sheet.Name) is null && head.Staffing is { } staffing ? $"{sheet.Name}（{StaffValues.NameOf(staffing)}）" : sheet.Name;
}

/// <summary>Goes through the sheets of one file.</summary>
internal sealed class StaffListReader
{
    private readonly List<StaffEntry> people = [];
    private readonly List<SheetFault> faults = [];
    private readonly List<string> remarks = [];
    private readonly Dictionary<string, List<StaffEntry>> byName = [];
    private bool hasNames;

    public void Read(Sheet sheet)
    {
        if (sheet.Rows.Count == 0)
        {
            return;
        }
        if (StaffHead.Find(sheet) is not { } head)
        {
            remarks.Add($"工作表“{sheet.Name}”没有“姓名”列，未读取。");
            return;
        }
        hasNames = true;
        if (head.SecondName is { } second)
        {
            faults.Add(new(sheet.Name, head.Columns.LastRow, second, "表中有两列姓名。请把右侧各列移到下方，改为每行一人后重试。"));
            return;
        }
        if (head.Columns.HeadingsOf(StaffField.Private) is { Count: > 0 } hidden)
        {
            remarks.Add($"工作表“{sheet.Name}”的{string.Join('、', hidden.Select(h => $"“{h}”"))}列不导入：系统不保存身份证件号码、账号、出生日期等信息。");
        }
        if (head.Columns.Unknown.Count > 0)
        {
            remarks.Add($"工作表“{sheet.Name}”的{string.Join('、', head.Columns.Unknown.Select(h => $"“{h}”"))}列不需要，未导入。");
        }
        var section = "";
        foreach (var row in head.Columns.RowsOf(sheet))
        {
            if (head.Columns.IsRepeatedIn(row) || IsClosing(row, head))
            {
                continue;
            }
            if (BandOf(row, head) is { } band)
            {
                section = band;
            }
            else
            {
                Read(sheet, row, head, section);
            }
        }
    }

    public StaffList Finish()
    {
        if (!hasNames)
        {
            throw new UserFaultException("没有找到“姓名”列，未读取。请在表头中写明姓名、部门、职务、政治面貌、联系电话等列名后重试。");
        }
        var unknown = people.Count(p => p.Staffing is null);
        if (unknown > 0)
        {
            remarks.Add($"{unknown} 人未注明人员性质：新增的按在编在岗导入，已有的不改。");
        }
        return new StaffList(people, faults, remarks);
    }

    private void Read(Sheet sheet, SheetRow row, StaffHead head, string section)
    {
        var sound = true;
        if (head.Text(row, StaffField.Name).Length == 0)
        {
            Fault(StaffField.Name, "未填写姓名，请补充；不是人员的行请删去。");
            return;
        }
        var (name, bracket) = Value(StaffField.Name, StaffValues.Name);
        var department = Value(StaffField.Department, StaffValues.Department) ?? "";
        var entry = new StaffEntry(
            sheet.Name, row.Number, name ?? "", department.Length > 0 ? department : section,
            Value(StaffField.Position, StaffValues.Position) ?? "",
            Value(StaffField.PoliticalStatus, StaffValues.PoliticalStatus) ?? "",
            Value(StaffField.Phone, StaffValues.Phone) ?? "",
            Value(StaffField.Staffing, StaffValues.Staffing) ?? bracket ?? head.Staffing,
            Value(StaffField.JoinedOn, StaffValues.Day),
            Value(StaffField.LeftOn, StaffValues.Day),
            Value(StaffField.VolunteerNumber, StaffValues.VolunteerNumber) ?? "");
        if (sound && entry.LeftOn < entry.JoinedOn)
        {
            Fault(StaffField.LeftOn, "离岗时间早于入职时间，请核对。");
        }
        if (sound && FindSame(entry) is { } same)
        {
            Fault(StaffField.Name, $"“{entry.Name}”与{(same.Sheet == entry.Sheet ? "" : $"工作表“{same.Sheet}”")}第{same.Row}行重复，只导入前一行。同名的两个人请填写各自的部门和联系电话。");
        }
        if (sound)
        {
            people.Add(entry);
            (byName.TryGetValue(entry.Name, out var namesakes) ? namesakes : byName[entry.Name] = new(1)).Add(entry);
        }

        T? Value<T>(StaffField field, Func<string, T> read)
        {
            var text = head.Text(row, field);
            try
            {
                var fault = field == StaffField.VolunteerNumber && CellChecks.HoldsLongNumber(text) ? null : CellChecks.FaultOf(text);
                return fault is null ? read(text) : throw new CellFaultException(fault);
            }
            catch (CellFaultException e)
            {
                Fault(field, e.Message);
                return default;
            }
        }

        void Fault(StaffField field, string message)
        {
            sound = false;
            faults.Add(new(sheet.Name, row.Number, head.Columns.HeadingOf(field), message));
        }
    }

    // The same name is the same person unless phones, or without them departments, tell two apart.
    private StaffEntry? FindSame(StaffEntry entry) => byName.GetValueOrDefault(entry.Name)?.Find(other =>
        entry.Phone.Length > 0 && other.Phone.Length > 0 ? entry.Phone == other.Phone
        : entry.Department == other.Department || entry.Department.Length == 0 || other.Department.Length == 0);

    // 合计 and what stands under a list. Somebody of 审核科 is a person all the same.
    private static bool IsClosing(SheetRow row, StaffHead head)
    {
        var column = row.Cells.ToList().FindIndex(c => c.Length > 0);
        return ClosingRows.Begins(row[column])
            && (head.Columns.FieldAt(column) is StaffField.Name or StaffField.Other or null || !StaffValues.IsName(head.Text(row, StaffField.Name)));
    }

    // 一、办公室（5人）, across the whole row or alone in it.
    private static string? BandOf(SheetRow row, StaffHead head)
    {
        var texts = row.Cells.Where(c => c.Length > 0).Distinct().ToList();
        if (texts.Count > 1 || (row.Cells.Count(c => c.Length > 0) == 1 && head.Text(row, StaffField.Name).Length > 0) || head.Count == 1)
        {
            return null;
        }
        var plain = Headings.Plain(texts[0]);
        plain = plain[(plain.IndexOf('、') + 1)..];
        var bracket = plain.IndexOf('(');
        var department = (bracket > 0 ? plain[..bracket] : plain).TrimEnd(':');
        return department.Length <= StaffValues.LongestDepartment && !department.All(char.IsAsciiDigit) ? department : "";
    }
}
