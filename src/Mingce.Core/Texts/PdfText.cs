using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingce.Core.Storage;

namespace Mingce.Core.Texts;

/// <summary>The text of a PDF by pdftotext (Debian: poppler-utils), in a child process with limits; its lines are joined to paragraphs again.</summary>
public static partial class PdfText
{
    private const string Program = "pdftotext";
    private const int LargestOutput = 8 << 20;

    public static bool IsSupported { get; } = LimitedProcess.CanRun(Program);

    /// <param name="path">The file; its name says nothing, its bytes begin with %PDF-.</param>
    /// <param name="lastPage">The last page that is read.</param>
    /// <returns>The text, one line each paragraph; null where the file is locked, damaged or beyond a limit.</returns>
    public static async Task<string?> ReadAsync(string path, int lastPage, CancellationToken cancellation)
    {
        if (!IsSupported)
        {
            return null;
        }
        string[] arguments = ["-q", "-layout", "-enc", "UTF-8", "-l", lastPage.ToString(CultureInfo.InvariantCulture), path, "-"];
        var (output, _) = await LimitedProcess.RunAsync(Program, arguments, LargestOutput, cancellation);
        return output is null ? null : JoinLines(Encoding.UTF8.GetString(output));
    }

    /// <summary>Joins what the page broke: a line that fills the page goes on in the next one that is not indented.</summary>
    internal static string JoinLines(string pages)
    {
        var text = new StringBuilder();
        var isOpen = false;
        foreach (var page in pages.Split('\f'))
        {
            var lines = page.Split('\n').Select(l => l.TrimEnd()).Where(l => !PageNumber().IsMatch(l)).ToList();
            var told = lines.Where(l => l.Length > 0).ToList();
            if (told.Count == 0)
            {
                continue;
            }
            var (margin, edge) = (told.Min(Indent), told.Max(Width));
            foreach (var line in lines.SkipWhile(l => l.Length == 0))
            {
                // Blank lines end a paragraph, except those at the foot of a page.
                if (line.Length == 0)
                {
                    isOpen &= told.Count == 0;
                    continue;
                }
                told.RemoveAt(0);
                if (text.Length > 0 && !(isOpen && Indent(line) <= margin + 1))
                {
                    text.Append('\n');
                }
                else if (text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetterOrDigit(line.TrimStart()[0]))
                {
                    text.Append(' ');
                }
                text.Append(Close(line.Trim()));
                // The last place of a line may stay free for a character that must not stand there.
                isOpen = Width(line) >= edge - 6;
            }
        }
        return text.ToString();
    }

    // The program sets a blank between Chinese and other letters where the page has a narrow gap; columns of a table stand farther apart.
    private static string Close(string line) => Columns().Replace(Gap().Replace(line, ""), "\t");

    private static int Indent(string line) => Width(line[..(line.Length - line.TrimStart().Length)]);

    private static int Width(string line) => line.Sum(c => c < 0x2E80 ? 1 : 2);

    [GeneratedRegex(@"^\s*[-—–－]?\s*\d{1,4}\s*[-—–－]?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(?<=[\u2E80-\uFFEF]) (?=[\dA-Za-z%.])|(?<=[\dA-Za-z%.]) (?=[\u2E80-\uFFEF])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Columns();
}
