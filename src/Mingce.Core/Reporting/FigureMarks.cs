using System.Globalization;
using System.Text;
using Mingce.Rules;

namespace Mingce.Core.Reporting;

/// <summary>
/// Carries figures through a template: each is written between private-use characters together with its index,
/// and found again in what the template made of it.
/// </summary>
internal sealed class FigureMarks
{
    private const char Open = '\uE000';
    private const char Middle = '\uE001';
    private const char Close = '\uE002';

    private readonly List<(Quantity Quantity, IReadOnlyList<Guid> Records)> figures = [];

    /// <summary>A text of a user on one line, without the characters that mark figures.</summary>
    public static string Clean(string text) =>
        string.Concat(text.Where(c => c is not (Open or Middle or Close)).Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    /// <summary>The amount in the words of a report, marked: 20余名干部职工.</summary>
    public string Write(Quantity quantity, params IReadOnlyList<Guid> records)
    {
        // 项目清单任务17项 instead of 17项项目清单任务.
        var counted = quantity with { Item = Clean(quantity.Item) };
        var isItemFirst = counted.Item.StartsWith(counted.Unit, StringComparison.Ordinal);
        figures.Add((counted, records));
        return (isItemFirst ? counted.Item : "") + Open + (figures.Count - 1).ToString(CultureInfo.InvariantCulture) + Middle
            + (isItemFirst ? FigureText.Write(counted) : FigureText.WriteWithItem(counted)) + Close;
    }

    /// <summary>Takes the marks out of a rendered text.</summary>
    /// <returns>The text, and its figures placed by code points from its beginning.</returns>
    public (string Text, IReadOnlyList<ReportFigure> Figures) Resolve(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var found = new List<ReportFigure>();
        var codePoints = 0;
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] != Open)
            {
                text.Append(marked[at]);
                codePoints += char.IsLowSurrogate(marked[at]) ? 0 : 1;
                continue;
            }
            var (middle, close) = (marked.IndexOf(Middle, at), marked.IndexOf(Close, at));
            var (quantity, records) = figures[int.Parse(marked.AsSpan(at + 1, middle - at - 1), CultureInfo.InvariantCulture)];
            var words = marked[(middle + 1)..close];
            var length = words.EnumerateRunes().Count();
            found.Add(new ReportFigure(words, quantity, codePoints, codePoints + length, records));
            text.Append(words);
            codePoints += length;
            at = close;
        }
        return (text.ToString(), found);
    }
}
