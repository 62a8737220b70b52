using Mingce.Core.Data;

namespace Mingce.Core.Intake;

/// <summary>提取底稿: the masked text of a report while a person works through what was read from it. Its id is the report's; it goes when the work is done.</summary>
public sealed class ReportWork : Entity
{
    /// <summary>A work that nobody touches goes after this many days.</summary>
    public const int DaysKept = 60;

    /// <summary>The longest text that is shown beside its drafts; a yearly report has some ten thousand characters.</summary>
    public const int LongestText = 300_000;

    /// <summary>The report with names in need, phone and identity numbers masked: nothing else of it is ever stored.</summary>
    public required string Text { get; init; }

    /// <summary>Totals that the parts do not bear out, one on a line.</summary>
    public required string Findings { get; init; }

    public required DateOnly KeptUntil { get; set; }
}

/// <summary>What became of a draft.</summary>
public enum DraftState
{
    /// <summary>待确认.</summary>
    Waiting,
    /// <summary>已确认.</summary>
    Accepted,
    /// <summary>已跳过: not to be registered.</summary>
    Skipped,
    /// <summary>已合并 into another draft.</summary>
    Merged,
    /// <summary>已拆分 into dated records.</summary>
    Split,
    /// <summary>The ledger held it before, or it was skipped in an earlier work.</summary>
    Known,
}

/// <summary>Why a person has to look at a draft before the others.</summary>
[Flags]
public enum Doubts
{
    None = 0,
    /// <summary>概数.</summary>
    Vague = 1,
    /// <summary>个人信息: something was masked around it.</summary>
    Personal = 2,
    /// <summary>谁做的不明.</summary>
    Doer = 4,
    /// <summary>类型不明.</summary>
    Kind = 8,
    /// <summary>It seems to correct an earlier record.</summary>
    Resembles = 16,
}

/// <summary>A place in the text of a <see cref="ReportWork"/> and the draft that was read there.</summary>
public sealed class ReportDraft : Entity
{
    public required Guid ReportId { get; init; }

    /// <summary>The activity or routine; null where the fact was skipped in an earlier work.</summary>
    public required Guid? DraftId { get; init; }
    public required bool IsRoutine { get; init; }

    /// <summary>Where the quote stands in the text, in UTF-16 units.</summary>
    public required int Start { get; init; }
    public required int End { get; init; }
    public required Doubts Doubts { get; init; }
    public DraftState State { get; set; }

    /// <summary>When it was on somebody's screen; null while nobody has seen it.</summary>
    public DateTime? SeenAt { get; set; }
}
