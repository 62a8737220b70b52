using System.ComponentModel.DataAnnotations;
using Mingce.Core.Reporting;

namespace Mingce.Web.Pages.Phrases;

/// <summary>What a person fills in about a phrase.</summary>
public sealed class PhraseForm
{
    [Display(Name = "用途"), Required(ErrorMessage = "请填写用途。"), StringLength(PhraseSheet.LongestSlot, ErrorMessage = "用途不超过30字。")]
    public string? Slot { get; set; }

    [Display(Name = "表述"), Required(ErrorMessage = "请填写表述。"), StringLength(PhraseSheet.LongestText, ErrorMessage = "表述不超过2000字。")]
    public string? Text { get; set; }

    [Display(Name = "出处"), Required(ErrorMessage = "请填写出处。"), StringLength(PhraseSheet.LongestSource, ErrorMessage = "出处不超过200字。")]
    public string? Source { get; set; }

    [Display(Name = "启用日期"), Required(ErrorMessage = "请填写启用日期。")]
    public DateOnly? From { get; set; }

    [Display(Name = "停用日期")]
    public DateOnly? To { get; set; }

    [Display(Name = "替代表述")]
    public Guid? Successor { get; set; }

    [Display(Name = "不完整写法"), StringLength(PhraseSheet.LongestIncomplete, ErrorMessage = "不完整写法不超过2000字。")]
    public string? Incomplete { get; set; }

    public static PhraseForm Of(Phrase phrase) => new()
    {
        Slot = phrase.Slot,
        Text = phrase.Text,
        Source = phrase.Source,
        From = phrase.ValidFrom,
        To = phrase.ValidTo,
        Successor = phrase.SuccessorId,
        Incomplete = phrase.Incomplete,
    };

    public void WriteTo(Phrase phrase)
    {
        (phrase.Slot, phrase.Text, phrase.Source) = (Slot!.Trim(), Plain(Text), Source!.Trim());
        (phrase.ValidFrom, phrase.ValidTo, phrase.SuccessorId) = (From!.Value, To, Successor);
        phrase.Incomplete = string.Join('\n', Plain(Incomplete).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct());
    }

    /// <summary>What is wrong beyond single fields.</summary>
    /// <param name="id">The phrase itself, which cannot follow itself.</param>
    /// <param name="others">Ids of the phrases of the unit.</param>
    public IEnumerable<(string Field, string Message)> Faults(Guid? id, IReadOnlySet<Guid> others)
    {
        if (To < From)
            yield return (nameof(To), "停用日期早于启用日期，请更正。");
        if (From is { Year: < 1949 or > 9998 } || To is { Year: < 1949 or > 9998 })
            yield return (nameof(From), "日期不正确，请更正。");
        if (Successor is { } next && (next == id || !others.Contains(next)))
            yield return (nameof(Successor), "请从列表中选择另一条表述。");
        if (!string.IsNullOrWhiteSpace(Incomplete) && Plain(Incomplete).Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(form => form.Length == 1 || form == Plain(Text)) is { } wrong)
            yield return (nameof(Incomplete), $"“{wrong}”不能作为不完整写法：至少两个字，且与表述不同。");
    }

    private static string Plain(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";
}
