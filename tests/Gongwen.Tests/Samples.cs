using System.IO.Compression;
using System.Xml.Linq;

namespace Mingce.Gongwen.Tests;

/// <summary>Documents to write, and the way into what was written.</summary>
internal static class Samples
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Everything the model has, once.</summary>
    public static GongwenDocument Full() => new()
    {
        Title = "某某县水务局\n2025年度文明单位创建工作情况的报告",
        MainRecipient = "县文明办",
        Blocks =
        [
            new Paragraph("现将有关情况报告如下。"),
            new Heading(1, "加强组织领导"),
            new Heading(2, "压实工作责任。", "召开专题会议4次，形成“一把手”负总责的机制……"),
            new Heading(3, "健全制度"),
            new Heading(4, "完善台账"),
            new Paragraph("建立台账12本。"),
            new Heading(1, "开展志愿服务"),
            new Table(["序号", "活动名称", "时间"], [["1", "河道清洁", "2025年3月5日"], ["2", "节水宣传", ""]]),
            new Table(["项目", "数量"], [["讲座", "4"]]),
            new Paragraph("特此报告。"),
        ],
        AttachmentNotes = ["活动台账", "荣誉证书复印件"],
        Signature = new Signature("某某县水务局", new DateOnly(2025, 11, 3)),
    };

    public static GongwenDocument OfBody(params Block[] blocks) => new() { Title = "报告", Blocks = blocks };

    public static byte[] Write(GongwenDocument document)
    {
        using var output = new MemoryStream();
        GongwenWriter.Write(document, output);
        return output.ToArray();
    }

    public static string Read(byte[] docx)
    {
        using var input = new MemoryStream(docx);
        return DocxReader.ReadText(input);
    }

    public static XElement Part(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = SafeXml.Read(zip.GetEntry(name)!.Open());
        return XDocument.Load(reader).Root!;
    }

    /// <summary>A package with this word/document.xml body and whatever else is given.</summary>
    public static byte[] Package(string body, params (string Name, string Content)[] more) => Zip(
    [
        ("_rels/.rels", Relations("word/document.xml")),
        ("word/document.xml", $"""<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>"""),
        .. more,
    ]);

    public static string Relations(string target) => $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{target}"/></Relationships>
        """;

    public static byte[] Zip(params IEnumerable<(string Name, string Content)> parts)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        return output.ToArray();
    }
}
