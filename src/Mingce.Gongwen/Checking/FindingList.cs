using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Checking;

/// <summary>Collects findings; the same at many places is one.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> findings = [];
    private readonly Dictionary<(string Code, string Found, string Wanted), (int Index, int Count, string Last)> same = [];

    public bool Any(Func<string, bool> code) => findings.Any(finding => code(finding.Code));

    /// <summary>A value of the profile that is not met; nothing where the standard does not lay it down.</summary>
    public void Add<T>(Setting<T> setting, string where, string found, string wanted)
    {
        if (setting.Certainty != Certainty.Choice) Add(setting.Clause, setting.Key, where, found, wanted, setting.Certainty);
    }

    public void Add(string? clause, string code, string where, string found, string wanted, Certainty certainty)
    {
        var key = (code, found, wanted);
        var (index, count, last) = same.GetValueOrDefault(key, (findings.Count, 0, ""));
        if (count == 0) findings.Add(new Finding(clause, code, where, found, wanted, certainty));
        if (where != last) same[key] = (index, count + 1, where); // an element has several runs
    }

    public IReadOnlyList<Finding> ToList()
    {
        var list = findings.ToList();
        foreach (var (index, count, _) in same.Values.Where(place => place.Count > 1)) list[index] = list[index] with { Where = $"{list[index].Where}等 {count} 处" };
        return list;
    }
}
