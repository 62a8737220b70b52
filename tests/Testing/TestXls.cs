using System.Text;

namespace Testing;

/// <summary>Makes a small .xls (BIFF8 in an OLE file) with one sheet of text and numbers: what WPS and Excel 97 write, without its ornaments.</summary>
public static class TestXls
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const int Sector = 512;

    /// <param name="merged">First and last row, first and last column of each merged area, from 0.</param>
    public static byte[] Of(string sheet, object?[][] rows, params (ushort FromRow, ushort ToRow, ushort FromColumn, ushort ToColumn)[] merged)
    {
        var globals = Globals(sheet, 0).Length;
        byte[] book = [.. Globals(sheet, (uint)globals), .. Sheet(rows, merged)];
        // Under 4096 bytes it would belong into the small stream.
        return InOle(book, Math.Max(8, (book.Length + Sector - 1) / Sector));
    }

    private static byte[] Globals(string sheet, uint offset) =>
    [
        .. Begin(5),
        .. Record(0x42, w => w.Write((ushort)1200)),
        .. Record(0x85, w =>
        {
            w.Write(offset);
            w.Write((ushort)0);
            w.Write((byte)sheet.Length);
            w.Write((byte)1);
            w.Write(Encoding.Unicode.GetBytes(sheet));
        }),
        .. Record(0x0A, _ => { }),
    ];

    private static byte[] Sheet(object?[][] rows, (ushort, ushort, ushort, ushort)[] merged)
    {
        var width = (ushort)rows.Max(r => r.Length);
        return
        [
            .. Begin(0x10),
            .. Record(0x200, w => Words(w, 0, 0, (ushort)rows.Length, 0, 0, width, 0)),
            .. rows.SelectMany((_, i) => Record(0x208, w => Words(w, (ushort)i, 0, width, 255, 0, 0, 0x100, 0))),
            .. rows.SelectMany((row, i) => row.SelectMany((cell, column) => Cell((ushort)i, (ushort)column, cell))),
            .. Record(0xE5, w => Words(w, [(ushort)merged.Length, .. merged.SelectMany(m => new[] { m.Item1, m.Item2, m.Item3, m.Item4 })])),
            .. Record(0x0A, _ => { }),
        ];
    }

    private static byte[] Cell(ushort row, ushort column, object? cell) => cell switch
    {
        null => [],
        string text => Record(0x204, w =>
        {
            Words(w, row, column, 0, (ushort)text.Length);
            w.Write((byte)1);
            w.Write(Encoding.Unicode.GetBytes(text));
        }),
        _ => Record(0x203, w =>
        {
            Words(w, row, column, 0);
            w.Write(Convert.ToDouble(cell));
        }),
    };

    private static byte[] Begin(ushort kind) => Record(0x809, w => Words(w, 0x600, kind, 0, 1997, 0, 0, 0, 0));

    private static byte[] InOle(byte[] book, int sectors) => Bytes(w =>
    {
        w.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16]]);
        Words(w, 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0);
        Longs(w, 0, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0);
        Longs(w, [.. Enumerable.Repeat(Free, 108)]);
        // The table of sectors: itself, the directory, then the book.
        Longs(w, [0xFFFFFFFD, EndOfChain, .. Enumerable.Range(3, sectors - 1).Select(i => (uint)i), EndOfChain, .. Enumerable.Repeat(Free, 128 - 2 - sectors)]);
        w.Write([.. Entry("Root Entry", 5, 1, EndOfChain, 0), .. Entry("Workbook", 2, Free, 2, (uint)(sectors * Sector)), .. new byte[256]]);
        w.Write([.. book, .. new byte[(sectors * Sector) - book.Length]]);
    });

    private static byte[] Entry(string name, byte type, uint child, uint start, uint size) => Bytes(w =>
    {
        var text = Encoding.Unicode.GetBytes(name + "\0");
        w.Write([.. text, .. new byte[64 - text.Length]]);
        w.Write((ushort)text.Length);
        w.Write([type, 1]);
        Longs(w, Free, Free, child, 0, 0, 0, 0, 0, 0, 0, 0, 0, start, size, 0);
    });

    private static byte[] Record(ushort type, Action<BinaryWriter> write)
    {
        var content = Bytes(write);
        return [.. BitConverter.GetBytes(type), .. BitConverter.GetBytes((ushort)content.Length), .. content];
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        return stream.ToArray();
    }

    private static void Words(BinaryWriter writer, params ushort[] values) => Array.ForEach(values, writer.Write);

    private static void Longs(BinaryWriter writer, params uint[] values) => Array.ForEach(values, writer.Write);
}
