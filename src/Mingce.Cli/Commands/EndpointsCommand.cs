using System.CommandLine;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Data;
using Mingce.Web;

namespace Mingce.Cli.Commands;

/// <summary>endpoints: every address of the server with its access rule.</summary>
internal static class EndpointsCommand
{
    public static Command Create(CommandConsole console)
    {
        var json = CommonOptions.Json();
        var command = new Command("endpoints", "列出全部网址及其访问规则") { json };
        command.SetAction(async parsed =>
        {
            // The list needs no ledger, but a server is built on one.
            var scratch = Directory.CreateTempSubdirectory("mingce-endpoints-");
            try
            {
                var kinds = KindCatalogue.LoadDefault();
                using var folder = await DataFolder.OpenAsync(scratch.FullName, FolderUse.Create, postgres: null, console.Time);
                await using var server = Server.Create(new ServerOptions(folder, kinds, SchemeCatalogue.Default(kinds).LoadAll()[0], console.Time, []));
                Print(console, EndpointList.Of(server), parsed.GetValue(json));
            }
            finally
            {
                scratch.Delete(recursive: true);
            }
        });
        return command;
    }

    private static void Print(CommandConsole console, IReadOnlyList<EndpointInfo> endpoints, bool json)
    {
        if (json)
        {
            console.WriteJson(endpoints.Select(e => new { e.Route, e.Methods, Rule = new { e.Rule.Resource, e.Rule.Action, e.Rule.Relation } }));
            return;
        }
        foreach (var endpoint in endpoints)
        {
            console.Output.WriteLine($"{string.Join(',', endpoint.Methods),-10} {endpoint.Route,-50} {endpoint.Rule.Resource} {endpoint.Rule.Action} {endpoint.Rule.Relation}");
        }
    }
}
