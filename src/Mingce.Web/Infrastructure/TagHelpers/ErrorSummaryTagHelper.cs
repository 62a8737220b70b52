using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mingce.Web.Infrastructure.TagHelpers;

/// <summary>What has to be put right before the form can be saved, each a link to its field; nothing when all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.SelectMany(s => s.Value!.Errors.Select(e => (Field: s.Key, e.ErrorMessage))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice-bad");
        output.Attributes.SetAttribute("role", "alert");
        var list = new TagBuilder("ul");
        foreach (var (field, message) in errors)
        {
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(field.Length == 0 ? Text(message) : Link(field, message));
            list.InnerHtml.AppendHtml(item);
        }
        output.Content.AppendHtml(list);
    }

    private static TagBuilder Link(string field, string message)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        link.InnerHtml.Append(message);
        return link;
    }

    private static TagBuilder Text(string message)
    {
        var span = new TagBuilder("span");
        span.InnerHtml.Append(message);
        return span;
    }
}
