namespace Mingce.Gongwen.Tests;

/// <summary>One paper of every type the product writes.</summary>
internal static class PaperSamples
{
    private const string Unit = "某某县水务局";
    private static readonly DateOnly Day = new(2025, 11, 3);

    public static readonly IReadOnlyDictionary<string, GongwenDocument> All = new Dictionary<string, GongwenDocument>
    {
        ["总结报告"] = Report(),
        ["总结报告（红头）"] = Report() with
        {
            RedHead = new RedHead(Unit + "文件", "某水〔2025〕12号") { CopyNumber = "000001", Urgency = "加急", Signer = "张某某" },
            Imprint = new Imprint { PrintedBy = Unit + "办公室", PrintedOn = Day, CopyTo = "市水务局，县精神文明建设指导委员会办公室，县直属机关工作委员会，县总工会，共青团某某县委，县妇女联合会" },
        },
        ["通知"] = Papers.Notice(Unit, "开展2025年度文明单位创建工作自查", "机关各科室、局属各单位", [.. Body(), new Paragraph("特此通知。")], Day) with
        {
            RedHead = new RedHead(Unit + "文件", "某水〔2025〕15号"),
            Attachments = [new Attachment("自查情况表", [Ledger(6)]), new Attachment("责任分工", [new Heading(1, "责任科室"), new Paragraph("办公室负责汇总。")])],
            Annotation = "联系人：李某某，电话：0000—0000000",
            Imprint = new Imprint { PrintedBy = Unit + "办公室", PrintedOn = Day },
        },
        ["方案"] = Papers.Plan(Unit, "2025年文明单位创建工作", [.. Body(), .. Body()], Day) with { Subtitle = "（2025年3月5日）" },
        ["会议纪要"] = Papers.Minutes(
            Unit + "党组会议纪要",
            "第12期",
            "研究2025年度文明单位创建工作",
            Body(),
            [new Entry("出席", "张某某、李某某、王某某、赵某某、钱某某、孙某某、周某某、吴某某、郑某某、冯某某"), new Entry("列席", "陈某某（办公室）")]) with { Imprint = new Imprint { PrintedBy = Unit + "办公室", PrintedOn = Day } },
        ["签到表"] = Papers.SignInSheet("“我们的节日·重阳”主题活动", [new Entry("时间", "2025年10月29日"), new Entry("地点", "三楼会议室")], [("张某某", "办公室"), ("李某某", "工程科")], 16),
        ["说明报告"] = Papers.Statement("3.2", [new Heading(1, "结论"), new Paragraph("符合。"), new Heading(1, "做法"), new Paragraph("开展志愿服务12次，参加人数156人次。")], new Signature(Unit, Day)),
        ["图片资料"] = Papers.Photos("图片资料", [(Pictures.Png(400, 300), Note), (Pictures.Png(300, 400), Note), (Pictures.Turned(6), Note with { Background = "" }), (Pictures.Jpeg, Note)]),
        ["证明"] = Papers.Certificate("县总工会", ["兹证明王某某同志为我局职工，2025年度参加志愿服务12次。"], new Signature(Unit, Day)),
        ["长表"] = Papers.Sheet("2025年度志愿服务活动台账", Ledger(80)),
        ["横表"] = Papers.Sheet("2025年度志愿服务活动台账", Ledger(45) with { IsLandscape = true }),
        ["横表附件"] = Report() with
        {
            Blocks = [.. Body(), new Heading(1, "活动台账"), Ledger(12) with { IsLandscape = true }, new Paragraph("以上报告。"), new Picture(Pictures.Png(320, 200), "图1　活动现场")],
            Attachments = [new Attachment("活动台账", [Ledger(30) with { IsLandscape = true }]), new Attachment("说明", Body())],
            Imprint = new Imprint { PrintedBy = Unit + "办公室", PrintedOn = Day, CopyTo = "县文明办" },
        },
    };

    private static PhotoNote Note => new("“世界水日”节水宣传", "2025年3月22日上午", "人民广场", "局志愿服务队队员8人", "第三十三届“世界水日”", "李某某");

    private static GongwenDocument Report() => Papers.Report(Unit, "2025年度文明单位创建工作情况", "县精神文明建设指导委员会办公室", [.. Body(), .. Body(), new Paragraph("特此报告。")], Day) with
    {
        AttachmentNotes = ["2025年度文明单位创建活动台账", "名称很长的附件要回行，回行的文字应当与附件名称的首字对齐不能顶格"],
    };

    private static Block[] Body() =>
    [
        new Paragraph("现将2025年度文明单位创建工作情况报告如下。全局干部职工53人，志愿者46人，占86.8%；“河小青”——护河志愿服务队开展活动12次……"),
        new Heading(1, "加强组织领导"),
        new Heading(2, "压实工作责任。", "召开专题会议4次，形成“一把手”负总责、分管领导具体抓、科室联络员抓落实的工作机制，年度任务全部按期完成。"),
        new Heading(2, "健全工作制度"),
        new Heading(3, "完善台账"),
        new Heading(4, "按月登记"),
        new Paragraph("建立活动台账12本，登记活动86项，佐证材料214件。"),
        new Heading(1, "开展志愿服务"),
        new Paragraph("围绕节水护水开展志愿服务，参加156人次，服务时长420小时。"),
    ];

    private static Table Ledger(int rows) => new(
        ["序号", "活动名称", "时间", "地点", "参加人数", "说明"],
        [.. Enumerable.Range(1, rows).Select(i => (string[])[$"{i}", "河道清洁志愿服务", $"2025年{(i % 12) + 1}月5日", "人民公园段", $"{10 + (i % 7)}", i % 5 == 0 ? "与社区共同开展，发放节水宣传资料200份，清理垃圾3车" : ""])]);
}
