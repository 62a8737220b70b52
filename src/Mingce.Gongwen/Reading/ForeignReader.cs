using System.Xml.Linq;
using Mingce.Gongwen.Word;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen.Reading;

/// <summary>Gathers what a .docx holds besides its text and our own parts.</summary>
internal static class ForeignReader
{
    private static readonly char[] PageNumberSigns = ['—', '－', '-', '–', '第', '页', '共', '/', ' ', '　'];

    /// <param name="section">Of the last section.</param>
    /// <param name="styles">The style sheet.</param>
    /// <returns>Null where all is ours.</returns>
    public static ForeignParts? Read(DocxPackage package, XElement main, XElement? section, XElement? styles)
    {
        var folder = package.MainName[..(package.MainName.LastIndexOf('/') + 1)];
        var relationsName = $"{folder}_rels/{package.MainName[folder.Length..]}.rels";
        var relations = package.LoadPart(relationsName) ?? new XElement(XName.Get("Relationships", FixedParts.PackageRelationsNamespace));
        var ours = relations.Elements().Where(relation => relation.Get("Id")?.StartsWith(PackageParts.OwnPrefix, StringComparison.Ordinal) == true).ToList();
        HashSet<string> ourParts = new(ours.Select(relation => package.Target(relation.Get("Id"))).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        ours.Remove();
        var (stylesPart, settingsPart) = (Foreign(package.Related("styles")), Foreign(package.Related("settings")));
        string?[] rewritten = ["[Content_Types].xml", relationsName, package.MainName, stylesPart, settingsPart];
        var names = package.PartNames.Where(name => !rewritten.Contains(name, StringComparer.OrdinalIgnoreCase) && !ourParts.Contains(name) && !name.EndsWith('/')).ToList();
        List<XAttribute> rootAttributes = [.. main.Attributes().Where(attribute => !(attribute.IsNamespaceDeclaration && attribute.Name.LocalName is "w" or "r" or "xmlns"))];
        if (ours.Count > 0 && !relations.HasElements && stylesPart is null && rootAttributes.Count == 0 && package.MainName == PackageParts.OwnMainPart && names is ["_rels/.rels"]) return null;

        var types = package.LoadPart("[Content_Types].xml") ?? throw UnreadableDocumentException.Damaged();
        types.Elements().Where(type => type.Get("PartName") is { } name && ourParts.Contains(name.TrimStart('/'))).Remove();
        var sheet = stylesPart is null ? null : styles;
        sheet?.Elements().Where(style => style.Get("styleId")?.StartsWith(Styles.Prefix, StringComparison.Ordinal) == true).Remove();
        var footers = section.Children("footerReference").Where(reference => Foreign(package.Target(reference.Get("id"))) is not null).ToList();
        var hasFooters = footers.Exists(reference => package.LoadById(reference.Get("id")) is { } footer && HoldsMoreThanPageNumber(footer));
        return new ForeignParts
        {
            MainPart = package.MainName,
            Parts = [.. names.Select(name => (name, package.Bytes(name)))],
            ContentTypes = types,
            Relations = relations,
            Styles = sheet,
            StylesPart = stylesPart ?? "",
            Settings = settingsPart is null ? null : package.LoadPart(settingsPart),
            SettingsPart = settingsPart ?? "",
            RootAttributes = rootAttributes,
            BeforeBody = [.. main.Elements().TakeWhile(element => element.Name.LocalName != "body")],
            HeaderReferences = [.. section.Children("headerReference"), .. hasFooters ? footers : []],
            HasFooters = hasFooters,
        };

        string? Foreign(string? name) => name is null || ourParts.Contains(name) ? null : name;
    }

    private static bool HoldsMoreThanPageNumber(XElement footer) =>
        footer.Below("t").Any(text => text.Value.Trim(PageNumberSigns).Any(letter => !char.IsAsciiDigit(letter))) || footer.Below("drawing").Any() || footer.Below("pict").Any() || footer.Below("tbl").Any();
}
