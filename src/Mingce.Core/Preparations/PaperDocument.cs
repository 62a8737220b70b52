using Mingce.Gongwen;

namespace Mingce.Core.Preparations;

/// <summary>The official document of a paper's text.</summary>
public static class PaperDocument
{
    /// <summary>Parts the columns of a table: a tab can hardly be typed into a browser.</summary>
    private const char Column = '｜';

    private const string Signature = "签名";

    // Room to sign by hand, in mm.
    private const int RowToSign = 9;

    public static GongwenDocument Of(string text)
    {
        var document = GongwenText.Recognize(text.Replace(Column, '\t'));
        return document with
        {
            Blocks = [.. document.Blocks.Select(Fit)],
            Signature = document.Signature is { } signature ? signature with { HasSeal = document.Title.EndsWith("通知", StringComparison.Ordinal) } : null,
        };
    }

    private static Block Fit(Block block) => block switch
    {
        Table table when table.Header.Any(cell => cell.Replace("　", "", StringComparison.Ordinal) == Signature) => table with { RowHeight = RowToSign },
        _ => block,
    };
}
