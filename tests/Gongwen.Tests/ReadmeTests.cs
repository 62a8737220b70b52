using System.Text.RegularExpressions;
using Mingce.Gongwen.Checking;
using Testing;

namespace Mingce.Gongwen.Tests;

/// <summary>The examples of the README: here they are compiled and run, and the README shows them word for word.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void Notice_OfReadme_IsAValidPaper()
    {
        using var output = new MemoryStream();

        var notice = new GongwenDocument
        {
            RedHead = new RedHead("某某县水务局文件", "某水〔2025〕15号"),
            Title = TitleBreaks.Break("某某县水务局关于开展2025年度文明单位创建工作自查的通知"),
            MainRecipient = "机关各科室、局属各单位",
            Blocks =
            [
                new Paragraph("决定开展自查。现将有关事项通知如下。"),
                new Heading(1, "自查内容"),                     // 一、 in 黑体
                new Heading(2, "组织领导。", "是否召开专题会议。"), // （一） in 楷体, the text runs on
                new Table(["科室", "联络员"], [["办公室", "张某某"]]),
            ],
            Signature = new Signature("某某县水务局", new DateOnly(2025, 11, 3)) { HasSeal = true },
            Annotation = "联系人：李某某",
            Attachments = [new Attachment("自查情况表", [new Table(["项目", "完成情况"], [["组织领导", ""]]) { IsLandscape = true }])],
            Imprint = new Imprint { CopyTo = "县文明办", PrintedBy = "某某县水务局办公室", PrintedOn = new DateOnly(2025, 11, 3) },
        };
        GongwenWriter.Write(notice, output);

        WordValidity.Errors(output.ToArray()).ShouldBeEmpty();
        Samples.Read(output.ToArray()).ShouldBe(notice.ToText());
    }

    [Fact]
    public void Sheet_OfReadme_HasItsRows()
    {
        using var output = new MemoryStream();

        var sheet = Papers.SignInSheet("“我们的节日·重阳”主题活动", [new Entry("时间", "2025年10月29日")], [("张某某", "办公室")], emptyRows: 16);
        GongwenWriter.Write(sheet, output);

        Samples.Read(output.ToArray()).Split('\n').Length.ShouldBe(2 + 1 + 17);
    }

    [Fact]
    public void Text_OfReadme_IsFormattedReadAgainAndPassesTheCheck()
    {
        using var output = new MemoryStream();

        var document = GongwenText.Recognize("关于开展自查的通知\n各科室：\n请于本月底前完成。\n1、自查内容\n某某县水务局\n2025年11月3日");
        GongwenWriter.Write(document, output);

        using var input = new MemoryStream(output.ToArray());
        var found = new List<string>();
        foreach (var finding in GongwenCheck.Check(input).Findings)
        {
            found.Add($"§{finding.Clause} {finding.Where}：{finding.Found}；应为：{finding.Wanted}");
        }
        found.ShouldBeEmpty();
        input.Position = 0;
        output.SetLength(0);
        var again = DocxReader.Read(input);
        GongwenWriter.Write(again, output);
        output.ToArray().ShouldBe(input.ToArray());
    }

    [Fact]
    public void Readme_Examples_AreTheOnesRunHere()
    {
        var readme = File.ReadAllText(Repository.Path("src/Mingce.Gongwen/README.md"));
        var code = Lines(File.ReadAllText(Repository.Path("tests/Gongwen.Tests/ReadmeTests.cs")));

        var examples = Example().Matches(readme).Select(match => match.Groups["code"].Value).ToArray();

        examples.Length.ShouldBe(5);
        foreach (var line in examples.SelectMany(Lines).Where(line => !line.StartsWith("Console", StringComparison.Ordinal))) code.ShouldContain(line);
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Example();
}
