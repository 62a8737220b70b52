namespace Mingce.Gongwen.Profiles;

/// <summary>
/// The form of a document as data: what is written, and what a check asks for. <see cref="Standard"/> is GB/T 9704-2012; a house
/// profile overrides single values of it. Where the standard and common practice differ (grid, bold, place of the page number), it is a value here.
/// </summary>
public sealed class Profile
{
    private static readonly Lazy<ProfileFile> StandardFile = new(ReadStandard);
    private static readonly Lazy<Profile> TheStandard = new(() => new Profile(StandardFile.Value, StandardFile.Value));

    private Profile(ProfileFile file, ProfileFile basis)
    {
        Id = file.Id is { Length: > 0 } id ? id : throw new ProfileException("格式文件缺少 id。请在开头写明，如 \"id\": \"xx-bureau\"。");
        Name = file.Name ?? id;
        var values = new ProfileValues(file.Values, basis.Values);
        Page = new PageForm(values);
        Grid = new GridForm(values);
        Text = new ElementForm(values, "text");
        CopyNumber = new ElementForm(values, "copyNumber");
        CopyNumberDigits = values.Number("copyNumber", "digits", 1, 12);
        Secrecy = new ElementForm(values, "secrecy");
        Urgency = new ElementForm(values, "urgency");
        AgencyMark = new ElementForm(values, "agencyMark");
        AgencyMarkFromTypeArea = values.Number("agencyMark", "fromTypeArea", 0, 200);
        DocumentNumber = new ElementForm(values, "documentNumber");
        Signer = new ElementForm(values, "signer");
        SignerNameFonts = values.Fonts("signer", "nameFonts");
        SignerRightIndent = values.Number("signer", "rightIndent", 0, 28);
        RedLineColor = values.Color("redLine", "color");
        RedLineBelow = values.Number("redLine", "below", 0, 50);
        RedLineThickness = values.Number("redLine", "thickness", 0.05, 5);
        Title = new ElementForm(values, "title");
        TitleLinePitch = values.Number("title", "linePitch", 1, 200);
        MainRecipient = new ElementForm(values, "mainRecipient");
        Body = new ElementForm(values, "body");
        Headings = [.. Enumerable.Range(1, 4).Select(level => new ElementForm(values, $"heading{level}"))];
        AttachmentNote = new ElementForm(values, "attachmentNote");
        Signature = new SignatureForm(values);
        Annotation = new ElementForm(values, "annotation");
        AttachmentMark = new ElementForm(values, "attachmentMark");
        AttachmentTitle = new ElementForm(values, "attachmentTitle");
        Imprint = new ImprintForm(values);
        PageNumber = new PageNumberForm(values);
        TableHeader = new ElementForm(values, "tableHeader");
        TableText = new ElementForm(values, "tableText");
        Caption = new ElementForm(values, "caption");
        values.RefuseUnknown();
    }

    /// <summary>GB/T 9704-2012.</summary>
    public static Profile Standard => TheStandard.Value;

    /// <summary>The name by which it is asked for.</summary>
    public string Id { get; }

    /// <summary>The name as a reader sees it.</summary>
    public string Name { get; }

    /// <summary>幅面、页边.</summary>
    public PageForm Page { get; }

    /// <summary>行数、字数.</summary>
    public GridForm Grid { get; }

    /// <summary>All text of which nothing else is said (§5.2.2).</summary>
    public ElementForm Text { get; }

    /// <summary>份号.</summary>
    public ElementForm CopyNumber { get; }

    /// <summary>How many digits a 份号 has.</summary>
    public Setting<double> CopyNumberDigits { get; }

    /// <summary>密级和保密期限.</summary>
    public ElementForm Secrecy { get; }

    /// <summary>紧急程度.</summary>
    public ElementForm Urgency { get; }

    /// <summary>发文机关标志, also the name of a 纪要.</summary>
    public ElementForm AgencyMark { get; }

    /// <summary>Its upper edge under the upper edge of the type area, in mm.</summary>
    public Setting<double> AgencyMarkFromTypeArea { get; }

    /// <summary>发文字号.</summary>
    public ElementForm DocumentNumber { get; }

    /// <summary>签发人.</summary>
    public ElementForm Signer { get; }

    /// <summary>Fonts of the signer's name.</summary>
    public Setting<IReadOnlyList<string>> SignerNameFonts { get; }

    /// <summary>Characters between the signer and the right margin.</summary>
    public Setting<double> SignerRightIndent { get; }

    /// <summary>Colour of the 分隔线 of the head, RRGGBB.</summary>
    public Setting<string> RedLineColor { get; }

    /// <summary>The line under the 发文字号, in mm.</summary>
    public Setting<double> RedLineBelow { get; }

    /// <summary>Its thickness in mm.</summary>
    public Setting<double> RedLineThickness { get; }

    /// <summary>标题; its empty lines are those under the red line.</summary>
    public ElementForm Title { get; }

    /// <summary>Pitch of the lines of a title, in points.</summary>
    public Setting<double> TitleLinePitch { get; }

    /// <summary>主送机关.</summary>
    public ElementForm MainRecipient { get; }

    /// <summary>正文.</summary>
    public ElementForm Body { get; }

    /// <summary>The four levels of headings (结构层次), the first at index 0.</summary>
    public IReadOnlyList<ElementForm> Headings { get; }

    /// <summary>附件说明.</summary>
    public ElementForm AttachmentNote { get; }

    /// <summary>署名、成文日期.</summary>
    public SignatureForm Signature { get; }

    /// <summary>附注.</summary>
    public ElementForm Annotation { get; }

    /// <summary>“附件” and its number on the attachment's first page.</summary>
    public ElementForm AttachmentMark { get; }

    /// <summary>附件标题.</summary>
    public ElementForm AttachmentTitle { get; }

    /// <summary>版记.</summary>
    public ImprintForm Imprint { get; }

    /// <summary>页码.</summary>
    public PageNumberForm PageNumber { get; }

    /// <summary>表头.</summary>
    public ElementForm TableHeader { get; }

    /// <summary>表格正文.</summary>
    public ElementForm TableText { get; }

    /// <summary>图题, 图片说明.</summary>
    public ElementForm Caption { get; }

    /// <summary>Reads a house profile: JSON that names id, name and the values that differ from the standard, in the groups and names of gb-t-9704-2012.json.</summary>
    /// <param name="json">UTF-8; stays open.</param>
    /// <exception cref="ProfileException">Not JSON, an unknown name, or a value out of its range.</exception>
    public static Profile Read(Stream json) => new(ProfileFile.Read(json), StandardFile.Value);

    private static ProfileFile ReadStandard()
    {
        using var json = typeof(Profile).Assembly.GetManifestResourceStream("Mingce.Gongwen.Profiles.gb-t-9704-2012.json")!;
        return ProfileFile.Read(json);
    }
}
