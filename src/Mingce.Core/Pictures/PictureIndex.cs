using System.Linq.Expressions;
using Mingce.Core.Data;
using Mingce.Rules.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Pictures;

/// <summary>Finds pictures of the unit that look like copies of each other. Works by the bands of their prints, so that a hundred thousand are no more work than a few.</summary>
public sealed class PictureIndex(LedgerDb db)
{
    /// <summary>Stores the prints of a picture, and which stored ones it is like.</summary>
    public async Task AddAsync(Guid unitId, string sha256, IReadOnlyList<PicturePrint> prints, CancellationToken cancellation)
    {
        if (prints.Count == 0 || await db.PicturePrints.AnyAsync(p => p.Sha256 == sha256, cancellation))
            return;
        foreach (var (other, distance) in await FindLikeAsync(prints, cancellation))
        {
            db.Add(new PictureLikeness { UnitId = unitId, Sha256 = sha256, OtherSha256 = other, Distance = distance });
            db.Add(new PictureLikeness { UnitId = unitId, Sha256 = other, OtherSha256 = sha256, Distance = distance });
        }
        db.AddRange(prints.Select((print, i) => StoredPrint.Of(unitId, sha256, i, print)));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            // The same picture came twice at once; the other one is stored.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Stored pictures that are like one, each with the distance of the nearest prints. Of two prints one is of a whole picture: two parts say little.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FindLikeAsync(IReadOnlyList<PicturePrint> prints, CancellationToken cancellation)
    {
        var near = new List<StoredPrint>();
        for (var band = 0; band < PicturePrint.Bands; band++)
        {
            near.AddRange(await ReadAsync(db.PicturePrints, band, prints.Take(1), cancellation));
            near.AddRange(await ReadAsync(db.PicturePrints.Where(p => p.Ordinal == 0), band, prints.Skip(1), cancellation));
        }
        return near.DistinctBy(p => (p.Sha256, p.Ordinal))
            .Select(p => (p.Sha256, Distance: p.Ordinal == 0 ? prints.Min(p.Print.DistanceTo) : prints[0].DistanceTo(p.Print)))
            .Where(found => found.Distance <= PicturePrint.LargestDistance)
            .GroupBy(found => found.Sha256).ToDictionary(group => group.Key, group => group.Min(found => found.Distance));
    }

    /// <summary>Forgets a picture that the unit no longer has.</summary>
    public async Task ForgetAsync(string sha256, CancellationToken cancellation)
    {
        await db.PicturePrints.Where(p => p.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        await db.PictureLikenesses.Where(l => l.Sha256 == sha256 || l.OtherSha256 == sha256).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Forgets a picture whose bytes are gone, in all units that <paramref name="all"/> sees without the tenant's filter.</summary>
    public static async Task RemoveAsync(LedgerDb all, string sha256, CancellationToken cancellation)
    {
        await all.PicturePrints.IgnoreQueryFilters([LedgerDb.Tenant]).Where(p => p.Sha256 == sha256).ExecuteDeleteAsync(cancellation);
        await all.PictureLikenesses.IgnoreQueryFilters([LedgerDb.Tenant]).Where(l => l.Sha256 == sha256 || l.OtherSha256 == sha256).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<List<StoredPrint>> ReadAsync(IQueryable<StoredPrint> stored, int band, IEnumerable<PicturePrint> prints, CancellationToken cancellation)
    {
        var values = prints.SelectMany(print => print.BandsNear(band)).Distinct().ToList();
        Expression<Func<StoredPrint, bool>> isNear = band switch
        {
            0 => p => values.Contains(p.Band0),
            1 => p => values.Contains(p.Band1),
            2 => p => values.Contains(p.Band2),
            _ => p => values.Contains(p.Band3),
        };
        return values.Count == 0 ? [] : await stored.AsNoTracking().Where(isNear).ToListAsync(cancellation);
    }
}
