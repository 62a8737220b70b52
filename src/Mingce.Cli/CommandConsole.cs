using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mingce.Core.Audit;
using Spectre.Console;

namespace Mingce.Cli;

/// <summary>Where a command writes: data to <see cref="Output"/>, messages and progress to <see cref="Error"/>.</summary>
public sealed class CommandConsole(TextWriter output, TextWriter error, TimeProvider time, string? postgres)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public TextWriter Output { get; } = output;
    public TextWriter Error { get; } = error;
    public TimeProvider Time { get; } = time;

    /// <summary>The connection string of a PostgreSQL database; null for the embedded one.</summary>
    public string? Postgres { get; } = postgres;

    public void WriteJson(object value) => Output.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>A change made from the command line, now.</summary>
    public Change Change(string why) => new("命令行", Time.GetUtcNow().UtcDateTime, why);

    /// <summary>Shows a bar on a terminal; elsewhere nothing.</summary>
    /// <param name="work">Is handed what to call with (done, of how many).</param>
    public Task<T> WithProgressAsync<T>(string title, Func<Action<int, int>, Task<T>> work)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(Error, Console.Error))
        {
            return work((_, _) => { });
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
        return terminal.Progress().AutoClear(true).StartAsync(context =>
        {
            var task = context.AddTask(title);
            return work((done, all) =>
            {
                task.MaxValue = all;
                task.Value = done;
            });
        });
    }
}
