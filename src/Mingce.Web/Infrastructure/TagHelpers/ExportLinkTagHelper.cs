using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mingce.Web.Infrastructure.TagHelpers;

/// <summary>导出表格: the list of the page as it is filtered. See <see cref="SheetFile"/>.</summary>
[HtmlTargetElement("export-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ExportLinkTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public string Text { get; set; } = "导出表格";

    /// <summary>The page's handler, where it has several lists.</summary>
    public string Handler { get; set; } = "sheet";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var kept = request.Query.Where(q => q.Key is not ("p" or "handler") && q.Value.ToString().Length > 0);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "btn");
        output.Attributes.SetAttribute("href", request.Path + QueryString.Create(kept).Add("handler", Handler).ToString());
        output.Content.SetContent(Text);
    }
}
