using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Intake;
using Mingce.Rules.Reading;

namespace Fuzz;

/// <summary>Decodes, reads and masks a file as the program does, and holds what is read against what always has to be true.</summary>
public sealed class ReadingCheck
{
    private readonly ReportReader _reader = new(KindCatalogue.LoadDefault().All);

    /// <summary>How many facts the file has; null where it was refused with a message.</summary>
    /// <exception cref="InvalidDataException">What was read is not what the text says.</exception>
    public int? Run(byte[] bytes)
    {
        ReportFile file;
        try
        {
            file = ReportFile.Of("report", bytes);
        }
        catch (UserFaultException fault)
        {
            return fault.Message.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? null : throw new InvalidDataException("The message is not in Chinese.", fault);
        }
        var facts = _reader.Read(file.Text).Facts;
        CheckQuotes(file.Text, facts);
        _ = Masking.Mask(file.Text);
        return facts.Count;
    }

    /// <summary>Every quote is the source's slice between its offsets.</summary>
    private static void CheckQuotes(string text, IReadOnlyList<Fact> facts)
    {
        var codePoints = text.Any(char.IsSurrogate) ? StartsOfCodePoints(text) : null;
        foreach (var fact in facts)
        {
            var (start, end) = codePoints is null ? (fact.Start, fact.End) : (codePoints[fact.Start], codePoints[fact.End]);
            if (start >= end || !text.AsSpan(start..end).SequenceEqual(fact.Quote))
                throw new InvalidDataException($"The quote {fact.Start}–{fact.End} is not what stands there: {fact.Quote}");
        }
    }

    private static List<int> StartsOfCodePoints(string text)
    {
        List<int> starts = [];
        for (var i = 0; i < text.Length; i++)
        {
            starts.Add(i);
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
        }
        starts.Add(text.Length);
        return starts;
    }
}
