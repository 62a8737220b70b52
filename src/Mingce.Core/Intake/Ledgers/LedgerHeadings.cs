using Mingce.Core.Spreadsheets;

namespace Mingce.Core.Intake.Ledgers;

/// <summary>What a column of a ledger is taken for.</summary>
public enum LedgerField
{
    /// <summary>不导入.</summary>
    Other,
    Date,
    StartDate,
    EndDate,
    Title,
    Kind,
    Place,
    Headcount,
    Planned,
    Hosts,
    Text,
    People,
    Count,
    Amount,
    Source,
    Note,
    /// <summary>Identity and account numbers, phones: never taken.</summary>
    Private,
}

/// <summary>The names that offices give to the columns of their ledgers of activities.</summary>
public static class LedgerHeadings
{
    private static readonly (LedgerField Field, string Name, string Words)[] Fields =
    [
        (LedgerField.Date, "活动时间", "时间 日期 活动时间 活动日期 开展时间 开展日期 举办时间 举办日期 起止时间 起止日期 会议时间 会议日期 学习时间 学习日期 服务时间 服务日期 年月 月份 年月日 实施时间 活动开展时间 召开时间 召开日期 举行时间 时间段 慰问时间 走访时间 培训时间 开展活动时间"),
        (LedgerField.StartDate, "开始日期", "开始时间 开始日期 起始时间 起始日期"),
        (LedgerField.EndDate, "结束日期", "结束时间 结束日期 截止时间 截止日期 终止时间"),
        (LedgerField.Title, "活动名称", "活动名称 名称 活动主题 主题 标题 活动 项目 活动项目 事项 工作事项 会议名称 会议主题 学习主题 课题 题目 活动题目 项目名称 活动标题 主题名称 志愿服务项目 志愿服务名称 服务项目 培训名称 培训主题 授课题目"),
        (LedgerField.Kind, "活动类型", "类型 类别 活动类型 活动类别 分类 种类 活动种类 活动分类 所属类别 会议类型"),
        (LedgerField.Place, "地点", "地点 活动地点 场所 活动场所 开展地点 会议地点 举办地点 学习地点 服务地点 培训地点 活动地址"),
        (LedgerField.Headcount, "实到人数", "参加人数 实到人数 实到 参与人数 人数 到会人数 活动人数 参会人数 出席人数 实际人数 实际参加人数 参加人次 参与人次 人次 活动人次 服务人次 参加活动人次 参与活动人次 参加人员数 参训人数 参学人数 参加活动人数 参与活动人数"),
        (LedgerField.Planned, "应到人数", "应到人数 应到 计划人数 应参加人数 预计人数"),
        (LedgerField.Hosts, "主办", "主办 主办单位 主办科室 主办部门 主办股室 责任科室 责任部门 责任股室 责任单位 承办 承办科室 承办部门 承办股室 承办单位 牵头科室 牵头部门 牵头单位 组织科室 组织单位 组织部门 组织者 实施单位 实施科室 开展单位 开展科室 科室 部门 股室 处室 主办处室"),
        (LedgerField.Text, "内容", "内容 活动内容 主要内容 活动情况 开展情况 活动开展情况 开展活动情况 工作开展情况 开展活动内容 活动过程 情况 具体内容 学习内容 会议内容 工作内容 培训内容 服务内容 简要情况 情况简介 活动简介 简介 活动概况 概况 成效 活动成效 取得成效 主要做法 活动内容及成效 基本情况 内容摘要 内容简介"),
        (LedgerField.People, "参加人员", "参加人员 参与人员 参加对象 参与对象 参会人员 出席人员 参加范围 参训人员 参学人员"),
        (LedgerField.Count, "次数", "次数 场次 期数 活动次数 场数"),
        (LedgerField.Amount, "数量", "数量 金额 捐款金额 捐款 捐款数 捐款数额 资金 经费 慰问金 慰问金额 物资 慰问物资 慰问品 捐赠物资"),
        (LedgerField.Source, "任务来源", "任务来源 来源"),
        (LedgerField.Note, "备注", "备注 说明"),
        (LedgerField.Other, "不导入", $"序号 编号 号 佐证 佐证材料 佐证件数 附件 图片 照片 图片资料 影像资料 状态 签字 审核 实施主体 {FaultyCopy.Heading}"),
    ];

    private static readonly Dictionary<string, LedgerField> Known = Headings.Index(Fields.Select(f => (f.Field, f.Words)));

    public static readonly HeadingWords<LedgerField> Words = new(
        Recognise, LedgerField.Other, [LedgerField.Date, LedgerField.StartDate, LedgerField.Title, LedgerField.Text], Least: 2);

    /// <summary>What a person may take a column for, with its name.</summary>
    public static IEnumerable<(LedgerField Field, string Name)> Choices => Fields.Select(f => (f.Field, f.Name));

    public static string NameOf(LedgerField field) => Array.Find(Fields, f => f.Field == field) is { Name: { } name } ? name : "不保存";

    private static LedgerField? Recognise(string heading) => Headings.Of(heading) switch
    {
        null => null,
        // 活动地址 is no home, 内容 no illness.
        var plain when Known.Find(plain) is { } known => known,
        var plain when CellChecks.IsPrivateOrPhone(plain) => LedgerField.Private,
        _ => null,
    };
}
