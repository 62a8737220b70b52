using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Intake;
using Mingce.Core.Storage;
using Mingce.Gongwen;

namespace Mingce.Cli.Commands;

/// <summary>gongwen format X.txt -o Y.docx: plain text, or another .docx, becomes an official document; words stay as they are.</summary>
internal static class GongwenFormatCommand
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "文稿（.txt 或 .docx）" };
        var (output, profile, json) = (CommonOptions.OutputFile("通知.docx"), GongwenCheckCommand.ProfileOption(), CommonOptions.Json());
        var command = new Command("format", "将文稿排成公文格式，只调整格式，不改动文字；.docx 中的图片、脚注等原样保留") { file, output, profile, json };
        command.SetAction(async parsed =>
        {
            var form = GongwenCheckCommand.OpenProfile(parsed.GetValue(profile));
            var document = await OpenAsync(parsed.GetValue(file)!);
            var path = parsed.GetValue(output)!;
            await DurableFile.WriteAsync(path, stream =>
            {
                GongwenWriter.Write(document, stream, form);
                return Task.CompletedTask;
            });
            if (parsed.GetValue(json)) console.WriteJson(document.Parts().Select(part => new { part.Role, part.Number, part.Text }));
            console.Error.WriteLine($"已写入 {path}：{Summary(document)}。文字未作改动，请核对后使用。");
        });
        return command;
    }

    /// <exception cref="UserFaultException">Missing, too large, empty, binary, encrypted or damaged.</exception>
    private static async Task<GongwenDocument> OpenAsync(string path)
    {
        var file = await ReportFile.OpenAsync(path);
        if (file.Encoding != ReportFile.Docx) return file.Text.Trim().Length > 0 ? GongwenText.Recognize(file.Text) : throw new UserFaultException($"{path} 是空的，请检查文件。");
        try
        {
            using var docx = new MemoryStream(file.Bytes);
            return DocxReader.Read(docx);
        }
        catch (UnreadableDocumentException fault)
        {
            throw new UserFaultException($"{path}：{fault.Message}");
        }
    }

    // What was found, so that what was overlooked is seen.
    private static string Summary(GongwenDocument document)
    {
        var parts = document.Parts();
        return string.Join('，', new[]
        {
            document.RedHead is null ? "" : "版头",
            document.Title.Length > 0 ? "标题" : "未识别出标题",
            document.MainRecipient is null ? "" : "主送机关",
            Count(TextRole.Heading, "小标题", "个"),
            Count(TextRole.Paragraph, "正文", "段"),
            Count(TextRole.TableHeader, "表格", "个"),
            document.Blocks.Count(block => block is ForeignBlock) is > 0 and var kept ? $"原样保留 {kept} 处" : "",
            Count(TextRole.AttachmentNote, "附件说明", "项"),
            document.Signature is null ? "" : "署名和成文日期",
            document.Annotation is null ? "" : "附注",
            Count(TextRole.AttachmentMark, "附件", "个"),
            document.Imprint is null ? "" : "版记",
        }.Where(found => found.Length > 0));

        string Count(TextRole role, string name, string unit) => parts.Count(part => part.Role == role) is > 0 and var count ? $"{name} {count} {unit}" : "";
    }
}
