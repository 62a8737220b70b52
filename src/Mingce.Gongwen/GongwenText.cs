using Mingce.Gongwen.Formatting;

namespace Mingce.Gongwen;

/// <summary>Recognises the structure of a plain text, so that it can be written as an official document.</summary>
public static class GongwenText
{
    /// <summary>
    /// Title, 主送机关, headings of all levels (also with 1、 or (一) for a number), 附件说明, signature, date, 附注, attachments, 版记, and tables of lines with tabs.
    /// Only form is put right: the signs around a number, the digits of a date, empty lines, spaces at either end of a line. Words stay as they are and in their order; what
    /// is not recognised stays a paragraph of the body.
    /// </summary>
    /// <param name="text">The text, one line to a paragraph; lines end with LF, CR LF or CR.</param>
    public static GongwenDocument Recognize(string text) =>
        StructureReader.Read(SourceLine.Of(text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')));
}
