using Mingce.Rules;

namespace Mingce.Core.Activities;

/// <summary>活动类型目录: the kinds of activity, from catalogue/kinds.yaml.</summary>
public sealed class KindCatalogue
{
    private readonly Dictionary<string, Kind> byId;

    private KindCatalogue(IReadOnlyList<Kind> kinds)
    {
        All = kinds;
        byId = kinds.ToDictionary(kind => kind.Id);
    }

    /// <summary>Every kind, in the file's order.</summary>
    public IReadOnlyList<Kind> All { get; }

    /// <summary>The kind, or null where the catalogue has none of that id.</summary>
    public Kind? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The catalogue that came with the program.</summary>
    public static KindCatalogue LoadDefault() => Load(Path.Combine(AppContext.BaseDirectory, "catalogue", "kinds.yaml"));

    /// <exception cref="UserFaultException">The file is not a catalogue of kinds; the message names line and reason.</exception>
    public static KindCatalogue Load(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <exception cref="UserFaultException">The text is not a catalogue of kinds; the message names line and reason.</exception>
    public static KindCatalogue Parse(string text, string fileName)
    {
        try
        {
            var kinds = new List<Kind>();
            var ids = new HashSet<string>();
            foreach (var node in YamlMap.List(YamlMap.Root(text)))
            {
                var map = new YamlMap(node, "id", "name", "signals", "hints", "except");
                if (!ids.Add(map.Text("id")))
                    throw map.Fault($"活动类型“{map.Text("id")}”重复");
                kinds.Add(new Kind(map.Text("id"), map.Text("name"), map.Texts("signals"), map.Texts("hints"), map.Texts("except")));
            }
            return new KindCatalogue(kinds);
        }
        catch (YamlFaultException e)
        {
            throw new UserFaultException($"{fileName} 第{e.Line}行：{e.Message}", e);
        }
    }
}
