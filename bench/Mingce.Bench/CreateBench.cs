using System.Diagnostics;
using System.Security.Cryptography;
using Hammer;
using Mingce.Core.Storage;
using Microsoft.Win32.SafeHandles;

namespace Mingce.Bench;

/// <summary>Registering an activity with a photo of 30 KB through the form, against the bare durable writes of the same: the photo, and a row in a log.</summary>
internal static class CreateBench
{
    private const int PhotoBytes = 30 << 10;
    // What the ledger writes for one record: pages of the tables and their indexes.
    private const int RowBytes = 16 << 10;
    private const int Records = 200;
    // Until then much of the program is still being compiled.
    private const int WarmUp = 2000;
    private const string Flushes = "fsync,fdatasync";
    private const string FlushTime = "3000";

    /// <summary>The same, all of it, where every flush takes 3 ms, as on a common SSD; the disk of a virtual machine may answer at once.</summary>
    public static async Task RunSlowAsync()
    {
        string[] arguments =
        [
            "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", $"trace={Flushes}", "-e", $"inject={Flushes}:delay_enter={FlushTime}",
            Environment.ProcessPath!, typeof(CreateBench).Assembly.Location, "create",
        ];
        using var traced = Process.Start("strace", arguments);
        await traced.WaitForExitAsync();
    }

    public static Task RunAsync() => ServerBench.WithServerAsync(async (ours, password, _) =>
    {
        using var server = await ServerProcess.StartAsync(ours.Program, ours.Arguments);
        using var user = new Writers(server.Url) { PhotoBytes = PhotoBytes };
        await user.SignInAsync("admin", password);
        await user.RegisterAsync(await user.GetPageAsync("/activities/new"), 8, WarmUp);
        var place = Directory.CreateTempSubdirectory("mingce-bare-").FullName;
        try
        {
            foreach (var clients in new[] { 1, 8, 32 })
            {
                var form = await user.GetPageAsync("/activities/new");
                await Rounds.CompareAsync(
                    $"create: {Records} records with a photo of {PhotoBytes >> 10} KB by {clients} clients", () => user.RegisterAsync(form, clients, Records),
                    "bare durable writes of the same", () => WriteBareAsync(place, clients));
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    });

    // As the ledger does it: photo → fsync → rename → fsync of its folder → row → fsync of the log, one row at a time.
    private static async Task WriteBareAsync(string place, int clients)
    {
        using var log = File.OpenHandle(Path.Combine(place, "log"), FileMode.OpenOrCreate, FileAccess.Write);
        var one = new SemaphoreSlim(1);
        var row = new byte[RowBytes];
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Records / clients; i++)
            {
                WritePhoto(place);
                await one.WaitAsync();
                WriteRow(log, row);
                one.Release();
            }
        })));
    }

    private static void WritePhoto(string place)
    {
        var photo = RandomNumberGenerator.GetBytes(PhotoBytes);
        var name = Convert.ToHexStringLower(SHA256.HashData(photo));
        var folder = Path.Combine(place, name[..2]);
        DurableFile.CreateDirectory(folder);
        var temporary = Path.Combine(place, name + ".part");
        using (var stream = File.Create(temporary))
        {
            stream.Write(photo);
            stream.Flush(flushToDisk: true);
        }
        DurableFile.Publish(temporary, Path.Combine(folder, name));
    }

    private static void WriteRow(SafeFileHandle log, byte[] row)
    {
        RandomAccess.Write(log, row, RandomAccess.GetLength(log));
        RandomAccess.FlushToDisk(log);
    }
}
