using Mingce.Rules.Routines;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mingce.Web.Infrastructure.TagHelpers;

/// <summary>How an occurrence stands, by sign and word: ✓ 已办, ！逾期 3 天.</summary>
[HtmlTargetElement("occurrence-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OccurrenceMarkTagHelper : TagHelper
{
    public required Occurrence Occurrence { get; set; }
    public DateOnly Today { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (sign, word) = Words.Of(Occurrence);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tag " + ClassOf(Occurrence.State));
        output.Content.AppendHtml($"<span aria-hidden=\"true\">{sign}</span> ");
        output.Content.Append(Occurrence.State == OccurrenceState.Overdue ? Words.DueIn(Occurrence, Today)
            : Occurrence.Needed > 1 && Occurrence.State != OccurrenceState.NotHeld ? $"{word} {Occurrence.Deeds.Count}/{Occurrence.Needed} 次"
            : word);
    }

    public static string ClassOf(OccurrenceState state) => state switch
    {
        OccurrenceState.Done => "tag-good",
        OccurrenceState.Due => "tag-due",
        OccurrenceState.Overdue => "tag-bad",
        OccurrenceState.NotHeld or OccurrenceState.Postponed => "",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state"),
    };
}
