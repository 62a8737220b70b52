namespace Mingce.Web.Pages.Activities;

/// <summary>One occurrence of a form that splits a 汇总, a record or the draft of one; an empty row is left out.</summary>
public sealed class PartForm
{
    public DateOnly? On { get; set; }
    public string? Title { get; set; }
    public int? Headcount { get; set; }
    public string? Amounts { get; set; }

    public bool IsFilled => On is not null || Title?.Trim().Length > 0 || Headcount is not null || Amounts?.Trim().Length > 0;

    /// <param name="number">The row's number on screen.</param>
    public IEnumerable<(string Field, string Message)> Faults(int number, DateOnly today)
    {
        if (On is null)
            yield return (nameof(On), $"请填写第{number}次的日期，或清空该行。");
        if (On > today)
            yield return (nameof(On), $"第{number}次的日期晚于今天。活动开展后再登记。");
        if (On is { Year: < 1949 })
            yield return (nameof(On), $"第{number}次的日期不正确，请更正。");
        if (Title?.Length > 100)
            yield return (nameof(Title), $"第{number}次的标题超过100字，请缩短。");
        if (Headcount is < 1 or > 100_000)
            yield return (nameof(Headcount), $"第{number}次的实到人数应为1至100000之间的整数。");
        foreach (var piece in ActivityForm.Pieces(Amounts).Where(piece => ActivityForm.ReadAmounts(piece).Count != 1))
            yield return (nameof(Amounts), $"第{number}次的“{piece}”看不出数量和单位，请写成“5200元、38件衣物”的形式。");
    }

    public SplitPart ToPart(IEnumerable<Guid> evidence) =>
        new(On!.Value, Title?.Trim() ?? "", Headcount, [.. ActivityForm.Pieces(Amounts).SelectMany(ActivityForm.ReadAmounts)], [.. evidence]);
}
