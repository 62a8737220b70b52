using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Xml;
using Mingce.Core.Texts;

namespace Mingce.Core.Spreadsheets;

/// <summary>
/// The XML of one sheet, written as bytes cell by cell: with the framework's writer of XML a long list takes three times as long.
/// Text is escaped here and nowhere else.
/// </summary>
internal sealed class SheetStream(Stream output) : IDisposable
{
    /// <summary>More do not fit into a cell of Excel.</summary>
    public const int LongestText = 32_767;
    public const string CutMark = "……（内容过长，以下略）";

    private const int BufferSize = 1 << 16;

    /// <summary>Room for anything that is written at once: the longest character is &amp;quot;.</summary>
    private const int Headroom = 64;

    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x7F - 0x20).Select(c => (char)c).Except("&<>\"_"), .. Enumerable.Range(0xA0, 0xD800 - 0xA0).Select(c => (char)c), .. Enumerable.Range(0xF900, 0xFFF0 - 0xF900).Select(c => (char)c)]);

    private readonly byte[] buffer = new byte[BufferSize];
    private int used;

    public void Dispose()
    {
        Flush();
        output.Dispose();
    }

    /// <summary>Writes what is already XML.</summary>
    public void Raw(ReadOnlySpan<byte> xml)
    {
        if (xml.Length > BufferSize - used)
        {
            Flush();
        }
        if (xml.Length > BufferSize)
        {
            output.Write(xml);
            return;
        }
        xml.CopyTo(buffer.AsSpan(used));
        used += xml.Length;
    }

    public void Raw(string xml) => Raw(Encoding.UTF8.GetBytes(xml));

    public void StartRow(int row)
    {
        Raw("<row r=\""u8);
        Number(row);
        Raw("\">"u8);
    }

    public void Number(ReadOnlySpan<byte> column, int row, decimal value)
    {
        Start(column, row, 0);
        Raw("><v>"u8);
        Number(value);
        Raw("</v></c>"u8);
    }

    public void Day(ReadOnlySpan<byte> column, int row, DateOnly day, int style)
    {
        Start(column, row, style);
        Raw("><v>"u8);
        Number(day.DayNumber - DayZero.DayNumber);
        Raw("</v></c>"u8);
    }

    /// <summary>A time to the minute.</summary>
    public void Time(ReadOnlySpan<byte> column, int row, DateTime time, int style)
    {
        Start(column, row, style);
        Raw("><v>"u8);
        Number(DateOnly.FromDateTime(time).DayNumber - DayZero.DayNumber + decimal.Round(((time.Hour * 60) + time.Minute) / 1440m, 10));
        Raw("</v></c>"u8);
    }

    public void Text(ReadOnlySpan<byte> column, int row, string text, int style)
    {
        Start(column, row, style);
        Raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Escaped(Fitting(text));
        Raw("</t></is></c>"u8);
    }

    private void Start(ReadOnlySpan<byte> column, int row, int style)
    {
        Raw("<c r=\""u8);
        Raw(column);
        Number(row);
        Raw("\""u8);
        if (style > 0)
        {
            Raw(" s=\""u8);
            Number(style);
            Raw("\""u8);
        }
    }

    private void Number(decimal value)
    {
        EnsureRoom();
        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
    }

    private void Number(int value)
    {
        EnsureRoom();
        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
    }

    private void Escaped(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            plain = plain < 0 ? text.Length : plain;
            var part = Math.Min(plain, BufferSize / 4);
            if (part > 0)
            {
                EnsureRoom(part * 3);
                used += Encoding.UTF8.GetBytes(text[..part], buffer.AsSpan(used));
                text = text[part..];
                continue;
            }
            text = text[Special(text)..];
        }
    }

    // What XML cannot hold becomes a space.
    private int Special(ReadOnlySpan<char> text)
    {
        EnsureRoom();
        switch (text[0])
        {
            case '&':
                Raw("&amp;"u8);
                return 1;
            case '<':
                Raw("&lt;"u8);
                return 1;
            case '>':
                Raw("&gt;"u8);
                return 1;
            case '"':
                Raw("&quot;"u8);
                return 1;
            case '\r':
                Raw(text.Length > 1 && text[1] == '\n' ? ""u8 : "\n"u8);
                return 1;
            case '_' when IsEscape(text):
                // _x000A_ stands for a line feed in this format.
                Raw("_x005F_"u8);
                return 1;
            default:
                Rune.DecodeFromUtf16(text, out var rune, out var length);
                used += (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? new Rune(' ') : rune).EncodeToUtf8(buffer.AsSpan(used));
                return length;
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private static string Fitting(string text) => text.Length <= LongestText ? text : text.Truncated(LongestText - CutMark.Length) + CutMark;

    private void EnsureRoom(int bytes = Headroom)
    {
        if (BufferSize - used < bytes)
        {
            Flush();
        }
    }

    private void Flush()
    {
        output.Write(buffer, 0, used);
        used = 0;
    }
}
