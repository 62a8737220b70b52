using Mingce.Rules;

namespace Mingce.Web.Infrastructure;

/// <summary>What a record says, field by field, as it reads on screen: the one list behind its page, its history and the comparison after a lost race.</summary>
internal static class ActivityFacts
{
    public const string Text = "内容";
    public const string Campaign = "专项工作";

    /// <summary>Fields that are empty are left out. Needs kinds, hosts, amounts and details to be loaded.</summary>
    public static IReadOnlyList<(string Field, string Words)> Of(Activity a, KindCatalogue kinds) =>
        [.. All(a, kinds).Where(fact => fact.Words.Length > 0)];

    private static IEnumerable<(string Field, string Words)> All(Activity a, KindCatalogue kinds)
    {
        yield return ("标题", a.Title);
        yield return ("时间", Words.Of(a.Period));
        yield return ("活动类型", kinds.NamesOf(a));
        yield return ("实施主体", Words.Of(a.Actor));
        yield return ("任务来源", Words.Of(a.Source));
        yield return (Campaign, a.Campaign);
        yield return ("主办", string.Join("、", a.Hosts.OrderBy(h => h.Ordinal).Select(h => h.Name)));
        yield return ("地点", a.Place);
        yield return ("次数", a.IsSummary || a.Count > 1 ? FigureText.Write(a.Occasions) + (a.IsSummary ? "（汇总，无具体日期）" : "") : "");
        yield return ("应到人数", a.PlannedHeadcount is { } planned ? $"{planned} 人" : "");
        yield return ("实到人数", a.ActualHeadcount is { } actual ? $"{actual} 人" : "");
        yield return ("数量", string.Join("；", a.Quantities.OrderBy(q => q.Ordinal).Select(q => FigureText.WriteWithItem(q.Value))));
        foreach (var detail in a.DetailsShown(kinds))
            yield return detail;
        yield return (Text, a.Text);
    }

    /// <summary>Values of the fields of the record's kinds, in the order of the kinds and their fields; one whose field is gone comes last.</summary>
    public static IEnumerable<(string Field, string Words)> DetailsShown(this Activity a, KindCatalogue kinds)
    {
        var order = a.KindIds.SelectMany(kinds.FieldsOf).Select(f => f.Id).Distinct().ToList();
        return a.Details.OrderBy(d => order.IndexOf(d.FieldId) is >= 0 and var place ? place : int.MaxValue).ThenBy(d => d.FieldId, StringComparer.Ordinal)
            .Select(d => kinds.FindField(d.FieldId) is { } field ? (field.Name, field.Show(d.Value)) : (d.FieldId, d.Value));
    }
}
