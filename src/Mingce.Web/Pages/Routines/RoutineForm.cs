using System.ComponentModel.DataAnnotations;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>What a person fills in about a routine; title, kind and rule are required.</summary>
public sealed class RoutineForm
{
    public const string RuleHint = "照平时的说法写：每周四下午、每周二、五、每月第一个工作日、每月5日前、每季度、每年2次、春节、端午前";

    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(50, ErrorMessage = "名称不超过50字。")]
    public string? Title { get; set; }

    [Display(Name = "活动类型"), Required(ErrorMessage = "请选择活动类型。")]
    public string? Kind { get; set; }

    [Display(Name = "周期"), Required(ErrorMessage = "请填写周期。")]
    public string? Rule { get; set; }

    [Display(Name = "自哪天起")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "责任部门"), StringLength(50, ErrorMessage = "责任部门不超过50字。")]
    public string? Responsible { get; set; }

    [Display(Name = "活动标题含"), StringLength(100, ErrorMessage = "活动标题含不超过100字。")]
    public string? TitleWords { get; set; }

    [Display(Name = "地点"), StringLength(100, ErrorMessage = "地点不超过100字。")]
    public string? Place { get; set; }

    [Display(Name = "说明"), StringLength(500, ErrorMessage = "说明不超过500字。")]
    public string? Text { get; set; }

    /// <summary>The rule as it is read; null where it cannot be.</summary>
    public RoutineRule? ReadRule() => Rule is null ? null : RuleText.Read(Rule);

    public static RoutineForm Of(RoutinePreset preset) => new()
    {
        Title = preset.Title,
        Kind = preset.KindId,
        Rule = RuleText.Write(preset.Rule),
        TitleWords = string.Join('、', preset.Words),
    };

    public static RoutineForm Of(Routine routine) => new()
    {
        Title = routine.Title,
        Kind = routine.KindId,
        Rule = RuleText.Write(routine.Rule),
        StartsOn = routine.StartsOn,
        Responsible = routine.Responsible,
        TitleWords = routine.Words,
        Place = routine.Place,
        Text = routine.Text,
    };

    /// <summary>Writes everything but the rule and the first day, which decide what falls due.</summary>
    public void WriteTo(Routine routine)
    {
        routine.Title = Title!.Trim();
        routine.KindId = Kind!;
        routine.Responsible = Responsible?.Trim() ?? "";
        routine.Words = string.Join('、', (TitleWords ?? "").Split(['、', '，', ',', ' ', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        routine.Place = Place?.Trim() ?? "";
        routine.Text = Text?.Trim().ReplaceLineEndings("\n") ?? "";
    }

    /// <summary>What is wrong beyond single fields.</summary>
    public IEnumerable<(string Field, string Message)> Faults(KindCatalogue kinds)
    {
        if (Kind is not null && kinds.Find(Kind) is null)
            yield return (nameof(Kind), "请从列表中选择活动类型。");
        if (!string.IsNullOrWhiteSpace(Rule) && ReadRule() is null)
            yield return (nameof(Rule), $"看不懂“{Rule.Trim()}”。{RuleHint}。");
        if (StartsOn is { Year: < 2000 or > 2098 })
            yield return (nameof(StartsOn), "日期不正确，请更正。");
    }
}
