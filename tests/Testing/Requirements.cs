namespace Testing;

/// <summary>What a test may need beyond the program; where it is missing the test is reported as skipped, with the reason.</summary>
public static class Requirements
{
    /// <summary>Labelled reports and seeds that may lie beside the repository; they belong to others and are no part of it.</summary>
    public static string? WhyNoSharedReports { get; } = Directory.Exists(Repository.Path("../shared/seeds")) && Directory.Exists(Repository.Path("../shared/reading"))
        ? null
        : "the seed reports do not lie beside the repository (../shared)";

    public static string? WhyNoLibreOffice { get; } = IsInstalled("soffice") && IsInstalled("pdftotext")
        ? null
        : "needs soffice (apt-get install libreoffice-writer-nogui) and pdftotext (poppler-utils)";

    public static string? WhyNoPdf { get; } = Mingce.Core.Texts.PdfText.IsSupported
        ? null
        : "needs pdftotext (apt-get install poppler-utils)";

    public static string? WhyNoPictures { get; } = Mingce.Core.Storage.LimitedProcess.CanRun("vipsthumbnail") && IsInstalled("vips")
        ? null
        : "needs vips and vipsthumbnail (apt-get install libvips-tools)";

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedReportsFactAttribute : FactAttribute
{
    public SharedReportsFactAttribute() => Skip = Requirements.WhyNoSharedReports;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedReportsTheoryAttribute : TheoryAttribute
{
    public SharedReportsTheoryAttribute() => Skip = Requirements.WhyNoSharedReports;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = Requirements.WhyNoLibreOffice;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute() => Skip = Requirements.WhyNoPdf;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class PictureFactAttribute : FactAttribute
{
    public PictureFactAttribute() => Skip = Requirements.WhyNoPictures;
}
