namespace Mingce.Rules;

/// <summary>The form of a piece of evidence.</summary>
public enum EvidenceForm
{
    /// <summary>照片.</summary>
    Photo,
    /// <summary>文件.</summary>
    Document,
    /// <summary>链接.</summary>
    Link,
    /// <summary>截图.</summary>
    Screenshot,
    /// <summary>原件备查: a paper that must not be uploaded; its number, place and keeper are listed.</summary>
    Original,
}
