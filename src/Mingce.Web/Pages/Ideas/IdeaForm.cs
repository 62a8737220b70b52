using System.ComponentModel.DataAnnotations;
using Mingce.Core.Ideas;
using Mingce.Rules.Routines;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Ideas;

/// <summary>What a person fills in about an idea; title and kinds are required.</summary>
public sealed class IdeaForm
{
    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(40, ErrorMessage = "名称不超过40字。")]
    public string? Title { get; set; }

    public List<string> Kinds { get; set; } = [];
    public List<string> Festivals { get; set; } = [];
    public List<int> Months { get; set; } = [];

    [Display(Name = "怎么开展"), StringLength(2000, ErrorMessage = "怎么开展不超过2000字。")]
    public string? Steps { get; set; }

    [Display(Name = "需要准备"), StringLength(200, ErrorMessage = "需要准备不超过200字。")]
    public string? Needs { get; set; }

    [Display(Name = "适合人数"), StringLength(30, ErrorMessage = "适合人数不超过30字。")]
    public string? People { get; set; }

    [Display(Name = "室内室外")]
    public IdeaPlace Place { get; set; }

    [Display(Name = "花费"), StringLength(50, ErrorMessage = "花费不超过50字。")]
    public string? Cost { get; set; }

    public static IEnumerable<SelectListItem> Places => Enum.GetValues<IdeaPlace>().Select(place => new SelectListItem(Words.Of(place), $"{place}"));

    public static IdeaForm Of(Idea idea) => new()
    {
        Title = idea.Title,
        Kinds = [.. idea.Kinds],
        Festivals = [.. idea.FestivalNames],
        Months = [.. idea.MonthNumbers],
        Steps = idea.Steps,
        Needs = idea.Needs,
        People = idea.People,
        Place = idea.Place,
        Cost = idea.Cost,
    };

    public void WriteTo(Idea idea)
    {
        (idea.Title, idea.Place) = (Title!.Trim(), Place);
        (idea.Needs, idea.People, idea.Cost) = (Needs?.Trim() ?? "", People?.Trim() ?? "", Cost?.Trim() ?? "");
        idea.KindIds = string.Join(',', Kinds.Distinct());
        idea.Festivals = string.Join(',', Festivals.Distinct());
        idea.Months = string.Join(',', Months.Distinct().Order());
        idea.Steps = string.Join('\n', (Steps ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What is wrong beyond single fields.</summary>
    public IEnumerable<(string Field, string Message)> Faults(KindCatalogue kinds)
    {
        if (Kinds.Count == 0 || Kinds.Exists(id => id is null || kinds.Find(id) is null))
            yield return (nameof(Kinds), "请选择至少一个活动类型。");
        if (Festivals.Exists(name => name is null || !FestivalCalendar.Names.Contains(name)) || Months.Exists(month => month is < 1 or > 12))
            yield return (nameof(Festivals), "节日和月份请从列表中选择。");
        if (!Enum.IsDefined(Place))
            yield return (nameof(Place), "请从列表中选择。");
    }
}
