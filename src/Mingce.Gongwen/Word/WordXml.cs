using System.Globalization;
using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>Steps through WordprocessingML by local names: the transitional and the strict form differ only in their namespaces.</summary>
internal static class WordXml
{
    public static XElement? Child(this XElement? element, string name)
    {
        for (var node = element?.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is XElement child && child.Name.LocalName == name) return child;
        }
        return null;
    }

    public static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    /// <summary>All elements below of this name; not those of a Fallback, which repeat what stands before it.</summary>
    public static IEnumerable<XElement> Below(this XElement element, string name)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == "Fallback") continue;
            if (child.Name.LocalName == name) yield return child;
            foreach (var deeper in child.Below(name)) yield return deeper;
        }
    }

    /// <summary>As <see cref="Below"/>, but nothing inside of what was found.</summary>
    public static IEnumerable<XElement> Top(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName != "Fallback")
        .SelectMany(child => child.Name.LocalName == name ? [child] : child.Top(name));

    public static string? Get(this XElement? element, string attribute)
    {
        for (var found = element?.FirstAttribute; found is not null; found = found.NextAttribute)
        {
            if (found.Name.LocalName == attribute && !found.IsNamespaceDeclaration) return found.Value;
        }
        return null;
    }

    public static string? Val(this XElement? element) => element.Get("val");

    /// <summary>A whole number; a fraction is cut, a unit (strict form) is turned into twips.</summary>
    public static int? Number(this XElement? element, string attribute = "val")
    {
        var text = element.Get(attribute);
        if (text is null) return null;
        var twips = text.Length < 3 ? 0 : text[^2..] switch { "pt" => 20, "mm" => 1440 / 25.4, "cm" => 14400 / 25.4, "in" => 1440, _ => 0.0 };
        var digits = twips > 0 ? text[..^2] : text;
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return null;
        value = twips > 0 ? value * twips : value;
        return Math.Abs(value) <= 1_000_000 ? (int)value : null;
    }

    /// <summary>An element that says yes by being there: false where its value says no, null where it is missing.</summary>
    public static bool? OnOff(this XElement? properties, string name) =>
        properties.Child(name) is { } element ? element.Val() is not ("0" or "false" or "off" or "none") : null;
}
