namespace Mingce.Gongwen;

/// <summary>
/// The papers an office writes all year, each built from the model. They give the title its usual form and put the parts in their usual order;
/// every word of the text comes from the caller. A red head or a 版记 is added to any of them: <c>paper with { RedHead = … }</c>.
/// </summary>
public static class Papers
{
    /// <summary>总结报告: 单位2025年度……的报告.</summary>
    /// <param name="unit">发文机关.</param>
    /// <param name="subject">What stands between the name and the kind, such as 2025年度文明单位创建工作情况.</param>
    /// <param name="recipient">主送机关, or null for a 总结 that is not sent.</param>
    /// <param name="blocks">正文.</param>
    /// <param name="date">成文日期.</param>
    public static GongwenDocument Report(string unit, string subject, string? recipient, IReadOnlyList<Block> blocks, DateOnly date) => new()
    {
        Title = Title(unit, recipient is null ? subject + "总结" : $"关于{subject}的报告"),
        MainRecipient = recipient,
        Blocks = blocks,
        Signature = new Signature(unit, date),
    };

    /// <summary>通知: 单位关于……的通知, with room for the seal.</summary>
    /// <param name="unit">发文机关.</param>
    /// <param name="subject">What it is about, such as 开展文明单位创建自查.</param>
    /// <param name="recipient">主送机关.</param>
    /// <param name="blocks">正文.</param>
    /// <param name="date">成文日期.</param>
    public static GongwenDocument Notice(string unit, string subject, string recipient, IReadOnlyList<Block> blocks, DateOnly date) => new()
    {
        Title = Title(unit, $"关于{subject}的通知"),
        MainRecipient = recipient,
        Blocks = blocks,
        Signature = new Signature(unit, date) { HasSeal = true },
    };

    /// <summary>方案: 单位……实施方案.</summary>
    /// <param name="unit">发文机关.</param>
    /// <param name="subject">What is to be done, such as 2025年文明单位创建工作.</param>
    /// <param name="blocks">正文.</param>
    /// <param name="date">成文日期.</param>
    public static GongwenDocument Plan(string unit, string subject, IReadOnlyList<Block> blocks, DateOnly date) => new()
    {
        Title = Title(unit, subject + "实施方案"),
        Blocks = blocks,
        Signature = new Signature(unit, date),
    };

    /// <summary>会议纪要: its name in red at the top, who was there at the end. GB/T 9704-2012 §10.3 [K].</summary>
    /// <param name="name">纪要标志, such as 某某县水务局党组会议纪要.</param>
    /// <param name="number">Such as 第12期 or 〔2025〕12号, or empty.</param>
    /// <param name="title">What was dealt with.</param>
    /// <param name="blocks">正文.</param>
    /// <param name="attendance">出席, 请假, 列席, in this order.</param>
    public static GongwenDocument Minutes(string name, string number, string title, IReadOnlyList<Block> blocks, IReadOnlyList<Entry> attendance) => new()
    {
        RedHead = new RedHead(name, number),
        Title = TitleBreaks.Break(title),
        Blocks = [.. blocks, .. attendance],
    };

    /// <summary>签到表, to be printed and signed by hand.</summary>
    /// <param name="occasion">会议或活动名称.</param>
    /// <param name="entries">时间, 地点 and the like, above the table.</param>
    /// <param name="people">Name and department or post of those expected; may be empty.</param>
    /// <param name="emptyRows">Rows without a name at the end.</param>
    public static GongwenDocument SignInSheet(string occasion, IReadOnlyList<Entry> entries, IReadOnlyList<(string Name, string Post)> people, int emptyRows)
    {
        const int RowToSignIn = 9;
        var rows = people.Concat(Enumerable.Repeat((Name: "", Post: ""), emptyRows));
        return new()
        {
            Title = TitleBreaks.Break(occasion + "签到表"),
            Blocks =
            [
                .. entries,
                new Table(["序号", "姓名", "部门及职务", "签名", "备注"], [.. rows.Index().Select(row => (string[])[$"{row.Index + 1}", row.Item.Name, row.Item.Post, "", ""])]) { RowHeight = RowToSignIn },
            ],
        };
    }

    /// <summary>说明报告 of one standard of an assessment.</summary>
    /// <param name="standard">Its number or short name.</param>
    /// <param name="blocks">正文, at most 500 characters by the rules of assessment.</param>
    /// <param name="signature">署名 and 成文日期.</param>
    public static GongwenDocument Statement(string standard, IReadOnlyList<Block> blocks, Signature signature) => new()
    {
        Title = TitleBreaks.Break($"测评标准{standard}说明报告"),
        Blocks = blocks,
        Signature = signature,
    };

    /// <summary>图片资料: one photo to an A4 page, its note beneath.</summary>
    /// <param name="title">Above the first photo; empty for none.</param>
    /// <param name="photos">The files (PNG, JPEG) with their notes.</param>
    /// <exception cref="ArgumentException">A file is no picture; the message says what to do.</exception>
    public static GongwenDocument Photos(string title, IReadOnlyList<(ReadOnlyMemory<byte> File, PhotoNote Note)> photos) => new()
    {
        Title = TitleBreaks.Break(title),
        Blocks = [.. photos.Select(photo => new Picture(photo.File, photo.Note.ToText()) { OnOwnPage = true })],
    };

    /// <summary>证明, with room for the seal.</summary>
    /// <param name="recipient">To whom it is given, or null.</param>
    /// <param name="paragraphs">正文.</param>
    /// <param name="signature">署名 and 成文日期.</param>
    public static GongwenDocument Certificate(string? recipient, IReadOnlyList<string> paragraphs, Signature signature) => new()
    {
        Title = "证　明",
        MainRecipient = recipient,
        Blocks = [.. paragraphs.Select(text => new Paragraph(text))],
        Signature = signature with { HasSeal = true },
    };

    /// <summary>A table under its title; <see cref="Table.IsLandscape"/> lays the sheet across.</summary>
    /// <param name="title">标题.</param>
    /// <param name="table">The table; its header is repeated on every page.</param>
    public static GongwenDocument Sheet(string title, Table table) => new() { Title = TitleBreaks.Break(title), Blocks = [table] };

    private static string Title(string unit, string rest) => TitleBreaks.Break(unit + rest);
}

/// <summary>The six things to be said of a photo (图片说明六要素); what is not known is left empty, never made up.</summary>
/// <param name="Occasion">事由.</param>
/// <param name="Time">时间.</param>
/// <param name="Place">地点.</param>
/// <param name="People">人物.</param>
/// <param name="Background">背景.</param>
/// <param name="Photographer">摄影者.</param>
public sealed record PhotoNote(string Occasion, string Time, string Place, string People, string Background, string Photographer)
{
    /// <summary>One line for each that is known: 事由：….</summary>
    public string ToText() => string.Join('\n', new[]
    {
        ("事由", Occasion), ("时间", Time), ("地点", Place), ("人物", People), ("背景", Background), ("摄影者", Photographer),
    }.Where(item => item.Item2.Length > 0).Select(item => $"{item.Item1}：{PlainText.Clean(item.Item2)}"));
}
