namespace Mingce.Gongwen;

/// <summary>The file is no .docx that can be read safely. The message, in Chinese, says why and what to do.</summary>
/// <param name="message">Why, and what the user should do.</param>
/// <param name="inner">The technical cause, where there is one.</param>
public sealed class UnreadableDocumentException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const string SaveAgain = "请用 WPS 或 Word 打开后另存为 .docx，再重新提交。";

    internal static UnreadableDocumentException TooLarge() =>
        new($"文件超过 {DocxReader.MaxFileBytes >> 20} MB，无法读取。请压缩图片或拆分后另存为 .docx，再重新提交。");

    internal static UnreadableDocumentException Empty() => new("文件是空的，请检查原文件后重新提交。");

    internal static UnreadableDocumentException Encrypted() => new("文件设有打开密码，无法读取。请取消密码后另存为 .docx，再重新提交。");

    internal static UnreadableDocumentException OldFormat() => new("文件是旧版格式（.doc、.wps 等），无法读取。" + SaveAgain);

    internal static UnreadableDocumentException NotDocx() => new("文件不是 .docx 文档，无法读取。" + SaveAgain);

    internal static UnreadableDocumentException Damaged(Exception? inner = null) => new("文件已损坏或含有不允许的内容，无法读取。" + SaveAgain, inner);

    internal static UnreadableDocumentException Strict() => new("文件是“严格 Open XML”格式，无法保留其原有内容。请另存为普通的 .docx，再重新提交。");

    internal static UnreadableDocumentException Bomb() => new("文件解压后的内容异常庞大，为安全起见未予读取。" + SaveAgain);
}
