using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>人工评定 of one check, as the form holds it.</summary>
public sealed class GradeForm
{
    [Display(Name = "得分"), Required(ErrorMessage = "请填写得分。")]
    public decimal? Points { get; set; }

    [Display(Name = "评定理由"), Required(ErrorMessage = "请填写评定理由。"), StringLength(500, ErrorMessage = "评定理由不超过500字。")]
    public string Reason { get; set; } = "";

    /// <summary>The version of the grade that is changed; 0 where there is none yet.</summary>
    public int Version { get; set; }

    // What the form shows; set by the page, never taken from the request.
    internal string Action { get; private set; } = "";
    internal GradeCheck Check { get; private set; } = null!;
    internal AttestationEntry? Given { get; private set; }

    /// <summary>The most the check gives, as the form writes it.</summary>
    internal string Most => (Check.Points / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    internal static GradeForm Of(string standardId, GradeCheck check, int year, AttestationEntry? given) =>
        new GradeForm { Points = given?.Points / 100m, Reason = given?.Reason ?? "", Version = given?.Version ?? 0 }.For(standardId, check, year, given);

    internal GradeForm For(string standardId, GradeCheck check, int year, AttestationEntry? given)
    {
        (Check, Given) = (check, given);
        Action = $"/assessment/{Uri.EscapeDataString(standardId)}/grades/{Uri.EscapeDataString(check.Id)}?year={year}";
        return this;
    }

    /// <summary>The points in hundredths; null where they are no whole hundredths within the check.</summary>
    internal int? Hundredths => Points is { } points && points >= 0 && points * 100 <= Check.Points && points * 100 == decimal.Truncate(points * 100)
        ? (int)(points * 100)
        : null;
}
