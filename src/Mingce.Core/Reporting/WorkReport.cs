using Mingce.Gongwen;

namespace Mingce.Core.Reporting;

/// <summary>年度工作总结（报告） of a unit, with the records behind each of its figures.</summary>
/// <param name="Figures">In the order of the text.</param>
/// <param name="DraftsWaiting">Drafts of the year that nobody confirmed; they are not in the report.</param>
public sealed record WorkReport(GongwenDocument Document, string Text, IReadOnlyList<ReportFigure> Figures, int DraftsWaiting);

/// <summary>A figure of a report's text.</summary>
/// <param name="Text">As written, 20余名干部职工.</param>
/// <param name="Start">First code point in the report's text.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Records">The activities or routines it comes from.</param>
public sealed record ReportFigure(string Text, Rules.Quantity Quantity, int Start, int End, IReadOnlyList<Guid> Records);
