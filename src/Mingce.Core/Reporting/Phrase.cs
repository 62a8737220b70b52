using Mingce.Core.Data;

namespace Mingce.Core.Reporting;

/// <summary>规范表述: wording of the office's own, with its source and the days it is in force. The program writes none.</summary>
public sealed class Phrase : AuditedEntity
{
    /// <summary>用途: where it belongs. 帽段 is the frame that opens a work report; templates name others.</summary>
    public required string Slot { get; set; }
    public required string Text { get; set; }
    public required string Source { get; set; }
    public required DateOnly ValidFrom { get; set; }

    /// <summary>The last day on which it is in force; null while it goes on.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>替代表述: the phrase that took its place.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>不完整写法 that the office wants to be told of, one to a line.</summary>
    public string Incomplete { get; set; } = "";

    public IReadOnlyList<string> IncompleteForms => Incomplete.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool IsOver(DateOnly day) => ValidTo < day;

    public bool IsInForce(DateOnly day) => ValidFrom <= day && !IsOver(day);

    /// <summary>The latest of those in force for a slot that name their source; null where there is none.</summary>
    public static Phrase? InForce(IEnumerable<Phrase> phrases, string slot, DateOnly day) =>
        phrases.Where(p => p.Slot == slot && p.Source.Length > 0 && p.IsInForce(day)).OrderByDescending(p => p.ValidFrom).ThenByDescending(p => p.Id).FirstOrDefault();
}
