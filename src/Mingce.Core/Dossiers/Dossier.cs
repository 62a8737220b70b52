using Mingce.Core.Activities;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Mingce.Core.Dossiers;

/// <summary>申报材料汇编: everything that goes into the zip but the bytes of the evidence.</summary>
/// <param name="CreatedAt">UTC; every date and file time in the zip follows from it.</param>
/// <param name="Standards">In the scheme's order.</param>
public sealed record Dossier(Scheme Scheme, Unit Unit, Scorecard Scorecard, DateTime CreatedAt, IReadOnlyList<DossierStandard> Standards)
{
    public IEnumerable<string> Ready => Standards.Where(s => s.Conclusion == Conclusion.Met).Select(s => s.Result.Id);

    public IEnumerable<string> NotReady => Standards.Where(s => s.Conclusion != Conclusion.Met).Select(s => s.Result.Id);
}

/// <summary>One standard: its folder, its statement and what proves it.</summary>
/// <param name="Folder">The path in the zip, without a slash at the end.</param>
public sealed record DossierStandard(
    Section Section,
    StandardResult Result,
    Conclusion Conclusion,
    string Folder,
    GongwenDocument Statement,
    IReadOnlyList<Exhibit> Exhibits)
{
    public string StatementPath => $"{Folder}/说明报告.docx";

    public string PointsText => Result.Possible is { } possible ? $"{Rules.Schemes.PointsText.Of(Result.Points)}/{Rules.Schemes.PointsText.Of(possible)}" : "未赋分";
}

/// <summary>A piece of evidence at its place in a standard's folder.</summary>
/// <param name="Number">1, 2, 3 … within the folder, shown in the file's name and in the statement.</param>
/// <param name="Path">The path in the zip; empty for a link or an original kept elsewhere.</param>
public sealed record Exhibit(int Number, Activity Activity, Evidence Evidence, string Path)
{
    /// <summary>照片, 文件 …</summary>
    public string Form => Evidence.Form switch
    {
        EvidenceForm.Photo => "照片",
        EvidenceForm.Document => "文件",
        EvidenceForm.Link => "链接",
        EvidenceForm.Screenshot => "截图",
        EvidenceForm.Original => "原件备查",
        _ => throw new InvalidOperationException($"Unknown form {Evidence.Form}"),
    };

    /// <summary>The day a photo was taken, else that of the activity as exactly as it is known.</summary>
    public string Date => Evidence is { Form: EvidenceForm.Photo, CapturedAt: { } taken } ? $"{taken:yyyy-MM-dd}" : DateOf(Activity.Period);

    /// <summary>Where an original lies, a link leads, when a photo was taken; may be empty.</summary>
    public string Note => string.Join('，', Notes());

    private IEnumerable<string> Notes()
    {
        if (Evidence.Url.Length > 0) yield return Evidence.Url;
        if (Evidence.OriginalNumber.Length > 0) yield return $"编号{Evidence.OriginalNumber}";
        if (Evidence.OriginalPlace.Length > 0) yield return $"存放于{Evidence.OriginalPlace}";
        if (Evidence.OriginalKeeper.Length > 0) yield return $"保管人{Evidence.OriginalKeeper}";
        if (Evidence.CapturedAt is { } taken) yield return $"拍摄于{taken:yyyy-MM-dd HH:mm}";
    }

    /// <summary>2026-03-18, 2026-03, 2026第1季度 or 2026.</summary>
    public static string DateOf(Period period) => period.Precision switch
    {
        PeriodPrecision.Day => $"{period.From:yyyy-MM-dd}",
        PeriodPrecision.TenDays or PeriodPrecision.Month or PeriodPrecision.Festival => $"{period.From:yyyy-MM}",
        PeriodPrecision.Quarter => $"{period.From:yyyy}第{(period.From.Month + 2) / 3}季度",
        PeriodPrecision.Year => $"{period.From:yyyy}",
        _ => throw new ArgumentOutOfRangeException(nameof(period)),
    };
}
