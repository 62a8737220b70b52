using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Checking;

/// <summary>
/// Reads a .docx of any program and names what deviates from a profile. It computes from the settings in the file, not from a printed
/// page: what only a layout shows (whether the 版记 ends the last page) it does not say.
/// </summary>
public static class GongwenCheck
{
    /// <summary>Checks a document.</summary>
    /// <param name="docx">The file, read from its present position; it stays open.</param>
    /// <param name="profile">What is asked for; null: GB/T 9704-2012.</param>
    /// <exception cref="UnreadableDocumentException">The file is no .docx, encrypted, damaged, or beyond a limit.</exception>
    public static CheckResult Check(Stream docx, Profile? profile = null)
    {
        var document = WordDocument.Read(docx);
        var metrics = new LineMetrics(document);
        var context = new CheckContext(document, profile ?? Profile.Standard, metrics, Recognition.Of(document, metrics), new FindingList());
        var (texts, writing) = (new TextChecks(context.Profile, context.Findings), new WritingChecks(context.Profile, context.Findings));
        foreach (var element in context.Elements)
        {
            texts.Check(element);
            writing.Check(element);
        }
        new PageChecks(context).Check();
        new HeadChecks(context).Check();
        new SpacingChecks(context).Check();
        new ObjectChecks(context, texts, writing).Check();
        new PageNumberChecks(context).Check();
        return new CheckResult(context.Profile, context.Findings.ToList());
    }
}
