using System.CommandLine;
using System.Net.Sockets;
using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Data;
using Mingce.Core.Samples;
using Mingce.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Mingce.Cli.Commands;

/// <summary>serve: the web server on a data folder.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5080";

    public static Command Create(CommandConsole console)
    {
        var data = CommonOptions.Data();
        var urls = new Option<string>("--urls") { Description = $"监听地址，多个以分号分隔（默认 {DefaultUrl}）", HelpName = "URLS", DefaultValueFactory = _ => DefaultUrl };
        var scheme = new Option<string>("--scheme") { Description = "单位没有选用时，自评所用的测评体系", HelpName = "S", DefaultValueFactory = _ => "xiaogan" };
        var sample = new Option<bool>("--sample") { Description = "数据文件夹为空时，先建立示例单位" };
        var command = new Command("serve", "启动网页服务") { data, urls, scheme, sample };
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] addresses = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (addresses.Length == 0 || !addresses.All(IsAddress))
            {
                throw NoAddress(addresses, null);
            }
            var kinds = KindCatalogue.LoadDefault();
            var chosen = SchemeCatalogue.Default(kinds).Load(parsed.GetValue(scheme)!);
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Create, console);
            string? setupCode = null;
            if (folder.IsEmpty && parsed.GetValue(sample))
            {
                await CreateSampleAsync(console, folder);
            }
            else if (folder.IsEmpty)
            {
                setupCode = Passwords.OneTime();
                await console.Output.WriteLineAsync($"台账中还没有单位，请在浏览器中完成首次设置。设置码：{setupCode}");
            }
            await RunAsync(console, new ServerOptions(folder, kinds, chosen, console.Time, addresses, setupCode), cancellation);
        });
        return command;
    }

    private static async Task RunAsync(CommandConsole console, ServerOptions options, CancellationToken cancellation)
    {
        // A request's files are written here before anybody looks at them: what a killed program leaves of them goes with the next start.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", options.Folder.Evidence.Incoming);
        await using var server = Server.Create(options);
        try
        {
            await server.StartAsync(cancellation);
        }
        // The last for https without a certificate.
        catch (Exception e) when (e is IOException or SocketException or UriFormatException or FormatException or InvalidOperationException)
        {
            throw NoAddress(options.Urls, e);
        }
        await console.Output.WriteLineAsync($"明册已启动：{string.Join('、', server.Urls)}（Ctrl+C 停止；忘记口令用 account reset 账号）");
        await console.Output.FlushAsync(cancellation);
        var warm = WarmUpAsync(options.Folder);
        await server.WaitForShutdownAsync(cancellation);
        await warm;
    }

    // Kestrel takes a port that it cannot read for a part of the name and listens on every network.
    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("://*", "://any").Replace("://+", "://any"), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static UserFaultException NoAddress(IEnumerable<string> urls, Exception? e) =>
        new($"无法监听 {string.Join('、', urls)}：地址无效、被占用、没有权限，或 https 没有证书。请用 --urls 换一个地址，例如 --urls http://localhost:5081。", e);

    // EF builds its model with the first query: better now than while the first user waits for the sign-in.
    private static async Task WarmUpAsync(DataFolder folder)
    {
        await Task.Yield();
        await using var db = folder.OpenDb(null);
        await db.Accounts.AnyAsync();
    }

    private static async Task CreateSampleAsync(CommandConsole console, DataFolder folder)
    {
        var unit = await SampleUnit.CreateAsync(folder, console.Time);
        await using var db = folder.OpenDb(unit.Id);
        var password = await PasswordReset.ResetAsync(db, unit, AccountCommand.FirstName, console.Change("示例单位首次启动"));
        await console.Output.WriteLineAsync($"已建立示例单位“{unit.FullName}”。账号：{AccountCommand.FirstName}　一次性口令：{password}");
    }
}
