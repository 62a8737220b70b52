using System.Net;
using System.Text.Json;
using Mingce.Core.Texts;

namespace Mingce.Core.Routines;

/// <summary>Writes a text into a group chat by its robot: the only call that this program makes to the outside, and only where an administrator gave the address.</summary>
public sealed class RobotClient : IDisposable
{
    private const int LargestAnswer = 16 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // What a robot answers with a fault: 企业微信 and 钉钉 errcode, 飞书 code.
    private static readonly string[] Codes = ["errcode", "code"];
    private static readonly string[] Messages = ["errmsg", "msg"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>The address, where it is one that may be called.</summary>
    public static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 ? address : null;

    /// <returns>Null where the robot took the text; else what went wrong, in Chinese, without the address.</returns>
    public async Task<string?> SendAsync(RobotForm form, string address, string text, CancellationToken cancellation)
    {
        if (AddressOf(address) is not { } target)
        {
            return "机器人地址不正确，请重新填写";
        }
        object body = form switch
        {
            RobotForm.MsgType => new { msgtype = "text", text = new { content = text } },
            RobotForm.Feishu => new { msg_type = "text", content = new { text } },
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form"),
        };
        try
        {
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
            content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
            using var answer = await http.PostAsync(target, content, cancellation);
            if (answer.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest)
            {
                return "对方要求转到别的地址，未跟随，请核对机器人地址";
            }
            return answer.IsSuccessStatusCode ? FaultIn(await answer.Content.ReadAsByteArrayAsync(cancellation)) : $"对方返回 {(int)answer.StatusCode}";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"对方 {Patience.TotalSeconds} 秒内没有应答";
        }
        catch (HttpRequestException)
        {
            return "连接不上，请检查地址和网络";
        }
    }

    public void Dispose() => http.Dispose();

    // A robot answers 200 to a wrong key, too, and says so in its answer. What answers otherwise took it.
    private static string? FaultIn(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }
            var code = Codes.Select(name => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0).FirstOrDefault(number => number != 0);
            var message = Messages.Select(name => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null).FirstOrDefault(text => text is not null);
            return code == 0 ? null : $"机器人未接收（{code}{(message is null ? "" : $"，{message.Truncated(100)}")}）";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
