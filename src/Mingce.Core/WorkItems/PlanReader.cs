using System.Text.RegularExpressions;
using Mingce.Core.Spreadsheets;
using Mingce.Rules.Reading;

namespace Mingce.Core.WorkItems;

/// <summary>A row of a plan.</summary>
/// <param name="Whole">The task that it is a part of; empty where it stands alone.</param>
/// <param name="DueOn">Null for what goes on.</param>
public sealed record PlanEntry(
    string Sheet, int Row, string Whole, string Title, string Text, string Leads, string Supports, string People, DateOnly? DueOn, string Target, string Measure);

/// <summary>What a plan holds.</summary>
public sealed record PlanList(IReadOnlyList<PlanEntry> Entries, IReadOnlyList<SheetFault> Faults);

/// <summary>Reads a plan from a spreadsheet as offices have it: a title above, columns in any order, tasks merged over their parts.</summary>
public static partial class PlanReader
{
    public const int LongestTitle = 100;
    public const int LongestText = 2000;
    public const int LongestMeasure = 1000;
    private const int MostEntries = 2000;

    private enum Field
    {
        Other,
        Title,
        Text,
        Leads,
        Supports,
        People,
        Due,
        Target,
        Measure,
    }

    private static readonly Dictionary<string, Field> Known = Headings.Index(
        (Field.Title, "任务 任务名称 工作任务 重点任务 重点工作 重点工作任务 主要任务 主要工作 工作内容 工作项目 工作事项 项目 项目名称 事项 实事 实事内容 实事项目 具体任务 具体工作 存在问题 问题 具体问题 问题清单 整改问题"),
        (Field.Text, "内容 具体内容 内容和要求 工作要求 具体要求 要求 措施 具体措施 工作措施 推进措施 目标任务 工作目标 说明"),
        (Field.People, "责任人 负责人 具体责任人 具体负责人 经办人 责任人员"),
        (Field.Due, "时限 完成时限 完成时间 办结时限 整改时限 截止时间 时间节点 计划完成时间 完成期限 时间要求 时间安排 时间"),
        (Field.Target, "目标 目标值 年度目标 指标 目标数"),
        (Field.Measure, "整改措施"));

    private static readonly HeadingWords<Field> Words = new(Recognise, Field.Other, [Field.Title], Least: 2);

    [GeneratedRegex("^(?<who>责任|牵头|主办|承办|牵头责任|配合|协办|协助|参与|责任配合)(科室|股室|处室|部门|单位|科|处)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BodyHeading();

    [GeneratedRegex("长期|持续|常态|常年|随时|即时", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoesOn();

    /// <param name="year">The year of days that name none.</param>
    /// <exception cref="UserFaultException">No sheet has a column of tasks.</exception>
    public static PlanList Read(IReadOnlyList<Sheet> sheets, int year)
    {
        var entries = new List<PlanEntry>();
        var faults = new List<SheetFault>();
        var found = false;
        foreach (var sheet in sheets)
        {
            if (Words.FindIn(sheet) is not { } head)
                continue;
            found = true;
            foreach (var row in head.RowsOf(sheet).Where(row => !head.IsRepeatedIn(row)))
            {
                if (entries.Count == MostEntries)
                    throw new UserFaultException($"计划超过 {MostEntries} 项，请分次导入。");
                ReadRow(sheet.Name, row, head, year, entries, faults);
            }
        }
        return found ? new(entries, faults) : throw new UserFaultException("表格中没有找到“任务”列。表头应有任务（或工作内容、实事内容、存在问题）、责任科室、责任人、完成时限等列名。");
    }

    private static Field? Recognise(string heading) => Headings.Of(heading) switch
    {
        null => null,
        var plain when Known.Find(plain) is { } field => field,
        var plain when BodyHeading().Match(plain) is { Success: true } body => body.Groups["who"].Value is "配合" or "协办" or "协助" or "参与" ? Field.Supports : Field.Leads,
        _ => null,
    };

    private static void ReadRow(string sheet, SheetRow row, SheetHead<Field> head, int year, List<PlanEntry> entries, List<SheetFault> faults)
    {
        // Of two columns of tasks the second one breaks the first one down.
        var tasks = head.ColumnsOf(Field.Title).Take(2).Select(column => OneLine(row[column])).ToList();
        var (whole, title) = (tasks.Count > 1 ? tasks[0] : "", tasks[^1]);
        if (title.Length == 0)
        {
            if (row.Cells.Distinct().Count(c => c.Length > 0) > 2)
                Fault(Field.Title, "没有填写任务，不导入。");
            return;
        }
        var (due, target, text) = (Text(Field.Due), Text(Field.Target), Text(Field.Text));
        DateOnly? day = PaperReader.LastDayIn(due, year);
        if (due.Length > 0 && day is null && !GoesOn().IsMatch(due))
            Fault(Field.Due, $"完成时限“{CellChecks.Shown(due)}”无法识别，请写成2026年6月30日、6月底前或长期坚持。");
        else if (title.Length > LongestTitle || whole.Length > LongestTitle)
            Fault(Field.Title, $"任务超过{LongestTitle}字，请把任务名称和具体内容分列填写。");
        else if (text.Length > LongestText)
            Fault(Field.Text, $"内容超过{LongestText}字，请缩短。");
        else if (Text(Field.Measure).Length > LongestMeasure)
            Fault(Field.Measure, $"整改措施超过{LongestMeasure}字，请缩短。");
        else
        {
            // A target in words belongs to what is asked.
            if (target.Length > 0 && !WorkItem.IsTarget(target))
                (target, text) = ("", text.Length > 0 ? $"{text}\n目标：{target}" : $"目标：{target}");
            entries.Add(new(sheet, row.Number, whole == title ? "" : whole, title, text, Text(Field.Leads), Text(Field.Supports), Text(Field.People), day, target, Text(Field.Measure)));
        }

        string Text(Field field) => head.Text(row, field);
        void Fault(Field field, string message) => faults.Add(new(sheet, row.Number, head.HeadingOf(field), message));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
