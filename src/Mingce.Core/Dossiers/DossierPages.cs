using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mingce.Core.Spreadsheets;
using Mingce.Gongwen;

namespace Mingce.Core.Dossiers;

/// <summary>The two overviews of a dossier: 目录.xlsx and index.html.</summary>
internal static class DossierPages
{
    public const string ContentsName = "目录.xlsx";
    public const string IndexName = "index.html";

    private static readonly Column[] Columns =
    [
        new("序号", 6), new("项目", 24), new("标准", 36), new("得分/满分", 10), new("文件", 60), new("形式", 10),
        new("活动", 28), new("日期", 12), new("大小", 12), new("SHA-256", 66), new("备注", 40),
    ];

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="files">The files already written, by path.</param>
    public static byte[] Contents(Dossier dossier, IReadOnlyDictionary<string, DossierFile> files)
    {
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var standard in dossier.Standards)
        {
            Add(standard, standard.StatementPath, "说明报告", "", $"{OfficeCalendar.ToLocal(dossier.CreatedAt):yyyy-MM-dd}", standard.Conclusion.Name());
            foreach (var exhibit in standard.Exhibits)
            {
                Add(standard, exhibit.Path, exhibit.Form, exhibit.Activity.Title, exhibit.Date, exhibit.Path.Length > 0 ? exhibit.Note : $"{exhibit.Evidence.Title}：{exhibit.Note}");
            }
        }
        return SpreadsheetWriter.Write("目录", Columns, rows);

        void Add(DossierStandard standard, string path, string form, string activity, string date, string note)
        {
            var file = files.GetValueOrDefault(path);
            rows.Add([
                rows.Count + 1L, standard.Section.Name, $"{standard.Result.Id} {standard.Result.Name}", standard.PointsText, path, form,
                activity, date, file is null ? "" : file.Size, file?.Sha256 ?? "", note,
            ]);
        }
    }

    public static byte[] Index(Dossier dossier)
    {
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text(dossier.Unit.FullName)}申报材料汇编</title>
            <style>
            body {"{"} max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1d2733; {"}"}
            h1 {"{"} font-size: 1.6rem; margin-bottom: .25rem; {"}"} h2 {"{"} font-size: 1.25rem; margin-top: 2rem; border-bottom: 1px solid #c3ccd6; {"}"}
            h3 {"{"} font-size: 1.05rem; margin: 1.5rem 0 .25rem; {"}"} p {"{"} margin: .25rem 0; {"}"} .note {"{"} color: #55616e; {"}"}
            details {"{"} margin: .25rem 0; {"}"} details p {"{"} text-indent: 2em; {"}"} ol {"{"} margin: .25rem 0; {"}"} a {"{"} color: #0b5cad; overflow-wrap: anywhere; {"}"}
            @media print {"{"} body {"{"} margin: 0; max-width: none; {"}"} h3 {"{"} break-after: avoid; {"}"} {"}"}
            </style>
            </head>
            <body>
            <h1>{Text(dossier.Unit.FullName)}申报材料汇编</h1>
            <p>{Text(dossier.Scheme.Title)}　{Text(dossier.Scorecard.Summary)}</p>
            <p class="note">材料期间{dossier.Scorecard.From:yyyy-MM-dd}至{dossier.Scorecard.To:yyyy-MM-dd}，汇编于{OfficeCalendar.ToLocal(dossier.CreatedAt):yyyy-MM-dd HH:mm}。分值为自评。全部文件见{Link(ContentsName, ContentsName)}。</p>

            """);
        foreach (var section in dossier.Standards.GroupBy(s => s.Section))
        {
            html.Append($"<h2>{Text(section.Key.Name)}</h2>\n");
            foreach (var standard in section)
            {
                Append(html, standard);
            }
        }
        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static void Append(StringBuilder html, DossierStandard standard)
    {
        html.Append($"<h3>{Text(standard.Result.Id)}　{Text(standard.Result.Name)}</h3>\n");
        html.Append($"<p>{standard.Conclusion.Name()}　{(standard.Result.Possible is null ? "" : "得分/满分 ")}{standard.PointsText}　{Link(standard.StatementPath, "说明报告.docx")}</p>\n");
        html.Append("<details><summary>说明报告全文</summary>\n");
        foreach (var part in standard.Statement.Parts().Where(p => p.Role is TextRole.Heading or TextRole.Paragraph))
        {
            html.Append($"<p>{Text(part.Text)}</p>\n");
        }
        html.Append("</details>\n");
        if (standard.Exhibits.Count == 0)
        {
            html.Append("<p class=\"note\">没有佐证材料。</p>\n");
            return;
        }
        html.Append("<ol>\n");
        foreach (var exhibit in standard.Exhibits)
        {
            html.Append($"<li>{Shown(exhibit)}　<span class=\"note\">{exhibit.Form}　{exhibit.Date}　{Text(exhibit.Evidence.Caption.Length > 0 ? exhibit.Evidence.Caption : exhibit.Activity.Title)}</span></li>\n");
        }
        html.Append("</ol>\n");
    }

    private static string Shown(Exhibit exhibit) =>
        exhibit.Path.Length > 0 ? Link(exhibit.Path, exhibit.Path[(exhibit.Path.LastIndexOf('/') + 1)..])
        : Uri.TryCreate(exhibit.Evidence.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? $"{Text(exhibit.Evidence.Title)}　<a rel=\"noreferrer\" href=\"{Text(url.AbsoluteUri)}\">{Text(exhibit.Evidence.Url)}</a>"
        : $"{Text(exhibit.Evidence.Title)}　{Text(exhibit.Note)}";

    private static string Link(string path, string text) =>
        $"<a href=\"{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}\">{Text(text)}</a>";

    private static string Text(string text) => Encoder.Encode(text);
}
