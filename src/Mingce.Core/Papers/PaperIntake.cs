using Mingce.Core.Activities;
using Mingce.Core.Storage;
using Mingce.Core.Texts;
using Mingce.Rules.Reading;
using Mingce.Rules.Routines;

namespace Mingce.Core.Papers;

/// <summary>Takes the file of a paper in: the bytes are kept, and what its text says is proposed.</summary>
public static class PaperIntake
{
    public const int LongestTitle = 150;
    public const int LongestNumber = 50;
    public const int LongestIssuer = 60;

    /// <summary>Keeps the file and fills in what is still empty; a picture says nothing and is called by its name.</summary>
    /// <exception cref="UserFaultException">A mark of secrecy, a too large file, or a full disk; nothing is kept.</exception>
    public static async Task TakeAsync(EvidenceStore store, IncomingPaper paper, string fileName, Stream content, OfficeDays days, CancellationToken cancellation)
    {
        var file = await EvidenceIntake.KeepFileAsync(store, fileName, content, cancellation);
        paper.Attach(file);
        var read = PaperReader.Read(await DocumentText.ReadAsync(store.PathOf(file.Sha256), cancellation) ?? "", paper.ReceivedOn, days);
        paper.Title = Filled(paper.Title, read.Title, Path.GetFileNameWithoutExtension(file.FileName), LongestTitle);
        paper.Number = Filled(paper.Number, read.Number, "", LongestNumber);
        paper.Issuer = Filled(paper.Issuer, read.Issuer, "", LongestIssuer);
        paper.Deadlines.AddRange(read.Deadlines.Select((d, i) => new PaperDeadline { UnitId = paper.UnitId, PaperId = paper.Id, Ordinal = i, Quote = d.Quote, DueOn = d.DueOn }));
    }

    // What a person typed stands.
    private static string Filled(string typed, string read, string otherwise, int longest)
    {
        var text = typed.Length > 0 ? typed : read.Length > 0 ? read : otherwise;
        return text.Truncated(longest);
    }
}
