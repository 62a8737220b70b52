using System.ComponentModel.DataAnnotations;
using Mingce.Core.Ideas;
using Mingce.Core.Preparations;
using Mingce.Core.Routines;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Preparations;

/// <summary>What a person fills in about a planned activity; title, kind and day are required.</summary>
public sealed class PreparationForm
{
    [Display(Name = "活动名称"), Required(ErrorMessage = "请填写活动名称。"), StringLength(40, ErrorMessage = "活动名称不超过40字。")]
    public string? Title { get; set; }

    [Display(Name = "活动类型"), Required(ErrorMessage = "请选择活动类型。")]
    public string? Kind { get; set; }

    [Display(Name = "日期"), Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "时间"), StringLength(30, ErrorMessage = "时间不超过30字。")]
    public string? Time { get; set; }

    [Display(Name = "地点"), StringLength(100, ErrorMessage = "地点不超过100字。")]
    public string? Place { get; set; }

    [Display(Name = "参加人员"), StringLength(200, ErrorMessage = "参加人员不超过200字。")]
    public string? Participants { get; set; }

    [Display(Name = "主持人"), StringLength(30, ErrorMessage = "主持人不超过30字。")]
    public string? Host { get; set; }

    [Display(Name = "联系人"), StringLength(50, ErrorMessage = "联系人不超过50字。")]
    public string? Contact { get; set; }

    [Display(Name = "责任部门"), StringLength(100, ErrorMessage = "责任部门不超过100字。")]
    public string? Responsible { get; set; }

    [Display(Name = "流程"), StringLength(3000, ErrorMessage = "流程不超过3000字。")]
    public string? Steps { get; set; }

    [Display(Name = "签到表名单")]
    public SignInList SignIn { get; set; }

    public static IEnumerable<SelectListItem> Lists => Enum.GetValues<SignInList>().Select(list => new SelectListItem(Words.Of(list), $"{list}"));

    public static PreparationForm Of(Preparation preparation) => new()
    {
        Title = preparation.Title,
        Kind = preparation.KindId,
        On = preparation.HeldOn,
        Time = preparation.Time,
        Place = preparation.Place,
        Participants = preparation.Participants,
        Host = preparation.Host,
        Contact = preparation.Contact,
        Responsible = preparation.Responsible,
        Steps = preparation.Steps,
        SignIn = preparation.SignIn,
    };

    /// <summary>What an occurrence tells already.</summary>
    public static PreparationForm Of(CalendarEntry entry, DateOnly today) => new()
    {
        Title = OccurrenceLinks.TitleOf(entry.Occurrence),
        Kind = entry.Routine.KindId,
        On = entry.Occurrence.DueOn < today ? today : entry.Occurrence.DueOn,
        Place = entry.Routine.Place,
        Responsible = entry.Routine.Responsible,
    };

    public static PreparationForm Of(Idea idea) => new()
    {
        Title = idea.Title,
        Kind = idea.MainKind,
        Steps = idea.Steps,
    };

    public void WriteTo(Preparation preparation)
    {
        (preparation.Title, preparation.KindId, preparation.HeldOn, preparation.SignIn) = (Title!.Trim(), Kind!, On!.Value, SignIn);
        (preparation.Time, preparation.Place, preparation.Participants) = (Line(Time), Line(Place), Line(Participants).TrimEnd('。'));
        (preparation.Host, preparation.Contact, preparation.Responsible) = (Line(Host), Line(Contact), Line(Responsible));
        preparation.Steps = string.Join('\n', (Steps ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What is wrong beyond single fields.</summary>
    public IEnumerable<(string Field, string Message)> Faults(KindCatalogue kinds)
    {
        if (Kind is not null && kinds.Find(Kind) is null)
            yield return (nameof(Kind), "请从列表中选择活动类型。");
        else if (Kind is not null && kinds.HasNoContent(Kind))
            yield return (nameof(Kind), $"{kinds.NameOf(Kind)}不留内容，不生成文稿。");
        if (On is { Year: < 2000 or > 2098 })
            yield return (nameof(On), "日期不正确，请更正。");
        if (!Enum.IsDefined(SignIn))
            yield return (nameof(SignIn), "请从列表中选择。");
    }

    private static string Line(string? text) => text?.Trim() ?? "";
}
