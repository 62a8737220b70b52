using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mingce.Core;

/// <summary>Turns faults of the surroundings (disk, rights, database) into a sentence that says what to do.</summary>
public static class Faults
{
    /// <summary>The sentence for the user; null for a fault of the program itself.</summary>
    public static string? Explain(Exception e) => e switch
    {
        UserFaultException => e.Message,
        _ when IsDiskFull(e) => "磁盘空间不足，请清理磁盘后重试。",
        SqliteException { SqliteErrorCode: 26 or 11 } => "台账数据库无效或已损坏，请从备份恢复。",
        SqliteException { SqliteErrorCode: 14 or 8 } => "无法打开或写入台账数据库，请检查数据文件夹的位置和权限。",
        SqliteException { SqliteErrorCode: 5 or 6 } => "台账数据库正被占用，请稍后重试。",
        DbUpdateConcurrencyException => "这条记录刚被他人修改，未保存。请刷新后重试。",
        DbUpdateException { InnerException: { } inner } => Explain(inner),
        PostgresException => null,
        NpgsqlException => $"无法连接 PostgreSQL：{e.Message}。请检查连接字符串和数据库服务。",
        UnauthorizedAccessException => $"没有权限：{e.Message}",
        FileNotFoundException or DirectoryNotFoundException => $"找不到文件：{e.Message}",
        IOException => $"读写失败：{e.Message}",
        _ => null,
    };

    /// <summary>Whether another program holds the file.</summary>
    public static bool IsInUse(IOException e) =>
        // EWOULDBLOCK of Linux and of macOS; sharing and lock violation of Windows.
        (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

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
