using Mingce.Rules.Schemes;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mingce.Web.Infrastructure.TagHelpers;

/// <summary>Points earned of points possible, with a sign beside the colour: ✓ 3/4.</summary>
[HtmlTargetElement("score", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScoreTagHelper : TagHelper
{
    /// <summary>Hundredths.</summary>
    public int Earned { get; set; }

    /// <summary>Hundredths; null is 未赋分.</summary>
    public int? Possible { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Possible is not { } possible)
        {
            output.Attributes.SetAttribute("class", "tag");
            output.Content.SetContent("未赋分");
            return;
        }
        var (sign, word, cssClass) = Earned >= possible ? ("✓", "已满足", "good") : Earned > 0 ? ("◐", "部分满足", "due") : ("✕", "未满足", "bad");
        output.Attributes.SetAttribute("class", "score " + cssClass);
        output.Content.AppendHtml($"<span aria-hidden=\"true\">{sign}</span><span class=\"visually-hidden\">{word}</span> {PointsText.Of(Earned)}/{PointsText.Of(possible)}");
    }
}
