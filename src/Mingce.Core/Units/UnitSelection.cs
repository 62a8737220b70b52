using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Units;

/// <summary>Finds the unit a command is about.</summary>
public static class UnitSelection
{
    /// <param name="nameOrId">Full name, short name or id; null where the folder holds one unit.</param>
    /// <exception cref="UserFaultException">None or several units fit.</exception>
    public static async Task<Unit> SelectUnitAsync(this DataFolder folder, string? nameOrId)
    {
        await using var db = folder.OpenDb(null);
        var units = await db.Units.IgnoreQueryFilters([LedgerDb.Tenant]).AsNoTracking().OrderBy(u => u.FullName).ToListAsync();
        if (units.Count == 0)
        {
            throw new UserFaultException("台账中没有单位，请先运行 init --unit 单位名称。");
        }
        var names = string.Join('、', units.Take(10).Select(u => u.FullName));
        if (nameOrId is null)
        {
            return units.Count == 1 ? units[0] : throw new UserFaultException($"台账中有 {units.Count} 个单位，请用 --unit 指定其一：{names}。");
        }
        var found = units.Where(u => u.FullName == nameOrId || u.ShortName == nameOrId || (Guid.TryParse(nameOrId, out var id) && u.Id == id)).ToList();
        return found.Count == 1 ? found[0] : throw new UserFaultException($"没有唯一的单位“{nameOrId}”，现有：{names}。");
    }
}
