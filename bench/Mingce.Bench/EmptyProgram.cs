using System.Diagnostics;

namespace Mingce.Bench;

/// <summary>The yardstick of a server: a minimal API that answers with one word, built once and started as ours is.</summary>
internal sealed class EmptyProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mingce-empty-");

    public static async Task<EmptyProgram> BuildAsync()
    {
        var program = new EmptyProgram();
        await File.WriteAllTextAsync(program.In("empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><ServerGarbageCollection>false</ServerGarbageCollection></PropertyGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(program.In("Program.cs"), """
            var builder = WebApplication.CreateSlimBuilder(args);
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information); // tells its address, and no request
            var app = builder.Build();
            app.MapGet("/", () => "empty");
            app.Run();
            """);
        await File.WriteAllTextAsync(program.In("run"), """
            #!/bin/sh
            exec dotnet "$(dirname -- "$0")/bin/Release/net10.0/empty.dll" "$@"
            """);
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", program.folder.FullName, "-c", "Release", "-v", "q", "--nologo"]))!;
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? program : throw new InvalidOperationException("The empty program does not build.");
    }

    /// <summary>What starts it, and with which arguments.</summary>
    public (string Program, string[] Arguments) Command => ("sh", [In("run"), "--urls", "http://127.0.0.1:0"]);

    public void Dispose() => folder.Delete(recursive: true);

    private string In(string name) => Path.Combine(folder.FullName, name);
}
