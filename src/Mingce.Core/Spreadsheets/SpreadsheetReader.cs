using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Mingce.Core.Texts;

namespace Mingce.Core.Spreadsheets;

/// <summary>A sheet as text; rows without content are left out.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A row with its number in the file, from 1. A merged area has its text in every cell.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The columns whose cells are numbers, one bit each: 3.1 typed as text is a day, as a number it may have been 3.10.</summary>
    public UInt128 Numbers { get; init; }

    public bool IsNumber(int column) => column is >= 0 and < 128 && (Numbers >> column & UInt128.One) == UInt128.One;

    /// <summary>The text of a column from 0; empty beyond the last one.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>
/// Reads .xlsx and .xls from outside: bounded before a byte is inflated, values instead of formulas, numbers without exponent,
/// days as 2026-11-22. Hidden sheets are left out.
/// </summary>
public static class SpreadsheetReader
{
    public const int LargestFile = 20 << 20;
    private const long LargestContent = 200 << 20;
    private const int MostParts = 1000;

    // No program writes a cell of more than 32,767 characters; the reader would hold one of any length several times over.
    private const int LongestRun = 1 << 20;
    private const int MostRows = 200_000;
    private const int MostColumns = 100;
    private const int MostMergedCells = 5_000_000;
    private const int MostTextsShared = 4096;
    private const int LongestShared = 100;

    private static ReadOnlySpan<byte> OleHeader => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <exception cref="UserFaultException">Missing, too large, or unreadable.</exception>
    public static IReadOnlyList<Sheet> ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        return Read(Path.GetFileName(path), file);
    }

    /// <param name="name">How the file is called in messages.</param>
    /// <exception cref="UserFaultException">Too large, empty, no spreadsheet, encrypted, damaged, or built to exhaust the reader.</exception>
    public static IReadOnlyList<Sheet> Read(string name, Stream content)
    {
        var bytes = ReadBounded(name, content);
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            {
                CheckZip(stream);
                return ReadSheets(ExcelReaderFactory.CreateOpenXmlReader(stream, Configuration()));
            }
            if (bytes.AsSpan().StartsWith(OleHeader))
            {
                CheckOle(bytes);
                return ReadSheets(ExcelReaderFactory.CreateBinaryReader(stream, Configuration()));
            }
        }
        catch (InvalidPasswordException e)
        {
            throw new UserFaultException($"{name} 设有打开口令，请另存为不带口令的文件后重试。", e);
        }
#pragma warning disable CA1031 // The reader throws whatever it stumbles over in a file from outside.
        catch (Exception e) when (e is not UserFaultException)
#pragma warning restore CA1031
        {
            throw new UserFaultException($"{name} 已损坏或不是表格文件。请用 WPS 或 Excel 打开后另存为 .xlsx，再重试。", e);
        }
        throw new UserFaultException($"{name} 不是表格文件。请选择 .xlsx 或 .xls 文件；其他格式请用 WPS 或 Excel 另存为 .xlsx。");
    }

    private static byte[] ReadBounded(string name, Stream content)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                throw new UserFaultException($"{name} 超过 {LargestFile >> 20} MB。请只保留需要的工作表，删去图片后重试。");
            }
        }
        return bytes.Length > 0 ? bytes.ToArray() : throw new UserFaultException($"{name} 是空文件，请重新选择。");
    }

    // The sizes that a zip declares may lie: what counts is what comes out.
    private static void CheckZip(MemoryStream stream)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            var left = LargestContent;
            var buffer = new byte[81920];
            if (zip.Entries.Count > MostParts)
            {
                throw TooLargeInside();
            }
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
                var run = 0;
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    left -= read;
                    run = isXml && !buffer.AsSpan(0, read).Contains((byte)'<') ? run + read : 0;
                    if (left < 0 || run > LongestRun)
                    {
                        throw TooLargeInside();
                    }
                }
            }
        }
        stream.Position = 0;
    }

    // The reader trusts these fields of the header and would allocate what they say.
    private static void CheckOle(ReadOnlySpan<byte> file)
    {
        const int HeaderSize = 512;
        if (file.Length < HeaderSize)
        {
            throw new InvalidDataException("No whole header.");
        }
        var sectorSize = BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        var miniSectorSize = BinaryPrimitives.ReadUInt16LittleEndian(file[32..]);
        var tableSectors = BinaryPrimitives.ReadInt32LittleEndian(file[72..]);
        if (sectorSize is not (9 or 12) || miniSectorSize != 6 || tableSectors < 0 || tableSectors > 1 + (file.Length >> 20))
        {
            throw new InvalidDataException("A header that no office program writes.");
        }
    }

    private static ExcelReaderConfiguration Configuration()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") };
    }

    private static List<Sheet> ReadSheets(IExcelDataReader reader)
    {
        using (reader)
        {
            var sheets = new List<Sheet>();
            // A text counts for each cell that has it: a few bytes may refer to a long one.
            var room = LargestContent;
            do
            {
                if (reader.VisibleState == "visible")
                {
                    sheets.Add(new Sheet(reader.Name, ReadRows(reader, ref room)));
                }
            }
            while (reader.NextResult());
            return sheets;
        }
    }

    private static List<SheetRow> ReadRows(IExcelDataReader reader, ref long room)
    {
        var rows = new List<(int Number, string[] Cells, UInt128 Numbers)>();
        var width = Math.Min(reader.FieldCount, MostColumns);
        // A long list says 群众 and 科员 many times over; a long text that many cells share is one object already.
        var texts = new Dictionary<string, string>();
        var longTexts = new Dictionary<string, string>(ReferenceEqualityComparer.Instance);
        for (var number = 1; reader.Read(); number++)
        {
            var cells = new string[width];
            var (isEmpty, numbers) = (true, UInt128.Zero);
            for (var column = 0; column < width; column++)
            {
                var value = reader.GetValue(column);
                numbers |= value is double ? UInt128.One << column : 0;
                cells[column] = value is string { Length: > LongestShared } whole
                    ? longTexts.TryGetValue(whole, out var known) ? known : longTexts[whole] = TextOf(whole)
                    : TextOf(value) is var text && texts.TryGetValue(text, out var same) ? same : texts[text] = text;
                isEmpty &= cells[column].Length == 0;
                Take(cells[column], ref room);
            }
            if (isEmpty)
            {
                continue;
            }
            if (texts.Count > MostTextsShared)
            {
                texts.Clear();
            }
            if (rows.Count == MostRows)
            {
                throw new UserFaultException($"工作表“{reader.Name}”超过 {MostRows} 行，请拆分后重试。");
            }
            rows.Add((number, cells, numbers));
        }
        FillMerged(rows.ToDictionary(r => r.Number - 1, r => r.Cells), reader.MergeCells ?? [], ref room);
        return [.. rows.Select(r => new SheetRow(r.Number, r.Cells) { Numbers = r.Numbers })];
    }

    private static void FillMerged(Dictionary<int, string[]> rows, IEnumerable<CellRange> areas, ref long room)
    {
        var left = MostMergedCells;
        foreach (var area in areas)
        {
            if (!rows.TryGetValue(area.FromRow, out var first) || area.FromColumn < 0 || area.FromColumn >= first.Length)
            {
                continue;
            }
            for (var row = area.FromRow; row <= area.ToRow; row++)
            {
                left -= Math.Max(1, area.ToColumn - area.FromColumn);
                if (left < 0)
                {
                    throw TooLargeInside();
                }
                for (var column = area.FromColumn; rows.TryGetValue(row, out var cells) && column <= area.ToColumn && column < cells.Length; column++)
                {
                    if (cells[column].Length == 0)
                    {
                        cells[column] = first[area.FromColumn];
                        Take(cells[column], ref room);
                    }
                }
            }
        }
    }

    private static void Take(string text, ref long room)
    {
        room -= text.Length;
        if (room < 0)
        {
            throw TooLargeInside();
        }
    }

    private static string TextOf(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => s.Trim(),
            double number => Number(number),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            bool yes => yes ? "是" : "否",
            var other => string.Create(CultureInfo.InvariantCulture, $"{other}"),
        };
        return Sound(text).Truncated(SheetStream.LongestText);
    }

    // A cell may spell any 16 bits (_xD83D_): half a character, the null character and U+FFFE can be neither normalized nor stored.
    private static string Sound(string text) =>
        text.AsSpan().IndexOfAny('\0', '\uFFFE') >= 0 || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0 or 0xFFFE))) : text;

    // 13800138000 and 0.1, never 1.38E+10.
    private static string Number(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture) : number.ToString("F0", CultureInfo.InvariantCulture);

    private static UserFaultException TooLargeInside() => new("文件展开后过大，未读取。请只保留需要的工作表和数据后重试。");
}
