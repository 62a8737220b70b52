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

    [Theory]
    [InlineData("utf-16", "UTF-16 LE")]
    [InlineData("utf-16BE", "UTF-16 BE")]
    public void Decode_Utf16WithMark_KeepsEveryCharacter(string name, string told)
    {
        var encoding = Encoding.GetEncoding(name);

        TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]).ShouldBe(new("\uFEFF" + Text, told));
    }

    [Theory]
    [InlineData("big5", "全年舉辦道德講堂，捐款三千元，慰問困難群眾")]
    [InlineData("shift_jis", "今年は六回の講習会を開催いたしました")]
    public void Decode_OtherCodePage_IsRefusedWithTheOneThatWasTaken(string name, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text);

        Should.Throw<UnreadableTextException>(() => TextDecoder.Decode(bytes)).Message.ShouldContain("GB18030");
    }

    [Fact]
    public void Decode_Utf8WithAFault_NamesThePlace()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 9)));
        bytes[70] = 0xFF;

        Should.Throw<UnreadableTextException>(() => TextDecoder.Decode(bytes)).Message.ShouldContain("UTF-8 编码，但第 ");
    }

    public static TheoryData<byte[]> Unreadable => new()
    {
        Array.Empty<byte>(),
        new byte[] { 0x20, 0x0A },
        new byte[] { 0xEF, 0xBB, 0xBF },
        "PK\u0003\u0004\0\0"u8.ToArray(),
        new byte[] { 0xFF, 0xFE },
        new byte[] { 0xFF, 0xFE, 0x00, 0xD8 },
        new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00 },
        Encoding.Unicode.GetBytes(Text),
        "%PDF-1.4\n"u8.ToArray(),
        "{\\rtf1 6}"u8.ToArray(),
        "文\u0001字"u8.ToArray(),
        new byte[] { 0xFF, 0xFF, 0x41 },
        new byte[] { 0xC4 },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Decode_NoText_IsRefusedWithAdvice(byte[] bytes) =>
        Should.Throw<UnreadableTextException>(() => TextDecoder.Decode(bytes)).Message.ShouldContain("请");
}
