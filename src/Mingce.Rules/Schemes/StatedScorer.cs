namespace Mingce.Rules.Schemes;

/// <summary>Scores the checks that follow from what named persons state: ratios, faults found, honours.</summary>
internal sealed class StatedScorer(ScoringInput input, GapTexts texts)
{
    public CheckResult Score(RatioCheck check)
    {
        // Where a day has two figures, the lower one is believed.
        var ratio = input.Stated<Ratio>()
            .Where(ratio => ratio.Id == check.RatioId && input.Holds(ratio.On)
                && ratio.Base > 0 && ratio.Number >= 0 && ratio.Number <= ratio.Base
                && (check.Who.Length == 0 || check.Who == ratio.Who.Trim())
                && (check.Day is not { } day || (day.Month, day.Day) == (ratio.On.Month, ratio.On.Day)))
            .OrderByDescending(ratio => ratio.On)
            .ThenBy(ratio => (decimal)ratio.Number / ratio.Base)
            .ThenBy(ratio => ratio.Base)
            .ThenBy(ratio => ratio.Who, StringComparer.Ordinal)
            .FirstOrDefault();
        if (ratio is null)
            return new CheckResult(check, 0, false) { Gaps = [texts.RatioNotStated(check)] };

        var shortfall = check.Percent * ratio.Base - 100m * ratio.Number;
        var points = check.Deduct > 0 ? Math.Max(0, check.Points - check.Deduct * decimal.Floor(Math.Max(0, shortfall) / (check.Step * ratio.Base)))
            : shortfall < 0 || (shortfall == 0 && !check.Above) ? check.Points
            : 0;
        var met = check.Deduct > 0 ? shortfall < check.Step * ratio.Base : shortfall < 0 || (shortfall == 0 && !check.Above);
        var note = GapTexts.Note(ratio);
        return new CheckResult(check, points, met) { Gaps = met ? [] : [texts.RatioShort(check, note, points)], Note = note };
    }

    public CheckResult Score(DeductCheck check)
    {
        var tallies = input.Stated<Tally>().ToDictionary(tally => tally.ItemId);
        FaultItem[] open = [.. check.Faults.Where(item => !tallies.ContainsKey(item.Id))];
        if (open.Length > 0)
            return new CheckResult(check, 0, false) { Gaps = [GapTexts.NotTallied(check, open)] };

        var taken = check.Faults.Sum(item => (long)item.Each * Math.Max(0, tallies[item.Id].Number));
        var points = Math.Max(0, check.Points - taken);
        var found = check.Faults.Where(item => tallies[item.Id].Number > 0)
            .Select(item => $"{item.Name}{tallies[item.Id].Number}{item.Unit}（每{item.Unit}扣{PointsText.Of(item.Each)}分）").ToList();
        return new CheckResult(check, points, taken == 0)
        {
            Gaps = taken == 0 ? [] : [new Gap($"{check.Name}：{string.Join("，", found)}，扣{PointsText.Of((int)(check.Points - points))}分", (int)(check.Points - points))],
            Note = string.Join("；", check.Faults.Select(item => tallies[item.Id]).Select(tally => GapTexts.Note(check, tally))),
        };
    }

    public CheckResult Score(BonusCheck check, Func<string, ScoringRecord?> find)
    {
        var (counted, claimed) = (new List<(BonusClaim Claim, int Points)>(), new List<ClaimedRecord>());
        foreach (var work in input.Stated<BonusClaim>().Where(claim => claim.CheckId == check.Id).GroupBy(claim => claim.Work.Trim(), StringComparer.Ordinal).OrderBy(work => work.Key, StringComparer.Ordinal))
        {
            (BonusClaim Claim, int Points, string? Lack)[] claims = [.. work
                .Select(claim => (Claim: claim, Points: PointsOf(check, claim), Lack: Shortfall(check, claim, find(claim.RecordId))))
                .OrderBy(claim => claim.Lack is not null)
                .ThenByDescending(claim => claim.Points)
                .ThenBy(claim => claim.Claim.RecordId, StringComparer.Ordinal)
                .ThenBy(claim => claim.Claim.Reason, StringComparer.Ordinal)];
            if (claims[0].Lack is null)
                counted.Add((claims[0].Claim, claims[0].Points));
            claimed.AddRange(claims.Skip(claims[0].Lack is null ? 1 : 0)
                .Select(claim => new ClaimedRecord(claim.Claim.RecordId, claim.Lack ?? "同一工作只计最高")));
        }
        string[] ids = [.. counted.Select(claim => claim.Claim.RecordId).Distinct()];
        var sum = counted.Sum(claim => (long)claim.Points);
        return new CheckResult(check, Math.Min(sum, check.Points), counted.Count > 0)
        {
            Counted = ids,
            // A claim of a record that is not here has nothing to show.
            Claimed = [.. claimed.Where(claim => find(claim.Id) is not null && !ids.Contains(claim.Id)).DistinctBy(claim => claim.Id)],
            Gaps = [.. claimed.Where(claim => claim.Reason != "同一工作只计最高").Select(claim => new Gap($"{check.Name}：申报的荣誉{claim.Reason}，暂不加分", 0))],
            Note = counted.Count == 0 ? "" : string.Join("；", counted.Select(claim => $"{claim.Claim.Work.Trim()}：{claim.Claim.Reason}{(claim.Claim.Level.Length > 0 ? $"（{claim.Claim.Level}）" : "")}，加{PointsText.Of(claim.Points)}分"))
                + (sum > check.Points ? $"；合计{PointsText.Of((int)Math.Min(sum, int.MaxValue))}分，封顶{PointsText.Of(check.Points)}分" : ""),
        };
    }

    private static int PointsOf(BonusCheck check, BonusClaim claim) => check.Levels.Count == 0
        ? Math.Max(0, claim.Points)
        : check.Levels.FirstOrDefault(level => level.Name == claim.Level)?.Points ?? 0;

    private string? Shortfall(BonusCheck check, BonusClaim claim, ScoringRecord? record) =>
        record is null ? "没有对应的活动记录"
        : check.Levels.Count > 0 && check.Levels.All(level => level.Name != claim.Level) ? "级别不在体系之内"
        : !new Span("", input.From, input.To).Holds(record.Period, yearWillDo: true) ? "不在测评期内"
        : record.Evidence.Count == 0 ? "缺佐证材料"
        : null;
}
