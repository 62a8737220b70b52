using System.Text;
using Mingce.Core.Activities;
using Mingce.Core.Routines;
using Mingce.Rules;

namespace Mingce.Core.Reporting;

/// <summary>Prepares the records of one kind for the templates: what is told by itself, what as a total, and in which words.</summary>
internal sealed class DeedTelling(ReportPlan plan, KindWording wording, KindCatalogue kinds, int year, FigureMarks marks)
{
    // From this many dated records on, a kind is told as a total.
    private const int Many = 4;
    private const int MostNotable = 3;

    // Amounts that mean nothing when added.
    private static readonly string[] NotAdded = ["%", "百分点", "分", "年", "年时间", "个月", "周", "天", "届"];

    private static readonly string[] Money = ["元", "美元", "港元", "欧元"];
    private static readonly string[] Measures = [.. Money, "小时", "学时", "课时", "分钟", "ml"];

    public OwnDeeds Own(string period, IReadOnlyList<Activity> activities, IReadOnlyList<Routine> routines)
    {
        List<Activity> dated = [.. activities.Where(a => !a.IsSummary && IsDated(a) && IsAddable(a))];
        var total = dated.Count >= Many ? Total(dated) : null;
        List<Activity> singles = [.. activities.Except(total is null ? [] : dated)];
        List<Activity> counts = [.. singles.Where(IsCountOnly)];
        List<Activity> amounts = [.. singles.Where(IsAmountOnly)];
        return new OwnDeeds(
            period,
            wording.Name,
            wording.Noun,
            [.. routines.Select(Arrangement)],
            total,
            string.Join('、', counts.Select(Times)),
            counts.Count > 1,
            Deeds([.. singles.Except(counts).Except(amounts)]),
            AmountText([.. amounts.SelectMany(Sourced)]),
            !wording.IsBare);
    }

    /// <summary>A record of somebody else, told as theirs.</summary>
    public Deed Others(Activity activity)
    {
        var deed = Single(activity);
        // 结对对象捐赠10万斤大葱 says what was done; 涉及30户 does not.
        var isAct = Amounts(activity) is [var first, ..] && plan.WordsFor(wording, first.Unit).IsOwn;
        return deed with { Who = Who(activity), IsNamed = deed.IsNamed || !isAct };
    }

    private static string Who(Activity activity) => activity.Actor switch
    {
        Actor.Partner when activity.Hosts.Count > 0 => string.Join('、', activity.Hosts.OrderBy(h => h.Ordinal).Select(h => FigureMarks.Clean(h.Name))),
        Actor.Partner => "结对对象",
        Actor.Superior => "上级单位",
        Actor.Person => "有关同志以个人名义",
        Actor.Other => "其他有关方面",
        Actor.Own => "",
        _ => throw new ArgumentOutOfRangeException(nameof(activity), activity.Actor, "Not an actor"),
    };

    private Arrangement Arrangement(Routine routine)
    {
        var recurrence = routine.Recurrence;
        return new Arrangement(
            // The office's own report told that it was kept up; a routine set up here is a plan, and the records beside it show what came of it.
            routine.IntakeId is not null && routine.Year == year,
            // 24小时值班执勤 says 每天 by itself.
            recurrence is { Hours: not null, Frequency: Frequency.Daily, Interval: 1 } ? "" : RecurrenceText.Write(recurrence),
            recurrence.Hours is { } hours ? marks.Write(new Quantity(hours, "小时"), routine.Id) : "",
            Discretion.Allow(routine.Place),
            recurrence.Hours is null ? wording.Name : wording.Noun,
            recurrence.Times > 1 ? marks.Write(new Quantity(recurrence.Times, "次"), routine.Id) : "");
    }

    private List<Deed> Deeds(List<Activity> activities)
    {
        var deeds = activities.Select(Single).ToList();
        for (var i = 1; i < deeds.Count; i++)
        {
            deeds[i] = deeds[i] with { IsSame = deeds[i - 1] is { IsNamed: false, People.Length: > 0, Date: "" } && deeds[i].Date.Length == 0 };
        }
        return deeds;
    }

    private Deed Single(Activity activity)
    {
        var title = Title(activity);
        var times = IsTimesTold(activity) ? Times(activity) : "";
        var amounts = AmountText(Sourced(activity));
        var name = title.Length > 0 ? $"{wording.Name}（{title}）" : wording is { IsBare: true } && amounts.Length > 0 && times.Length == 0 ? "" : wording.Name;
        return new Deed(
            "",
            PeriodText.Write(activity.Period, year),
            Place(activity),
            name,
            wording.Noun,
            times,
            PeopleText(activity),
            amounts,
            title.Length > 0 || times.Length > 0,
            IsSame: false);
    }

    private DatedTotal Total(List<Activity> activities)
    {
        var times = activities.GroupBy(a => a.CountUnit)
            .Select(unit => marks.Write(QuantitySum.Of([.. unit.Select(a => a.Occasions)]), [.. unit.Select(a => a.Id)]));
        List<Activity> known = [.. activities.Where(a => Attendance(a) is not null)];
        var amounts = activities.SelectMany(a => Amounts(a).Select(q => (Amount: q, a.Id)))
            .GroupBy(x => (x.Amount.Unit, x.Amount.Item, Single: NotAdded.Contains(x.Amount.Unit) ? x.Id : Guid.Empty))
            .Select(g => new SourcedAmount(OfSeveral(QuantitySum.Of([.. g.Select(x => x.Amount)]), g.Count()), [.. g.Select(x => x.Id)]));
        List<Activity> titled = [.. activities.Where(a => Title(a).Length > 0).DistinctBy(Title)];
        var notable = titled.OrderByDescending(a => Attendance(a)?.Value ?? 0).ThenBy(a => a.FromOn).Take(MostNotable).OrderBy(a => a.FromOn)
            .Select(a => $"{PeriodText.Write(a.Period, year)}“{Title(a)}”");
        return new DatedTotal(
            string.Join('、', times),
            known.Count > 0 && known.Count < activities.Count ? marks.Write(QuantitySum.Of([.. known.Select(a => a.Occasions with { Unit = "次" })]), [.. known.Select(a => a.Id)]) : "",
            known.Count == 0 ? "" : marks.Write(QuantitySum.Of([.. known.Select(a => Attendance(a)!)]), [.. known.Select(a => a.Id)]),
            AmountText([.. amounts]),
            string.Join('、', notable),
            titled.Count > MostNotable);
    }

    // The same people or households may come again.
    private static Quantity OfSeveral(Quantity sum, int parts) => sum with { Unit = sum.Unit switch { "人" when parts > 1 => "人次", "户" when parts > 1 => "户次", _ => sum.Unit } };

    private string Times(Activity activity) => marks.Write(activity.Occasions, activity.Id);

    // A record of one deed counts 1 by itself; only a stated number is told, or the deed where there is nothing else.
    private static bool IsTimesTold(Activity activity) =>
        activity.Count != 1 || activity.CountUnit != "次" || activity.CountBound != Bound.Exact
        || (activity.Quantities.Count == 0 && activity.ActualHeadcount is null);

    private static bool IsDated(Activity activity) => activity.Precision != PeriodPrecision.Year;

    private bool IsCountOnly(Activity activity) =>
        !IsDated(activity) && IsTimesTold(activity) && activity.Quantities.Count == 0 && activity.ActualHeadcount is null
        && activity.Place.Length == 0 && Title(activity).Length == 0;

    private bool IsAmountOnly(Activity activity) =>
        !IsDated(activity) && !IsTimesTold(activity) && activity.ActualHeadcount is null && People(activity).Count == 0
        && activity.Place.Length == 0 && Title(activity).Length == 0;

    // Of two like amounts in one record one may contain the other (50人，其中党员20人): such a record is told by itself.
    private bool IsAddable(Activity activity) =>
        (activity.ActualHeadcount is not null || People(activity).Count(IsHeadcount) <= 1)
        && Amounts(activity).GroupBy(q => (q.Unit, q.Item)).All(same => same.Count() == 1);

    private Quantity? Attendance(Activity activity) =>
        (activity.ActualHeadcount is { } headcount ? new Quantity(headcount, "人次") : People(activity).FirstOrDefault(IsHeadcount)) is { } people
            ? people with { Unit = "人次", Item = "" }
            : null;

    private string PeopleText(Activity activity)
    {
        var people = People(activity);
        var text = string.Join('、', people.Select(q => marks.Write(q, activity.Id)));
        if (activity.ActualHeadcount is not { } headcount || people.Any(q => q.Value == headcount && IsHeadcount(q)))
        {
            return text;
        }
        var all = marks.Write(new Quantity(headcount, "人"), activity.Id);
        return text.Length == 0 ? all : $"{all}（{text}）";
    }

    private List<Quantity> People(Activity activity) => [.. Quantities(activity).Where(TookPart)];

    private List<Quantity> Amounts(Activity activity) => [.. Quantities(activity).Where(q => !TookPart(q))];

    private List<SourcedAmount> Sourced(Activity activity) => [.. Amounts(activity).Select(q => new SourcedAmount(q, [activity.Id]))];

    private static IEnumerable<Quantity> Quantities(Activity activity) =>
        activity.Quantities.OrderBy(q => q.Ordinal).Select(q => q.Value).Select(q => q with { Item = Discretion.Allow(q.Item) });

    private static bool IsHeadcount(Quantity quantity) => quantity.Unit is "人" or "人次";

    private bool TookPart(Quantity quantity)
    {
        if (wording.People == PeopleRole.Counted)
        {
            return false;
        }
        if (!IsHeadcount(quantity))
        {
            return quantity.Unit is "支" or "个" or "组" && plan.Teams.Any(team => quantity.Item.EndsWith(team, StringComparison.Ordinal));
        }
        return quantity.Item.Length == 0
            ? wording.People == PeopleRole.Joined
            : plan.Staff.Any(word => quantity.Item.EndsWith(word, StringComparison.Ordinal))
                && !plan.NotStaff.Any(word => quantity.Item.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Amounts by the words before them: 捐款4200元，捐赠10万斤大葱; 涉及资金100万元、1座办公楼.</summary>
    private string AmountText(List<SourcedAmount> amounts)
    {
        var text = new StringBuilder();
        var said = "";
        foreach (var group in amounts.GroupBy(x => Words(x.Amount)))
        {
            text.Append(text.Length == 0 ? group.Key
                : said.StartsWith(group.Key, StringComparison.Ordinal) ? "、"
                : group.Key.StartsWith(said, StringComparison.Ordinal) ? "、" + group.Key[said.Length..]
                : "，" + group.Key);
            text.AppendJoin('、', group.Select(Written));
            said = group.Key;
        }
        return text.ToString();
    }

    // 涉及慰问金3600元 instead of 涉及资金3600元慰问金.
    private bool IsNamedMoney(Quantity amount) => Money.Contains(amount.Unit) && amount.Item.Length > 0 && !plan.WordsFor(wording, amount.Unit).IsOwn;

    private string Words(Quantity amount) => IsNamedMoney(amount) ? plan.Amounts[^1].Words : plan.WordsFor(wording, amount.Unit).Words;

    // The words before a measure say what is measured: 服务时长120小时, 献血2800毫升.
    private string Written(SourcedAmount amount) => (IsNamedMoney(amount.Amount) ? amount.Amount.Item : "")
        + marks.Write(Measures.Contains(amount.Amount.Unit) ? amount.Amount with { Item = "" } : amount.Amount, amount.Records);

    // A place that names an amount of the record (6个路口) would tell it twice.
    private static string Place(Activity activity) =>
        activity.Quantities.Exists(q => activity.Place.Contains(FigureText.Write(q.Value), StringComparison.Ordinal)) ? "" : Discretion.Allow(activity.Place);

    /// <summary>The title where it says more than the kind; else empty.</summary>
    private string Title(Activity activity)
    {
        var title = Discretion.Allow(activity.Title).Replace('“', '‘').Replace('”', '’');
        var names = activity.Kinds.OrderBy(k => k.Ordinal).Take(1).SelectMany(k => kinds.LineOf(k.KindId)).Append(wording.Id).Select(kinds.Find).OfType<CatalogueKind>();
        return !wording.ShowsTitles || names.Any(kind => title.StartsWith(kind.Name, StringComparison.Ordinal)) || wording.Noun.Contains(title, StringComparison.Ordinal) ? "" : title;
    }

    /// <summary>An amount with the records it comes from.</summary>
    private sealed record SourcedAmount(Quantity Amount, IReadOnlyList<Guid> Records);
}
