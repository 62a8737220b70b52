namespace Mingce.Rules.Schemes;

/// <summary>
/// What is missing, in the office's Chinese. It points to what exists or can still be done in time,
/// and never asks for paper to be made afterwards.
/// </summary>
internal sealed class GapTexts(ScoringInput input)
{
    /// <summary>One line for what is reported and does not count: 已填报4次，均缺佐证材料.</summary>
    public IEnumerable<Gap> Claims(Check check, IReadOnlyList<Claim> claims, string unit)
    {
        if (claims.Count == 0)
            yield break;
        var reasons = claims
            .GroupBy(claim => claim.Reason, StringComparer.Ordinal)
            .Select(group => (Reason: group.Key, Times: group.Sum(claim => Times(claim, unit))))
            .ToList();
        var total = reasons.Sum(reason => reason.Times);
        var why = reasons.Count > 1
            ? "其中" + string.Join("，", reasons.Select(reason => $"{reason.Times}{unit}{reason.Reason}"))
            : (total > 1 ? "均" : "") + reasons[0].Reason;
        yield return new Gap($"{check.Name}：已填报{total}{unit}，{why}", 0);
    }

    /// <summary>A line for every period that is not met, or one for all where the points hang on all of them.</summary>
    /// <param name="missing">How many times are missing, where each costs points.</param>
    public IEnumerable<Gap> Periods(Check check, IReadOnlyList<PeriodResult> periods, long missing = 0)
    {
        if (periods.Count == 0)
            return [new Gap($"{check.Name}：测评期不含规定时间，{Worth(check.Points)}", check.Points)];

        PeriodResult[] open = [.. periods.Where(period => !period.Met)];
        switch (check)
        {
            case ThresholdCheck { Award: Award.EachPeriod }:
                var share = (int)Math.Round((decimal)check.Points / periods.Count, MidpointRounding.AwayFromZero);
                return open.Select(period => Single(check, period, share));
            case ThresholdCheck { Award: Award.Deduct } threshold:
                var taken = (int)Math.Min(check.Points, threshold.Deduct * missing);
                var per = threshold.Measure is null ? "次" : "期";
                return [Together(check, open, $"每缺1{per}扣{PointsText.Of(threshold.Deduct)}分，共扣{PointsText.Of(taken)}分", taken)];
            default:
                return [open.Length == 1 ? Single(check, open[0], check.Points) : Together(check, open, $"全部达到{Worth(check.Points)}", check.Points)];
        }
    }

    /// <summary>第四季度尚未开展, 第一季度缺1次有佐证的记录.</summary>
    public string TimesLacking(Span span, int have, int minimum, IReadOnlyList<Claim> claims)
    {
        var missing = minimum - have;
        if (IsOver(span.To))
            return $"{span.Name}缺{missing}次有佐证的记录";
        return have == 0 && !claims.Any(claim => span.Overlaps(claim.Record.Period))
            ? $"{span.Name}尚未开展" + (minimum > 1 ? $"（需{minimum}次）" : "")
            : $"{span.Name}尚缺{missing}次有佐证的记录";
    }

    /// <summary>3月合计60小时，人均2小时，不足3小时.</summary>
    public string AmountLacking(Span span, ThresholdCheck check, decimal have, Headcount? headcount) => headcount is null
        ? $"{span.Name}合计{have:0.##}{check.Measure}，不足{check.Minimum}{check.Measure}"
        : $"{span.Name}合计{have:0.##}{check.Measure}，人均{have / headcount.People:0.##}{check.Measure}，不足{check.Minimum}{check.Measure}";

    /// <summary>测评期内尚未见领导小组、专项经费的材料.</summary>
    public string PartsLacking(Span span, IReadOnlyList<Part> parts) =>
        $"{span.Name}{(IsOver(span.To) ? "缺" : "尚未见")}{string.Join("、", parts.Select(part => part.Name))}的材料";

    public Gap HeadcountNotStated(ThresholdCheck check) =>
        new($"{check.Name}：尚未填报人数（计算口径、时点），{Worth(check.Points)}", check.Points, DueOn(input.To));

    public Gap RatioNotStated(RatioCheck check)
    {
        var basis = (check.Who, check.Day) switch
        {
            ("", null) => "计算口径、时点、人数",
            ("", { } on) => $"计算口径、{on.Month}月{on.Day}日人数",
            (_, null) => $"按{check.Who}，时点、人数",
            (_, { } on) => $"按{check.Who}，{on.Month}月{on.Day}日人数",
        };
        return new($"{check.Name}：尚未填报比例（{basis}），{Worth(check.Points)}", check.Points, DueOn(input.To));
    }

    public Gap RatioShort(RatioCheck check, string note, decimal points)
    {
        var lost = check.Points - (int)points;
        var worth = check.Deduct > 0 ? $"每低{check.Step:0.##}个百分点扣{PointsText.Of(check.Deduct)}分，扣{PointsText.Of(lost)}分" : Worth(check.Points);
        return new($"{check.Name}：{note}，未{(check.Above ? "超过" : "达到")}{check.Percent:0.##}%，{worth}", lost, DueOn(input.To));
    }

    public static Gap NotTallied(DeductCheck check, IReadOnlyList<FaultItem> open) =>
        new($"{check.Name}：未核定{string.Join("、", open.Select(item => item.Name))}的{string.Join("、", open.Select(item => item.Unit).Distinct())}数，由专人核定并写明依据，{Worth(check.Points)}", check.Points);

    public Gap Ungraded(GradeCheck check) =>
        new($"{check.Name}：未评定，由评分人{(check.Marks.Count > 0 ? "评定等次" : "评分")}并写明理由，{Worth(check.Points)}", check.Points);

    public static Gap GradedLower(GradeCheck check, Grade grade, decimal points)
    {
        var given = Rounded(points);
        return new($"{check.Name}：评定{Given(check, grade, points)}，未得{PointsText.Of(check.Points - given)}分，理由：{grade.Reason}", check.Points - given);
    }

    public static string Note(GradeCheck check, Grade grade, decimal points) =>
        $"{grade.By}评定{Given(check, grade, points)}"
        + (check.Marks.Count > 0 || points == grade.Points ? "" : $"（原评{PointsText.Of(grade.Points)}分，超出分值范围）")
        + $"：{grade.Reason}";

    public static string Note(Ratio ratio) =>
        $"{ratio.Who}{ratio.Base}人中{ratio.Number}人，占{100m * ratio.Number / ratio.Base:0.##}%（{ratio.On:yyyy年M月d日}）";

    public static string Note(Headcount headcount) => $"{headcount.Who}{headcount.People}人（{headcount.On:yyyy年M月d日}）";

    public static string Note(DeductCheck check, Tally tally)
    {
        var item = check.Faults.First(item => item.Id == tally.ItemId);
        return $"{tally.By}核定{item.Name}{Math.Max(0, tally.Number)}{item.Unit}：{tally.Reason}";
    }

    public static string Of(IReadOnlyList<EvidenceForm> forms) =>
        forms.Count == 0 ? "佐证材料" : string.Join("或", forms.Select(Of));

    private static string Of(EvidenceForm form) => form switch
    {
        EvidenceForm.Photo => "照片",
        EvidenceForm.Document => "文件",
        EvidenceForm.Link => "链接",
        EvidenceForm.Screenshot => "截图",
        EvidenceForm.Original => "原件备查",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>B（1.5分）, or 1.5分 where there are no marks.</summary>
    private static string Given(GradeCheck check, Grade grade, decimal points) => check.Marks.Count == 0
        ? $"{PointsText.Of(Rounded(points))}分"
        : grade.Mark + (check.Points > 0 ? $"（{PointsText.Of(Rounded(points))}分）" : "");

    private static int Rounded(decimal points) => (int)Math.Round(points, MidpointRounding.AwayFromZero);

    /// <summary>A claim of a deed says how often; documents are counted one by one.</summary>
    private static int Times(Claim claim, string unit) => unit == "次" ? Math.Max(1, claim.Record.Count) : 1;

    private Gap Single(Check check, PeriodResult period, int points) =>
        DueOn(period.To) is { } due
            ? new($"{check.Name}：{period.Lacking}，{Day(due)}前{Worth(points)}", points, due)
            : new($"{check.Name}：{period.Lacking}，{Worth(points)}，请查找已有材料", points);

    private Gap Together(Check check, PeriodResult[] periods, string worth, int points)
    {
        var parts = periods.Select(period => period.Lacking + (DueOn(period.To) is { } due ? $"（{Day(due)}前）" : ""));
        var search = periods.Any(period => IsOver(period.To)) ? "，请查找已有材料" : "";
        return new Gap($"{check.Name}：{string.Join("；", parts)}；{worth}{search}", points, periods.Select(period => DueOn(period.To)).Min());
    }

    private bool IsOver(DateOnly day) => day < input.Today;

    private DateOnly? DueOn(DateOnly day) => IsOver(day) ? null : day;

    // The year is said where the assessed period has several.
    private string Day(DateOnly day) => day.ToString(input.From.Year != input.To.Year ? "yyyy年M月d日" : "M月d日");

    private static string Worth(int points) => points > 0 ? $"对应{PointsText.Of(points)}分" : "未赋分";
}
