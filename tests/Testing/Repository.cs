namespace Testing;

/// <summary>The files of the source tree the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>The files that belong to the project: no build results, no browser libraries.</summary>
    public static IEnumerable<string> Files(string pattern) => new[] { "src", "tests", "bench", "catalogue" }
        .Select(Path).Where(Directory.Exists)
        .SelectMany(d => Directory.EnumerateFiles(d, pattern, SearchOption.AllDirectories))
        .Where(f => !System.IO.Path.GetRelativePath(Root, f).Split('/', '\\').Any(p => p is "bin" or "obj" or "node_modules" or "lib"));

    private static string Find(string? folder) =>
        folder is null ? throw new DirectoryNotFoundException("Mingce.slnx is not above the tests.")
        : File.Exists(System.IO.Path.Combine(folder, "Mingce.slnx")) ? folder : Find(System.IO.Path.GetDirectoryName(folder));
}
