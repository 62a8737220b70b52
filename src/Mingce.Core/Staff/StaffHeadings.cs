using Mingce.Core.Spreadsheets;

namespace Mingce.Core.Staff;

/// <summary>What a column of a staff list is about.</summary>
public enum StaffField
{
    Name,
    Department,
    Position,
    PoliticalStatus,
    Phone,
    Staffing,
    JoinedOn,
    LeftOn,
    VolunteerNumber,
    /// <summary>Identity and account numbers, birth, home: never taken.</summary>
    Private,
    /// <summary>Of no use here.</summary>
    Other,
}

/// <summary>The names that offices give to the columns of their staff lists.</summary>
public static class StaffHeadings
{
    /// <summary>志愿者编号, in a staff list and in the export of a volunteer system.</summary>
    internal const string VolunteerNumbers = "志愿者编号 志愿者号 志愿者号码 志愿者证号 注册编号 志愿者注册号 志愿者注册编号 志愿服务证号 注册志愿者编号";

    private static readonly Dictionary<string, StaffField> Known = Headings.Index(
        (StaffField.Name, "姓名 名字 名称 人员姓名 职工姓名 员工姓名 干部姓名 本人姓名 教职工姓名"),
        (StaffField.Department, "部门 科室 股室 处室 所室 所在科室 所在部门 所在股室 所在处室 所属科室 所属部门 所属股室 所属处室 工作部门 工作科室 科室名称 部门名称 股室名称 处室名称 内设机构 所在内设机构 单位部门 现科室 现部门 科股室 机构"),
        (StaffField.Position, "职务 岗位 职位 职务职级 职务岗位 岗位职务 现任职务 现职务 工作岗位 岗位名称 职务名称 所任职务 担任职务 行政职务 党政职务 职务职称 单位及职务 部门及职务 工作单位及职务 职级 职称"),
        (StaffField.PoliticalStatus, "政治面貌 政治面目 政治身份 面貌 党派"),
        (StaffField.Phone, "联系电话 手机 电话 手机号 手机号码 电话号码 联系方式 移动电话 联系手机 本人电话 个人电话 手机电话 联系号码 办公电话 办公室电话 固定电话 座机"),
        (StaffField.Staffing, "人员性质 身份 编制情况 编制 编制性质 编制类型 编制类别 用工性质 用工形式 用工类型 用工方式 人员类别 人员类型 人员身份 人员编制 在编情况 岗位性质 聘用形式 是否在编 在编"),
        (StaffField.JoinedOn, "入职时间 入职日期 入职年月 到岗时间 到岗日期 进单位时间 到单位时间 来单位时间 调入时间 调入日期 进本单位时间 到本单位时间 来本单位时间 到本单位工作时间 进入本单位时间 本单位入职时间 入编时间"),
        (StaffField.LeftOn, "离岗时间 离岗日期 离职时间 离职日期 调离时间 调出时间 调离日期"),
        (StaffField.VolunteerNumber, VolunteerNumbers),
        (StaffField.Other, "序号 编号 号 备注 性别 问题"));

    internal static readonly HeadingWords<StaffField> Words = new(Recognise, StaffField.Other, [StaffField.Name], Least: 1);

    // 身份证号 begins like 身份, so what must not be taken is looked for first.
    /// <summary>What the heading says; null for words that are no known heading.</summary>
    public static StaffField? Recognise(string heading) =>
        Headings.Of(heading) is not { } plain ? null : CellChecks.IsPrivate(plain) ? StaffField.Private : Known.Find(plain);
}
