using Mingce.Rules;

namespace Mingce.Core.Activities;

/// <summary>One occurrence that is split off a 汇总 record.</summary>
/// <param name="Amounts">What of the summary's amounts belongs to it.</param>
/// <param name="Evidence">Pieces of the summary's evidence that go with it.</param>
public sealed record SplitPart(DateOnly On, string Title, int? Headcount, IReadOnlyList<Quantity> Amounts, IReadOnlyList<Guid> Evidence);

/// <summary>Splits a 汇总 record (道德讲堂4次) into dated ones. What goes to the parts leaves the summary, so that nothing counts twice.</summary>
public static class SummarySplit
{
    private static readonly string[] People = ["人", "人次"];

    /// <summary>Why the parts cannot be split off; none where they can.</summary>
    /// <param name="dropsRest">Whether what is left of the amounts is given up when no occurrence is left.</param>
    public static IEnumerable<string> Faults(Activity summary, IReadOnlyList<SplitPart> parts, bool dropsRest)
    {
        if (parts.Count == 0)
            yield return "请至少填写一次的日期。";
        if (parts.Count > summary.Count && summary.CountBound is Bound.Exact or Bound.Under)
            yield return $"汇总记录共 {FigureText.Write(summary.Occasions)}，不能拆出 {parts.Count} 次，请核对。";
        foreach (var part in parts.Where(part => part.On < summary.FromOn || part.On > summary.ToOn))
            yield return $"{PeriodText.Write(part.On)}不在汇总记录的时间内，请核对日期。";
        if (Headcount(parts) > summary.ActualHeadcount)
            yield return $"各次人数合计 {Headcount(parts)} 人，多于汇总的 {summary.ActualHeadcount} 人，请核对。";
        foreach (var amounts in Taken(summary, parts).GroupBy(taken => taken.Amount.Unit))
        {
            var whole = amounts.First().Whole;
            if (whole is null)
                yield return $"汇总记录中没有以“{amounts.Key}”计的数量，请核对，或先更正汇总记录。";
            else if (whole.Value.Bound is Bound.Exact or Bound.Under && amounts.Sum(taken => taken.Amount.Value) > whole.Value.Value)
                yield return $"各次合计 {FigureText.Write(new Quantity(amounts.Sum(taken => taken.Amount.Value), amounts.Key))}，多于汇总的 {FigureText.Write(whole.Value)}，请核对。";
        }
        if (!dropsRest && parts.Count >= summary.Count && Rest(summary, parts) is { Length: > 0 } rest)
            yield return $"各次都已拆出，汇总中还余 {rest}，请分到各次；确不再保留的，勾选“余数不再保留”。";
    }

    /// <summary>Makes the parts and takes them off the summary, which is superseded when no occurrence is left. The caller saves both with their events.</summary>
    public static IReadOnlyList<Activity> Split(Activity summary, IReadOnlyList<SplitPart> parts, DateTime now)
    {
        List<Activity> made = [.. parts.Select(part => Make(summary, part, now))];
        var left = summary.Quantities.OrderBy(q => q.Ordinal).Select(q => (q.Value, Taken: Taken(summary, parts).Where(t => t.Whole == q).Sum(t => t.Amount.Value))).ToList();
        if (left.Exists(q => q.Taken > 0))
            summary.With(left.Select(q => q.Value with { Value = q.Value.Value - q.Taken }).Where(q => q.Value > 0));
        if (summary.ActualHeadcount is { } headcount && Headcount(parts) > 0)
            summary.ActualHeadcount = headcount > Headcount(parts) ? headcount - Headcount(parts) : null;
        foreach (var (part, activity) in parts.Zip(made))
        {
            foreach (var piece in summary.Evidence.Where(e => part.Evidence.Contains(e.Id)))
                piece.ActivityId = activity.Id;
        }
        if (parts.Count >= summary.Count)
            summary.Status = ActivityStatus.Superseded;
        else
            (summary.Count, summary.IsSummary) = (summary.Count - parts.Count, true);
        return made;
    }

    private static Activity Make(Activity summary, SplitPart part, DateTime now) => new Activity
    {
        UnitId = summary.UnitId,
        Title = part.Title.Length > 0 ? part.Title : summary.Title,
        Status = ActivityStatus.Entered,
        Actor = summary.Actor,
        Source = summary.Source,
        Campaign = summary.Campaign,
        Place = summary.Place,
        ActualHeadcount = part.Headcount,
        CountUnit = summary.CountUnit,
        Mark = summary.Mark,
        EnteredAt = now,
        PartOfId = summary.Id,
    }.During(Period.Of(part.On)).OfKinds(summary.KindIds).With(part.Amounts)
        .HostedBy(summary.Hosts.OrderBy(h => h.Ordinal).Select(h => (h.Name, h.DepartmentId, h.GroupId)));

    private static int Headcount(IReadOnlyList<SplitPart> parts) => parts.Sum(part => part.Headcount ?? 0);

    // An amount comes off the summary's of the same unit and thing; where it names no thing, off the first of the unit.
    // A total of people without a headcount of its own (120人次) is what the headcounts of the parts come off.
    private static IEnumerable<(Quantity Amount, ActivityQuantity? Whole)> Taken(Activity summary, IReadOnlyList<SplitPart> parts)
    {
        var wholes = summary.Quantities.OrderBy(q => q.Ordinal).ToList();
        foreach (var amount in parts.SelectMany(part => part.Amounts))
            yield return (amount, wholes.Find(q => q.Unit == amount.Unit && q.Item == amount.Item) ?? (amount.Item.Length == 0 ? wholes.Find(q => q.Unit == amount.Unit) : null));
        if (summary.ActualHeadcount is null && Headcount(parts) > 0 && wholes.Find(q => People.Contains(q.Unit)) is { } people)
            yield return (new Quantity(Headcount(parts), people.Unit), people);
    }

    private static string Rest(Activity summary, IReadOnlyList<SplitPart> parts)
    {
        var amounts = summary.Quantities.OrderBy(q => q.Ordinal)
            .Select(q => q.Value with { Value = q.Value.Value - Taken(summary, parts).Where(t => t.Whole == q).Sum(t => t.Amount.Value) })
            .Where(q => q.Value > 0).Select(FigureText.WriteWithItem);
        var people = summary.ActualHeadcount - Headcount(parts) is > 0 and var left ? [$"{left} 人"] : Array.Empty<string>();
        var evidence = summary.Evidence.Count(e => !parts.Any(part => part.Evidence.Contains(e.Id))) is > 0 and var pieces ? [$"佐证 {pieces} 件"] : Array.Empty<string>();
        return string.Join('、', [.. people, .. amounts, .. evidence]);
    }
}
