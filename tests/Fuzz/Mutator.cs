using System.IO.Compression;
using System.Security;
using System.Text;

namespace Fuzz;

/// <summary>Makes damaged reports out of good ones: the same number always gives the same bytes.</summary>
public sealed class Mutator(IReadOnlyList<string> samples)
{
    private const int UsualLength = 4_000;
    private const int GreatestLength = 400_000;
    private const int MostChanges = 6;

    private const string Marks = "（）()【】[]《》〈〉“”‘’\"'「」，。、；：:;,.·…—-~%％+＋/#*×xXＸ№①㈠0０9９〇零一十百千万亿余多近约每第其中共";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>The file of a case.</summary>
    public byte[] File(ulong number)
    {
        var dice = new Dice(number);
        var longest = dice.Next(500) == 0 ? GreatestLength : UsualLength;
        var text = new StringBuilder(samples[dice.Next(samples.Count)]);
        for (var changes = dice.Next(MostChanges) + 1; changes > 0; changes--)
        {
            Change(text, dice, longest);
            if (text.Length > longest)
                text.Length = longest;
        }
        return dice.Next(32) == 0 ? Spoil(Docx(text.ToString()), dice, 4) : Spoil(Encode(text.ToString(), dice), dice, 3);
    }

    private void Change(StringBuilder text, Dice dice, int longest)
    {
        var at = dice.Next(text.Length + 1);
        switch (dice.Next(9))
        {
            case 0: // cut
                text.Remove(at, dice.Next(Math.Min(text.Length - at, 300) + 1));
                break;
            case 1: // repeat a stretch
                text.Insert(at, Slice(text.ToString(), dice, 60), Times(dice, longest / 60));
                break;
            case 2: // splice another report in
                text.Insert(at, Slice(samples[dice.Next(samples.Count)], dice, 400));
                break;
            case 3:
                text.Insert(at, NastyPatterns.All[dice.Next(NastyPatterns.All.Count)], Times(dice, longest / 4));
                break;
            case 4: // a run of digits
                for (var count = dice.Next(40); count > 0; count--)
                    text.Insert(at, (char)((dice.Next(6) == 0 ? '０' : '0') + dice.Next(10)));
                break;
            case 5: // marks strewn over the text
                for (var count = dice.Next(30); count > 0; count--)
                    text.Insert(dice.Next(text.Length + 1), Marks[dice.Next(Marks.Length)]);
                break;
            case 6: // any characters, halves of pairs and controls among them
                for (var count = dice.Next(8); count > 0 && text.Length > 0; count--)
                    text[dice.Next(text.Length)] = (char)dice.Next(0x10000);
                break;
            case 7: // one line, or a line for every mark
                if (dice.Next(2) == 0)
                    text.Replace("\n", "");
                else
                    text.Replace('，', '\n');
                break;
            default: // lose the closing marks
                text.Replace("”", "").Replace("》", "").Replace(dice.Next(2) == 0 ? "）" : "。", "");
                break;
        }
    }

    private static string Slice(string text, Dice dice, int longest)
    {
        var at = dice.Next(text.Length + 1);
        return text.Substring(at, dice.Next(Math.Min(text.Length - at, longest) + 1));
    }

    /// <summary>Mostly a few.</summary>
    private static int Times(Dice dice, int most) => dice.Next(3) == 0 ? dice.Next(most) + 1 : dice.Next(5) + 1;

    private static byte[] Encode(string text, Dice dice) => dice.Next(6) switch
    {
        0 or 1 => Gb18030.GetBytes(text),
        2 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        3 when dice.Next(8) == 0 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };

    /// <summary>One file in <paramref name="sound"/> has bytes flipped or its end cut off.</summary>
    private static byte[] Spoil(byte[] bytes, Dice dice, int sound)
    {
        if (bytes.Length == 0 || dice.Next(sound) != 0)
            return bytes;
        if (dice.Next(3) == 0)
            return bytes[..dice.Next(bytes.Length)];
        for (var count = dice.Next(4) + 1; count > 0; count--)
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        return bytes;
    }

    /// <summary>A small .docx: one paragraph per line, a table row where the line has tabs.</summary>
    public static byte[] Docx(string text)
    {
        var body = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var cells = line.Split('\t').Select(cell => $"<w:p><w:r><w:t>{Clean(cell)}</w:t></w:r></w:p>").ToList();
            body.Append(cells.Count == 1 ? cells[0] : $"<w:tbl><w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr></w:tbl>");
        }
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Write(zip, "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
        }
        return file.ToArray();
    }

    private static string Clean(string text) => SecurityElement.Escape(string.Concat(text.Where(c => c is '\r' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE'))))!;

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
