using System.Security.Cryptography;
using Hammer;

// For tests/power-cut.sh. The list of what was acknowledged lies on another disk than the data.
return args switch
{
    ["cut", var url, var name, var password, var mount, var list] => await CutAsync(new Uri(url), name, password, mount, list),
    ["check", var data, var list] => await CheckAsync(data, list),
    _ => Usage(),
};

// Eight writers; after a random number of answers the power goes. Only what was answered before that is on the list.
static async Task<int> CutAsync(Uri url, string name, string password, string mount, string list)
{
    using var writers = new Writers(url);
    await writers.SignInAsync(name, password);
    using var done = new CancellationTokenSource();
    var left = RandomNumberGenerator.GetInt32(1, 150);
    var before = new List<string>();
    await writers.RunAsync(8, registered =>
    {
        lock (before)
        {
            if (left == 0)
            {
                return;
            }
            before.Add($"{registered.Id} {registered.Sha256}");
            if (--left == 0)
            {
                PowerCut.Cut(mount);
                done.Cancel();
            }
        }
    }, done.Token);
    await File.AppendAllLinesAsync(list, before);
    Console.WriteLine($"{before.Count} acknowledged before the cut");
    return left == 0 ? 0 : 2;
}

static async Task<int> CheckAsync(string data, string list)
{
    var acknowledged = (await File.ReadAllLinesAsync(list)).Select(l => l.Split(' ')).Select(l => new Registered(Guid.Parse(l[0]), l[1])).ToList();
    var losses = await Verification.FindLossesAsync(data, null, acknowledged);
    foreach (var loss in losses.Take(10))
    {
        Console.Error.WriteLine(loss);
    }
    Console.WriteLine($"{acknowledged.Count} acknowledged, {losses.Count} lost");
    return losses.Count == 0 ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine("Hammer cut URL NAME PASSWORD MOUNT LIST | Hammer check DATA LIST");
    return 2;
}
