using Mingce.Core.Activities;
using Mingce.Core.Reporting;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Rules;

namespace Mingce.Core.Preparations;

/// <summary>What a template is filled in with. A text that is not known is left out of <see cref="Values"/>.</summary>
public sealed class PaperFacts
{
    /// <summary>So many lines are left to sign for others.</summary>
    private const int SpareRows = 5;

    /// <summary>So many where nobody is listed: a page.</summary>
    private const int BlankRows = 18;

    private readonly IReadOnlyList<Phrase> phrases;
    private readonly DateOnly today;

    private PaperFacts(Dictionary<string, object> values, IReadOnlyList<Phrase> phrases, DateOnly today) => (Values, this.phrases, this.today) = (values, phrases, today);

    internal Dictionary<string, object> Values { get; }

    /// <param name="people">Who stands on the 签到表, in order, with department and post.</param>
    /// <param name="phrases">The library of the unit.</param>
    /// <param name="today">成文日期.</param>
    public static PaperFacts Of(Preparation preparation, Unit unit, KindCatalogue kinds, IReadOnlyList<(string Name, string Post)> people, IReadOnlyList<Phrase> phrases, DateOnly today)
    {
        var steps = preparation.StepLines;
        var values = new Dictionary<string, object>
        {
            ["单位"] = unit.FullName,
            ["标题"] = preparation.Title,
            ["开展"] = VerbOf(kinds.LineOf(preparation.KindId)),
            ["活动类型"] = kinds.Find(preparation.KindId)?.Name ?? "",
            ["日期"] = PeriodText.Write(preparation.HeldOn),
            ["星期"] = "星期" + Weekdays.ToChinese(preparation.HeldOn.DayOfWeek),
            ["时间"] = preparation.Time,
            ["地点"] = preparation.Place,
            ["参加人员"] = preparation.Participants,
            ["主持人"] = preparation.Host,
            ["责任科室"] = preparation.Responsible,
            ["联系人"] = preparation.Contact,
            ["主送"] = "各" + unit.DepartmentWord,
            ["成文日期"] = PeriodText.Write(today),
            ["流程项数"] = steps.Count == 0 ? "" : $"{steps.Count}",
            ["流程"] = Items(steps.Select((step, i) => new Dictionary<string, object> { ["序号"] = $"{i + 1}", ["汉字序号"] = HeadingNumbers.Chinese(i + 1), ["内容"] = step.TrimEnd('。', '；', ';', '，') })),
            ["人员"] = Items(people.Select((person, i) => new Dictionary<string, object> { ["序号"] = $"{i + 1}", ["姓名"] = person.Name, ["部门及职务"] = person.Post })),
            ["空白行"] = Items(Enumerable.Range(people.Count + 1, people.Count == 0 ? BlankRows : SpareRows).Select(i => new Dictionary<string, object> { ["序号"] = $"{i}" })),
        };
        foreach (var (name, _) in values.Where(value => value.Value is "").ToList())
            values.Remove(name);
        return new PaperFacts(values, phrases, today);
    }

    /// <summary>The phrase in force for a slot; null where the library has none.</summary>
    public string? Phrase(string slot) => Reporting.Phrase.InForce(phrases, slot, today)?.Text;

    private static List<Dictionary<string, object>> Items(IEnumerable<Dictionary<string, object>> items) => [.. items];

    // 讲党课 and 参加献血 name what is done, not how a paper calls it.
    private static string VerbOf(IEnumerable<string> kindLine)
    {
        var plan = ReportTemplates.Default.Plan;
        var verb = plan.Wording(plan.ToldAs(kindLine)).Verb;
        return verb is "召开" or "举办" or "组织" ? verb : "开展";
    }
}
