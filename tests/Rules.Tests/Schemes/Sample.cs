using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Rules.Tests.Schemes;

/// <summary>Short ways to say what a unit did in 2026, scored on 22 November unless told otherwise.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static ScoringEvidence Photo(string title = "") => new(EvidenceForm.Photo, title);

    public static ScoringEvidence Document(string text) => new(EvidenceForm.Document, "", text);

    public static ScoringRecord On(int month, int day, string id, string kind, string title, params ScoringEvidence[] evidence) =>
        new(id, [kind], title, "", Period.Of(Day(month, day)), Evidence: evidence);

    public static ScoringRecord Lecture(int month, int day, string id, params ScoringEvidence[] evidence) =>
        On(month, day, id, "moral-lecture", "道德讲堂", evidence);

    public static ScoringRecord LectureSummary(int count, params ScoringEvidence[] evidence) =>
        new("summary", ["moral-lecture"], "道德讲堂", "", Period.OfYear(2026), Count: count, IsSummary: true, Evidence: evidence);

    public static ScoringInput Input(params ScoringRecord[] records) =>
        new(new(2026, 1, 1), new(2026, 12, 31), Today, records);

    public static Scheme SchemeOf(int? points, params Check[] checks) =>
        new("s", "测试体系", "", "", [new Section("一", points, [new Indicator("一", points, [new Standard("1.1", "标准", points, [], checks)])])]);

    /// <summary>Scores one standard that has the one check.</summary>
    public static StandardResult Score(Check check, ScoringInput input) =>
        Scorer.Score(SchemeOf(check.Points, check), input).Standards[0];
}
