namespace Mingce.Rules.Schemes;

/// <summary>认定: what a named person states, with the reason, because no record can show it.</summary>
/// <param name="Year">The year for which it is stated.</param>
/// <param name="By">Who states it.</param>
/// <param name="Reason">Why, or what happened.</param>
/// <exception cref="ArgumentException">The name is blank, or the reason where one is needed.</exception>
public abstract record Attestation(int Year, string By, string Reason)
{
    /// <summary>Who states it.</summary>
    public string By { get; } = Required(By);

    private protected static string Required(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }
}

/// <summary>评定: points or a mark for a <see cref="GradeCheck"/>.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="Year">The year.</param>
/// <param name="Points">Points in hundredths, held within the check's range; not used where the check has marks.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Mark">The chosen <see cref="Mark.Name"/>; empty where the check has no marks.</param>
public sealed record Grade(string CheckId, int Year, int Points, string By, string Reason, string Mark = "") : Attestation(Year, By, Required(Reason));

/// <summary>扣分情形: how often a <see cref="FaultItem"/> was found; 0 says that it was looked for and not found.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Year">The year.</param>
/// <param name="Number">How often, 0 or more.</param>
/// <param name="By">Who looked.</param>
/// <param name="Reason">How it was established.</param>
public sealed record Tally(string ItemId, int Year, int Number, string By, string Reason) : Attestation(Year, By, Required(Reason));

/// <summary>比例: 注册志愿者 28 of 30 在编在岗 on a day.</summary>
/// <param name="Id">Which ratio: see <see cref="RatioCheck.RatioId"/>.</param>
/// <param name="Year">The year.</param>
/// <param name="Number">Those who do, 0 or more.</param>
/// <param name="Base">All who count, 0 or more.</param>
/// <param name="Who">Who counts: 在编在岗.</param>
/// <param name="On">The day for which it is stated.</param>
/// <param name="By">Who states it.</param>
/// <param name="Reason">Where the figures come from; may be empty.</param>
public sealed record Ratio(string Id, int Year, int Number, int Base, string Who, DateOnly On, string By, string Reason = "") : Attestation(Year, By, Reason)
{
    /// <summary>Who counts.</summary>
    public string Who { get; } = Required(Who);
}

/// <summary>人数: by how many people an amount is divided.</summary>
/// <param name="Id">Which: see <see cref="ThresholdCheck.PerPerson"/>.</param>
/// <param name="Year">The year.</param>
/// <param name="People">How many, 1 or more.</param>
/// <param name="Who">Who counts: 在编在岗.</param>
/// <param name="On">The day for which it is stated.</param>
/// <param name="By">Who states it.</param>
/// <param name="Reason">Where the figure comes from; may be empty.</param>
public sealed record Headcount(string Id, int Year, int People, string Who, DateOnly On, string By, string Reason = "") : Attestation(Year, By, Reason)
{
    /// <summary>Who counts.</summary>
    public string Who { get; } = Required(Who);
}

/// <summary>加分申报: an honour claimed under a <see cref="BonusCheck"/>.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="Year">The year.</param>
/// <param name="Work">For which piece of work: of one work the highest honour counts.</param>
/// <param name="RecordId">The record that proves it; it counts only with evidence and in the assessed period.</param>
/// <param name="By">Who claims it.</param>
/// <param name="Reason">What was awarded, by whom.</param>
/// <param name="Level">The chosen <see cref="BonusLevel.Name"/>; empty where the check has none.</param>
/// <param name="Points">Hundredths claimed; not used where the check has levels.</param>
public sealed record BonusClaim(
    string CheckId, int Year, string Work, string RecordId, string By, string Reason, string Level = "", int Points = 0) : Attestation(Year, By, Required(Reason))
{
    /// <summary>For which piece of work.</summary>
    public string Work { get; } = Required(Work);
}

/// <summary>不适用: the unit has no such thing, with the written reason. The standard's points leave the possible ones.</summary>
/// <param name="StandardId">The standard.</param>
/// <param name="Year">The year.</param>
/// <param name="By">Who states it.</param>
/// <param name="Reason">The written reason.</param>
public sealed record NotApplicable(string StandardId, int Year, string By, string Reason) : Attestation(Year, By, Required(Reason));

/// <summary>仍在用: an earlier document is still in force.</summary>
/// <param name="RecordId">The record that holds it.</param>
/// <param name="Year">The year in which it is in force.</param>
/// <param name="By">Who states it.</param>
/// <param name="Reason">By what this is known.</param>
public sealed record InForce(string RecordId, int Year, string By, string Reason) : Attestation(Year, By, Required(Reason));

/// <summary>自查签署: somebody looked through a negative list and stands for what is stated of it.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Year">The year.</param>
/// <param name="By">Who signed.</param>
/// <param name="On">The day up to which it was looked.</param>
public sealed record SelfCheck(string ListId, int Year, string By, DateOnly On) : Attestation(Year, By, "");

/// <summary>发生情形: something on a negative list happened.</summary>
/// <param name="ItemId">The item, or the list where it has no items.</param>
/// <param name="Year">The year in which it is stated; the window goes by <paramref name="On"/>.</param>
/// <param name="On">When it happened or was established.</param>
/// <param name="By">Who states it.</param>
/// <param name="Reason">The facts.</param>
/// <param name="Concealed">Whether it was not reported truly and in time.</param>
/// <param name="Points">Hundredths to take where the list says none.</param>
public sealed record Incident(string ItemId, int Year, DateOnly On, string By, string Reason, bool Concealed = false, int? Points = null)
    : Attestation(Year, By, Required(Reason));
