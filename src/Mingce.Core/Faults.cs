using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mingce.Core;

/// <summary>Turns faults of the surroundings (disk, rights, database) into a sentence that says what to do.</summary>
public static partial class Faults
{
    /// <summary>The sentence for the user; null for a fault of the program itself.</summary>
    public static string? Explain(Exception e) => e switch
    {
        UserFaultException => e.Message,
        _ when IsDiskFull(e) => "磁盘空间不足，请清理磁盘后重试。",
        SqliteException { SqliteErrorCode: 26 or 11 } => "台账数据库无效或已损坏，请从备份恢复。",
        SqliteException { SqliteErrorCode: 14 or 8 } => "无法打开或写入台账数据库，请检查数据文件夹的位置和权限。",
        // A disk that is full shows here too, where the database's shared memory cannot grow.
        SqliteException { SqliteErrorCode: 10 } => "读写台账数据库失败，请检查磁盘空间和磁盘是否正常后重试。",
        SqliteException { SqliteErrorCode: 5 or 6 } => "台账数据库正被占用，请稍后重试。",
        _ when IsDuplicate(e) => "同样的内容刚刚已经保存，未重复保存。请刷新查看。",
        DbUpdateConcurrencyException => "这条记录刚被他人修改，未保存。请刷新后重试。",
        DbUpdateException { InnerException: { } inner } => Explain(inner),
        PostgresException => null,
        NpgsqlException => $"无法连接 PostgreSQL：{e.Message}。请检查连接字符串和数据库服务。",
        UnauthorizedAccessException => "没有权限，请检查文件和文件夹的权限，或另选位置。",
        FileNotFoundException or DirectoryNotFoundException => "找不到文件或文件夹，请检查位置。",
        PathTooLongException => "文件名过长，请缩短。",
        IOException => IOFault(e),
        _ => null,
    };

    /// <summary>The file or folder that the fault is about; null where it names none. For the command line only: a page shows no paths of the server.</summary>
    public static string? PathIn(Exception e) =>
        e is IOException or UnauthorizedAccessException && Quoted().Match(e.Message) is { Success: true } path ? path.Groups["path"].Value : null;

    private static string IOFault(Exception e) => (e.HResult & 0xFFFF) switch
    {
        // Numbers of Unix; on Windows the general sentence has to do.
        17 or 20 => "这里已有同名文件，请另选位置。",
        21 => "这是文件夹，不是文件。",
        30 => "磁盘是只读的，请另选位置。",
        _ => "读写失败，请检查磁盘和文件是否正常后重试。",
    };

    [GeneratedRegex("'(?<path>.+)'", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    /// <summary>Whether another program holds the file.</summary>
    public static bool IsInUse(IOException e) =>
        // EWOULDBLOCK of Linux and of macOS; sharing and lock violation of Windows.
        (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    /// <summary>Whether a row like this is stored already: the same form was sent twice at once.</summary>
    public static bool IsDuplicate(Exception e) => e is DbUpdateException
    {
        InnerException: SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation },
    };

    /// <summary>Whether the disk (or the user's share of it) is full.</summary>
    public static bool IsDiskFull(Exception e) => e switch
    {
        // ENOSPC, EDQUOT, and ERROR_DISK_FULL of Windows.
        IOException => (e.HResult & 0xFFFF) is 28 or 122 or 112,
        SqliteException sqlite => sqlite.SqliteErrorCode == 13,
        DbUpdateException { InnerException: { } inner } => IsDiskFull(inner),
        _ => false,
    };
}
