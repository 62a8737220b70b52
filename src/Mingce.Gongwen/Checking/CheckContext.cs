using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Checking;

/// <summary>What every rule looks at and where it reports.</summary>
internal sealed record CheckContext(WordDocument Document, Profile Profile, LineMetrics Metrics, IReadOnlyList<Element> Elements, FindingList Findings)
{
    public WordSection SectionOf(WordItem item) => Document.Sections[Math.Min(item.Section, Document.Sections.Count - 1)];

    /// <summary>第2节 where there is more than one.</summary>
    public string Page(int section) => Document.Sections.Count == 1 ? "页面设置" : $"页面设置（第{section + 1}节）";
}
