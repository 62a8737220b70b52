using Mingce.Rules;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Activities;

/// <summary>活动类型目录: the kinds of activity, from catalogue/kinds.yaml, and those of a unit.</summary>
public sealed class KindCatalogue
{
    private static readonly Dictionary<string, FieldType> FieldTypes = new()
    {
        ["text"] = FieldType.Text,
        ["number"] = FieldType.Number,
        ["date"] = FieldType.Date,
        ["choice"] = FieldType.Choice,
        ["yes-no"] = FieldType.YesNo,
    };

    private static readonly Lazy<KindCatalogue> Default = new(() => YamlMap.ReadDelivered("kinds.yaml", Read));

    private readonly Dictionary<string, CatalogueKind> byId;

    private KindCatalogue(IReadOnlyList<CatalogueKind> kinds)
    {
        All = kinds;
        byId = kinds.ToDictionary(kind => kind.Id);
    }

    /// <summary>Every kind, in the file's order, then the unit's own; also those that are out of use.</summary>
    public IReadOnlyList<CatalogueKind> All { get; }

    /// <summary>Those that forms offer.</summary>
    public IEnumerable<CatalogueKind> InUse => All.Where(kind => !kind.IsRetired);

    /// <summary>Those that a reader of reports tells apart: what the unit does not need it may still have done.</summary>
    public IReadOnlyList<Kind> ForReading => [.. All.Where(kind => !(kind is { IsOwn: true, IsRetired: true }))];

    /// <summary>The kind, or null where the catalogue has none of that id.</summary>
    public CatalogueKind? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The kind and all that it counts as, the nearest first; an id that the catalogue does not have stands alone.</summary>
    public IEnumerable<string> LineOf(string id)
    {
        for (var next = id; next is not null; next = Find(next)?.CountsAs)
            yield return next;
    }

    /// <summary>The kind and all that count as it.</summary>
    public IReadOnlyList<string> CountingAs(string id) => [id, .. All.Where(kind => kind.Id != id && LineOf(kind.Id).Contains(id)).Select(kind => kind.Id)];

    /// <summary>Whether records of the kind have no title, text, place or file of their own.</summary>
    public bool HasNoContent(string id) => LineOf(id).Any(line => Find(line)?.HasNoContent == true);

    /// <summary>Whether records of the kind name and count nobody.</summary>
    public bool NamesNobody(string id) => LineOf(id).Any(line => Find(line)?.NamesNobody == true);

    /// <summary>The fields of a kind with the ids under which a record keeps their values, those of the kind it counts as first.</summary>
    public IEnumerable<(string Id, KindField Field)> FieldsOf(string id) => LineOf(id).Reverse()
        .Select(Find).OfType<CatalogueKind>()
        .SelectMany(kind => kind.Fields.Select(field => ($"{kind.Id}.{field.Id}", field)));

    /// <summary>The field of a kept value; null where the catalogue has it no more.</summary>
    public KindField? FindField(string fieldId) =>
        fieldId.LastIndexOf('.') is > 0 and var dot ? Find(fieldId[..dot])?.Fields.FirstOrDefault(field => field.Id == fieldId[(dot + 1)..]) : null;

    /// <summary>This catalogue with what a unit says of it.</summary>
    public KindCatalogue With(IReadOnlyCollection<UnitKind> rows)
    {
        if (rows.Count == 0)
            return this;
        var retired = rows.Where(row => row.IsRetired).Select(row => row.KindId).ToHashSet();
        return new KindCatalogue([
            .. All.Select(kind => retired.Contains(kind.Id) ? kind with { IsRetired = true } : kind),
            .. rows.Where(row => row.IsOwn).OrderBy(row => row.Id).Select(row => row.ToKind())]);
    }

    /// <summary>The catalogue that came with the program.</summary>
    /// <exception cref="UserFaultException">The file is not a catalogue of kinds; the message names line and reason.</exception>
    public static KindCatalogue LoadDefault() => Default.Value;

    /// <exception cref="UserFaultException">The text is not a catalogue of kinds; the message names line and reason.</exception>
    public static KindCatalogue Parse(string text, string fileName) => YamlMap.Read(text, fileName, Read);

    /// <summary>The id that a catalogue file names.</summary>
    internal string IdAt(YamlNode node) => Find(YamlMap.Text(node))?.Id ?? throw YamlFaultException.At(node, $"未知的活动类型“{node}”");

    /// <summary>The ids that a key of a catalogue file names; none where it is absent.</summary>
    internal IReadOnlyList<string> IdsAt(YamlMap map, string key) => [.. map.Texts(key).Select(id => Find(id)?.Id ?? throw map.Fault($"未知的活动类型“{id}”"))];

    private static KindCatalogue Read(YamlNode root)
    {
        var ids = new HashSet<string>();
        return new KindCatalogue([.. YamlMap.List(root).Select(node => ReadKind(node, ids))]);
    }

    private static CatalogueKind ReadKind(YamlNode node, HashSet<string> ids)
    {
        var map = new YamlMap(node, "id", "name", "signals", "hints", "except", "counts-as", "narrows", "persons", "content", "fields");
        // A kind stands below the one it counts as, so that no circle comes about.
        if (map.Has("counts-as") && !ids.Contains(map.Text("counts-as")))
            throw map.Fault($"counts-as“{map.Text("counts-as")}”应为上文已有的活动类型");
        if (!ids.Add(map.Text("id")))
            throw map.Fault($"活动类型“{map.Text("id")}”重复");
        return new CatalogueKind(map.Text("id"), map.Text("name"), map.Texts("signals"), map.Texts("hints"), map.Texts("except"))
        {
            CountsAs = map.Has("counts-as") ? map.Text("counts-as") : null,
            Narrows = map.Texts("narrows"),
            NamesNobody = map.Has("persons", "none"),
            HasNoContent = map.Has("content", "none"),
            Fields = map.Has("fields") ? [.. map.List("fields").Select(ReadField)] : [],
        };
    }

    private static KindField ReadField(YamlNode node)
    {
        var map = new YamlMap(node, "id", "name", "type", "unit", "choices", "lines", "hint", "tasks");
        return new KindField(map.Text("id"), map.Text("name"), YamlMap.OneOf(map["type"], "type", FieldTypes))
        {
            Unit = map.TextOr("unit", ""),
            Choices = map.Texts("choices"),
            Lines = map.PositiveOr("lines", 1),
            Hint = map.TextOr("hint", ""),
            MakesTasks = map.Has("tasks", "yes"),
        };
    }
}
