using System.Text.RegularExpressions;
using Mingce.Core.Intake.Ledgers;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Mingce.Core.Texts;
using Mingce.Rules.Reading;

namespace Mingce.Core.Volunteering;

/// <summary>What a column of an export of a volunteer system is about.</summary>
public enum HoursField
{
    Other,
    Name,
    Department,
    Number,
    Project,
    Date,
    Start,
    End,
    Hours,
    Minutes,
    Organisation,
    /// <summary>Whether the other system has approved the hours.</summary>
    Status,
    /// <summary>Identity numbers, phones: never taken.</summary>
    Private,
}

/// <summary>One service of one person as the export tells it.</summary>
public sealed record HoursRow(string Sheet, int Row, string Name, string Department, string Number, string Project, DateOnly FromOn, DateOnly ToOn, int Minutes, string Organisation);

/// <summary>What an export holds.</summary>
public sealed record HoursReading(IReadOnlyList<HoursRow> Rows, IReadOnlyList<SheetFault> Faults, IReadOnlyList<string> Remarks);

/// <summary>An export of the national or a local volunteer system.</summary>
public sealed partial class HoursSheets
{
    [GeneratedRegex("待|未|不|无效|驳回|退回|取消|撤|作废|拒", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotApproved();

    private static readonly Dictionary<string, HoursField> Known = Headings.Index(
        (HoursField.Name, "姓名 志愿者姓名 志愿者 名字"),
        (HoursField.Department, "部门 科室 股室 处室 所在部门 所在科室 所属部门 所属科室"),
        (HoursField.Number, StaffHeadings.VolunteerNumbers),
        (HoursField.Project, "项目名称 活动名称 服务项目 项目 活动 服务内容 志愿服务项目 志愿服务项目名称 服务名称 岗位名称 活动项目 项目活动名称"),
        (HoursField.Date, "服务日期 服务时间 日期 时间 活动时间 活动日期 起止时间 服务起止时间 参与时间 参加时间 签到日期"),
        (HoursField.Start, "开始时间 开始日期 服务开始时间 服务开始日期 活动开始时间 活动开始日期 项目开始时间 计时开始时间 实际开始时间 签到时间 起始时间 上岗时间"),
        (HoursField.End, "结束时间 结束日期 服务结束时间 服务结束日期 活动结束时间 活动结束日期 项目结束时间 计时结束时间 实际结束时间 签退时间 截止时间 离岗时间"),
        (HoursField.Hours, "服务时长 时长 服务时数 小时数 小时 工时 服务小时 服务小时数 信用时数 荣誉时数 志愿服务时长 服务工时 时数 录入时长 本次时长"),
        (HoursField.Minutes, "分钟 分钟数 服务分钟"),
        (HoursField.Organisation, "组织 所属组织 服务组织 志愿组织 所属团体 志愿团体 组织名称 团体名称 服务队 志愿服务队 志愿服务组织 发布组织 主办组织 录入组织 所属队伍"),
        (HoursField.Status, "状态 认定状态 审核状态 确认状态 记录状态 时长状态 服务状态 认定情况 审核结果 认定结果"),
        (HoursField.Other, $"序号 编号 备注 性别 {FaultyCopy.Heading}"));

    private static readonly HeadingWords<HoursField> Words = new(Recognise, HoursField.Other, [HoursField.Name], Least: 3);

    private const int LongestText = 100;

    private readonly List<(Sheet Sheet, SheetHead<HoursField> Head)> sheets;

    /// <exception cref="UserFaultException">No sheet has the columns that are needed.</exception>
    public HoursSheets(IReadOnlyList<Sheet> all)
    {
        sheets = [.. all.Where(s => s.Rows.Count > 0).Select(s => (Sheet: s, Head: Words.FindIn(s))).Where(s => s.Head is { } head && (head.Has(HoursField.Hours) || head.Has(HoursField.Minutes))).Select(s => (s.Sheet, s.Head!))];
        if (sheets.Count == 0)
        {
            throw new UserFaultException("没有找到姓名、服务日期和服务时长这几列，未读取。请从志愿服务信息系统导出服务记录明细，或在表头中写明“姓名、项目名称、服务日期、服务时长（小时）”。");
        }
    }

    public IReadOnlyList<Sheet> WithoutPrivate() => [.. sheets.Select(s => s.Sheet.Withhold(s.Head, HoursField.Private, HoursField.Number))];

    public byte[] CopyWithFaults(IEnumerable<SheetFault> faults) => FaultyCopy.Write(sheets.Select(s => (s.Sheet.Name, s.Sheet, s.Head)), faults);

    public HoursReading Read(DateOnly today)
    {
        var (rows, faults, remarks) = (new List<HoursRow>(), new List<SheetFault>(), new List<string>());
        foreach (var (sheet, head) in sheets)
        {
            if (head.HeadingsOf(HoursField.Private) is { Count: > 0 } hidden)
            {
                remarks.Add($"工作表“{sheet.Name}”的{string.Join('、', hidden.Select(h => $"“{h}”"))}列不导入也不保存。");
            }
            foreach (var row in head.RowsOf(sheet).Where(r => !head.IsRepeatedIn(r) && !ClosingRows.Begins(r.Cells.FirstOrDefault(c => c.Length > 0) ?? "")))
            {
                Read(sheet, head, row, today, rows, faults);
            }
        }
        return new(rows, faults, remarks);
    }

    private static void Read(Sheet sheet, SheetHead<HoursField> head, SheetRow row, DateOnly today, List<HoursRow> rows, List<SheetFault> faults)
    {
        var before = faults.Count;
        string Text(HoursField field) => head.Text(row, field);
        void Fault(HoursField field, string message) => faults.Add(new(sheet.Name, row.Number, head.HeadingOf(field), message));

        string Value(HoursField field, Func<string, string> read)
        {
            try
            {
                return read(Text(field));
            }
            catch (CellFaultException e)
            {
                Fault(field, e.Message);
                return "";
            }
        }

        var name = Value(HoursField.Name, text => StaffValues.Name(text).Name);
        var number = Value(HoursField.Number, StaffValues.VolunteerNumber);
        var dated = Array.Find([HoursField.Date, HoursField.Start, HoursField.End], f => Text(f).Length > 0);
        var (from, to) = (default(DateOnly), default(DateOnly));
        try
        {
            if (dated == HoursField.Other)
            {
                throw new CellFaultException("没有服务日期，请补充。");
            }
            var column = head.ColumnIn(row, dated);
            var period = LedgerValues.Period(row[column], null, row.IsNumber(column));
            (from, to) = (period.From, period.To);
            if (dated == HoursField.Start && head.ColumnIn(row, HoursField.End) is >= 0 and var end)
            {
                // A mere time of day ends on the day on which it began.
                to = row[end].Contains(':', StringComparison.Ordinal) && row[end].Length <= 8 ? from : LedgerValues.Period(row[end], null, row.IsNumber(end)).To;
            }
            if (from > today || to < from)
            {
                throw new CellFaultException(from > today ? "服务日期晚于今天，请核对。" : "结束日期早于开始日期，请核对。");
            }
        }
        catch (CellFaultException e)
        {
            Fault(dated == HoursField.Other ? HoursField.Date : dated, e.Message);
        }
        if (Text(HoursField.Status) is { Length: > 0 } status && NotApproved().IsMatch(status))
        {
            Fault(HoursField.Status, $"“{CellChecks.Shown(status)}”的时长不导入，原系统认定后再导入。");
        }
        var minutes = MinutesOf(head, row);
        if (minutes is null || (from != default && minutes > HoursText.MostMinutesADay * (to.DayNumber - from.DayNumber + 1)))
        {
            Fault(head.Has(HoursField.Hours) ? HoursField.Hours : HoursField.Minutes, minutes is null ? "服务时长不是数字，请写成2.5或2小时30分。" : "服务时长超过一天能够服务的时间，请核对。");
        }
        var taken = row.Cells.Where((_, column) => head.FieldAt(column) is not (HoursField.Private or HoursField.Other or HoursField.Number));
        if (taken.FirstOrDefault(CellChecks.HoldsLongNumber) is { } withheld)
        {
            Fault(HoursField.Name, CellChecks.FaultOf(withheld)!);
        }
        if (faults.Count == before)
        {
            rows.Add(new(sheet.Name, row.Number, name, Text(HoursField.Department), number, Kept(Text(HoursField.Project)), from, to, minutes!.Value, Kept(Text(HoursField.Organisation))));
        }
    }

    // 小时 and 分钟 may be two parts of one time, or the same time told twice.
    private static int? MinutesOf(SheetHead<HoursField> head, SheetRow row)
    {
        var hours = head.ColumnIn(row, HoursField.Hours) is >= 0 and var column ? HoursText.Read(row[column], head.AllHeadings[column].Contains('分', StringComparison.Ordinal)) : null;
        var minutes = HoursText.Read(head.Text(row, HoursField.Minutes), isMinutes: true);
        return minutes is null ? hours : hours % 60 == 0 && minutes < 60 ? hours + minutes : minutes;
    }

    private static string Kept(string text) => Masking.Mask(text.ReplaceLineEndings(" ")).Truncated(LongestText);

    private static HoursField? Recognise(string heading) => Headings.Of(heading) switch
    {
        null => null,
        var plain when Known.Find(plain) is { } field => field,
        var plain when CellChecks.IsPrivateOrPhone(plain) => HoursField.Private,
        _ => null,
    };
}
