using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Hammer;

/// <summary>Cuts an ext4 file system off as a power cut would: nothing in memory, its journal included, reaches the disk any more.</summary>
internal static partial class PowerCut
{
    private const uint Ext4IocShutdown = 0x8004587d;
    private const uint NoLogFlush = 2;

    public static void Cut(string mount)
    {
        var flags = NoLogFlush;
        var descriptor = open(mount, 0);
        if (descriptor < 0 || ioctl(descriptor, Ext4IocShutdown, ref flags) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
        _ = close(descriptor);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int descriptor, nuint request, ref uint argument);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
