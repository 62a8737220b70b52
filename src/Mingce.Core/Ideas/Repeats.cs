using System.Text.RegularExpressions;
using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Ideas;

/// <summary>How often a unit held the same thing: activities of one kind whose titles are alike but for day, month and number.</summary>
public sealed record Repeat(string KindId, string Title, int Times);

/// <summary>Counts repeated titles: a fact to think about, no judgement.</summary>
public static partial class Repeats
{
    /// <summary>The unit's own activities of the twelve months up to a day, by kind: how many, and the titles that come more than once, the most frequent first.</summary>
    public static async Task<IReadOnlyList<(string KindId, int Activities, IReadOnlyList<Repeat> Repeated)>> ReadAsync(LedgerDb db, DateOnly today, CancellationToken cancellation = default)
    {
        var first = today.AddYears(-1).AddDays(1);
        var rows = await db.ActivityKinds.AsNoTracking().Where(k => k.Ordinal == 0)
            .Join(db.Activities, k => new { k.UnitId, Id = k.ActivityId }, a => new { a.UnitId, a.Id }, (k, a) => new { k.KindId, Activity = a })
            .Where(x => x.Activity.Status == ActivityStatus.Entered && x.Activity.Actor == Actor.Own && !x.Activity.IsSummary && x.Activity.FromOn >= first && x.Activity.FromOn <= today)
            .Select(x => new { x.KindId, x.Activity.Title }).ToListAsync(cancellation);
        return [.. rows.GroupBy(x => x.KindId).Select(kind => (
            kind.Key,
            kind.Count(),
            (IReadOnlyList<Repeat>)[.. kind.GroupBy(x => Core(x.Title)).Where(same => same.Count() > 1).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => new Repeat(kind.Key, same.Key, same.Count()))]))
            .OrderByDescending(kind => kind.Item2)];
    }

    /// <summary>A title without what only tells one time from the next: 3月主题党日 and 主题党日（4月） are both 主题党日.</summary>
    public static string Core(string title)
    {
        var core = Times().Replace(title, "");
        core = EmptyBrackets().Replace(core, "").Trim(' ', '　', '-', '—', '：', ':', '，', '、');
        return core.Length > 0 ? core : title;
    }

    [GeneratedRegex("(第[0-9一二三四五六七八九十百]+(次|期|季度|届|场|讲|批)?|[0-9]{4}年度?|[0-9一二三四五六七八九十]+(月份|月|日|季度|次|期)(上旬|中旬|下旬|初|底)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();

    [GeneratedRegex("（[ 　、，至—-]*）|\\([ 　、，至—-]*\\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyBrackets();
}
