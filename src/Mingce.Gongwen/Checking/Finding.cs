using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Checking;

/// <summary>One deviation from the profile; the texts are Chinese.</summary>
/// <param name="Clause">The clause of GB/T 9704-2012 without §, or null where only common sense is broken (a blank last page).</param>
/// <param name="Code">Stable name of the rule; that of a profile's value (title.size) where one was not met.</param>
/// <param name="Where">Element, number of the paragraph among those with text, and a quote; where the same is found more than once, the first place and how many.</param>
/// <param name="Found">What was found.</param>
/// <param name="Wanted">What is wanted.</param>
/// <param name="Certainty">How far the rule can be relied on.</param>
public sealed record Finding(string? Clause, string Code, string Where, string Found, string Wanted, Certainty Certainty);

/// <summary>What a check found.</summary>
/// <param name="Profile">The profile it used.</param>
/// <param name="Findings">In the order of the rules; empty: nothing to correct.</param>
public sealed record CheckResult(Profile Profile, IReadOnlyList<Finding> Findings);
