using System.Buffers.Binary;

namespace Mingce.Core.Dossiers;

/// <summary>
/// The end of a zip, looked at before a reader is let loose on it: the zip has to end where the file ends, its directory has to lie
/// right before that end, and the directory, of which a reader makes objects in memory, is bounded.
/// </summary>
internal static class ZipEnd
{
    private const int RecordLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int WideRecordLength = 56;
    private const long LongestDirectory = 64 << 20;

    private static ReadOnlySpan<byte> FileSignature => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> RecordSignature => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> LocatorSignature => "PK\u0006\u0007"u8;

    private static ReadOnlySpan<byte> WideRecordSignature => "PK\u0006\u0006"u8;

    /// <exception cref="UserFaultException">The file is empty or no zip at all.</exception>
    public static DossierFault? FindFault(FileStream file, string path)
    {
        if (file.Length == 0)
        {
            throw new UserFaultException($"{path} 是空文件，不是申报材料汇编。请重新取得文件。");
        }
        var tailStart = Math.Max(0, file.Length - RecordLength - LongestComment);
        var tail = Read(file, tailStart, (int)(file.Length - tailStart));
        var at = FindRecord(tail);
        if (at < 0)
        {
            return Read(file, 0, FileSignature.Length).AsSpan().SequenceEqual(FileSignature)
                ? CutOff()
                : throw new UserFaultException($"{path} 不是压缩包，不能核验。请指定 dossier 生成的 .zip 文件。");
        }
        var record = tail.AsSpan(at);
        var excess = record.Length - RecordLength - BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
        var fault = FindDirectoryFault(file, tailStart + at, record);
        return excess == 0 ? fault
            : fault is not null ? CutOff() // the end of a document that lies in the zip
            : Structure(excess > 0 ? $"末尾多出 {excess} 字节" : $"末尾缺少 {-excess} 字节");
    }

    private static DossierFault? FindDirectoryFault(FileStream file, long end, ReadOnlySpan<byte> record)
    {
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (start == uint.MaxValue || size == uint.MaxValue || BinaryPrimitives.ReadUInt16LittleEndian(record[10..]) == ushort.MaxValue)
        {
            // More than 4 GB or 65,534 files: the true figures lie in a wider record, right before its locator.
            end -= LocatorLength + WideRecordLength;
            if (end < 0)
            {
                return Structure("结尾记录已损坏");
            }
            var wide = Read(file, end, WideRecordLength + LocatorLength).AsSpan();
            if (!wide.StartsWith(WideRecordSignature) || !wide[WideRecordLength..].StartsWith(LocatorSignature)
                || BinaryPrimitives.ReadInt64LittleEndian(wide[(WideRecordLength + 8)..]) != end)
            {
                return Structure("结尾记录已损坏");
            }
            size = BinaryPrimitives.ReadInt64LittleEndian(wide[40..]);
            start = BinaryPrimitives.ReadInt64LittleEndian(wide[48..]);
        }
        return size is < 0 or > LongestDirectory || start < 0 || start > end ? Structure("目录的大小或位置已变")
            : end - size - start is not 0 and var excess ? Structure(excess > 0 ? $"多出 {excess} 字节" : $"缺少 {-excess} 字节")
            : !Read(file, 0, FileSignature.Length).AsSpan().SequenceEqual(FileSignature) ? Structure("开头已变")
            : null;
    }

    /// <summary>The last record that the file can end with; where there is none such, the last that is cut off or followed by something.</summary>
    private static int FindRecord(ReadOnlySpan<byte> tail)
    {
        var rest = tail[..Math.Max(0, tail.Length - RecordLength + RecordSignature.Length)];
        var last = rest.LastIndexOf(RecordSignature);
        for (var at = last; at >= 0; at = rest[..at].LastIndexOf(RecordSignature))
        {
            if (at + RecordLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length)
            {
                return at;
            }
        }
        return last;
    }

    private static DossierFault CutOff() => Structure("没有压缩包结尾，文件不完整（可能在传输中被截断）");

    private static DossierFault Structure(string found) => new("structure", "压缩包", found, "汇编时写入的结构");

    private static byte[] Read(FileStream file, long start, int count)
    {
        var bytes = new byte[Math.Min(count, file.Length - start)];
        file.Position = start;
        file.ReadExactly(bytes);
        return bytes;
    }
}
