using System.CommandLine;
using Mingce.Core.Accounts;
using Mingce.Core.Data;
using Mingce.Core.Units;

namespace Mingce.Cli.Commands;

/// <summary>account reset NAME: a new one-time password; the unit's first account is made this way.</summary>
internal static class AccountCommand
{
    /// <summary>The administrator that a fresh unit begins with.</summary>
    public const string FirstName = "admin";

    public static Command Create(CommandConsole console)
    {
        var name = new Argument<string>("NAME") { Description = $"账号，例如 {FirstName}" };
        var (data, unit, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Json());
        var reset = new Command("reset", "换一个一次性口令；单位尚无账号时，建立管理员") { name, data, unit, json };
        reset.SetAction(async parsed =>
        {
            // No writer lock: a forgotten password must not need a stop of the server.
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var account = parsed.GetValue(name)!.Trim();
            var password = await PasswordReset.ResetAsync(db, selected, account, console.Change("account reset"));
            if (parsed.GetValue(json))
            {
                console.WriteJson(new { Account = account, Password = password });
            }
            else
            {
                console.Output.WriteLine($"账号：{account}　一次性口令：{password}");
            }
        });
        return new Command("account", "账号") { reset };
    }
}
