using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Checking;

/// <summary>Where the first line of a paragraph begins, in characters of its size.</summary>
internal static class Indent
{
    /// <summary>Spaces typed at its head, a full-width one counting 1, a half-width one and a tab less.</summary>
    public static double Spaces(string text)
    {
        var width = 0.0;
        foreach (var letter in text)
        {
            if (letter == '　') width++;
            else if (letter is ' ' or '\u00A0') width += 0.5;
            else if (letter == '\t') width += 2;
            else break;
        }
        return width;
    }

    public static double FirstLine(WordParagraph paragraph) => LineMetrics.Characters(paragraph.Format.FirstLineChars, paragraph.Format.FirstLine, paragraph);

    public static double Left(WordParagraph paragraph) => LineMetrics.Characters(paragraph.Format.LeftChars, paragraph.Format.Left, paragraph);

    public static double Right(WordParagraph paragraph) => LineMetrics.Characters(paragraph.Format.RightChars, paragraph.Format.Right, paragraph);

    /// <summary>Where the first line begins, with spaces.</summary>
    public static double Start(WordParagraph paragraph) => Left(paragraph) + FirstLine(paragraph) + Spaces(paragraph.Text);

    public static bool IsIndented(Element element) => Start(element.Paragraph) >= 1;
}
