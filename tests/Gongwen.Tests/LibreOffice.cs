using System.Diagnostics;

namespace Mingce.Gongwen.Tests;

/// <summary>Documents laid out by LibreOffice under a profile of its own, read back with pdftotext.</summary>
internal sealed class LibreOffice : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gongwen");
    private readonly List<List<string[]>> documents = [];

    /// <summary>Lays the documents out.</summary>
    public static async Task<LibreOffice> Render(params GongwenDocument[] documents)
    {
        var office = new LibreOffice();
        await office.Convert(documents);
        return office;
    }

    /// <summary>The documents as LibreOffice saves them.</summary>
    public static async Task<IReadOnlyList<byte[]>> Resave(IReadOnlyList<byte[]> documents)
    {
        await using var office = new LibreOffice();
        var files = documents.Index().Select(document => Path.Combine(office.folder.FullName, $"{document.Index}.docx")).ToArray();
        foreach (var (file, document) in files.Zip(documents)) await File.WriteAllBytesAsync(file, document);
        var saved = office.folder.CreateSubdirectory("saved").FullName;
        await Run("soffice", [$"-env:UserInstallation=file://{office.folder.FullName}/profile", "--headless", "--convert-to", "docx", "--outdir", saved, .. files]);
        return await Task.WhenAll(files.Select(file => File.ReadAllBytesAsync(Path.Combine(saved, Path.GetFileName(file)))));
    }

    /// <summary>A plain text as LibreOffice saves it as .docx.</summary>
    public static Task<byte[]> ToDocx(string text) => Save("text.txt", System.Text.Encoding.UTF8.GetBytes(text), "--infilter=Text (encoded):UTF8");

    /// <summary>A .docx opened in LibreOffice and saved again.</summary>
    public static Task<byte[]> SaveAgain(byte[] docx) => Save("paper.docx", docx);

    private static async Task<byte[]> Save(string name, byte[] content, params string[] options)
    {
        await using var office = new LibreOffice();
        var file = Path.Combine(office.folder.FullName, name);
        await File.WriteAllBytesAsync(file, content);
        var saved = office.folder.CreateSubdirectory("saved").FullName;
        await Run("soffice", [$"-env:UserInstallation=file://{office.folder.FullName}/profile", "--headless", .. options, "--convert-to", "docx:MS Word 2007 XML", "--outdir", saved, file]);
        return await File.ReadAllBytesAsync(Path.Combine(saved, Path.ChangeExtension(name, ".docx")));
    }

    /// <summary>The lines of every page that hold anything.</summary>
    public List<string[]> Pages(int document) => documents[document];

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task Convert(GongwenDocument[] written)
    {
        var files = Enumerable.Range(0, written.Length).Select(i => Path.Combine(folder.FullName, $"{i}.docx")).ToArray();
        for (var i = 0; i < files.Length; i++) await File.WriteAllBytesAsync(files[i], Samples.Write(written[i]));
        await Run("soffice", [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, .. files]);
        foreach (var file in files)
        {
            var text = await Run("pdftotext", ["-layout", Path.ChangeExtension(file, ".pdf"), "-"]);
            var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
            documents.Add([.. pages.Select(page => page.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToArray())]);
        }
    }

    private static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var text = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, program);
        return text;
    }

}
