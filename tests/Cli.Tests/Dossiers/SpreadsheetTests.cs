using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Mingce.Core.Spreadsheets;

namespace Cli.Tests.Dossiers;

public sealed class SpreadsheetTests
{
    [Fact]
    public void Write_AnyText_IsTextAndValid()
    {
        string[] texts = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", " 前后空格 ", "a\u0001b\ud800c<&>", new string('长', 40_000), "\U00020000"];
        using var document = Open(SpreadsheetWriter.Write("目录", [new("序号", 6), new("文字", 20)], [.. texts.Select((t, i) => (IReadOnlyList<object?>)[(long)i, t])]));
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description).ShouldBeEmpty();
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();
        cells.ShouldAllBe(c => c.CellFormula == null);
        cells.Where(c => c.DataType != null).ShouldAllBe(c => c.DataType! == CellValues.InlineString);
        cells[3].InnerText.ShouldBe("=1+1");
    }

    [Fact]
    public void Write_TypesAndManyColumnsAndSheets_AreReadBackAsTheyWere()
    {
        using var output = new MemoryStream();
        using (var writer = new SpreadsheetWriter(output))
        {
            writer.StartSheet("编内：[一]", [.. Enumerable.Range(1, 30).Select(i => new Mingce.Core.Spreadsheets.Column($"第{i}列", 8))]);
            writer.AddRow([new DateOnly(2026, 11, 22), 7, null, "=1+1", .. Enumerable.Repeat((object?)null, 25), "末"]);
            writer.StartSheet("编内 [一]", [new("姓名", 8)]);
            writer.Finish();
        }
        using var document = Open(output.ToArray());
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description).ShouldBeEmpty();
        output.Position = 0;
        var sheets = SpreadsheetReader.Read("表", output);
        sheets.Select(s => s.Name).Distinct().Count().ShouldBe(2);
        sheets[0].Rows[1].Cells.Where(c => c.Length > 0).ShouldBe(["2026-11-22", "7", "=1+1", "末"]);
        sheets[0].Rows[1][29].ShouldBe("末");
    }

    [Fact]
    public void Write_AnyText_IsReadBackWithoutHarm()
    {
        (string Written, string Read)[] texts =
        [
            ("=1+1", "=1+1"), ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0"), ("-2", "-2"), ("@SUM(A1)", "@SUM(A1)"), ("\t=1", "=1"), ("a&b<c>\"d\"", "a&b<c>\"d\""), ("_x0041_", "_x0041_"), ("一行\r\n二行", "一行\n二行"),
            ("\U00020000", "\U00020000"), ("a\u0000\u0001b", "a  b"), ("\ud800c", "\ufffdc"), ("\uffff", ""), ("〔2026〕3号　“引号”", "〔2026〕3号　“引号”"),
        ];
        var sheet = SpreadsheetReader.Read("表", new MemoryStream(SpreadsheetWriter.Write("表", [new("文字", 20)], [.. texts.Select(t => (IReadOnlyList<object?>)[$"|{t.Written}|"])]))).Single();
        sheet.Rows.Skip(1).Select(r => r[0]).ShouldBe([.. texts.Select(t => $"|{(t.Written == "\t=1" ? "\t=1" : t.Written == "\uffff" ? " " : t.Read)}|")]);
    }

    [Fact]
    public void Write_TextLongerThanACell_IsCutWithAMark()
    {
        using var document = Open(SpreadsheetWriter.Write("表", [new("文字", 20)], [[new string('长', 32_767)], [new string('长', 32_768)], [string.Concat(Enumerable.Repeat("\U00020000", 20_000))]]));
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Skip(1).Select(c => c.InnerText).ToList();
        cells[0].ShouldBe(new string('长', 32_767));
        cells[1].Length.ShouldBe(32_767);
        cells[1].ShouldEndWith("（内容过长，以下略）");
        cells[2].Length.ShouldBeLessThanOrEqualTo(32_767);
        cells[2].ShouldNotContain("\ufffd");
    }

    [Fact]
    public void Write_List_KeepsItsHeadInViewAndOnEveryPrintedPage()
    {
        using var document = Open(SpreadsheetWriter.Write("表 '一'", [new("时间", 20), new("数", 8)], [[new DateTime(2026, 11, 22, 9, 41, 0), 2.5m]]));
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description).ShouldBeEmpty();
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        sheet.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:B2");
        document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => n.Name!.Value).ShouldBe(["_xlnm._FilterDatabase", "_xlnm.Print_Titles"]);
        sheet.Descendants<Cell>().Skip(2).Select(c => c.CellValue!.Text).ShouldBe(["46348.4034722222", "2.5"]);
    }

    [Fact]
    public async Task Contents_Dossier_ListsEveryFileLinkAndOriginal()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await folder.WriteAsync();
        using var zip = ZipFile.OpenRead(folder.Zip);
        using var content = new MemoryStream();
        zip.GetEntry("目录.xlsx")!.Open().CopyTo(content);
        using var document = Open(content.ToArray());
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description).ShouldBeEmpty();
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList()).ToList();
        rows[0].ShouldBe(["序号", "项目", "标准", "得分/满分", "文件", "形式", "活动", "日期", "大小", "SHA-256", "备注"]);
        rows.Count.ShouldBe(1 + (await folder.PrepareAsync()).Standards.Sum(s => 1 + s.Exhibits.Count));
        rows.First(r => r[5] == "照片").ShouldSatisfyAllConditions(r => r[3].ShouldBe("2/2"), r => r[8].ShouldBe("300"), r => r[9].Length.ShouldBe(64));
        rows.First(r => r[5] == "原件备查")[10].ShouldBe("党组会议纪要：编号〔2026〕3号，存放于档案室，保管人办公室");
        rows.First(r => r[5] == "链接")[10].ShouldContain("https://example.org/");
    }

    private static SpreadsheetDocument Open(byte[] xlsx) => SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
}
