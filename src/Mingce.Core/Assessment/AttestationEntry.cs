using Mingce.Core.Data;
using Mingce.Rules.Schemes;

namespace Mingce.Core.Assessment;

/// <summary>What sort of thing is attested.</summary>
public enum AttestationKind
{
    /// <summary>评定: points or a mark of a check.</summary>
    Grade,
    /// <summary>扣分情形: how often a fault was found.</summary>
    Tally,
    /// <summary>比例.</summary>
    Ratio,
    /// <summary>人数.</summary>
    Headcount,
    /// <summary>加分申报; the only kind of which a subject may have several.</summary>
    Bonus,
    /// <summary>不适用.</summary>
    NotApplicable,
    /// <summary>仍在用.</summary>
    InForce,
    /// <summary>负面清单自查签署.</summary>
    SelfCheck,
    /// <summary>负面清单发生情形.</summary>
    Incident,
}

/// <summary>认定: what a named person states for a scheme and a year, with the reason, because no record can show it.</summary>
public sealed class AttestationEntry : AuditedEntity
{
    public required string SchemeId { get; init; }
    public required int Year { get; init; }
    public required AttestationKind Kind { get; init; }

    /// <summary>The id of the check, fault, ratio, standard, list, item or record that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Of a ratio or headcount: who counts (计算口径). Of a bonus: for which piece of work.</summary>
    public string About { get; set; } = "";

    /// <summary>The mark, or the level of a bonus; of an incident <see cref="Concealed"/> or nothing.</summary>
    public string Choice { get; set; } = "";

    /// <summary>Points in hundredths.</summary>
    public int? Points { get; set; }

    /// <summary>How often, or those who do, or how many people.</summary>
    public int? Number { get; set; }

    /// <summary>All who count.</summary>
    public int? Base { get; set; }

    /// <summary>The day of a ratio or headcount, of an incident, or up to which a list was looked through.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The record that proves a bonus.</summary>
    public Guid? ActivityId { get; set; }

    public required string Reason { get; set; }
    public required string GivenBy { get; set; }
    public required DateTime GivenAt { get; set; }

    /// <summary><see cref="Choice"/> of an incident that was not reported truly and in time.</summary>
    public const string Concealed = "未如实及时上报";

    /// <summary>As the scorer takes it.</summary>
    public Attestation ToAttestation() => Kind switch
    {
        AttestationKind.Grade => new Grade(Subject, Year, Points ?? 0, GivenBy, Reason, Choice),
        AttestationKind.Tally => new Tally(Subject, Year, Number ?? 0, GivenBy, Reason),
        AttestationKind.Ratio => new Ratio(Subject, Year, Number ?? 0, Base ?? 0, About, On ?? default, GivenBy, Reason),
        AttestationKind.Headcount => new Headcount(Subject, Year, Number ?? 0, About, On ?? default, GivenBy, Reason),
        AttestationKind.Bonus => new BonusClaim(Subject, Year, About, ActivityId.ToString() ?? "", GivenBy, Reason, Choice, Points ?? 0),
        AttestationKind.NotApplicable => new NotApplicable(Subject, Year, GivenBy, Reason),
        AttestationKind.InForce => new InForce(Subject, Year, GivenBy, Reason),
        AttestationKind.SelfCheck => new SelfCheck(Subject, Year, GivenBy, On ?? default),
        AttestationKind.Incident => new Incident(Subject, Year, On ?? default, GivenBy, Reason, Choice == Concealed, Points),
        _ => throw new InvalidOperationException($"Unknown kind {Kind}"),
    };
}
