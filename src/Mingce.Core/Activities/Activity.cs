using Mingce.Core.Data;
using Mingce.Core.Intake;
using Mingce.Rules;

namespace Mingce.Core.Activities;

public enum ActivityStatus
{
    /// <summary>草稿: proposed by the program, not yet confirmed by a person; counts nowhere.</summary>
    Draft,
    /// <summary>已登记.</summary>
    Entered,
    /// <summary>已替换: a corrected figure of the same text took its place, or it was split into dated records.</summary>
    Superseded,
    /// <summary>已删除: in the 回收站, from where a person may restore it; counts nowhere.</summary>
    Deleted,
}

/// <summary>任务来源.</summary>
public enum ActivitySource
{
    /// <summary>自主.</summary>
    Own,
    /// <summary>上级部署.</summary>
    Assigned,
    /// <summary>联办.</summary>
    Joint,
}

/// <summary>Marks of how a record came in.</summary>
public enum EntryMark
{
    /// <summary>Registered when it happened.</summary>
    None,
    /// <summary>历史导入: from a report of an earlier year.</summary>
    History,
    /// <summary>补录: a late entry of the running year, an inner mark.</summary>
    Late,
}

/// <summary>活动记录: what was done, registered once and used everywhere.</summary>
public sealed class Activity : AuditedEntity, IReadFromReport
{
    public const int LongestCampaign = 50;

    public required string Title { get; set; }
    public string Text { get; set; } = "";
    public ActivityStatus Status { get; set; } = ActivityStatus.Draft;
    public Actor Actor { get; set; }
    public ActivitySource Source { get; set; }

    /// <summary>专项工作 that it was part of, by name; empty where it was none.</summary>
    public string Campaign { get; set; } = "";

    public DateOnly FromOn { get; private set; }
    public DateOnly ToOn { get; private set; }
    public PeriodPrecision Precision { get; private set; }
    public string Place { get; set; } = "";

    public int? PlannedHeadcount { get; set; }

    /// <summary>实到人数, always typed by a person or read from the office's own report; never proposed.</summary>
    public int? ActualHeadcount { get; set; }

    /// <summary>How many activities this record stands for: 1, or the total of a 汇总 record (道德讲堂4次).</summary>
    public int Count { get; set; } = 1;
    public string CountUnit { get; set; } = "次";
    public Bound CountBound { get; set; }

    /// <summary>How often, as an amount: 4次.</summary>
    public Quantity Occasions => new(Count, CountUnit, CountBound);

    /// <summary>汇总: a total without dates. Lacks evidence by nature and may be split into dated records.</summary>
    public bool IsSummary { get; set; }

    public EntryMark Mark { get; set; }
    public required DateTime EnteredAt { get; init; }

    /// <summary>The account that registered it; null for what was read from a report or a ledger.</summary>
    public Guid? EnteredById { get; init; }

    public Guid? IntakeId { get; init; }
    public string Fingerprint { get; init; } = "";

    public Guid? ResemblesId { get; set; }

    /// <summary>The 汇总 record that this one was split off.</summary>
    public Guid? PartOfId { get; init; }

    public List<ActivityKind> Kinds { get; init; } = [];
    public List<ActivityHost> Hosts { get; init; } = [];
    public List<ActivityQuantity> Quantities { get; init; } = [];
    public List<ActivityDetail> Details { get; init; } = [];
    public List<Evidence> Evidence { get; init; } = [];

    /// <summary>Ids of its kinds, the main one first.</summary>
    public IEnumerable<string> KindIds => Kinds.OrderBy(k => k.Ordinal).Select(k => k.KindId);

    public Period Period => new(FromOn, ToOn, Precision);

    public Activity During(Period period)
    {
        (FromOn, ToOn, Precision) = (period.From, period.To, period.Precision);
        return this;
    }

    public Activity OfKinds(params IEnumerable<string> kindIds)
    {
        Kinds.Clear();
        Kinds.AddRange(kindIds.Select((id, i) => new ActivityKind { UnitId = UnitId, ActivityId = Id, Ordinal = i, KindId = id }));
        return this;
    }

    public Activity With(params IEnumerable<Quantity> quantities)
    {
        Quantities.Clear();
        Quantities.AddRange(quantities.Select((q, i) => ActivityQuantity.Of(this, i, q)));
        return this;
    }

    /// <summary>Values of the fields of its kinds, as they are kept; empty ones are left out.</summary>
    public Activity Detailed(params IEnumerable<(string FieldId, string Value)> values)
    {
        Details.Clear();
        Details.AddRange(values.Where(v => v.Value.Length > 0)
            .Select(v => new ActivityDetail { UnitId = UnitId, ActivityId = Id, FieldId = v.FieldId, Value = v.Value }));
        return this;
    }

    /// <summary>Hosts by name only.</summary>
    public Activity HostedBy(params IEnumerable<string> names) => HostedBy(names.Select(name => (name, (Guid?)null, (Guid?)null)));

    /// <summary>Hosts with the department or group that each is registered as.</summary>
    public Activity HostedBy(IEnumerable<(string Name, Guid? DepartmentId, Guid? GroupId)> hosts)
    {
        Hosts.Clear();
        Hosts.AddRange(hosts.Select((h, i) => new ActivityHost { UnitId = UnitId, ActivityId = Id, Ordinal = i, Name = h.Name, DepartmentId = h.DepartmentId, GroupId = h.GroupId }));
        return this;
    }
}

/// <summary>One of an activity's kinds; the first is the main one.</summary>
public sealed class ActivityKind : UnitRow, IAudited
{
    public required Guid ActivityId { get; init; }
    public required int Ordinal { get; init; }
    public required string KindId { get; init; }
    public Guid AuditSubjectId => ActivityId;
}

/// <summary>主办: a department or group, by link where it is registered, else by name only.</summary>
public sealed class ActivityHost : UnitRow, IAudited
{
    public required Guid ActivityId { get; init; }
    public required int Ordinal { get; init; }
    public required string Name { get; init; }
    public Guid? DepartmentId { get; init; }
    public Guid? GroupId { get; init; }
    public Guid AuditSubjectId => ActivityId;
}

/// <summary>What a record keeps in a field of one of its kinds.</summary>
public sealed class ActivityDetail : UnitRow, IAudited
{
    public required Guid ActivityId { get; init; }

    /// <summary>Kind and field: talk.form.</summary>
    public required string FieldId { get; init; }

    /// <summary>As <see cref="KindField.Read"/> gives it.</summary>
    public required string Value { get; init; }
    public Guid AuditSubjectId => ActivityId;
}

/// <summary>An amount of an activity (4200 元, 20余人), stored in hundredths of its base unit.</summary>
public sealed class ActivityQuantity : UnitRow, IAudited
{
    public required Guid ActivityId { get; init; }
    public required int Ordinal { get; init; }
    public required long Hundredths { get; init; }
    public required string Unit { get; init; }
    public Bound Bound { get; init; }
    public string Item { get; init; } = "";
    public Guid AuditSubjectId => ActivityId;

    public Quantity Value => new(Hundredths / 100m, Unit, Bound, Item);

    public static ActivityQuantity Of(Activity activity, int ordinal, Quantity quantity) => new()
    {
        UnitId = activity.UnitId,
        ActivityId = activity.Id,
        Ordinal = ordinal,
        Hundredths = (long)decimal.Round(quantity.Value * 100m, MidpointRounding.AwayFromZero),
        Unit = quantity.Unit,
        Bound = quantity.Bound,
        Item = quantity.Item,
    };
}
