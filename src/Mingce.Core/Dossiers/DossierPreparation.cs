using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Mingce.Rules.Schemes;

namespace Mingce.Core.Dossiers;

/// <summary>Scores the unit's records and lays them out as a dossier. Reads only; nothing is stored.</summary>
public sealed class DossierPreparation(LedgerDb db)
{
    /// <param name="from">First day of the window.</param>
    /// <param name="to">Last day of the window.</param>
    /// <param name="now">UTC: the day of scoring and the time of everything in the zip.</param>
    /// <exception cref="UserFaultException">The unit has no entered record in the window.</exception>
    public async Task<Dossier> PrepareAsync(Scheme scheme, Unit unit, DateOnly from, DateOnly to, DateTime now, CancellationToken cancellation = default)
    {
        var assessment = await new SelfAssessment(db).AssessAsync(scheme, from, to, DateOnly.FromDateTime(OfficeCalendar.ToLocal(now)), cancellation);
        if (assessment.Activities.Count == 0)
        {
            throw new UserFaultException($"“{unit.FullName}”在{from:yyyy-MM-dd}至{to:yyyy-MM-dd}期间没有已登记的活动记录，不能汇编。请先登记或确认活动，或用 --year 另选年度。");
        }
        var byId = assessment.Activities.ToDictionary(a => a.Id.ToString());
        var results = assessment.Scorecard.Standards.ToDictionary(s => s.Id);
        var layout = new DossierLayout(scheme);
        var standards =
            from section in scheme.Sections.Index()
            from indicator in section.Item.Indicators.Index()
            from standard in indicator.Item.Standards
            let folder = layout.Folder((section.Index + 1, section.Item), (indicator.Index + 1, indicator.Item), standard.Id, standard.Name)
            select Standard(section.Item, results[standard.Id], folder);
        return new Dossier(scheme, unit, assessment.Scorecard, now, [.. standards]);

        DossierStandard Standard(Section section, StandardResult result, string folder)
        {
            List<Activity> counted = [.. result.Counted.Select(id => byId[id]).OrderBy(a => a.FromOn).ThenBy(a => a.Id)];
            var exhibits = DossierLayout.Exhibits(folder, counted);
            var statement = new Statement(unit, from.Year != to.Year, DateOnly.FromDateTime(OfficeCalendar.ToLocal(now)))
                .Write(result, counted, [.. result.Claimed.Select(id => byId[id])], exhibits);
            return new DossierStandard(section, result, Conclusions.Of(result), folder, statement, exhibits);
        }
    }
}
