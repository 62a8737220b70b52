using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Testing;

/// <summary>A formula with the value that was last computed; its type is a cell type of the format: str, e, n.</summary>
public sealed record TestFormula(string Formula, string Value, string Type = "str");

/// <summary>A sheet of a test's own .xlsx: strings, numbers, formulas and nothing, and merged areas such as A1:C1.</summary>
public sealed record TestSheet(string Name, object?[][] Rows, params string[] Merged)
{
    public string State { get; init; } = "visible";
}

/// <summary>Makes .xlsx as offices have them: what the product's own writer never writes.</summary>
public static class TestSpreadsheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Of(params TestSheet[] sheets) => Of("", sheets);

    /// <param name="prolog">What stands before the root of every sheet, such as a DTD.</param>
    public static byte[] Of(string prolog, params TestSheet[] sheets)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, sheets.Length).ToList();
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                {string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>
                """);
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{Escape(sheets[n - 1].Name)}\" sheetId=\"{n}\" state=\"{sheets[n - 1].State}\" r:id=\"rId{n}\"/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}</Relationships>");
            foreach (var n in numbers)
            {
                Add(zip, $"xl/worksheets/sheet{n}.xml", prolog + Sheet(sheets[n - 1]));
            }
        }
        return output.ToArray();
    }

    private static string Sheet(TestSheet sheet)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var row = 0; row < sheet.Rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < sheet.Rows[row].Length; column++)
            {
                var place = $"{(char)('A' + column)}{row + 1}";
                xml.Append(sheet.Rows[row][column] switch
                {
                    null => "",
                    string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>",
                    TestFormula formula => $"<c r=\"{place}\" t=\"{formula.Type}\"><f>{Escape(formula.Formula)}</f><v>{Escape(formula.Value)}</v></c>",
                    var number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{number}</v></c>"),
                });
            }
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (sheet.Merged.Length > 0)
        {
            xml.Append("<mergeCells>").AppendJoin("", sheet.Merged.Select(m => $"<mergeCell ref=\"{m}\"/>")).Append("</mergeCells>");
        }
        return xml.Append("</worksheet>").ToString();
    }

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(xml);
    }
}
