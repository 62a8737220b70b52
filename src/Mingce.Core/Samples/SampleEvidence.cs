using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Core.Storage;
using Mingce.Gongwen;
using Mingce.Rules;

namespace Mingce.Core.Samples;

/// <summary>Makes the files of the sample unit and keeps them like any other evidence.</summary>
internal sealed class SampleEvidence(EvidenceStore store, string signedBy)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="map">photo, screenshot, document, link or original, each with its own keys.</param>
    /// <param name="day">The day of the activity, which a document is dated with.</param>
    public async Task<Evidence> KeepAsync(YamlMap map, Activity activity, DateOnly day) =>
        map.Has("photo") ? await KeepPictureAsync(map, map.Text("photo"), EvidenceForm.Photo, activity, day)
        : map.Has("screenshot") ? await KeepPictureAsync(map, map.Text("screenshot"), EvidenceForm.Screenshot, activity, day)
        : map.Has("document") ? await KeepDocumentAsync(map, activity, day)
        : map.Has("link") ? New(activity, EvidenceForm.Link, map.Text("title"), map)
        : New(activity, EvidenceForm.Original, map.Text("original"), map);

    private async Task<Evidence> KeepPictureAsync(YamlMap map, string scene, EvidenceForm form, Activity activity, DateOnly day)
    {
        var title = map.Text("title");
        using var bytes = new MemoryStream(SamplePicture.Draw(scene, day.DayOfYear));
        var file = await store.KeepAsync(bytes, CancellationToken.None);
        return New(activity, form, title, map, file, title + ".png", "image/png", SamplePicture.Width, SamplePicture.Height);
    }

    private async Task<Evidence> KeepDocumentAsync(YamlMap map, Activity activity, DateOnly day)
    {
        var title = map.Text("document").Replace("{year}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var document = new GongwenDocument
        {
            Title = title,
            Blocks = [.. map.Texts("text").Select(text => new Paragraph(text))],
            Signature = new Signature(signedBy, day),
        };
        using var bytes = new MemoryStream();
        GongwenWriter.Write(document, bytes);
        bytes.Position = 0;
        var file = await store.KeepAsync(bytes, CancellationToken.None);
        return New(activity, EvidenceForm.Document, title, map, file, title + ".docx", Docx);
    }

    private static Evidence New(
        Activity activity,
        EvidenceForm form,
        string title,
        YamlMap map,
        StoredFile? file = null,
        string fileName = "",
        string mediaType = "",
        int? width = null,
        int? height = null) => new()
    {
        UnitId = activity.UnitId,
        ActivityId = activity.Id,
        Form = form,
        Title = title,
        AddedAt = activity.EnteredAt,
        Sha256 = file?.Sha256 ?? "",
        Size = file?.Size ?? 0,
        FileName = fileName,
        MediaType = mediaType,
        Width = width,
        Height = height,
        Url = map.TextOr("link", ""),
        OriginalNumber = map.TextOr("number", ""),
        OriginalPlace = map.TextOr("place", ""),
        OriginalKeeper = map.TextOr("keeper", ""),
    };
}
