using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Mingce.Core.Dossiers;

/// <summary>A column: its heading and its width in characters.</summary>
public sealed record Column(string Heading, double Width);

/// <summary>
/// Writes a table as .xlsx: one sheet, bold headings that stay in view, a filter. Cells are numbers (<see cref="long"/>) or text;
/// text is stored as text and is never a formula, whatever it begins with. The same table gives the same bytes.
/// </summary>
public static class Spreadsheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const int HeadingStyle = 1;
    private const int TextStyle = 2;

    /// <summary>More do not fit into a cell of Excel.</summary>
    private const int LongestText = 32_767;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, string Xml)[] FixedParts =
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
              <Default Extension="xml" ContentType="application/xml"/>
              <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
              <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
              <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """),
        ("_rels/.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/>
              <Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/>
            </Relationships>
            """),
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}">
              <fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
              <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
              <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
              <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
              <cellXfs count="3">
                <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
                <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
                <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
              </cellXfs>
            </styleSheet>
            """),
    ];

    /// <param name="rows">As many cells as columns each, <see cref="long"/> or <see cref="string"/>.</param>
    public static byte[] Write(string sheet, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<object>> rows)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in FixedParts)
            {
                using var part = AddPart(zip, name);
                part.Write(Encoding.UTF8.GetBytes(Head + xml));
            }
            var area = $"$A$1:${Letter(columns.Count)}${rows.Count + 1}";
            using (var workbook = StartXml(zip, "xl/workbook.xml"))
            {
                WriteWorkbook(workbook, sheet, area);
            }
            using (var worksheet = StartXml(zip, "xl/worksheets/sheet1.xml"))
            {
                WriteWorksheet(worksheet, columns, rows, area.Replace("$", ""));
            }
        }
        return output.ToArray();
    }

    private static void WriteWorkbook(XmlWriter xml, string sheet, string area)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        xml.WriteStartElement("sheet", Main);
        xml.WriteAttributeString("name", sheet);
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Relations, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("definedNames", Main); // Excel keeps the filter's area in a hidden name too.
        xml.WriteStartElement("definedName", Main);
        xml.WriteAttributeString("name", "_xlnm._FilterDatabase");
        xml.WriteAttributeString("localSheetId", "0");
        xml.WriteAttributeString("hidden", "1");
        xml.WriteString($"'{sheet}'!{area}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteWorksheet(XmlWriter xml, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<object>> rows, string area)
    {
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
        WriteRow(xml, 1, [.. columns.Select(c => c.Heading)], HeadingStyle);
        for (var i = 0; i < rows.Count; i++)
        {
            WriteRow(xml, i + 2, rows[i], TextStyle);
        }
        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", area);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<object> cells, int textStyle)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", $"{number}");
        for (var i = 0; i < cells.Count; i++)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", $"{Letter(i + 1)}{number}");
            if (cells[i] is long value)
            {
                xml.WriteElementString("v", Main, $"{value}");
            }
            else
            {
                xml.WriteAttributeString("s", $"{textStyle}");
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Clean((string)cells[i]));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
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

    private static char Letter(int column) => (char)('A' + column - 1);

    private static XmlWriter StartXml(ZipArchive zip, string name) =>
        XmlWriter.Create(AddPart(zip, name), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private static Stream AddPart(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }
}
