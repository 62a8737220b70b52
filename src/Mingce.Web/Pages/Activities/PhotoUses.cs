namespace Mingce.Web.Pages.Activities;

/// <summary>Where else a picture of the unit is used, itself or one that looks like a copy of it.</summary>
internal sealed class PhotoUses(LedgerDb db)
{
    /// <summary>Uses by hash.</summary>
    /// <param name="hashes">Of the pictures asked about.</param>
    /// <param name="activityId">The activity whose own pictures these are: what it has itself is no other use.</param>
    public async Task<ILookup<string, PhotoUse>> ReadAsync(IReadOnlyCollection<string> hashes, Guid? activityId, CancellationToken cancellation)
    {
        var asked = hashes.Where(hash => hash.Length > 0).Distinct().ToList();
        if (asked.Count == 0)
            return Enumerable.Empty<PhotoUse>().ToLookup(_ => "");
        var like = await db.PictureLikenesses.AsNoTracking().Where(l => asked.Contains(l.Sha256)).Select(l => new { l.Sha256, l.OtherSha256 }).ToListAsync(cancellation);
        var wanted = like.Select(l => l.OtherSha256).Concat(asked).Distinct().ToList();
        var found = await db.Evidence.AsNoTracking().Where(e => wanted.Contains(e.Sha256) && e.ActivityId != activityId)
            .Join(db.Activities.Where(a => a.Status != ActivityStatus.Superseded), e => e.ActivityId, a => a.Id, (e, a) => new { e.Sha256, a.Id, a.Title, a.FromOn })
            .ToListAsync(cancellation);
        var byHash = found.ToLookup(f => f.Sha256);
        return asked.Select(hash => (Hash: hash, Other: hash)).Concat(like.Select(l => (Hash: l.Sha256, Other: l.OtherSha256)))
            .SelectMany(pair => byHash[pair.Other].Select(f => (pair.Hash, Use: new PhotoUse(f.Id, f.Title, f.FromOn, pair.Hash == pair.Other))))
            .DistinctBy(found => (found.Hash, found.Use.ActivityId)).OrderByDescending(found => found.Use.On)
            .ToLookup(found => found.Hash, found => found.Use);
    }
}

/// <summary>Another activity that has the picture.</summary>
/// <param name="IsSame">Whether it has the very same file, and not only one that looks like it.</param>
internal sealed record PhotoUse(Guid ActivityId, string Title, DateOnly On, bool IsSame)
{
    public string Text => $"与“{Title}”（{Words.Of(On)}）的照片{(IsSame ? "相同" : "相近")}";
}
