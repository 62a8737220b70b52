using System.IO.Compression;
using System.Security;
using System.Text;

namespace Mingce.Core.Spreadsheets;

/// <summary>A column: its heading and its width in characters.</summary>
public sealed record Column(string Heading, double Width);

/// <summary>
/// Writes tables as .xlsx, row by row: bold headings that stay in view and are printed on every page, a filter. Cells are numbers
/// (<see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>), days (<see cref="DateOnly"/>), wall-clock times (<see cref="DateTime"/>),
/// nothing (null) or text; text is stored as text and is never a formula, whatever it begins with. The same tables give the same bytes.
/// </summary>
public sealed class SpreadsheetWriter : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>More rows, with the headings, do not fit into a sheet of Excel.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string TypeOf = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const int HeadingStyle = 1;
    private const int TextStyle = 2;
    private const int DayStyle = 3;
    private const int TimeStyle = 4;

    private const int LongestSheetName = 31;

    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
          <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\ hh:mm"/></numFmts>
          <fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
          <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="5">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
            <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
          </cellXfs>
        </styleSheet>
        """;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip;
    private readonly List<(string Name, string Area)> sheets = [];
    private SheetStream? xml;
    private string name = "";
    private byte[][] letters = [];
    private int rows;

    /// <param name="output">Left open; written from its position on.</param>
    public SpreadsheetWriter(Stream output) => zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>One table at once.</summary>
    /// <param name="cells">As many cells as columns in each row.</param>
    public static byte[] Write(string sheet, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> cells)
    {
        using var output = new MemoryStream();
        using (var writer = new SpreadsheetWriter(output))
        {
            writer.StartSheet(sheet, columns);
            foreach (var row in cells)
            {
                writer.AddRow(row);
            }
            writer.Finish();
        }
        return output.ToArray();
    }

    public void StartSheet(string sheet, IReadOnlyList<Column> columns)
    {
        EndSheet();
        (name, rows) = (SheetName(sheet), 0);
        letters = [.. Enumerable.Range(1, columns.Count).Select(i => Encoding.ASCII.GetBytes(Letters(i)))];
        xml = new SheetStream(AddPart($"xl/worksheets/sheet{sheets.Count + 1}.xml"));
        xml.Raw($"""<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="{Main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns.Count; i++)
        {
            xml.Raw(FormattableString.Invariant($"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>"""));
        }
        xml.Raw("</cols><sheetData>"u8);
        WriteRow([.. columns.Select(c => c.Heading)], HeadingStyle);
    }

    /// <exception cref="UserFaultException">The sheet is full.</exception>
    public void AddRow(IReadOnlyList<object?> cells)
    {
        if (rows == MostRows)
        {
            throw new UserFaultException($"记录超过 {MostRows - 1} 条，一张工作表放不下。请缩小范围后分次导出。");
        }
        WriteRow(cells, TextStyle);
    }

    /// <summary>Completes the file; without it the file is no spreadsheet.</summary>
    public void Finish()
    {
        EndSheet();
        WritePart("xl/styles.xml", Styles);
        WriteWorkbook();
        WritePart("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{PackageRelations}">{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}<Relationship Id="rId{sheets.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        WritePart("_rels/.rels", $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        WritePart("[Content_Types].xml", $"""
            <Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TypeOf}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{TypeOf}styles+xml"/>{string.Concat(sheets.Select((_, i) => $"""<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{TypeOf}worksheet+xml"/>"""))}</Types>
            """);
    }

    public void Dispose()
    {
        xml?.Dispose();
        zip.Dispose();
    }

    private void EndSheet()
    {
        if (xml is null)
        {
            return;
        }
        var last = Letters(letters.Length);
        // A4, across, as many pages long as it takes.
        xml.Raw($"""</sheetData><autoFilter ref="A1:{last}{rows}"/><pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/></worksheet>""");
        xml.Dispose();
        xml = null;
        sheets.Add((name, $"$A$1:${last}${rows}"));
    }

    private void WriteWorkbook() => WritePart("xl/workbook.xml", $"""
        <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(sheets.Select((s, i) => $"""<sheet name="{SecurityElement.Escape(s.Name)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""))}</sheets><definedNames>{string.Concat(sheets.Select(DefinedNames))}</definedNames></workbook>
        """);

    // Excel keeps the filter's area in a hidden name too; the row of headings is printed on every page.
    private static string DefinedNames((string Name, string Area) sheet, int index)
    {
        var quoted = SecurityElement.Escape($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'");
        return $"""<definedName name="_xlnm._FilterDatabase" localSheetId="{index}" hidden="1">{quoted}!{sheet.Area}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="{index}">{quoted}!$1:$1</definedName>""";
    }

    private void WriteRow(IReadOnlyList<object?> cells, int textStyle)
    {
        rows++;
        xml!.StartRow(rows);
        for (var i = 0; i < cells.Count; i++)
        {
            switch (cells[i])
            {
                case null:
                    break;
                case int number:
                    xml.Number(letters[i], rows, number);
                    break;
                case long number:
                    xml.Number(letters[i], rows, number);
                    break;
                case decimal number:
                    xml.Number(letters[i], rows, number);
                    break;
                case DateOnly day:
                    xml.Day(letters[i], rows, day, DayStyle);
                    break;
                case DateTime time:
                    xml.Time(letters[i], rows, time, TimeStyle);
                    break;
                case string text:
                    xml.Text(letters[i], rows, text, textStyle);
                    break;
                case var other:
                    throw new ArgumentException($"No cell holds a {other.GetType().Name}.", nameof(cells));
            }
        }
        xml.Raw("</row>"u8);
    }

    // Excel opens no file with these characters, a longer name or the same name twice.
    private string SheetName(string wanted)
    {
        var plain = string.Concat(wanted.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim('\'', ' ');
        plain = plain.Length == 0 ? "表" : plain.Length <= LongestSheetName ? plain : plain[..(LongestSheetName - 1)];
        return sheets.Exists(s => s.Name.Equals(plain, StringComparison.OrdinalIgnoreCase)) ? SheetName($"{plain[..Math.Min(plain.Length, LongestSheetName - 5)]} {sheets.Count + 1}") : plain;
    }

    private static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    private void WritePart(string part, string content)
    {
        using var stream = AddPart(part);
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content));
    }

    private Stream AddPart(string part)
    {
        var entry = zip.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }
}
