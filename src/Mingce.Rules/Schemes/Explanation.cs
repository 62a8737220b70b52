namespace Mingce.Rules.Schemes;

/// <summary>计分过程: the working of one standard as a person would write it.</summary>
public static class Explanation
{
    private static readonly string[] Numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>The working, line by line.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="records">The records that were scored, by id.</param>
    public static IReadOnlyList<string> Of(Standard standard, StandardResult result, IReadOnlyDictionary<string, ScoringRecord> records) =>
        [.. Lines(standard, result, records)];

    private static IEnumerable<string> Lines(Standard standard, StandardResult result, IReadOnlyDictionary<string, ScoringRecord> records)
    {
        yield return $"{standard.Id}　{standard.Name}";
        yield return (result.Possible is { } possible ? $"满分{PointsText.Of(possible)}分，得{PointsText.Of(result.Points)}分。" : "来源未赋分，只列出情况，不计分。")
            + (standard.Methods.Count > 0 ? $"测评方法：{string.Join("、", standard.Methods)}。" : "");
        if (standard.Note.Length > 0)
            yield return $"材料要求：{standard.Note}。";
        if (result.NotApplicable is { } stated)
        {
            yield return $"不适用：{stated.By}说明，{stated.Reason}。本项{PointsText.Of(result.Possible ?? 0)}分不计入应得分。";
            yield break;
        }
        foreach (var (i, check) in result.Checks.Index())
        {
            foreach (var line in Lines(i, check, result, records))
                yield return line;
        }
        if (result.Possible is not null)
            yield return Sum(standard, result);
    }

    private static IEnumerable<string> Lines(int place, CheckResult result, StandardResult standard, IReadOnlyDictionary<string, ScoringRecord> records)
    {
        var check = result.Check;
        var worth = standard.Possible is null || standard.ByLevels ? "" : $"，{PointsText.Of(check.Points)}分";
        yield return $"（{(place < Numbers.Length ? Numbers[place] : place + 1)}）{check.Name}{worth}{(check.Method.Length > 0 ? $"（{check.Method}）" : "")}";
        yield return $"　　要求：{Demands.Of(check)}。";
        foreach (var period in result.Periods)
        {
            var counted = period.Counted.Count == 0 ? "" : $"：{string.Join("；", period.Counted.Select(id => Label(records[id])))}";
            yield return $"　　{period.Name}计{period.Counted.Count}条，{(period.Met ? "达到" : "未达到")}{counted}。";
        }
        if (result.Periods.Count == 0 && result.Counted.Count > 0)
            yield return $"　　依据：{string.Join("；", result.Counted.Select(id => Label(records[id])))}。";
        if (result.Note.Length > 0)
            yield return $"　　认定：{result.Note.TrimEnd('。')}。";
        if (result.Claimed.Count > 0)
            yield return $"　　不计：{string.Join("；", result.Claimed.Select(claim => $"{Label(records[claim.Id])}（{claim.Reason}）"))}。";
        foreach (var gap in result.Gaps)
            yield return $"　　待完善：{(gap.Text.StartsWith(check.Name + "：", StringComparison.Ordinal) ? gap.Text[(check.Name.Length + 1)..] : gap.Text)}。";
        if (standard.Possible is not null)
            yield return standard.ByLevels ? $"　　{(result.Met ? "符合" : "不符合")}。" : $"　　得{Exact(result.Points)}分。";
    }

    private static string Sum(Standard standard, StandardResult result)
    {
        if (result.ByLevels)
        {
            var met = result.Checks.Count(check => check.Met);
            return $"合计：{result.Checks.Count}条中符合{met}条，按分值的{standard.Levels[met] * 100:0.##}%，得{PointsText.Of(result.Points)}分。";
        }
        var sum = string.Join("＋", result.Checks.Select(check => Exact(check.Points)));
        return result.Checks.Count == 1 ? $"合计：得{PointsText.Of(result.Points)}分。" : $"合计：{sum}＝{PointsText.Of(result.Points)}分。";
    }

    /// <summary>Not yet rounded: a third of a point is shown to the ten-thousandth.</summary>
    private static string Exact(decimal points) => (points / 100).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static string Label(ScoringRecord record) =>
        (record.IsSummary ? "" : PeriodText.Write(record.Period, null)) + $"“{record.Title}”";
}

/// <summary>What a check asks, in a sentence.</summary>
public static class Demands
{
    /// <summary>每季度不少于1次，各期全部达到才得分；每条记录须有照片不少于3件.</summary>
    /// <param name="check">The check.</param>
    public static string Of(Check check) => check switch
    {
        ThresholdCheck threshold => Of(threshold),
        DocumentsCheck documents => When(documents.When) + $"有材料载明{string.Join("、", documents.Parts.Select(part => part.Name))}，齐全才得分"
            + (documents.InForce ? "；较早的制度文件仍在用的可以提供" : "") + Of(documents.What),
        RatioCheck ratio => $"{(ratio.Who.Length > 0 ? $"按{ratio.Who}" : "按填报口径")}{(ratio.Day is { } on ? $"，{on.Month}月{on.Day}日" : "")}{(ratio.Above ? "大于" : "不低于")}{ratio.Percent:0.##}%"
            + (ratio.Deduct > 0 ? $"；每低{ratio.Step:0.##}个百分点扣{PointsText.Of(ratio.Deduct)}分，不足{ratio.Step:0.##}个的不扣，扣完为止" : "，达到才得分"),
        GradeCheck { Marks.Count: > 0 } grade => $"由评分人评定等次：{string.Join("、", grade.Marks.Select(mark => grade.Points > 0 ? $"{mark.Name}得{mark.Share * grade.Points / 100:0.##}分" : mark.Name))}",
        GradeCheck grade => $"由评分人在{PointsText.Of(grade.Points)}分内评定并写明理由",
        DeductCheck deduct => $"{string.Join("，", deduct.Faults.Select(item => $"{item.Name}每{item.Unit}扣{PointsText.Of(item.Each)}分"))}，扣完为止；次数由专人核定",
        BonusCheck bonus => $"同一工作只计最高，封顶{PointsText.Of(bonus.Points)}分；须在测评期内并有佐证"
            + (bonus.Levels.Count > 0 ? $"；{string.Join("、", bonus.Levels.Select(level => $"{level.Name}{PointsText.Of(level.Points)}分"))}" : "，分值由申报人写明"),
        _ => throw new InvalidOperationException($"Unknown check {check.Id}"),
    };

    private static string Of(ThresholdCheck check)
    {
        var per = check.When.Per switch
        {
            Cycle.Year => "每年",
            Cycle.Quarter => "每季度",
            Cycle.Month => "每月",
            _ => "",
        };
        var amount = $"{per}{(check.PerPerson is null ? "" : "人均")}不少于{check.Minimum}{check.Measure ?? "次"}";
        var award = check.Award switch
        {
            Award.EachPeriod => "按达到的期数平均得分",
            Award.Deduct => $"每缺1{(check.Measure is null ? "次" : "期")}扣{PointsText.Of(check.Deduct)}分，扣完为止",
            _ => per.Length > 0 ? "各期全部达到才得分" : "达到才得分",
        };
        return $"{When(check.When)}{amount}，{award}{Of(check.What)}";
    }

    private static string When(Timing when)
    {
        var years = (when.Years, when.ThisYear) switch
        {
            (0, _) => "",
            (1, true) => "当年",
            (_, true) => $"近{when.Years}年（含当年）",
            _ => $"近{when.Years}年（不含当年）",
        };
        var days = (when.From, when.Before) switch
        {
            (null, null) => "",
            (null, { } before) => $"{before.Month}月{before.Day}日前",
            ({ } from, null) => $"{from.Month}月{from.Day}日起",
            ({ } from, { } before) => $"{from.Month}月{from.Day}日起、{before.Month}月{before.Day}日前",
        };
        return years + days;
    }

    private static string Of(Selection what)
    {
        var needs = what.Evidence.Select(need =>
                $"{GapTexts.Of(need.Forms)}不少于{need.Minimum}件" + (need.Parts.Count > 0 ? $"（须有{string.Join("、", need.Parts.Select(part => part.Name))}）" : ""))
            .Concat(what.MinimumPeople > 0 ? [$"参加人数不少于{what.MinimumPeople}人"] : [])
            .Concat(what.NeedsText ? ["文字说明"] : []);
        return string.Join("、", needs) is { Length: > 0 } text ? $"；每条记录须有{text}" : "；每条记录须有佐证材料";
    }
}
