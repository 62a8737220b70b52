using System.ComponentModel.DataAnnotations;
using Mingce.Core.Texts;
using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Web.Pages.Activities;

/// <summary>What a person fills in about an activity; only kind and day are required.</summary>
public sealed class ActivityForm
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [Display(Name = "活动类型"), Required(ErrorMessage = "请选择活动类型。")]
    public string? Kind { get; set; }

    /// <summary>What else it was, beside its main kind (主题党日 that was 志愿服务 too).</summary>
    public List<string> OtherKinds { get; set; } = [];

    [Display(Name = "日期"), Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "标题"), StringLength(100, ErrorMessage = "标题不超过100字。")]
    public string? Title { get; set; }

    [Display(Name = "地点"), StringLength(100, ErrorMessage = "地点不超过100字。")]
    public string? Place { get; set; }

    /// <summary>应到人数: may be known beforehand.</summary>
    [Display(Name = "应到人数"), Range(1, 100_000, ErrorMessage = "应到人数应为1至100000之间的整数。")]
    public int? PlannedHeadcount { get; set; }

    /// <summary>实到人数: always typed, never proposed.</summary>
    [Display(Name = "实到人数"), Range(1, 100_000, ErrorMessage = "实到人数应为1至100000之间的整数。")]
    public int? ActualHeadcount { get; set; }

    [Display(Name = "数量"), StringLength(300, ErrorMessage = "数量不超过300字。")]
    public string? Amounts { get; set; }

    [Display(Name = "内容"), StringLength(5000, ErrorMessage = "内容不超过5000字。")]
    public string? Text { get; set; }

    [Display(Name = "任务来源"), EnumDataType(typeof(ActivitySource), ErrorMessage = "请从列表中选择任务来源。")]
    public ActivitySource Source { get; set; }

    [Display(Name = "专项工作"), StringLength(Activity.LongestCampaign, ErrorMessage = "专项工作不超过50字。")]
    public string? Campaign { get; set; }

    /// <summary>主办: ids of departments and groups.</summary>
    public List<Guid> Hosts { get; set; } = [];

    /// <summary>What is typed into the fields of the chosen kinds, by the field's id.</summary>
    public Dictionary<string, string?> Details { get; set; } = [];

    /// <summary>The main kind and the others, each once.</summary>
    public IReadOnlyList<string> KindIds => [.. OtherKinds.Prepend(Kind ?? "").Where(id => !string.IsNullOrEmpty(id)).Distinct()];

    /// <summary>The form as the record fills it. The title that a record without content got by itself is left out: nobody typed it.</summary>
    public static ActivityForm Of(Activity activity, KindCatalogue kinds) => new()
    {
        Hosts = [.. activity.Hosts.OrderBy(h => h.Ordinal).Select(h => h.DepartmentId ?? h.GroupId).OfType<Guid>()],
        Kind = activity.KindIds.FirstOrDefault(),
        OtherKinds = [.. activity.KindIds.Skip(1)],
        On = activity.FromOn,
        Title = activity.KindIds.Any(kinds.HasNoContent) ? null : activity.Title,
        Place = activity.Place,
        PlannedHeadcount = activity.PlannedHeadcount,
        ActualHeadcount = activity.ActualHeadcount,
        Source = activity.Source,
        Campaign = activity.Campaign,
        Amounts = AmountsOf(activity),
        Text = activity.Text,
        Details = activity.Details.ToDictionary(d => d.FieldId, d => (string?)d.Value),
    };

    /// <summary>Writes the form into the activity. The day is left alone where it was not touched: a month stays a month.</summary>
    public void WriteTo(Activity activity, KindCatalogue kinds)
    {
        var kind = kinds.Find(Kind!)!;
        // A title that was only proposed follows the kind and the day; a day that is not known is no part of it.
        var isDay = activity.FromOn != On!.Value || activity.Precision == PeriodPrecision.Day;
        var before = kinds.Find(activity.KindIds.FirstOrDefault() ?? "");
        activity.Title = Title?.Trim() is { Length: > 0 } title && (before is null || title != Proposed(before, activity.FromOn, activity.Precision == PeriodPrecision.Day)) ? title : Proposed(kind, On.Value, isDay);
        activity.Place = Place?.Trim() ?? "";
        activity.PlannedHeadcount = PlannedHeadcount;
        activity.ActualHeadcount = ActualHeadcount;
        activity.Source = Source;
        activity.Campaign = Campaign?.Trim() ?? "";
        activity.Text = Text?.Trim().ReplaceLineEndings("\n") ?? "";
        if (!activity.KindIds.SequenceEqual(KindIds))
            activity.OfKinds(KindIds);
        WriteDetailsTo(activity, kinds);
        if ((Amounts?.Trim() ?? "") != AmountsOf(activity))
            activity.With(Pieces(Amounts).SelectMany(ReadAmounts));
        if (activity.FromOn != On!.Value)
        {
            activity.During(Period.Of(On.Value));
            activity.IsSummary = activity.Count > 1;
        }
    }

    private static string Proposed(Kind kind, DateOnly day, bool isDay) => kind.Name + (isDay ? $"（{day.Month}月{day.Day}日）" : "");

    /// <summary>What is wrong beyond single fields: an unknown kind, a day that has not come.</summary>
    public IEnumerable<(string Field, string Message)> Faults(KindCatalogue kinds, DateOnly today)
    {
        if (Kind is not null && kinds.Find(Kind) is null)
            yield return (nameof(Kind), "请从列表中选择活动类型。");
        if (OtherKinds.Exists(id => id is null || kinds.Find(id) is null))
            yield return (nameof(OtherKinds), "请从列表中选择其他类型。");
        if ((SecrecyMarks.InText(Title) ?? SecrecyMarks.InText(Text)) is { } mark)
            yield return (SecrecyMarks.InText(Title) is null ? nameof(Text) : nameof(Title), $"标有“{mark}”，未保存。涉密和内部材料不得录入，请删去，改用“原件备查”登记其名称和存放处。");
        if (On > today)
            yield return (nameof(On), "日期晚于今天。活动开展后再登记。");
        foreach (var piece in Pieces(Amounts).Where(piece => ReadAmounts(piece).Count != 1))
            yield return (nameof(Amounts), $"“{piece}”看不出数量和单位，请写成“5200元、38件衣物”的形式。");
        if (On is { Year: < 1949 })
            yield return (nameof(On), "日期不正确，请更正。");
        foreach (var (id, field) in FieldsOf(kinds))
        {
            if (field.Read(Details.GetValueOrDefault(id)).Fault is { } fault)
                yield return ($"{nameof(Details)}[{id}]", fault);
        }
    }

    // A field that is out of use keeps what the record has; those of kinds that it no longer has go.
    private void WriteDetailsTo(Activity activity, KindCatalogue kinds)
    {
        var old = activity.Details.ToDictionary(d => d.FieldId, d => d.Value);
        var values = FieldsOf(kinds)
            .Select(f => (FieldId: f.Id, Value: f.Field.IsRetired ? old.GetValueOrDefault(f.Id, "") : f.Field.Read(Details.GetValueOrDefault(f.Id)).Value))
            .Where(v => v.Value.Length > 0).ToList();
        if (values.Count != old.Count || values.Exists(v => old.GetValueOrDefault(v.FieldId) != v.Value))
            activity.Detailed(values);
    }

    private IEnumerable<(string Id, KindField Field)> FieldsOf(KindCatalogue kinds) => KindIds.SelectMany(kinds.FieldsOf).DistinctBy(f => f.Id);

    private static string AmountsOf(Activity activity) =>
        string.Join('、', activity.Quantities.OrderBy(q => q.Ordinal).Select(q => FigureText.WriteWithItem(q.Value)));

    internal static string[] Pieces(string? amounts) => amounts?.Split(['、', '，', ',', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    // Amounts are typed as they are told, and read as they are read from a report.
    internal static List<Quantity> ReadAmounts(string piece) => [.. Reader.Read(piece).Facts.SelectMany(fact => fact.Quantities)];
}
