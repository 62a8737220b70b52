namespace Mingce.Web.Pages.Activities;

/// <summary>What records of some kinds may not hold: of a talk only that it was held, of an analysis no persons.</summary>
internal sealed class KindRules(LedgerDb db, KindCatalogue kinds)
{
    private const int ShortestName = 2;

    /// <param name="hasFiles">Whether the record has evidence, or gets some with this form.</param>
    public async Task<IReadOnlyList<(string Field, string Message)>> FaultsAsync(ActivityForm form, bool hasFiles, CancellationToken cancellation)
    {
        var chosen = form.KindIds.Select(kinds.Find).OfType<CatalogueKind>().ToList();
        if (chosen.Find(kind => kinds.HasNoContent(kind.Id)) is { } bare)
            return [.. ContentFaults(form, bare.Name, chosen.Count > 1, hasFiles)];
        if (chosen.Find(kind => kinds.NamesNobody(kind.Id)) is { } nameless)
            return await PersonFaultsAsync(form, nameless.Name, cancellation);
        return [];
    }

    private static IEnumerable<(string Field, string Message)> ContentFaults(ActivityForm form, string kind, bool hasOthers, bool hasFiles)
    {
        if (hasOthers)
            yield return (nameof(form.OtherKinds), $"{kind}单独登记，不与其他类型合并。");
        foreach (var (field, label, isFilled) in new[]
        {
            (nameof(form.Title), "标题", form.Title?.Trim().Length > 0),
            (nameof(form.Text), "内容", form.Text?.Trim().Length > 0),
            (nameof(form.Place), "地点", form.Place?.Trim().Length > 0),
            (nameof(form.Campaign), "专项工作", form.Campaign?.Trim().Length > 0),
            (nameof(form.Amounts), "数量", form.Amounts?.Trim().Length > 0),
            (nameof(form.Hosts), "主办", form.Hosts.Count > 0),
        })
        {
            if (isFilled)
                yield return (field, $"{kind}只登记日期、人数和类型所列项目，不写姓名和内容，请清空“{label}”。");
        }
        if (hasFiles)
            yield return ("", $"{kind}不附照片和文件，请去掉后再保存；已有的佐证材料（包括已移出的）须先销毁。");
    }

    // The unit's own people are known by name; others only a person can tell.
    private async Task<IReadOnlyList<(string Field, string Message)>> PersonFaultsAsync(ActivityForm form, string kind, CancellationToken cancellation)
    {
        var faults = new List<(string, string)>();
        if (form.ActualHeadcount is not null)
            faults.Add((nameof(form.ActualHeadcount), $"{kind}不登记人数，请清空。"));
        if (form.PlannedHeadcount is not null)
            faults.Add((nameof(form.PlannedHeadcount), $"{kind}不登记人数，请清空。"));
        var names = await db.People.Where(p => p.Name.Length >= ShortestName).Select(p => p.Name).Distinct().ToListAsync(cancellation);
        foreach (var (field, text) in new[] { (nameof(form.Title), form.Title), (nameof(form.Text), form.Text), (nameof(form.Place), form.Place) }
            .Concat(form.Details.Select(d => ($"{nameof(form.Details)}[{d.Key}]", d.Value))))
        {
            if (names.Find(name => text?.Contains(name, StringComparison.Ordinal) == true) is { } named)
                faults.Add((field, $"{kind}不写个人，请去掉“{named}”。"));
        }
        return faults;
    }
}
