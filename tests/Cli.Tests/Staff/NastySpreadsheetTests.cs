using System.IO.Compression;
using System.Text;
using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Testing;

namespace Cli.Tests.Staff;

/// <summary>Spreadsheets that are damaged, disguised or built to exhaust: each is read or refused in one sentence.</summary>
public sealed class NastySpreadsheetTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Read_FiveThousandColumns_TakesTheNamedOnes()
    {
        object?[] head = ["姓名", "部门", .. Enumerable.Range(0, 5000).Select(i => (object?)$"列{i}")];
        object?[] row = ["张三", "办公室", .. Enumerable.Repeat((object?)"x", 5000)];
        StaffList.Read(Read(Raw(Cells(head, 1) + Cells(row, 2)))).People.ShouldHaveSingleItem().Department.ShouldBe("办公室");
    }

    [Fact]
    public void Read_RowsAtTheVeryEnd_AreRead()
    {
        var list = StaffList.Read(Read(Raw(Cells(["姓名"], 1) + $"<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>张三</t></is></c><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>")));
        list.People.ShouldHaveSingleItem().Row.ShouldBe(1_048_576);
    }

    [Theory]
    [InlineData("<html><table><tr><td>姓名</td></tr></table></html>", "不是表格文件")]
    [InlineData("姓名\t部门\n张三\t办公室\n", "不是表格文件")]
    [InlineData("%PDF-1.4", "不是表格文件")]
    public void Read_OtherFormatsUnderTheName_AreRefused(string content, string reason) =>
        Should.Throw<UserFaultException>(() => Read(Encoding.UTF8.GetBytes(content))).Message.ShouldContain(reason);

    [Fact]
    public void Read_XlsUnderTheNameXlsx_IsReadByItsBytes()
    {
        var xls = TestXls.Of("表", [["姓名", "部门"], ["张三", "办公室"]]);
        StaffList.Read(SpreadsheetReader.Read("名册.xlsx", new MemoryStream(xls))).People.ShouldHaveSingleItem().Name.ShouldBe("张三");
    }

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"A2\"><v>1e400</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99999</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\" t=\"d\"><v>not a day</v></c></row>")]
    [InlineData("<row r=\"-5\"><c r=\"A2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"ZZZZZZZZ2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\"><f>WEBSERVICE(\"http://127.0.0.1/\")</f></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&#x202E;三张</t></is></c></row>")]
    public void Read_CellsThatNoOfficeProgramWrites_AreReadOrRefused(string row)
    {
        try
        {
            StaffList.Read(Read(Raw(Cells(["姓名"], 1) + row + Cells(["张三"], 3)))).People.ShouldContain(p => p.Name == "张三");
        }
        catch (UserFaultException e)
        {
            e.Message.ShouldContain("已损坏");
        }
    }

    [Fact]
    public void Read_HalfCharactersAndNulls_AreNotKept()
    {
        var cell = Read(Raw(Cells(["_xD83D_甲_x0000_乙"], 1)))[0].Rows[0][0];
        cell.ShouldBe(string.Concat(cell.EnumerateRunes()));
        cell.ShouldNotContain('\0');
        cell.ShouldContain('乙');
    }

    [Fact]
    public void Read_LongTextThatManyCellsShare_IsRefused()
    {
        object?[][] rows = [.. Enumerable.Range(1, 9000).Select(row => (object?[])[row == 1 ? new string('长', 30_000) : null, "x"])];
        Should.Throw<UserFaultException>(() => Read(TestSpreadsheet.Of(new TestSheet("表", rows, "A1:A9000")))).Message.ShouldContain("过大");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Read_DamagedBytes_AreReadOrRefused(bool old)
    {
        var whole = old ? TestXls.Of("表", [["姓名", "部门", "电话"], ["张三", "办公室", 13800138000L]]) : TestSpreadsheet.Of(new TestSheet("表", [["姓名", "部门", "电话"], ["张三", "办公室", 13800138000L]]));
        var state = 20261122u;
        for (var i = 0; i < 400; i++)
        {
            var bytes = whole.ToArray();
            for (var hits = 1 + (Next() % 8); hits > 0; hits--)
            {
                bytes[Next() % bytes.Length] = (byte)(Next() % 4 == 0 ? 0xFF : Next());
            }
            var cut = Next() % 5 == 0 ? bytes[..(int)(Next() % bytes.Length)] : bytes;
            try
            {
                StaffList.Read(Read(cut));
            }
            catch (UserFaultException)
            {
                // Refused in a sentence.
            }
        }

        uint Next()
        {
            state ^= state << 13;
            state ^= state >> 17;
            return state ^= state << 5;
        }
    }

    private static IReadOnlyList<Sheet> Read(byte[] bytes) => SpreadsheetReader.Read("名册", new MemoryStream(bytes));

    private static string Cells(object?[] values, int row) =>
        $"<row r=\"{row}\">{string.Concat(values.Select(v => $"<c t=\"inlineStr\"><is><t>{v}</t></is></c>"))}</row>";

    private static byte[] Raw(string rows)
    {
        using var output = new MemoryStream();
        output.Write(TestSpreadsheet.Of(new TestSheet("表", [["x"]])));
        using (var zip = new ZipArchive(output, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        }
        return output.ToArray();
    }
}
