using Mingce.Core.Audit;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Units;

/// <summary>A unit enters the ledger.</summary>
public static class UnitEntry
{
    public const int LongestName = 100;

    /// <summary>Adds the unit, to be saved with whatever else the caller adds.</summary>
    /// <exception cref="UserFaultException">The name will not do, or the unit is in the ledger.</exception>
    public static async Task AddUnitAsync(this LedgerDb db, Unit unit, Change change)
    {
        if (unit.FullName.Length is 0 or > LongestName || unit.FullName.Any(char.IsControl))
        {
            throw new UserFaultException($"单位全称应为 1 至 {LongestName} 个字，不换行。");
        }
        if (await db.Units.IgnoreQueryFilters([LedgerDb.Tenant]).AnyAsync(u => u.FullName == unit.FullName))
        {
            throw new UserFaultException($"单位“{unit.FullName}”已在台账中，无需再次建立。");
        }
        db.Units.Add(unit);
        db.Record(change, unit.Id, unit, "建立单位");
    }
}
