namespace Mingce.Web.Infrastructure.Access;

/// <summary>What an endpoint is about.</summary>
public enum Resource
{
    /// <summary>登录, 退出 and the own password.</summary>
    Session,
    /// <summary>Error pages.</summary>
    Error,
    /// <summary>首次设置 of an empty ledger.</summary>
    Setup,
    /// <summary>单位情况.</summary>
    Unit,
    /// <summary>账号 of the unit.</summary>
    Account,
    /// <summary>AB角: who stands in for whom.</summary>
    StandIn,
    /// <summary>登录记录.</summary>
    SignIn,
    /// <summary>科室 and 组织.</summary>
    Body,
    /// <summary>人员, with masked phones.</summary>
    Person,
    /// <summary>人员名册 with whole phones.</summary>
    Roster,
    /// <summary>志愿服务时长 of everybody.</summary>
    Volunteering,
    /// <summary>The own hours of whoever looks.</summary>
    OwnHours,
    /// <summary>志愿服务记录证明 with its register.</summary>
    Certificate,
    /// <summary>工作台.</summary>
    Workbench,
    /// <summary>活动记录 with its 佐证材料 and 变更记录.</summary>
    Activity,
    /// <summary>活动类型 of the unit.</summary>
    Kind,
    /// <summary>佐证材料, when it is added.</summary>
    Evidence,
    /// <summary>草稿: records proposed by the program.</summary>
    Draft,
    /// <summary>常态化安排 with its 应办 and what is decided about them.</summary>
    Routine,
    /// <summary>任务 with their 办理过程.</summary>
    WorkItem,
    /// <summary>进展 and 办结 of a 任务.</summary>
    WorkStep,
    /// <summary>来文.</summary>
    IncomingPaper,
    /// <summary>报送记录.</summary>
    Return,
    /// <summary>日历订阅 of the own account.</summary>
    CalendarFeed,
    /// <summary>群机器人提醒, the only call to the outside.</summary>
    ReminderRobot,
    /// <summary>节假日 as the office has them.</summary>
    Holiday,
    /// <summary>活动准备 with its papers, which may hold a list of names.</summary>
    Preparation,
    /// <summary>活动参考.</summary>
    Idea,
    /// <summary>规范表述.</summary>
    Phrase,
    /// <summary>模板.</summary>
    Template,
    /// <summary>保管期限 with what has reached it.</summary>
    Retention,
    /// <summary>自评.</summary>
    Scorecard,
    /// <summary>认定: what a named person states under a standard.</summary>
    Attestation,
    /// <summary>负面清单, when it is looked through and signed.</summary>
    NegativeList,
    /// <summary>年度工作总结（报告）.</summary>
    WorkReport,
    /// <summary>销毁 of a file or record entered by mistake, and what stays of it.</summary>
    Destruction,
    /// <summary>申报材料汇编, which holds every piece of evidence.</summary>
    Dossier,
}

/// <summary>What an endpoint does with its resource.</summary>
public enum AccessAction
{
    View,
    Create,
    Edit,
    Confirm,
}

/// <summary>Whom an endpoint is for.</summary>
public enum Relation
{
    /// <summary>Anybody.</summary>
    Public,
    /// <summary>Anybody signed in, on what is the own account's.</summary>
    SignedIn,
    /// <summary>An account whose role has the permission, on rows of its own unit; any other row is not found.</summary>
    OwnUnit,
}

/// <summary>Who may use an endpoint. Every endpoint carries exactly one; without it the server does not start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AccessRuleAttribute(Resource resource, AccessAction action, Relation relation) : Attribute
{
    public Resource Resource { get; } = resource;
    public AccessAction Action { get; } = action;
    public Relation Relation { get; } = relation;
}
