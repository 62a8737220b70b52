using Mingce.Core.Activities;
using Mingce.Rules.Schemes;

namespace Mingce.Core.Assessment;

/// <summary>The schemes of a directory; a scheme's file has its id as name.</summary>
public sealed class SchemeCatalogue(string directory, KindCatalogue kinds)
{
    /// <summary>The schemes that came with the program.</summary>
    public static SchemeCatalogue Default(KindCatalogue kinds) =>
        new(Path.Combine(AppContext.BaseDirectory, "catalogue", "schemes"), kinds);

    /// <summary>Ids, in order.</summary>
    public IReadOnlyList<string> Ids => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Every scheme, in the order of the ids.</summary>
    /// <exception cref="SchemeFileException">A file is wrong.</exception>
    public IReadOnlyList<Scheme> LoadAll() => [.. Ids.Select(Load)];

    /// <exception cref="UserFaultException">There is no scheme of that id; the message names those there are.</exception>
    /// <exception cref="SchemeFileException">Its file is wrong.</exception>
    public Scheme Load(string id)
    {
        // Only names from the list become paths.
        if (!Ids.Contains(id))
            throw new UserFaultException($"没有测评体系“{id}”，可用：{string.Join("、", Ids)}");
        var scheme = SchemeFile.Load(Path.Combine(directory, id + ".yaml"), kinds);
        return scheme.Id == id
            ? scheme
            : throw new SchemeFileException(id + ".yaml", 1, $"id“{scheme.Id}”应与文件名一致");
    }
}
