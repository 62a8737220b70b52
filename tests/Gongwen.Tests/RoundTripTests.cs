namespace Mingce.Gongwen.Tests;

public class RoundTripTests
{
    public static TheoryData<string> Texts =>
    [
        "一般文字。",
        "",
        " 前后有空格 ",
        "　　全角空格",
        "“引号”——破折号……省略号·间隔",
        "2025年3月5日，投入1.5万元，占比12.5%，PM2.5",
        "<w:t>&amp;]]>\"'",
        "控\u0001制\u0000字\u000B符\u001B\u007F\u0085",
        "制表\t换行\n回车\r\n结束",
        "孤立\uD800代理\uDC00项",
        "𠮷野家👍🏽",
        "非字符\uFFFE\uFFFF，行分隔\u2028段分隔\u2029",
        "\uFEFF零宽\u200B字符",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void ReadText_OfWrittenText_IsToText(string text)
    {
        var document = new GongwenDocument
        {
            Title = text,
            MainRecipient = text,
            Blocks = [new Heading(1, text), new Heading(2, text, text), new Paragraph(text), new Table([text, "列"], [["值", text]])],
            AttachmentNotes = [text, text],
            Signature = new Signature(text, new DateOnly(2025, 1, 9)),
        };

        var docx = Samples.Write(document);

        Samples.Read(docx).ShouldBe(document.ToText());
        WordValidity.Errors(docx).ShouldBeEmpty();
    }

    public static TheoryData<string, GongwenDocument> Documents => new()
    {
        { "everything", Samples.Full() },
        { "title only", Samples.OfBody() },
        { "table at the end", Samples.OfBody(new Table(["项目"], [["讲座"]])) },
        { "table without rows", Samples.OfBody(new Table(["项目"], []), new Paragraph("完")) },
        { "tables that touch", Samples.OfBody(new Table(["甲"], [["1"]]), new Table(["乙"], [["2"]])) },
        { "empty paragraph after a table", Samples.OfBody(new Table([""], [[""]]), new Paragraph("")) },
        { "empty paragraphs", Samples.OfBody(new Paragraph(""), new Paragraph(""), new Heading(1, ""), new Paragraph("")) },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void ReadText_OfWrittenDocument_IsToText(string name, GongwenDocument document)
    {
        var docx = Samples.Write(document);

        Samples.Read(docx).ShouldBe(document.ToText(), name);
        WordValidity.Errors(docx).ShouldBeEmpty(name);
    }

    [Fact]
    public void ToText_OfFullDocument_ReadsLikeTheDocument() => Samples.Full().ToText().ShouldBe(
        """
        某某县水务局
        2025年度文明单位创建工作情况的报告
        县文明办：
        现将有关情况报告如下。
        一、加强组织领导
        （一）压实工作责任。召开专题会议4次，形成“一把手”负总责的机制……
        1.健全制度
        （1）完善台账
        建立台账12本。
        二、开展志愿服务
        序号,活动名称,时间
        1,河道清洁,2025年3月5日
        2,节水宣传,
        项目,数量
        讲座,4
        特此报告。
        附件：1.活动台账
        2.荣誉证书复印件
        某某县水务局
        2025年11月3日
        """.Replace(",", "\t", StringComparison.Ordinal));

    [Fact]
    public void Parts_OfFullDocument_StartWhereTheirTextStands()
    {
        var document = new GongwenDocument
        {
            Title = "𠮷\n报告",
            Blocks = [new Paragraph("👍\uD800好"), .. Samples.Full().Blocks],
            AttachmentNotes = ["清单"],
            Signature = new Signature("局", new DateOnly(2025, 1, 9)),
        };
        var text = document.ToText().EnumerateRunes().ToArray();

        foreach (var part in document.Parts())
        {
            var length = part.Text.EnumerateRunes().Count();
            string.Concat(text.Skip(part.Start).Take(length)).ShouldBe(part.Text);
            part.Text.ShouldStartWith(part.Number);
        }
        document.Parts().Where(part => part.Block is not null).Select(part => part.Block).Distinct().ShouldBe(document.Blocks);
    }

    [Fact]
    public void Paragraph_WithForbiddenCharacters_KeepsEveryOffset()
    {
        const string Text = "控\u0000制\uD800字\r\n符12";

        var paragraph = new Paragraph(Text);

        paragraph.Text.EnumerateRunes().Count().ShouldBe(Text.EnumerateRunes().Count());
        paragraph.Text.IndexOf("12", StringComparison.Ordinal).ShouldBe(Text.IndexOf("12", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SameDocumentTwice_GivesSameBytes()
    {
        using var unseekable = new Unseekable();

        GongwenWriter.Write(Samples.Full(), unseekable);

        unseekable.Bytes.ToArray().ShouldBe(Samples.Write(Samples.Full()));
    }

    [Fact]
    public void MainRecipient_WithOrWithoutColon_EndsWithOneFullWidthColon()
    {
        foreach (var typed in (string[])["县文明办", "县文明办：", "县文明办:"])
            new GongwenDocument { Title = "", MainRecipient = typed }.MainRecipient.ShouldBe("县文明办：");
    }

    [Fact]
    public void Table_WithUnevenRow_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new Table(["甲", "乙"], [["1"]])).Message.ShouldContain("列数");
        Should.Throw<ArgumentException>(() => new Table([], []));
    }

    private sealed class Unseekable : Stream
    {
        public List<byte> Bytes { get; } = [];

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Bytes.AddRange(buffer.AsSpan(offset, count));
    }
}
