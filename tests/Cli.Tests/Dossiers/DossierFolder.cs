using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Dossiers;
using Mingce.Core.Units;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Testing;

namespace Cli.Tests.Dossiers;

/// <summary>A ledger with evidence of every form, and the dossiers made from it.</summary>
public sealed class DossierFolder : IAsyncDisposable
{
    private readonly TempFolder temp = new();

    private DossierFolder(TestLedger ledger, Unit unit) => (Ledger, Unit) = (ledger, unit);

    public TestLedger Ledger { get; }
    public Unit Unit { get; }
    public string Zip => temp.File("申报材料.zip");
    public string Folder => temp.Path;

    public static Scheme Scheme { get; } = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).Load("xiaogan");

    public static async Task<DossierFolder> CreateAsync(Provider provider = Provider.Sqlite)
    {
        var ledger = await TestLedger.CreateAsync(provider);
        ledger.Clock.Now = new(2026, 11, 20, 1, 30, 0, DateTimeKind.Utc);
        return new DossierFolder(ledger, await ledger.NewUnitAsync());
    }

    /// <summary>One standard met with a photo, one partly with a link and an original, one claimed without evidence, and somebody else's deed.</summary>
    public async Task<DossierFolder> FillAsync()
    {
        var visit = await AddAsync("走访慰问困难职工", "visit", new(2026, 3, 18), a =>
        {
            (a.Place, a.ActualHeadcount) = ("幸福社区", 35);
            a.With(new Quantity(4200, "元", Item: "慰问金"));
        });
        await AddFileAsync(visit, "现场照片1", "image/jpeg", [.. Enumerable.Range(0, 300).Select(i => (byte)i)], EvidenceForm.Photo);
        await AddFileAsync(visit, "签到表.pdf", "application/pdf", "%PDF-1.4"u8.ToArray(), EvidenceForm.Document);
        var meeting = await AddAsync("党组专题研究文明创建工作", "meeting", new(2026, 4, 2));
        await AddAsync(meeting, new() { UnitId = Unit.Id, ActivityId = meeting.Id, Form = EvidenceForm.Original, Title = "党组会议纪要", AddedAt = Ledger.Clock.Now, OriginalNumber = "〔2026〕3号", OriginalPlace = "档案室", OriginalKeeper = "办公室" });
        await AddAsync(meeting, new() { UnitId = Unit.Id, ActivityId = meeting.Id, Form = EvidenceForm.Link, Title = "会议报道", AddedAt = Ledger.Clock.Now, Url = "https://example.org/news?id=1&x=<2>" });
        await AddAsync("信息稿报送志愿服务网", "publicity", new(2026, 5, 6));
        var superior = await AddAsync("局领导走访困难群众", "visit", new(2026, 5, 7), a => a.Actor = Actor.Superior);
        await AddFileAsync(superior, "领导走访照片", "image/jpeg", [1, 2, 3], EvidenceForm.Photo);
        return this;
    }

    public Task<Activity> AddAsync(string title, string kind, DateOnly day, Action<Activity>? adjust = null) =>
        Ledger.NewActivityAsync(Unit, title, a =>
        {
            a.OfKinds(kind).During(Period.Of(day));
            adjust?.Invoke(a);
        });

    public async Task<Evidence> AddFileAsync(Activity activity, string title, string mediaType, byte[] bytes, EvidenceForm form)
    {
        var kept = await Ledger.Folder.Evidence.KeepAsync(new MemoryStream(bytes), default);
        return await AddAsync(activity, new()
        {
            UnitId = Unit.Id, ActivityId = activity.Id, Form = form, Title = title, AddedAt = Ledger.Clock.Now,
            Sha256 = kept.Sha256, Size = kept.Size, FileName = "../evil\\" + title, MediaType = mediaType,
        });
    }

    public async Task<Dossier> PrepareAsync()
    {
        await using var db = Ledger.OpenDb(Unit);
        return await new DossierPreparation(db).PrepareAsync(Scheme, Unit, new(2026, 1, 1), new(2026, 12, 31), Ledger.Clock.Now);
    }

    /// <param name="standards">How many of those that have evidence, for a small zip; 0 takes all that there are.</param>
    public async Task<DossierReceipt> WriteAsync(int standards = 0)
    {
        var dossier = await PrepareAsync();
        var some = standards == 0 ? dossier : dossier with { Standards = [.. dossier.Standards.Where(s => s.Exhibits.Any(e => e.Path.Length > 0)).Take(standards)] };
        return await new DossierWriter(Ledger.Folder.Evidence).WriteFileAsync(some, Zip, null);
    }

    public static async Task<DossierFault?> VerifyAsync(string file) => (await new DossierVerification(file).RunAsync(null)).Fault;

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        temp.Dispose();
    }

    private Task<Evidence> AddAsync(Activity activity, Evidence evidence) => Ledger.SaveAsync(Unit, evidence);
}
