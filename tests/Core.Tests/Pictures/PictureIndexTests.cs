using Mingce.Core.Pictures;
using Mingce.Core.Storage;
using Mingce.Core.Units;
using Mingce.Rules.Pictures;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Pictures;

public sealed class PictureIndexTests
{
    [PictureFact]
    public async Task FindLike_CopiesOfAPicture_FindsThemAndNoOther()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        var unit = await ledger.NewUnitAsync();
        await using var thumbnails = new Thumbnails(ledger.Folder.Path, ledger.Folder.Evidence);
        await using var db = ledger.OpenDb(unit);
        var index = new PictureIndex(db);
        for (var seed = 1; seed <= 4; seed++)
            await index.AddAsync(unit.Id, $"{seed}", await PrintsAsync(ledger.Folder.Evidence, thumbnails, TestPicture.Draw(seed)), default);

        foreach (var (name, _) in TestPicture.Copies)
        {
            var copy = await TestPicture.CopyAsync(TestPicture.Draw(2), name);
            (await index.FindLikeAsync(await PrintsAsync(ledger.Folder.Evidence, thumbnails, copy), default)).Keys.ShouldBe(["2"], name);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Add_LikePictures_AreHeldInBothDirectionsOnce(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        Unit unit = await ledger.NewUnitAsync(), other = await ledger.NewUnitAsync("市图书馆");
        var print = new PicturePrint(0x0F0F_1234_5678_9ABC);
        // Ten bits in all, two or more in every band: the furthest that is still found.
        var near = new PicturePrint(print.Bits ^ 0x0003_0007_0003_0007);
        var far = new PicturePrint(print.Bits ^ 0x0007_0007_0007_0007);
        await using (var elsewhere = ledger.OpenDb(other))
            await new PictureIndex(elsewhere).AddAsync(other.Id, "a", [print], default);
        await using var db = ledger.OpenDb(unit);
        var index = new PictureIndex(db);
        foreach (var (hash, prints) in new[] { ("a", print), ("b", near), ("c", far), ("b", near) })
            await index.AddAsync(unit.Id, hash, [prints], default);

        (await db.PictureLikenesses.OrderBy(l => l.Sha256).Select(l => new { l.Sha256, l.OtherSha256, l.Distance }).ToListAsync())
            .Select(l => (l.Sha256, l.OtherSha256, l.Distance)).ShouldContain(("a", "b", 10));
        (await db.PictureLikenesses.CountAsync(l => l.Sha256 == "a")).ShouldBe(1);
        (await db.PictureLikenesses.CountAsync(l => l.Sha256 == "b" && l.OtherSha256 == "a")).ShouldBe(1);
    }

    [Fact]
    public void Prints_OfAnEvenPicture_AreNone() => PicturePrint.Of(new byte[PicturePrint.Side * PicturePrint.Side]).ShouldBeEmpty();

    [PictureFact]
    public async Task Thumbnail_BrokenOrTooLarge_IsNoneAndNotTriedAgain()
    {
        using var folder = new TempFolder();
        var store = new EvidenceStore(folder.Path);
        await using var thumbnails = new Thumbnails(folder.Path, store);
        var broken = await store.KeepAsync(new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]), default);
        (await thumbnails.FindAsync(broken.Sha256, "image/jpeg", 100, 100, default)).ShouldBeNull();
        File.Exists(Path.Combine(folder.Path, "derived", broken.Sha256[..2], broken.Sha256 + ".jpg.none")).ShouldBeTrue();

        var whole = await store.KeepAsync(new MemoryStream(TestPicture.Draw(1)), default);
        (await thumbnails.FindAsync(whole.Sha256, "image/png", 65_500, 65_500, default)).ShouldBeNull();
        (await thumbnails.FindAsync(whole.Sha256, "application/pdf", 600, 450, default)).ShouldBeNull();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => thumbnails.FindAsync(whole.Sha256, "image/png", 600, 450, default)));
        made.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        Directory.EnumerateFiles(Path.Combine(folder.Path, "derived")).ShouldBeEmpty();
    }

    [PictureFact]
    public async Task Thumbnail_OfBytesThatChanged_IsNone()
    {
        using var folder = new TempFolder();
        var store = new EvidenceStore(folder.Path);
        var kept = await store.KeepAsync(new MemoryStream(TestPicture.Draw(1)), default);
        await File.WriteAllBytesAsync(store.PathOf(kept.Sha256), TestPicture.Draw(2));
        await using var thumbnails = new Thumbnails(folder.Path, store);
        (await thumbnails.FindAsync(kept.Sha256, "image/png", 600, 450, default)).ShouldBeNull();
        Directory.EnumerateFiles(Path.Combine(folder.Path, "derived"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Thumbnails_OpenedAfterAKill_RemoveWhatWasNotFinished()
    {
        using var folder = new TempFolder();
        var derived = Directory.CreateDirectory(Path.Combine(folder.Path, "derived")).FullName;
        var done = Path.Combine(Directory.CreateDirectory(Path.Combine(derived, "ab")).FullName, "ab.jpg");
        File.WriteAllText(Path.Combine(derived, "0199.jpg"), "half");
        File.WriteAllText(done, "whole");
        await using var thumbnails = new Thumbnails(folder.Path, new EvidenceStore(folder.Path));
        Directory.EnumerateFiles(derived, "*", SearchOption.AllDirectories).ShouldBe([done]);
    }

    [PictureFact]
    public async Task Thumbnails_Closed_WriteNothingAfterwards()
    {
        using var folder = new TempFolder();
        var store = new EvidenceStore(folder.Path);
        var thumbnails = new Thumbnails(folder.Path, store);
        var kept = new List<string>();
        for (var i = 0; i < 8; i++)
            kept.Add((await store.KeepAsync(new MemoryStream(TestPicture.Draw(i)), default)).Sha256);
        var asked = Task.WhenAll(kept.Select(k => thumbnails.FindAsync(k, "image/png", 600, 450, default)));
        await thumbnails.DisposeAsync();
        var written = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
        await Should.ThrowAsync<OperationCanceledException>(asked);
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBe(written);
        Directory.EnumerateFiles(Path.Combine(folder.Path, "derived")).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<PicturePrint>> PrintsAsync(EvidenceStore store, Thumbnails thumbnails, byte[] picture)
    {
        var kept = await store.KeepAsync(new MemoryStream(picture), default);
        var thumbnail = await thumbnails.FindAsync(kept.Sha256, "image/png", 600, 450, default);
        return PicturePrint.Of(await thumbnails.ReadGreyAsync(thumbnail!, default));
    }
}
