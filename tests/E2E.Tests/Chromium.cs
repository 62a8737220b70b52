using Microsoft.Playwright;

namespace E2E.Tests;

/// <summary>The Chromium that the system has: the tests download no browser.</summary>
internal static class Chromium
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>The reason why there is no browser to test with; null where there is.</summary>
    public static string? WhyMissing { get; } = Program is null ? "no Chromium on this machine (apt-get install chromium)" : null;

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Program,
        // Root, as in a container, cannot have the sandbox; /dev/shm is small there.
        Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-default-browser-check"],
    });
}

/// <summary>A theory that needs a browser; reported as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyMissing;
}
