namespace Mingce.Web.Pages.Activities;

/// <summary>The departments and groups that can be chosen as 主办 of an activity.</summary>
internal sealed class HostChoices(LedgerDb db)
{
    /// <summary>Departments in their order, then groups.</summary>
    public async Task<IReadOnlyList<HostChoice>> ReadAsync(CancellationToken cancellation = default)
    {
        var departments = await db.Departments.OrderBy(d => d.SortOrder).ThenBy(d => d.Name).Select(d => new HostChoice(d.Id, d.Name, true)).ToListAsync(cancellation);
        var groups = await db.Groups.OrderBy(g => g.SortOrder).ThenBy(g => g.Id).Select(g => new HostChoice(g.Id, g.Name, false)).ToListAsync(cancellation);
        return [.. departments, .. groups];
    }

    /// <summary>Writes the chosen hosts into the activity. One that stays keeps the name of its time; hosts that are known by name only stay.</summary>
    public async Task WriteToAsync(Activity activity, IReadOnlyCollection<Guid> chosen, CancellationToken cancellation)
    {
        var old = activity.Hosts.OrderBy(h => h.Ordinal).ToList();
        var kept = old.Where(h => (h.DepartmentId ?? h.GroupId) is not { } id || chosen.Contains(id)).ToList();
        var wanted = chosen.Except(old.Select(h => h.DepartmentId ?? h.GroupId).OfType<Guid>()).ToHashSet();
        var added = wanted.Count == 0 ? [] : (await ReadAsync(cancellation)).Where(c => wanted.Contains(c.Id)).ToList();
        if (added.Count == 0 && kept.Count == old.Count)
            return;
        activity.HostedBy(kept.Select(h => (h.Name, h.DepartmentId, h.GroupId)).Concat(added.Select(c => (c.Name, c.IsDepartment ? c.Id : (Guid?)null, c.IsDepartment ? null : (Guid?)c.Id))));
    }
}

/// <summary>A department or a group.</summary>
internal sealed record HostChoice(Guid Id, string Name, bool IsDepartment);
