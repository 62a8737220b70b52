using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mingce.Web.Infrastructure.TagHelpers;

/// <summary>上一页 and 下一页 of a list, which keep its filter; nothing for a single page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Number { get; set; }
    public int Size { get; set; }
    public int Total { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pages = (Total + Size - 1) / Size;
        if (pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "分页");
        AddLink(output, Number > 1, 1, "首页");
        AddLink(output, Number > 1, Number - 1, "上一页");
        output.Content.Append($"第 {Number} 页，共 {pages} 页");
        AddLink(output, Number < pages, Number + 1, "下一页");
        AddLink(output, Number < pages, pages, "末页");
    }

    private void AddLink(TagHelperOutput output, bool shown, int page, string word)
    {
        if (!shown)
            return;
        var kept = ViewContext.HttpContext.Request.Query.Where(q => q.Key != "p" && q.Value.ToString().Length > 0);
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-sm");
        link.Attributes["href"] = QueryString.Create(kept).Add("p", page.ToString()).ToString();
        link.InnerHtml.Append(word);
        output.Content.AppendHtml(link);
    }
}
