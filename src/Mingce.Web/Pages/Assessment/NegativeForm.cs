using System.ComponentModel.DataAnnotations;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>负面清单自查, as the form holds it: every item that is asked, whether it happened, and what happened.</summary>
public sealed class NegativeForm
{
    public List<NegativeRow> Items { get; set; } = [];

    /// <summary>Whoever signs says that the whole list was looked through.</summary>
    public bool Confirmed { get; set; }

    /// <summary>The version of the signature that is renewed; 0 where there is none.</summary>
    public int Version { get; set; }

    /// <summary>The items that are asked; a list whose items are not held here asks for itself as a whole.</summary>
    internal static IEnumerable<NegativeItem> ItemsOf(NegativeList list) =>
        list.Items.Count == 0 ? [new NegativeItem(list.Id, list.Name)] : list.Asked;

    // What the form shows; set by the page, never taken from the request.
    internal bool AsksPoints { get; private set; }
    internal bool AsksConcealed { get; private set; }

    internal static NegativeForm Of(NegativeList list, IReadOnlyList<AttestationEntry> stored, int version) => new NegativeForm
    {
        Items = [.. stored.Select(NegativeRow.Of)],
        Version = version,
    }.For(list);

    /// <summary>Whether the source left the points to whoever states what happened.</summary>
    internal static bool NeedsPoints(NegativeList list) => list is { Effect: NegativeEffect.Deduct, Deduct: null };

    /// <summary>The rows of the list, whatever rows the request had.</summary>
    internal NegativeForm For(NegativeList list)
    {
        Items = [.. ItemsOf(list).Select(item => (Items.FirstOrDefault(row => row.Id == item.Id) ?? new NegativeRow { Id = item.Id }).For(item))];
        (AsksPoints, AsksConcealed) = (NeedsPoints(list), list.Concealed > 1);
        return this;
    }

    /// <summary>What is wrong, by field.</summary>
    internal IEnumerable<(string Field, string Message)> Faults(DateOnly today)
    {
        if (!Confirmed)
            yield return (nameof(Confirmed), "请确认已逐项自查、情况属实，再签署。");
        foreach (var (i, row) in Items.Index().Where(row => row.Item.Happened))
        {
            if (row.On is not { } on || on > today || on.Year < 1949)
                yield return ($"Items[{i}].On", "请填写发生（或认定）的日期，不晚于今天。");
            if (string.IsNullOrWhiteSpace(row.Reason))
                yield return ($"Items[{i}].Reason", "请写明事实和处理结果。");
            if (AsksPoints && !(row.Points is > 0 and <= 1000 && row.Points * 100 == decimal.Truncate(row.Points.Value * 100)))
                yield return ($"Items[{i}].Points", "来源未给扣分，请填写扣多少分，大于0，最多两位小数。");
        }
    }
}

/// <summary>One item of a negative list.</summary>
public sealed class NegativeRow
{
    public string Id { get; set; } = "";
    public bool Happened { get; set; }

    [Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "扣分")]
    public decimal? Points { get; set; }
    public bool Concealed { get; set; }

    [Display(Name = "事实和处理结果"), StringLength(500, ErrorMessage = "事实和处理结果不超过500字。")]
    public string? Reason { get; set; }

    /// <summary>What is asked; set by the page, never taken from the request.</summary>
    internal string Name { get; private set; } = "";

    internal static NegativeRow Of(AttestationEntry entry) => new()
    {
        Id = entry.Subject,
        Happened = true,
        On = entry.On,
        Points = entry.Points / 100m,
        Concealed = entry.Choice == AttestationEntry.Concealed,
        Reason = entry.Reason,
    };

    internal NegativeRow For(NegativeItem item)
    {
        Name = item.Name;
        return this;
    }

    internal void WriteTo(AttestationEntry entry, NegativeList list) =>
        (entry.On, entry.Points, entry.Choice) = (On, PointsFor(list), ChoiceFor(list));

    internal bool Differs(AttestationEntry entry, NegativeList list) =>
        (entry.On, entry.Points, entry.Choice, entry.Reason) != (On, PointsFor(list), ChoiceFor(list), Reason?.Trim() ?? "");

    private int? PointsFor(NegativeList list) => NegativeForm.NeedsPoints(list) ? (int?)(Points * 100) : null;

    private string ChoiceFor(NegativeList list) => Concealed && list.Concealed > 1 ? AttestationEntry.Concealed : "";
}
