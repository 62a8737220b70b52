using Mingce.Core.Activities;

namespace Mingce.Core.Preparations;

/// <summary>A paper that is made before an activity.</summary>
/// <param name="Id">Stable, part of addresses.</param>
/// <param name="Name">通知; it begins the name of the file.</param>
/// <param name="Note">What tells it from another of that name: 道德讲堂; else empty.</param>
/// <param name="Kinds">The kinds of activity it is for; none: all.</param>
/// <param name="Except">The kinds that have another paper of that name.</param>
/// <param name="Steps">流程 that activities of its kinds usually have; may be empty.</param>
/// <param name="Delivered">The template that came with the program.</param>
public sealed record PaperForm(string Id, string Name, string Note, IReadOnlyList<string> Kinds, IReadOnlyList<string> Except, IReadOnlyList<string> Steps, string Delivered)
{
    /// <summary>主持词（道德讲堂）.</summary>
    public string FullName => Note.Length > 0 ? $"{Name}（{Note}）" : Name;

    /// <param name="line">The kind of an activity and all that it counts as.</param>
    public bool IsFor(IReadOnlyList<string> line) => (Kinds.Count == 0 || Kinds.Any(line.Contains)) && !Except.Any(line.Contains);
}

/// <summary>The papers that can be made, from catalogue/templates/papers.yaml and the templates beside it.</summary>
public sealed class PaperCatalogue
{
    private PaperCatalogue(IReadOnlyList<PaperForm> all) => All = all;

    public IReadOnlyList<PaperForm> All { get; }

    /// <summary>The form; null where there is none of that id.</summary>
    public PaperForm? Find(string id) => All.FirstOrDefault(form => form.Id == id);

    /// <summary>The papers of an activity of the kind.</summary>
    public IReadOnlyList<PaperForm> For(string kindId, KindCatalogue kinds)
    {
        List<string> line = [.. kinds.LineOf(kindId)];
        return [.. All.Where(form => form.IsFor(line))];
    }

    /// <summary>流程 that an activity of the kind usually has; may be empty.</summary>
    public IReadOnlyList<string> StepsOf(string kindId, KindCatalogue kinds) => For(kindId, kinds).FirstOrDefault(form => form.Steps.Count > 0)?.Steps ?? [];

    /// <exception cref="UserFaultException">A file is wrong; the message names line and reason.</exception>
    public static PaperCatalogue LoadDefault(KindCatalogue kinds) => YamlMap.ReadDelivered("templates/papers.yaml", root =>
        new PaperCatalogue([.. YamlMap.List(root).Select(node => Read(new(node, "id", "name", "note", "kinds", "except", "steps"), kinds))]));

    private static PaperForm Read(YamlMap map, KindCatalogue kinds)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "catalogue", "templates", "papers", map.Text("id") + ".hbs");
        var delivered = File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd('\n');
        if (PaperFilling.Faults(delivered) is [var fault, ..])
        {
            throw map.Fault($"模板 {map.Text("id")}.hbs 第{fault.Line}行：{fault.Message}");
        }
        return new PaperForm(map.Text("id"), map.Text("name"), map.TextOr("note", ""), kinds.IdsAt(map, "kinds"), kinds.IdsAt(map, "except"), map.Texts("steps"), delivered);
    }
}
