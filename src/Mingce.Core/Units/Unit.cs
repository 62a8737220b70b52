using Mingce.Core.Data;

namespace Mingce.Core.Units;

/// <summary>单位: the office, and the tenant: its rows are seen by its own accounts only.</summary>
public sealed class Unit : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public int Version { get; internal set; } = 1;

    /// <summary>全称, 简称 and 自称 (我中心, 我局), as the unit types them.</summary>
    public required string FullName { get; set; }
    public string ShortName { get; set; } = "";
    public string SelfName { get; set; } = "";

    /// <summary>单位类型: 机关, 事业单位 …, as the unit types it.</summary>
    public string Type { get; set; } = "";

    /// <summary>The unit's word for its departments: 科室, 股室, 处室, 部门.</summary>
    public string DepartmentWord { get; set; } = "科室";

    // Obligations apply only where the body exists.
    public bool HasPartyGroup { get; set; }
    public bool HasBranchCommittee { get; set; }
    public bool HasPartySubgroups { get; set; }

    /// <summary>编制数; null where unknown.</summary>
    public int? EstablishedPosts { get; set; }

    /// <summary>How often anything of the unit was changed: raised in the transaction of every change, so that what was reckoned before is known to be old.</summary>
    public long Changes { get; private set; }

    /// <summary>The same for what <see cref="Data.LedgerDb.CachedSetup"/> may be made of.</summary>
    public long SetupChanges { get; private set; }

    /// <summary>Working days for which hours of volunteers are made public before they count.</summary>
    public int PublicityDays { get; set; } = Volunteering.HoursList.DefaultPublicityDays;

    /// <summary>在用测评体系: ids parted by blanks, the main one first; empty leaves it to the program.</summary>
    public string SchemeIds { get; set; } = "";

    /// <summary>工作年度: the year that the pages about a year's work show unless asked for another; null follows the calendar.</summary>
    public int? WorkYear { get; set; }

    public Guid AuditSubjectId => Id;

    /// <summary>How the unit is called where space is short.</summary>
    public string DisplayName => ShortName.Length > 0 ? ShortName : FullName;
}

/// <summary>上级条线: one of the bodies a unit reports to (文明办, 机关工委, 主管部门); it sees only what the unit submitted.</summary>
public sealed class Superior : AuditedEntity
{
    public required string Line { get; set; }
    public required string Name { get; set; }

    /// <summary>The superior's own unit where it works in the same installation.</summary>
    public Guid? SuperiorUnitId { get; set; }
}

/// <summary>科室/股室/处室/部门.</summary>
public sealed class Department : AuditedEntity
{
    public required string Name { get; set; }
    public int SortOrder { get; set; }
}

/// <summary>组织: 班子/党组, 党支部, 党小组, 工会, 团支部, 妇委会, 志愿服务队, 专班, 领导小组, 先锋队.</summary>
public sealed class Group : AuditedEntity
{
    public required string Form { get; set; }
    public required string Name { get; set; }
    public int SortOrder { get; set; }
}

/// <summary>用工性质: every ratio names which of these it counts.</summary>
public enum StaffingKind
{
    /// <summary>在编在岗.</summary>
    Established,
    /// <summary>工勤.</summary>
    Support,
    /// <summary>编外聘用.</summary>
    Contract,
    /// <summary>劳务派遣.</summary>
    Dispatched,
    /// <summary>借调.</summary>
    Seconded,
    /// <summary>挂职.</summary>
    Attached,
    /// <summary>驻村.</summary>
    Village,
    /// <summary>离退休.</summary>
    Retired,
}

/// <summary>人员.</summary>
public sealed class Person : AuditedEntity
{
    public required string Name { get; set; }
    public Guid? DepartmentId { get; set; }

    /// <summary>The place within the department: leaders stand first where the office's own list has them first.</summary>
    public int SortOrder { get; set; }
    public StaffingKind Staffing { get; set; }
    public string Position { get; set; } = "";
    public string PoliticalStatus { get; set; } = "";

    /// <summary>联系电话, shown in full only to those who keep the list.</summary>
    public string Phone { get; set; } = "";
    public DateOnly? JoinedOn { get; set; }

    /// <summary>志愿者编号 in the national or local system; whoever has one is a registered volunteer. Never an identity number.</summary>
    public string VolunteerNumber { get; set; } = "";

    /// <summary>离岗: the first day on which the person is no longer of the unit.</summary>
    public DateOnly? LeftOn { get; set; }

    public bool IsInService(DateOnly day) => !(JoinedOn > day) && !(LeftOn <= day);
}
