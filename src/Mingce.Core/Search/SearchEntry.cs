using Mingce.Core.Data;

namespace Mingce.Core.Search;

/// <summary>What can be found. A new noun adds itself here and says its text in <see cref="SearchedText"/>.</summary>
public enum Noun
{
    /// <summary>活动记录: title, place, campaign, hosts, text and the fields of its kinds.</summary>
    Activity,
    /// <summary>佐证材料: title, caption, name of the file, and where an original lies.</summary>
    Evidence,
    /// <summary>文件内容: the text of a file.</summary>
    Document,
    /// <summary>任务: title, description, measure, bodies and steps.</summary>
    WorkItem,
    /// <summary>来文: title, 文号, sender, remark, name of the file, and where an original lies.</summary>
    IncomingPaper,
    /// <summary>来文文件: the text of its file.</summary>
    IncomingDocument,
    /// <summary>报送记录: title, recipient, version, receipt, sender and name of the file.</summary>
    Return,
    /// <summary>报送文件: the text of its file.</summary>
    ReturnDocument,
}

/// <summary>The searched text of one row, derived from it and built anew at any time. Only what may be shown has one: no drafts.</summary>
public sealed class SearchEntry : UnitRow
{
    /// <summary>Texts of files, which are kept as they came and read in the background.</summary>
    public static IReadOnlyList<Noun> Files { get; } = [Noun.Document, Noun.IncomingDocument, Noun.ReturnDocument];

    /// <summary>The row of the full-text index.</summary>
    public long Number { get; init; }
    public required Noun Noun { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>The record whose page shows it.</summary>
    public required Guid OwnerId { get; init; }
    public required DateOnly On { get; set; }

    /// <summary>Folded, its fields separated by <see cref="Folding.FieldEnd"/>.</summary>
    public required string Text { get; set; }
}

/// <summary>Something that waits to be indexed in the background: a file to be read, or a record from before there was an index.</summary>
public sealed class SearchPending : Entity
{
    public required Noun Noun { get; init; }
    public required Guid SubjectId { get; init; }
}

/// <summary>The text of a kept file, read once for each unit that holds it.</summary>
public sealed class FileText : UnitRow
{
    public required string Sha256 { get; init; }

    /// <summary>As it was read; empty where the file holds no text.</summary>
    public required string Text { get; init; }
}
