using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Hammer;

/// <summary>An activity whose registration the server acknowledged, and the hash of its one photo.</summary>
public sealed record Registered(Guid Id, string Sha256)
{
    /// <summary>A title that no other activity has.</summary>
    public string Title => TitleOf(Id);

    public static string TitleOf(Guid id) => $"登记{id:n}";
}

/// <summary>Users who register activities, each with a photo, one after the other through the form of the page.</summary>
public sealed partial class Writers : IDisposable
{
    // A picture of one pixel; random bytes behind its end make each photo another file.
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private int refused;

    public Writers(Uri server) =>
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = server };

    /// <summary>What a browser of this user sends as Cookie.</summary>
    public string Cookie => cookies.GetCookieHeader(client.BaseAddress!);

    /// <summary>The size of every photo; without it each has its own, up to 20 KB.</summary>
    public int? PhotoBytes { get; init; }

    /// <summary>How many registrations the server answered with anything but an acknowledgement.</summary>
    public int Refused => refused;

    public void Dispose() => client.Dispose();

    /// <summary>Signs in; a one-time password is changed as the server demands.</summary>
    public async Task SignInAsync(string name, string password)
    {
        if (await SubmitAsync("/sign-in", ("Name", name), ("Password", password)) == "/password")
        {
            var chosen = $"{password}-A1";
            await SubmitAsync("/password", ("Current", password), ("Chosen", chosen), ("Repeated", chosen));
        }
    }

    private async Task<string> SubmitAsync(string page, params (string Name, string Value)[] fields)
    {
        var form = await client.GetStringAsync(page);
        using var answer = await client.PostAsync(page, new FormUrlEncodedContent(
            [new(Token, ValueOf(form, Token)), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? answer.Headers.Location!.ToString()
            : throw new InvalidOperationException($"{page} answered {answer.StatusCode}");
    }

    public Task<string> GetPageAsync(string address) => client.GetStringAsync(address);

    /// <summary>Writes until the server is gone or the caller cancels.</summary>
    /// <param name="acknowledged">Called after each acknowledgement, by many writers at a time.</param>
    public Task RunAsync(int count, Action<Registered> acknowledged, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => WriteAsync(acknowledged, cancellation)));

    /// <summary>Registers a number of activities through the form of a page that was read, each of which must be acknowledged.</summary>
    public Task RegisterAsync(string form, int clients, int records) => Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
    {
        for (var i = 0; i < records / clients; i++)
        {
            if (await RegisterAsync(form, CancellationToken.None) is null)
                throw new InvalidOperationException("A registration was refused.");
        }
    }));

    private async Task WriteAsync(Action<Registered> acknowledged, CancellationToken cancellation)
    {
        try
        {
            var form = await client.GetStringAsync("/activities/new", cancellation);
            while (true)
            {
                if (await RegisterAsync(form, cancellation) is { } registered)
                {
                    acknowledged(registered);
                }
                else
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // The server is gone, or the caller has seen enough. What it did not answer is not acknowledged.
        }
    }

    private async Task<Registered?> RegisterAsync(string form, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var prefix = DayField().Match(form).Groups["prefix"].Value;
        byte[] photo = [.. Pixel, .. RandomNumberGenerator.GetBytes(PhotoBytes is { } size ? size - Pixel.Length : RandomNumberGenerator.GetInt32(16, 20_000))];
        using var content = new MultipartFormDataContent
        {
            { new StringContent(ValueOf(form, Token)), Token },
            { new StringContent(id.ToString()), "Id" },
            { new StringContent("meeting"), $"{prefix}Kind" },
            { new StringContent(ValueOf(form, $"{prefix}On")), $"{prefix}On" },
            { new StringContent(Registered.TitleOf(id)), $"{prefix}Title" },
            { new ByteArrayContent(photo), "Files", "photo.png" },
        };
        using var answer = await client.PostAsync("/activities/new", content, cancellation);
        return answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString == $"/activities/{id}"
            ? new Registered(id, Convert.ToHexStringLower(SHA256.HashData(photo)))
            : null;
    }

    private const string Token = "__RequestVerificationToken";

    private static string ValueOf(string form, string field)
    {
        var input = Input().Matches(form).Select(m => m.Value).First(i => i.Contains($"name=\"{field}\"", StringComparison.Ordinal));
        return Value().Match(input).Groups["value"].Value;
    }

    [GeneratedRegex("name=\"(?<prefix>[^\"]*)On\"", RegexOptions.ExplicitCapture)]
    private static partial Regex DayField();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
