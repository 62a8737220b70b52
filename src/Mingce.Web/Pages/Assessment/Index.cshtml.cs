using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>对标自评: the total and every gap.</summary>
[AccessRule(Resource.Scorecard, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, SchemesInForce schemes, TimeProvider time) : AssessmentPage(db, session, schemes.Shown, time)
{
    /// <summary>在用测评体系, the main one first.</summary>
    public IReadOnlyList<Scheme> Schemes => schemes.All;

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadScorecardAsync(cancellation);

    /// <summary>Points, standard by standard.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await ReadScorecardAsync(cancellation);
        SheetColumn<StandardResult>[] columns =
        [
            new("标准", 10, s => s.Id), new("名称", 44, s => s.Name), new("得分", 10, s => s.Possible is null ? null : s.Points / 100m), new("满分", 10, s => s.Possible is { } points ? points / 100m : null),
            new("说明", 20, s => s.NotApplicable is not null ? "不适用" : s.Possible is null ? "未赋分" : ""), new("计入记录", 10, s => s.Counted.Count), new("待完善", 60, s => string.Join('；', s.Checks.SelectMany(c => c.Gaps).Select(g => g.Text))),
        ];
        return await this.SheetAsync($"{Year}年度自评得分", columns, Scorecard.Standards);
    }

    /// <summary>待完善, as listed.</summary>
    public async Task<IActionResult> OnGetGapsAsync(CancellationToken cancellation)
    {
        await ReadScorecardAsync(cancellation);
        SheetColumn<GapRow>[] columns =
            [new("标准", 10, g => g.Standard.Id), new("名称", 36, g => g.Standard.Name), new("待完善", 60, g => g.Gap.Text), new("分值", 10, g => g.Gap.Points / 100m), new("截止日期", 16, g => g.Gap.DueOn)];
        return await this.SheetAsync($"{Year}年度待完善清单", columns, Gaps);
    }

    public IReadOnlyList<GapRow> Gaps => GapRow.Of(Scorecard);
}
