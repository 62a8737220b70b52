using System.Globalization;
using System.Text;

namespace Testing;

/// <summary>Makes small .pdf files by hand: one page each, Chinese text that carries its own table of characters and no font.</summary>
public static class TestPdf
{
    /// <param name="pages">The lines of each page; a line that begins with two blanks is indented.</param>
    public static byte[] Of(params string[][] pages)
    {
        var characters = pages.SelectMany(p => p).SelectMany(l => l.TrimStart()).Distinct().ToList();
        List<string> objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Text/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Text/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/Text/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>",
            Stream(ToUnicode(characters)),
        ];
        for (var i = 0; i < pages.Length; i++)
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {7 + (2 * i)} 0 R>>");
            objects.Add(Stream(string.Concat(pages[i].Select((line, n) => Show(line, n, characters)))));
        }
        return Join(objects);
    }

    private static string Show(string line, int number, List<char> characters)
    {
        var indent = line.Length - line.TrimStart().Length;
        var codes = string.Concat(line.TrimStart().Select(c => (characters.IndexOf(c) + 1).ToString("X4", CultureInfo.InvariantCulture)));
        return $"BT /F 12 Tf 1 0 0 1 {60 + (indent * 12)} {760 - (number * 20)} Tm <{codes}> Tj ET\n";
    }

    private static string ToUnicode(List<char> characters) =>
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + string.Concat(characters.Chunk(100).Select((chunk, block) =>
            $"{chunk.Length} beginbfchar\n{string.Concat(chunk.Select((c, i) => $"<{(block * 100) + i + 1:X4}> <{(int)c:X4}>\n"))}endbfchar\n"))
        + "endcmap end end";

    private static string Stream(string content) => $"<</Length {content.Length}>>\nstream\n{content}\nendstream";

    private static byte[] Join(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer <</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
