namespace Mingce.Gongwen;

/// <summary>The names of the styles in styles.xml.</summary>
internal static class Styles
{
    public const string Title = "Title";
    public const string MainRecipient = "MainRecipient";
    public const string Body = "BodyText";
    public const string Attachment = "Attachment";
    public const string Signature = "Signature";
    public const string TableText = "TableText";
    public const string TableHeader = "TableHeader";

    /// <summary>An empty line of 1 pt: Word wants a paragraph after every table. It is no line of the text.</summary>
    public const string AfterTable = "AfterTable";

    /// <summary>A heading that stands alone; with it comes a character style for one that runs on.</summary>
    public static string Heading(int level) => "Heading" + level;

    public static string HeadingRun(int level) => $"Heading{level}Char";
}
