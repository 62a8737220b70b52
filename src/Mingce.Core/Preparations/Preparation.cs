using Mingce.Core.Data;

namespace Mingce.Core.Preparations;

/// <summary>Whose names the 签到表 lists.</summary>
public enum SignInList
{
    /// <summary>Those of the responsible departments.</summary>
    Responsible,
    /// <summary>Everybody in service but the retired.</summary>
    Everybody,
    /// <summary>Nobody: blank lines.</summary>
    Blank,
}

/// <summary>活动准备: what is planned, from which 通知, 方案, 签到表, 主持词 and 议程 are made. It counts nowhere: only the activity registered afterwards does.</summary>
public sealed class Preparation : AuditedEntity
{
    public required string Title { get; set; }
    public required string KindId { get; set; }
    public required DateOnly HeldOn { get; set; }

    /// <summary>As it stands in the papers: 下午3:00.</summary>
    public string Time { get; set; } = "";
    public string Place { get; set; } = "";
    public string Participants { get; set; } = "";

    /// <summary>主持人.</summary>
    public string Host { get; set; } = "";

    /// <summary>联系人 with the telephone of the office.</summary>
    public string Contact { get; set; } = "";

    /// <summary>责任科室: departments and groups by name, parted by 、.</summary>
    public string Responsible { get; set; } = "";

    /// <summary>流程: one step to a line.</summary>
    public string Steps { get; set; } = "";
    public SignInList SignIn { get; set; }

    /// <summary>The occurrence it prepares; null for an activity of its own.</summary>
    public Guid? RoutineId { get; init; }
    public DateOnly? OccurrenceOn { get; init; }
    public required DateTime EnteredAt { get; init; }

    public IReadOnlyList<string> StepLines => Steps.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A paper of a preparation whose text a person changed; untouched ones are made from the template whenever they are asked for.</summary>
public sealed class Paper : AuditedEntity, IAudited
{
    public required Guid PreparationId { get; init; }

    /// <summary>The id of its <see cref="PaperForm"/>.</summary>
    public required string Form { get; init; }
    public required string Text { get; set; }

    /// <summary>The version of the preparation that the text was written for: a later one may differ.</summary>
    public required int PreparationVersion { get; set; }

    // A change of a paper is a change of the preparation.
    Guid IAudited.AuditSubjectId => PreparationId;
}

/// <summary>模板: the office's own wording of a paper in place of the delivered one.</summary>
public sealed class PaperTemplate : AuditedEntity
{
    /// <summary>The id of its <see cref="PaperForm"/>.</summary>
    public required string Form { get; init; }
    public required string Text { get; set; }
}
