using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mingce.Core.Storage;

/// <summary>Writes that survive a power cut: temp file → write → fsync → rename → fsync of the directory.</summary>
public static partial class DurableFile
{
    private const string Leftover = ".mingce-";

    /// <summary>Puts a finished temp file in its place. The caller has flushed it with <c>Flush(flushToDisk: true)</c>.</summary>
    public static void Publish(string temporary, string target)
    {
        File.Move(temporary, target, overwrite: true);
        SyncDirectory(Path.GetDirectoryName(target)!);
    }

    /// <summary>
    /// Writes a result file at a place the user chose: whole or not at all. An existing file is replaced only at the end.
    /// </summary>
    /// <exception cref="UserFaultException">The place is no regular file, cannot be written, or the disk is full.</exception>
    public static async Task WriteAsync(string path, Func<FileStream, Task> write)
    {
        var target = Path.GetFullPath(path);
        var directory = Path.GetDirectoryName(target)!;
        // A rename would replace a device such as /dev/full by a file.
        if (Directory.Exists(target) || target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            throw new UserFaultException($"{path} 不是普通文件，请用 -o 指定一个文件名。");
        }
        if (!Directory.Exists(directory))
        {
            throw new UserFaultException($"文件夹 {directory} 不存在，请先建立或另选位置。");
        }
        // Not named after the target, whose name may already be as long as a name can be.
        var temporary = Path.Combine(directory, $"{Leftover}{Guid.CreateVersion7():n}.part");
        try
        {
            RemoveLeftovers(directory);
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }
            Publish(temporary, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserFaultException($"{path} 未写入，原有内容未改动。{Faults.Explain(e)}", e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // A killed run leaves its temp file, perhaps of gigabytes; one that is still being written is locked by its writer.
    private static void RemoveLeftovers(string directory)
    {
        foreach (var left in Directory.EnumerateFiles(directory, $"{Leftover}*.part"))
        {
            try
            {
                using (File.Open(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    File.Delete(left);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or somebody else's.
            }
        }
    }

    /// <summary>Creates a folder that survives a power cut; its parents exist.</summary>
    public static void CreateDirectory(string directory)
    {
        if (!Directory.Exists(directory))
        {
            Directory.CreateDirectory(directory);
            SyncDirectory(Path.GetDirectoryName(directory)!);
        }
    }

    /// <summary>Creates a folder, and what is missing above it, for its owner only; it survives a power cut.</summary>
    public static void CreatePrivateDirectory(string directory)
    {
        if (Directory.Exists(directory))
        {
            return;
        }
        var parent = Path.GetDirectoryName(directory)!;
        CreatePrivateDirectory(parent);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        SyncDirectory(parent);
    }

    /// <summary>Makes a rename in the directory durable; .NET has no call for it.</summary>
    public static void SyncDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS journals its directories; they cannot be opened for a flush.
        }
        var descriptor = open(directory, DirectoryReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"Cannot open directory {directory}", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
        try
        {
            if (fsync(descriptor) != 0)
            {
                throw new IOException($"Cannot sync directory {directory}", new Win32Exception(Marshal.GetLastPInvokeError()));
            }
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    private static readonly int DirectoryReadOnly = OperatingSystem.IsMacOS() ? 0x100000 : 0x10000; // O_DIRECTORY | O_RDONLY

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
