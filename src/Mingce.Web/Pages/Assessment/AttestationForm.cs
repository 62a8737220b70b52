using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>What a person states of one thing, as the form holds it. Which fields it has depends on the thing.</summary>
public sealed class AttestationForm
{
    private const int MostPeople = 1_000_000;

    [Display(Name = "得分")]
    public decimal? Points { get; set; }

    [Display(Name = "等次")]
    public string? Mark { get; set; }

    [Display(Name = "次数或人数")]
    public int? Number { get; set; }

    [Display(Name = "总人数")]
    public int? Base { get; set; }

    [Display(Name = "计算口径"), StringLength(100, ErrorMessage = "计算口径不超过100字。")]
    public string? Who { get; set; }

    [Display(Name = "时点")]
    public DateOnly? On { get; set; }

    [Display(Name = "理由"), StringLength(500, ErrorMessage = "理由不超过500字。")]
    public string? Reason { get; set; }

    /// <summary>The version of what is changed; 0 where nothing is stated yet.</summary>
    public int Version { get; set; }

    // What the form shows; set by the page, never taken from the request.
    internal string Action { get; private set; } = "";
    internal AttestationTarget Target { get; private set; } = null!;
    internal AttestationEntry? Given { get; private set; }

    /// <summary>The most the check gives, as the form writes it.</summary>
    internal string Most => ((Target.Most ?? 0) / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    internal static AttestationForm Of(AttestationTarget target, AssessmentPage page, AttestationEntry? given) => new AttestationForm
    {
        Points = given?.Points / 100m,
        Mark = given?.Choice,
        Number = given?.Number,
        Base = given?.Base,
        Who = given?.About ?? target.Who,
        On = given?.On ?? target.Day?.In(page.Year),
        Reason = given?.Reason ?? "",
        Version = given?.Version ?? 0,
    }.For(target, page, given);

    internal AttestationForm For(AttestationTarget target, AssessmentPage page, AttestationEntry? given)
    {
        (Target, Given) = (target, given);
        Action = $"/assessment/{Uri.EscapeDataString(target.StandardId)}/attestations/{Uri.EscapeDataString(target.Place)}?{page.Query}";
        return this;
    }

    /// <summary>What is wrong, by field.</summary>
    internal IEnumerable<(string Field, string Message)> Faults(int year, DateOnly today)
    {
        if (Target.NeedsReason && string.IsNullOrWhiteSpace(Reason))
            yield return (nameof(Reason), "请填写理由。");
        foreach (var fault in Target.Kind switch
        {
            AttestationKind.Grade => GradeFaults(),
            AttestationKind.Tally => Number is >= 0 and <= 10_000 ? [] : [(nameof(Number), $"请填写{Target.Unit}数，没有的填0。")],
            AttestationKind.Ratio => RatioFaults().Concat(DayFaults(year, today)),
            AttestationKind.Headcount => HeadcountFaults().Concat(DayFaults(year, today)),
            _ => [],
        })
        {
            yield return fault;
        }
    }

    /// <summary>Writes the form into the entry.</summary>
    internal void WriteTo(AttestationEntry entry)
    {
        entry.Points = Target.Most is null ? null : Hundredths;
        entry.Choice = Target.Marks.Count > 0 ? Mark! : "";
        entry.Number = Target.Kind is AttestationKind.Tally or AttestationKind.Ratio or AttestationKind.Headcount ? Number : null;
        entry.Base = Target.Kind == AttestationKind.Ratio ? Base : null;
        entry.About = Target.Kind is AttestationKind.Ratio or AttestationKind.Headcount ? Who!.Trim() : "";
        entry.On = Target.Kind is AttestationKind.Ratio or AttestationKind.Headcount ? On : null;
        entry.Reason = Reason?.Trim() ?? "";
    }

    /// <summary>What was stated, in short, for the record of changes.</summary>
    internal static string Told(AttestationTarget target, AttestationEntry entry) => target.Kind switch
    {
        AttestationKind.Grade when entry.Choice.Length > 0 => $"{target.Name} {target.Subject}：{entry.Choice}",
        AttestationKind.Grade => $"{target.Name} {target.Subject}：{PointsText.Of(entry.Points ?? 0)} 分",
        AttestationKind.Tally => $"{target.Name} {target.Subject}：{entry.Number} {target.Unit}",
        AttestationKind.Ratio => $"{target.Name} {target.Subject}：{entry.About} {entry.Number}/{entry.Base}（{entry.On:yyyy-MM-dd}）",
        AttestationKind.Headcount => $"{target.Name} {target.Subject}：{entry.About} {entry.Number} 人（{entry.On:yyyy-MM-dd}）",
        _ => $"{target.Name} {target.Subject}",
    };

    /// <summary>The points in hundredths; null where they are no whole hundredths within the check.</summary>
    private int? Hundredths => Points is { } points && points >= 0 && points * 100 <= Target.Most && points * 100 == decimal.Truncate(points * 100)
        ? (int)(points * 100)
        : null;

    private IEnumerable<(string, string)> GradeFaults()
    {
        if (Target.Marks.Count > 0 && !Target.Marks.Contains(Mark))
            yield return (nameof(Mark), "请选择等次。");
        if (Target.Most is not null && Hundredths is null)
            yield return (nameof(Points), Points is null ? "请填写得分。" : $"得分应在 0 至 {Most} 之间，最多两位小数。");
    }

    private IEnumerable<(string, string)> RatioFaults()
    {
        if (Base is not (> 0 and <= MostPeople))
            yield return (nameof(Base), "请填写总人数（分母），大于0。");
        if (Number is not >= 0 || Number > Base)
            yield return (nameof(Number), "请填写符合的人数（分子），不大于总人数。");
        foreach (var fault in WhoFaults())
            yield return fault;
    }

    private IEnumerable<(string, string)> HeadcountFaults()
    {
        if (Number is not (> 0 and <= MostPeople))
            yield return (nameof(Number), "请填写人数，大于0。");
        foreach (var fault in WhoFaults())
            yield return fault;
    }

    private IEnumerable<(string, string)> WhoFaults()
    {
        if (string.IsNullOrWhiteSpace(Who))
            yield return (nameof(Who), "请写明计算口径，如“在编在岗人员”。");
        else if (Target.Who.Length > 0 && Who.Trim() != Target.Who)
            yield return (nameof(Who), $"本体系规定的计算口径为“{Target.Who}”。");
    }

    private IEnumerable<(string, string)> DayFaults(int year, DateOnly today)
    {
        if (On is not { } on)
            yield return (nameof(On), "请填写时点（哪一天的人数）。");
        else if (on.Year != year || on > today)
            yield return (nameof(On), $"时点应在{year}年内，且不晚于今天。");
        else if (Target.Day is { } day && (on.Month, on.Day) != (day.Month, day.Day))
            yield return (nameof(On), $"本体系规定的时点为{day.Month}月{day.Day}日。");
    }
}
