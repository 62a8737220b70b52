using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Mingce.Gongwen.Tests;

public class HostileInputTests
{
    private const string Paragraph = "<w:p><w:r><w:t>字</w:t></w:r></w:p>";
    private const string Dtd = "<!DOCTYPE a [<!ENTITY b \"字\">]>";

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], "空的" },
        { "text", Encoding.UTF8.GetBytes("年度工作总结"), "不是 .docx" },
        { "rtf", "{\\rtf1"u8.ToArray(), "不是 .docx" },
        { "old .doc", Ole("WordDocument"), "旧版格式" },
        { "encrypted", Ole("EncryptedPackage"), "打开密码" },
        { "two letters", "PK"u8.ToArray(), "损坏" },
        { "cut off", Samples.Write(Samples.Full())[..^40], "损坏" },
        { "cut off in the middle", Samples.Write(Samples.Full())[..1500], "损坏" },
        { "zip of something else", Samples.Zip(("readme.txt", "x")), "不是 .docx" },
        { "workbook", Samples.Zip(("_rels/.rels", Samples.Relations("xl/workbook.xml")), ("xl/workbook.xml", "<workbook xmlns=\"x\"/>")), "不是 .docx" },
        { "relation to nowhere", Samples.Zip(("_rels/.rels", Samples.Relations("http://127.0.0.1/a.xml"))), "不是 .docx" },
        { "main part not closed", Samples.Package("<w:p>"), "损坏" },
        { "unknown entity", Samples.Package("<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>"), "损坏" },
        { "main part empty", Samples.Zip(("_rels/.rels", Samples.Relations("d.xml")), ("d.xml", "")), "损坏" },
        { "two main parts", Samples.Package(Paragraph, ("WORD/document.xml", "<a/>")), "损坏" },
        { "DTD in the main part", Samples.Zip(("_rels/.rels", Samples.Relations("d.xml")), ("d.xml", Dtd + $"<w:document xmlns:w=\"{Samples.W}\"/>")), "不允许的内容" },
        { "DTD in the relations", Samples.Zip(("_rels/.rels", Dtd + Samples.Relations("d.xml")), ("d.xml", "<a/>")), "不允许的内容" },
        { "DTD in a part that is not read", Samples.Package(Paragraph, ("customXml/item1.xml", Dtd + "<a/>")), "不允许的内容" },
        { "DTD in UTF-16", WithBytes("word/styles.xml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Dtd + "<a/>"))), "不允许的内容" },
        { "too many entries", Samples.Package(Paragraph, [.. Enumerable.Range(0, DocxReader.MaxEntries).Select(i => ($"a{i}", ""))]), "异常庞大" },
        { "too deep", Samples.Package(string.Concat(Enumerable.Repeat("<w:p>", 100_000)) + string.Concat(Enumerable.Repeat("</w:p>", 100_000))), "损坏" },
        { "a million times one attribute", Samples.Package("<a" + string.Concat(Enumerable.Repeat(" b=''", 1_000_000)) + "/>"), "损坏" },
        { "a million names", Samples.Package(string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<a{i}/>"))), "损坏" },
        { "one bomb", WithBytes("word/media/a.png", new byte[16 << 20]), "异常庞大" },
        { "XML part too large", Samples.Package(Paragraph + new string(' ', (int)DocxReader.MaxXmlBytes)), "异常庞大" },
        { "main part longer than declared", DeclaredAs(Samples.Package(string.Concat(Enumerable.Repeat(Paragraph, 100_000))), 500), "损坏" },
        { "zip64", Zip64(), "损坏" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)] // some files are large
    public void ReadText_OfHostileFile_SaysWhatToDo(string name, byte[] file, string reason)
    {
        var message = Should.Throw<UnreadableDocumentException>(() => Samples.Read(file), name).Message;

        message.ShouldContain(reason, Case.Sensitive, name);
        message.ShouldContain("请");
    }

    [Fact]
    public void ReadText_OfManyMiddlingParts_AddsUpWhatTheyDeclare()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < 20; i++)
            {
                using var part = zip.CreateEntry($"{i}.bin").Open();
                part.Write(new byte[6 << 20]); // under the floor of the ratio
            }

        Should.Throw<UnreadableDocumentException>(() => Samples.Read(output.ToArray())).Message.ShouldContain("异常庞大");
    }

    [Fact]
    public void Read_OfMoreBytesThanDeclared_IsRefused()
    {
        using var stream = new BoundedStream(new MemoryStream(new byte[101]), 100);

        Should.Throw<UnreadableDocumentException>(() => stream.CopyTo(Stream.Null));
    }

    [Fact]
    public void ReadText_OfTooLargeFile_StopsAtTheLimit()
    {
        using var endless = new Endless();

        Should.Throw<UnreadableDocumentException>(() => DocxReader.ReadText(endless)).Message.ShouldContain("64 MB");
        endless.Given.ShouldBeLessThan(DocxReader.MaxFileBytes + (1 << 20));
    }

    [Fact]
    public void ReadText_OfEveryDamagedByte_ReadsOrRefuses()
    {
        var docx = Samples.Write(Samples.Full());
        for (var i = 0; i < docx.Length; i++)
        {
            var damaged = docx.ToArray();
            damaged[i] ^= 0xFF;
            try
            {
                Samples.Read(damaged);
            }
            catch (UnreadableDocumentException)
            {
                // Refused in the one way a caller expects; any other exception fails the test.
            }
        }
    }

    private static byte[] Ole(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes(stream)];

    private static byte[] WithBytes(string name, IEnumerable<byte> content)
    {
        using var file = new MemoryStream();
        file.Write(Samples.Package(Paragraph));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry(name).Open();
            part.Write([.. content]);
        }
        return file.ToArray();
    }

    /// <summary>Writes another expanded size into the directory entry of the last part.</summary>
    private static byte[] DeclaredAs(byte[] zip, uint length)
    {
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(entry + 24), length);
        return zip;
    }

    private static byte[] Zip64()
    {
        var zip = Samples.Package(Paragraph);
        zip.AsSpan(^6..^2).Fill(0xFF); // the offset of the directory
        return zip;
    }

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
