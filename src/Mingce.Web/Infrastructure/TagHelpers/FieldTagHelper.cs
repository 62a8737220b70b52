using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mingce.Web.Infrastructure.TagHelpers;

/// <summary>A form field: label, hint, control and error, tied together for screen readers.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public string Label { get; set; } = "";
    public string Hint { get; set; } = "";

    /// <summary>An input type, or textarea; a field with <see cref="Items"/> is a select.</summary>
    public string Type { get; set; } = "text";
    public bool Required { get; set; }
    public string? Autocomplete { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // In a partial the name of the model that it was given comes first.
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        ViewContext.ModelState.TryGetValue(name, out var state);
        var error = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var id = TagBuilder.CreateSanitizedId(name, "_");

        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (!Required)
            label.InnerHtml.AppendHtml(Span("optional", "（可不填）", null));

        var control = Control(state?.AttemptedValue ?? Format(For.Model));
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (Required)
            control.Attributes["required"] = "required";
        if (Autocomplete is not null)
            control.Attributes["autocomplete"] = Autocomplete;
        // Whatever else the page says (min, maxlength, accept, multiple) belongs to the control.
        foreach (var attribute in output.Attributes)
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? attribute.Name;
        output.Attributes.Clear();
        var described = string.Join(' ', new[] { Hint.Length > 0 ? id + "-hint" : "", error is null ? "" : id + "-error" }.Where(s => s.Length > 0));
        if (described.Length > 0)
            control.Attributes["aria-describedby"] = described;
        if (error is not null)
            control.Attributes["aria-invalid"] = "true";

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field has-error");
        output.Content.AppendHtml(label);
        if (Hint.Length > 0)
            output.Content.AppendHtml(Span("hint", Hint, id + "-hint"));
        output.Content.AppendHtml(control);
        if (error is not null)
            output.Content.AppendHtml(Span("field-error", error, id + "-error"));
    }

    private TagBuilder Control(string value)
    {
        if (Items is not null)
        {
            var select = new TagBuilder("select");
            select.AddCssClass("form-select");
            foreach (var item in Items)
            {
                var option = new TagBuilder("option");
                option.Attributes["value"] = item.Value;
                if (item.Value == value)
                    option.Attributes["selected"] = "selected";
                option.InnerHtml.Append(item.Text);
                select.InnerHtml.AppendHtml(option);
            }
            return select;
        }
        var control = new TagBuilder(Type == "textarea" ? "textarea" : "input");
        control.AddCssClass("form-control");
        if (Type == "textarea")
        {
            // A browser drops the first line break of a text area.
            control.InnerHtml.Append("\n" + value);
            return control;
        }
        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes["type"] = Type;
        // Passwords are never sent back, and files cannot be.
        if (Type is not ("password" or "file"))
            control.Attributes["value"] = value;
        return control;
    }

    private static string Format(object? model) => model switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd"),
        _ => model.ToString() ?? "",
    };

    private static TagBuilder Span(string cssClass, string text, string? id)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(cssClass);
        if (id is not null)
            span.Attributes["id"] = id;
        span.InnerHtml.Append(text);
        return span;
    }
}
