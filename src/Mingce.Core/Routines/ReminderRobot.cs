using Mingce.Core.Data;

namespace Mingce.Core.Routines;

/// <summary>The form in which a group chat's robot takes a text.</summary>
public enum RobotForm
{
    /// <summary>企业微信, 钉钉: {"msgtype":"text","text":{"content":…}}.</summary>
    MsgType,
    /// <summary>飞书: {"msg_type":"text","content":{"text":…}}.</summary>
    Feishu,
}

/// <summary>群机器人提醒 of a unit: off until an administrator switches it on.</summary>
public sealed class ReminderRobot : AuditedEntity
{
    public RobotForm Form { get; set; }

    /// <summary>The robot's address, http or https. Whoever knows it can write into the group.</summary>
    public required string Address { get; set; }
    public bool IsOn { get; set; }

    /// <summary>Minutes after midnight by the office's clock.</summary>
    public int SendAt { get; set; }
}

/// <summary>A day's reminder of a unit. The row comes before the call, so that no day's reminder goes out twice.</summary>
public sealed class ReminderSend : UnitRow
{
    public required DateOnly On { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What came of it, in Chinese; empty while the call is under way, or where the program ended during it.</summary>
    public string Outcome { get; set; } = "";
}
