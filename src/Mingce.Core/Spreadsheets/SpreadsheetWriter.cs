using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Mingce.Core.Spreadsheets;

/// <summary>A column: its heading and its width in characters.</summary>
public sealed record Column(string Heading, double Width);

/// <summary>
/// Writes tables as .xlsx, row by row: bold headings that stay in view, a filter. Cells are numbers (<see cref="long"/> or <see cref="int"/>),
/// days (<see cref="DateOnly"/>), nothing (null) or text; text is stored as text and is never a formula, whatever it begins with.
/// The same tables give the same bytes.
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

    /// <summary>More do not fit into a cell of Excel.</summary>
    private const int LongestText = 32_767;
    private const int LongestSheetName = 31;

    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
          <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
          <fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
          <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="4">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
          </cellXfs>
        </styleSheet>
        """;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly ZipArchive zip;
    private readonly List<(string Name, string Area)> sheets = [];
    private XmlWriter? xml;
    private string name = "";
    private int width;
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
        (name, width, rows) = (SheetName(sheet), columns.Count, 0);
        xml = StartXml($"xl/worksheets/sheet{sheets.Count + 1}.xml");
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < columns.Count; i++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", $"{i + 1}");
            xml.WriteAttributeString("max", $"{i + 1}");
            xml.WriteAttributeString("width", FormattableString.Invariant($"{columns[i].Width}"));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
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
        var area = $"A1:{Letters(width)}{rows}";
        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", area);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Dispose();
        xml = null;
        sheets.Add((name, $"$A$1:${Letters(width)}${rows}"));
    }

    private void WriteWorkbook()
    {
        using var workbook = StartXml("xl/workbook.xml");
        workbook.WriteStartElement("workbook", Main);
        workbook.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            workbook.WriteStartElement("sheet", Main);
            workbook.WriteAttributeString("name", sheets[i].Name);
            workbook.WriteAttributeString("sheetId", $"{i + 1}");
            workbook.WriteAttributeString("r", "id", Relations, $"rId{i + 1}");
            workbook.WriteEndElement();
        }
        workbook.WriteEndElement();
        workbook.WriteStartElement("definedNames", Main); // Excel keeps the filter's area in a hidden name too.
        for (var i = 0; i < sheets.Count; i++)
        {
            workbook.WriteStartElement("definedName", Main);
            workbook.WriteAttributeString("name", "_xlnm._FilterDatabase");
            workbook.WriteAttributeString("localSheetId", $"{i}");
            workbook.WriteAttributeString("hidden", "1");
            workbook.WriteString($"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!{sheets[i].Area}");
            workbook.WriteEndElement();
        }
        workbook.WriteEndElement();
        workbook.WriteEndElement();
    }

    private void WriteRow(IReadOnlyList<object?> cells, int textStyle)
    {
        rows++;
        xml!.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", $"{rows}");
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { } cell)
            {
                WriteCell($"{Letters(i + 1)}{rows}", cell, textStyle);
            }
        }
        xml.WriteEndElement();
    }

    private void WriteCell(string place, object cell, int textStyle)
    {
        xml!.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        switch (cell)
        {
            case long or int:
                xml.WriteElementString("v", Main, string.Create(CultureInfo.InvariantCulture, $"{cell}"));
                break;
            case DateOnly day:
                xml.WriteAttributeString("s", $"{DayStyle}");
                xml.WriteElementString("v", Main, $"{day.DayNumber - DayZero.DayNumber}");
                break;
            default:
                xml.WriteAttributeString("s", $"{textStyle}");
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Clean((string)cell));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
        }
        xml.WriteEndElement();
    }

    /// <summary>What XML cannot hold becomes a space.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? " " : rune.ToString());
        }
        return clean.Length <= LongestText ? clean.ToString() : clean.ToString(0, char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText);
    }

    // Excel opens no file with these characters, a longer name or the same name twice.
    private string SheetName(string wanted)
    {
        var plain = Clean(string.Concat(wanted.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c))).Trim('\'', ' ');
        plain = plain.Length == 0 ? "表" : plain.Length <= LongestSheetName ? plain : plain[..(LongestSheetName - 1)];
        return sheets.Exists(s => s.Name.Equals(plain, StringComparison.OrdinalIgnoreCase)) ? SheetName($"{plain[..Math.Min(plain.Length, LongestSheetName - 5)]} {sheets.Count + 1}") : plain;
    }

    private static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    private XmlWriter StartXml(string part) =>
        XmlWriter.Create(AddPart(part), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private void WritePart(string part, string content)
    {
        using var stream = AddPart(part);
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content));
    }

    private Stream AddPart(string part)
    {
        var entry = zip.CreateEntry(part);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }
}
