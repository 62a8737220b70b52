using System.Text;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class TextDecoderTests
{
    private const string Text = "讲党课５次，走访𠮷林路。\r\n";

    [Fact]
    public void Decode_Utf8_KeepsEveryCharacter() =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes(Text)).ShouldBe(new(Text, "UTF-8"));

    [Fact]
    public void Decode_Utf8WithMark_KeepsTheMarkForOffsets() =>
        TextDecoder.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]).ShouldBe(new("\uFEFF" + Text, "UTF-8 BOM"));

    [Fact]
    public void Decode_Gb18030_KeepsEveryCharacter()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text);

        TextDecoder.Decode(bytes).ShouldBe(new(Text, "GB18030"));
    }

    public static TheoryData<byte[]> Unreadable => new()
    {
        Array.Empty<byte>(),
        new byte[] { 0x20, 0x0A },
        new byte[] { 0xEF, 0xBB, 0xBF },
        "PK\u0003\u0004\0\0"u8.ToArray(),
        new byte[] { 0xFF, 0xFE, 0x00, 0x4E },
        "文\u0001字"u8.ToArray(),
        new byte[] { 0xFF, 0xFF, 0x41 },
        new byte[] { 0xC4 },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Decode_NoText_IsRefusedWithAdvice(byte[] bytes) =>
        Should.Throw<UnreadableTextException>(() => TextDecoder.Decode(bytes)).Message.ShouldContain("请");
}
