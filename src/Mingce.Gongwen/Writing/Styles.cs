namespace Mingce.Gongwen.Writing;

/// <summary>The ids of the styles. They have a prefix of their own, so that they can stand beside those of another program.</summary>
internal static class Styles
{
    public const string Prefix = "Gw";

    /// <summary>What all others are based on: it says everything, so that no default of another program shows through.</summary>
    public const string Base = "GwBase";
    public const string HeadText = "GwHeadText";
    public const string HeadMark = "GwHeadMark";
    public const string AgencyMark = "GwAgencyMark";
    public const string DocumentNumber = "GwDocumentNumber";
    public const string SignerName = "GwSignerName";
    public const string RedLine = "GwRedLine";
    public const string Title = "GwTitle";
    public const string Subtitle = "GwSubtitle";
    public const string MainRecipient = "GwMainRecipient";
    public const string Body = "GwBody";
    public const string Entry = "GwEntry";
    public const string EntryName = "GwEntryName";
    public const string AttachmentNote = "GwAttachmentNote";
    public const string Signature = "GwSignature";
    public const string Annotation = "GwAnnotation";
    public const string AttachmentMark = "GwAttachmentMark";
    public const string AttachmentTitle = "GwAttachmentTitle";
    public const string TableText = "GwTableText";
    public const string TableHeader = "GwTableHeader";
    public const string Picture = "GwPicture";
    public const string Caption = "GwCaption";
    public const string Imprint = "GwImprint";
    public const string ImprintLine = "GwImprintLine";
    public const string PageNumber = "GwPageNumber";

    /// <summary>An empty line of half a point, which a full page has room for: Word wants a paragraph after every table and at the end of a section. It is no line of the text.</summary>
    public const string AfterTable = "GwAfterTable";

    /// <summary>A heading that stands alone; with it comes a character style for one that runs on.</summary>
    public static string Heading(int level) => "GwHeading" + level;

    public static string HeadingRun(int level) => $"GwHeading{level}Char";

    /// <summary>Whether a paragraph of this style is no line of the text where it is empty.</summary>
    public static bool IsSilent(string? style) => style is AfterTable or RedLine or ImprintLine or Picture;
}
