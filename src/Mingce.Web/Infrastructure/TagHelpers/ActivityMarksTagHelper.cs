using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mingce.Web.Infrastructure.TagHelpers;

/// <summary>How a record stands: 草稿, 汇总, 缺佐证, 历史导入, 补录. Needs its evidence to be loaded.</summary>
[HtmlTargetElement("activity-marks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ActivityMarksTagHelper : TagHelper
{
    public required Activity Activity { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "marks");
        Mark(Activity.Status == ActivityStatus.Draft, "草稿", "tag-due");
        Mark(Activity.Status == ActivityStatus.Superseded, "已替换", "");
        Mark(Activity.Status == ActivityStatus.Deleted, "已删除", "");
        Mark(Activity.IsSummary, "汇总", "");
        Mark(Activity.Evidence.Count == 0, "缺佐证", "tag-due");
        Mark(Activity.Evidence.Count > 0, $"佐证 {Activity.Evidence.Count}", "tag-good");
        Mark(Activity.Mark == EntryMark.History, "历史导入", "");
        Mark(Activity.Mark == EntryMark.Late, "补录", "");

        void Mark(bool shown, string word, string cssClass)
        {
            if (!shown)
                return;
            var tag = new TagBuilder("span");
            tag.AddCssClass(("tag " + cssClass).TrimEnd());
            tag.InnerHtml.Append(word);
            output.Content.AppendHtml(tag);
        }
    }
}
