using Mingce.Core.Data;

namespace Mingce.Core.Papers;

/// <summary>来文: a paper that came in by post, chat or hand, with what it asks for and by when.</summary>
public sealed class IncomingPaper : FiledEntity
{
    /// <summary>文号, such as ×文明办〔2026〕3号.</summary>
    public string Number { get; set; } = "";

    /// <summary>来文单位.</summary>
    public string Issuer { get; set; } = "";
    public required DateOnly ReceivedOn { get; set; }
    public string Remark { get; set; } = "";

    /// <summary>Whether a person has checked what the program read off the file.</summary>
    public bool IsChecked { get; set; }

    /// <summary>原件备查: of a paper that must not be uploaded, or is only on paper.</summary>
    public string OriginalPlace { get; set; } = "";
    public string OriginalKeeper { get; set; } = "";

    /// <summary>Deadlines as the text states them; each may become a work item.</summary>
    public List<PaperDeadline> Deadlines { get; init; } = [];
}

/// <summary>A deadline that a paper states, read by the program: a proposal until a work item is made of it.</summary>
public sealed class PaperDeadline : UnitRow, IAudited
{
    public required Guid PaperId { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>The sentence that states it.</summary>
    public required string Quote { get; init; }
    public required DateOnly DueOn { get; init; }
    public Guid AuditSubjectId => PaperId;
}
