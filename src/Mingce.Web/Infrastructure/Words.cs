using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Mingce.Rules;

namespace Mingce.Web.Infrastructure;

/// <summary>Values as an office writes them.</summary>
public static class Words
{
    /// <summary>2026年11月22日.</summary>
    public static string Of(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>2026年11月22日 星期日.</summary>
    public static string WithWeekday(DateOnly day) => $"{Of(day)} 星期{Weekdays.ToChinese(day.DayOfWeek)}";

    /// <summary>A stored time on the office's clock: 2026年11月22日 09:41.</summary>
    public static string At(DateTime utc) => Clock(OfficeCalendar.ToLocal(utc));

    /// <summary>A wall-clock time: 2026年11月22日 09:41.</summary>
    public static string Clock(DateTime local) => $"{Of(DateOnly.FromDateTime(local))} {local:HH:mm}";

    /// <summary>A period no more exactly than it is known: 2026年3月18日, 2026年11月初, 2026年二季度, 2026年.</summary>
    public static string Of(Period period) => period.Precision switch
    {
        PeriodPrecision.Year => $"{period.From.Year}年",
        PeriodPrecision.Festival => PeriodText.Write(period with { Precision = PeriodPrecision.Day }, null) + "前后",
        _ => PeriodText.Write(period, null),
    };

    /// <summary>A period in a narrow column, within a known year: 3月18日; vaguer ones in full.</summary>
    public static string Short(Period period) => period.Precision == PeriodPrecision.Day && period.From == period.To
        ? $"{period.From.Month}月{period.From.Day}日"
        : Of(period);

    public static string Of(ActivityStatus status) => status switch
    {
        ActivityStatus.Draft => "草稿",
        ActivityStatus.Entered => "已登记",
        ActivityStatus.Superseded => "已替换",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status"),
    };

    public static string Of(Actor actor) => actor switch
    {
        Actor.Own => "本单位",
        Actor.Partner => "结对对象",
        Actor.Superior => "上级",
        Actor.Person => "个人",
        Actor.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, "Not an actor"),
    };

    public static string Of(ActivitySource source) => source switch
    {
        ActivitySource.Own => "自主开展",
        ActivitySource.Assigned => "上级部署",
        ActivitySource.Joint => "联办",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source"),
    };

    public static string Of(EvidenceForm form) => form switch
    {
        EvidenceForm.Photo => "照片",
        EvidenceForm.Document => "文件",
        EvidenceForm.Link => "网页链接",
        EvidenceForm.Screenshot => "截图",
        EvidenceForm.Original => "原件备查",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form"),
    };

    public static string Of(Role role) => role switch
    {
        Role.Administrator => "管理员",
        Role.Coordinator => "文明创建联络员",
        Role.Head => "主要领导",
        Role.DeputyHead => "分管领导",
        Role.BranchSecretary => "党支部书记",
        Role.DepartmentContact => "科室联络员",
        Role.Staff => "干部职工",
        Role.Auditor => "安全审计员",
        Role.Reviewer => "经办人",
        Role.ReviewHead => "负责人",
        Role.Expert => "临时考评专家",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role"),
    };

    public static string Of(StaffingKind staffing) => StaffValues.NameOf(staffing);

    /// <summary>How an account stands: 在用, 待修改口令, 已停用（2026年11月22日）.</summary>
    public static string StateOf(Account account) =>
        account.ClosedAt is { } at ? $"已停用（{Of(DateOnly.FromDateTime(OfficeCalendar.ToLocal(at)))}）" : account.MustChangePassword ? "待修改口令" : "在用";

    /// <summary>1.5 MB.</summary>
    public static string Size(long bytes) => bytes < 1 << 20 ? $"{Math.Max(1, bytes >> 10)} KB" : $"{bytes / 1048576m:0.#} MB";
}
