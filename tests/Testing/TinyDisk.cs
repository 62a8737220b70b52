using System.Diagnostics;

namespace Testing;

/// <summary>A disk of one megabyte, to be full on; only root can have one.</summary>
public sealed class TinyDisk : IDisposable
{
    public const int Size = 2 << 20;

    private readonly TempFolder folder = new();

    public TinyDisk()
    {
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "none", folder.Path))
        {
            folder.Dispose();
            throw new InvalidOperationException("A tmpfs cannot be mounted.");
        }
    }

    public string Path => folder.Path;

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? WhyMissing { get; } = FindWhyMissing();

    public void Dispose()
    {
        Run("umount", "--lazy", folder.Path);
        folder.Dispose();
    }

    private static string? FindWhyMissing()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "Needs root on Linux, to mount a disk that is full after 2 MB.";
        }
        try
        {
            using var disk = new TinyDisk();
            return null;
        }
        catch (InvalidOperationException)
        {
            return "This machine does not let root mount a tmpfs.";
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A fact about a full disk, reported as skipped where a <see cref="TinyDisk"/> cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnTinyDiskAttribute : FactAttribute
{
    public OnTinyDiskAttribute() => Skip = TinyDisk.WhyMissing;
}
