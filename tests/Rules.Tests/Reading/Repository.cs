using YamlDotNet.Serialization;

namespace Mingce.Rules.Tests.Reading;

/// <summary>Files of the repository and, where they lie beside it, the labelled reports.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<Kind> Kinds = LoadKinds();

    /// <summary>A folder beside the repository, else null.</summary>
    public static string? Shared(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", name));
        return Directory.Exists(folder) ? folder : null;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Mingce.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static List<Kind> LoadKinds() =>
        [.. new DeserializerBuilder().WithCaseInsensitivePropertyMatching().Build()
            .Deserialize<List<Row>>(File.ReadAllText(Path.Combine(Root, "catalogue", "kinds.yaml")))
            .Select(row => new Kind(row.Id, row.Name, row.Signals))];

    private sealed class Row
    {
        public string Id { get; set; } = "";
        public string Name { get; set; } = "";
        public List<string> Signals { get; set; } = [];
    }
}
