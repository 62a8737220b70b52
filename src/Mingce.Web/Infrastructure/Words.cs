using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Papers;
using Mingce.Core.Ideas;
using Mingce.Core.Preparations;
using Mingce.Core.Retention;
using Mingce.Core.Routines;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Core.WorkItems;
using Mingce.Rules;
using Mingce.Rules.Pictures;
using Mingce.Rules.Routines;

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
        ActivityStatus.Deleted => "已删除",
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

    /// <summary>How an occurrence stands, with a sign: never by colour alone.</summary>
    public static (string Sign, string Word) Of(Occurrence occurrence) => occurrence.State switch
    {
        OccurrenceState.Done => ("✓", occurrence.Decision is MergedWith or MergedIntoDeed ? "已办（合并）" : "已办"),
        OccurrenceState.Due => ("○", occurrence.Decision is MergedWith ? "应办（合并）" : "应办"),
        OccurrenceState.Overdue => ("！", "逾期"),
        OccurrenceState.NotHeld => ("－", occurrence.Decision is NotHeld ? "不开展" : "未开展"),
        OccurrenceState.Postponed => ("→", "已延期"),
        _ => throw new ArgumentOutOfRangeException(nameof(occurrence), occurrence.State, "Not a state"),
    };

    /// <summary>When it is due, seen from today: 逾期 3 天, 今天, 明天, 11月26日 周四.</summary>
    public static string DueIn(Occurrence occurrence, DateOnly today) => (occurrence.DueOn.DayNumber - today.DayNumber) switch
    {
        < 0 and var days => $"逾期 {-days} 天",
        0 => "今天",
        1 => "明天",
        _ when occurrence.DueOn.Year != today.Year => Of(occurrence.DueOn),
        _ => $"{occurrence.DueOn.Month}月{occurrence.DueOn.Day}日 周{Weekdays.ToChinese(occurrence.DueOn.DayOfWeek)}",
    };

    /// <summary>By when it is to be done: 11月20日 for a fixed day, 11月30日前 for the end of a span or a new day.</summary>
    public static string DueBy(Occurrence occurrence)
    {
        var day = $"{occurrence.DueOn.Month}月{occurrence.DueOn.Day}日";
        return occurrence.Span.From == occurrence.DueOn ? day : day + "前";
    }

    /// <summary>The days on which it may be held as asked: 2026年11月26日, 11月1日至30日.</summary>
    public static string SpanOf(Occurrence occurrence) => Of(new Period(occurrence.Span.From, occurrence.Span.Due, PeriodPrecision.Day));

    public static string Of(WaiverForm form) => form switch
    {
        WaiverForm.NotHeld => "本期不开展",
        WaiverForm.Postponed => "延期",
        WaiverForm.Merged => "合并开展",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form"),
    };

    public static string Of(FieldType type) => type switch
    {
        FieldType.Text => "文字",
        FieldType.Number => "数字",
        FieldType.Date => "日期",
        FieldType.Choice => "单选",
        FieldType.YesNo => "是否",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type"),
    };

    public static string Of(SignInList list) => list switch
    {
        SignInList.Responsible => "责任部门人员",
        SignInList.Everybody => "全体在岗人员",
        SignInList.Blank => "不列姓名，只留空白行",
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "Not a list"),
    };

    public static string Of(IdeaPlace place) => place switch
    {
        IdeaPlace.Indoor => "室内",
        IdeaPlace.Outdoor => "室外",
        IdeaPlace.Either => "室内外均可",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Not a place"),
    };

    /// <summary>永久, 30年.</summary>
    public static string Term(int? years) => years is { } n ? $"{n}年" : RetentionCatalogue.Permanent;

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Seen => "有明文依据",
        Certainty.Known => "依据原文待核对",
        Certainty.Local => "地方做法，仅供参考",
        Certainty.Derived => "按有关规定推定",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, "Not a certainty"),
    };

    public static string Of(WorkList list) => list switch
    {
        WorkList.Plan => "年度计划",
        WorkList.Practical => "我为群众办实事",
        WorkList.Rectification => "问题整改",
        WorkList.Meeting => "会议议定事项",
        WorkList.Paper => "来文",
        WorkList.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "Not a list"),
    };

    public static string Of(WorkStatus status) => status switch
    {
        WorkStatus.NotStarted => "未开始",
        WorkStatus.Running => "进行中",
        WorkStatus.Rectified => "待复查",
        WorkStatus.Closed => "已办结",
        WorkStatus.Withdrawn => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status"),
    };

    public static string Of(WorkStepForm form) => form switch
    {
        WorkStepForm.Progress => "进展",
        WorkStepForm.Closed => "办结",
        WorkStepForm.Rectified => "整改完成",
        WorkStepForm.Passed => "复查通过",
        WorkStepForm.Returned => "复查退回",
        WorkStepForm.Withdrawn => "撤销",
        WorkStepForm.Reopened => "重新办理",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form"),
    };

    public static string Of(Finding finding) => finding switch
    {
        Finding.None => "",
        Finding.Inspection => "检查",
        Finding.Assessment => "测评",
        Finding.Opinion => "意见",
        Finding.SelfCheck => "自查",
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "Not a finding"),
    };

    public static string Of(ReturnWay way) => way switch
    {
        ReturnWay.Platform => "系统",
        ReturnWay.Mail => "邮件",
        ReturnWay.Paper => "纸质",
        ReturnWay.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "Not a way"),
    };

    /// <summary>完成时限: 2026年11月30日, 长期坚持.</summary>
    public static string DueOf(DateOnly? due) => due is { } day ? Of(day) : "长期坚持";

    /// <summary>12场; empty where the target is in words.</summary>
    public static string TargetOf(WorkItem item) => item.TargetHundredths is { } hundredths ? $"{hundredths / 100m:0.##}{item.TargetUnit}" : "";

    /// <summary>办公室、中心工会.</summary>
    public static string NamesOf(WorkItem item, BodyPart part) => string.Join("、", item.Of(part).Select(b => b.Name));

    /// <summary>How a task stands, with a sign: ✓ 已办结, ！逾期 3 天.</summary>
    public static (string Sign, string Word, string Css) StateOf(WorkItem item, DateOnly today) =>
        item.IsOverdue(today) ? ("！", $"逾期 {today.DayNumber - item.DueOn!.Value.DayNumber} 天", "tag-bad")
        : item.Status switch
        {
            WorkStatus.NotStarted => ("○", "未开始", ""),
            WorkStatus.Running => ("◐", item.Percent > 0 ? $"进行中 {item.Percent}%" : "进行中", "tag-due"),
            WorkStatus.Rectified => ("◐", "待复查", "tag-due"),
            WorkStatus.Closed => ("✓", "已办结", "tag-good"),
            WorkStatus.Withdrawn => ("－", "已撤销", ""),
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.Status, "Not a status"),
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

    public static string Of(HoursSource source) => source switch
    {
        HoursSource.Own => "本系统记录",
        HoursSource.System => "志愿服务系统",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source"),
    };

    /// <summary>How hours of volunteers stand: 待确认, 公示中（至2026年11月22日）, 有效, 已撤回.</summary>
    public static string StateOf(HoursList list, DateOnly today) => list.StateOn(today) switch
    {
        HoursState.Waiting => "待确认",
        HoursState.Public => $"公示中（至{Of(list.PublicToOn!.Value)}）",
        HoursState.Valid => "有效",
        HoursState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(list), list.StateOn(today), "Not a state"),
    };

    public static string ClassOf(HoursState state) => state switch
    {
        HoursState.Waiting or HoursState.Public => "tag-due",
        HoursState.Valid => "tag-good",
        HoursState.Withdrawn => "",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state"),
    };

    /// <summary>How an account stands: 在用, 待修改口令, 已停用（2026年11月22日）.</summary>
    public static string StateOf(Account account) =>
        account.ClosedAt is { } at ? $"已停用（{Of(DateOnly.FromDateTime(OfficeCalendar.ToLocal(at)))}）" : account.MustChangePassword ? "待修改口令" : "在用";

    /// <summary>照片日期 2026年3月5日（按文件名）.</summary>
    public static string Of(PhotoDay photo) => $"照片日期 {Of(photo.Day)}（{Of(photo.Basis)}）";

    public static string Of(PhotoDayBasis basis) => basis switch
    {
        PhotoDayBasis.None => "无依据",
        PhotoDayBasis.Header => "按拍摄信息",
        PhotoDayBasis.Name => "按文件名",
        PhotoDayBasis.SavedName => "按文件名中的保存时间",
        PhotoDayBasis.Folder => "按文件夹名",
        PhotoDayBasis.FolderWithoutYear => "按文件夹名，年份为推定",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Not a basis"),
    };
    /// <summary>How a stand-in stands on a day.</summary>
    public static (string Sign, string Word, string Css) StateOf(StandIn standIn, DateOnly today) =>
        standIn.RevokedAt is not null ? ("－", "已撤销", "")
        : standIn.IsActive(today) ? ("✓", "代理中", "tag-good")
        : standIn.ToOn < today ? ("－", "已结束", "") : ("○", "未开始", "");

    /// <summary>1.5 MB.</summary>
    public static string Size(long bytes) => bytes < 1 << 20 ? $"{Math.Max(1, bytes >> 10)} KB" : $"{bytes / 1048576m:0.#} MB";
}
