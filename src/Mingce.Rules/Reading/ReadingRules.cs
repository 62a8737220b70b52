using System.Collections.Frozen;

namespace Mingce.Rules.Reading;

/// <summary>规则: one reason why a number in a report is read as a fact, or is not.</summary>
/// <param name="Id">Stable name, as printed by <c>read --explain --json</c>.</param>
/// <param name="Name">The name on screen.</param>
/// <param name="Meaning">One sentence in Chinese that says what the rule holds.</param>
public sealed record ReadingRule(string Id, string Name, string Meaning);

/// <summary>Every rule that decides over a number, with its meaning; docs/guide/reading.md shows each with examples.</summary>
public static class ReadingRules
{
    /// <summary>Rules that keep a number out of the facts.</summary>
    public static IReadOnlyList<ReadingRule> Dropping { get; } =
    [
        new("Title", "标题中的数", "全文标题里的年份、届次说明这是哪一年的材料，不是工作数量。"),
        new("Plan", "打算和不足", "“下一步打算”“存在的问题”等标题下说的是还没有做的事，其中的数不是事实。"),
        new("ListMark", "层次序号", "“一、”“（二）”“3.”“①”“第一，”是层次序号，不是数量。"),
        new("Date", "日期", "年、月、日和节日中的数说明时间，记作事实的时间，不作数量。"),
        new("Vague", "不定的数", "“数百”“几十”“十几”“七八”“3至5”说不出确定的数，只留在原文里。"),
        new("NoUnit", "没有量词", "数的后面没有量词，不是数量（四个自信、统一、百姓、编号）。"),
        new("Ordinal", "序数", "“第”“首”后面的数说的是次序（第3次会议），不是数量。"),
        new("BookTitle", "书名号内", "《》里的数是文件、书籍名称的一部分。"),
        new("QuotedSlogan", "引号内的提法", "“四个意识”“双百”等引号里的数是提法、名称的一部分。"),
        new("Code", "编号、时刻、地址", "紧跟字母、冒号、斜线、加号的数是编号、时刻或网址的一部分（8:30、A4、1+3）。"),
        new("RoundTheClock", "24小时", "“24小时热线”说的是全天，不是24小时的工作量。"),
        new("UncuedDuration", "年、天、分、届", "“年”“天”“分”“届”前面没有“连续”“为期”“累计”“得分”等词，说的是时间或届次，不是数量。"),
        new("Rank", "名次", "“前3名”说的是名次，不是人数。"),
        new("Reduplication", "一件件", "“一件件”“一次次”是叠用，不是数量。"),
        new("Distributive", "每人、每户", "“每人3本”说的是单份的数，不是总数。"),
        new("AbstractNoun", "抽象名词", "“三个方面”“四个环节”数的不是具体的事物。"),
        new("AbstractOfFew", "中文小数目", "中文数字后面没有具体事物的（两个维护、三项要求），多为提法。"),
        new("Idiom", "成语熟语", "“四面八方”“三番五次”“四处走访”里的数不计数。"),
        new("FigureOfSpeech", "比喻的提法", "“打好三场硬仗”“两张皮”“做好五篇文章”数的不是实物。"),
        new("Fraction", "不能有小数的数", "人、次、户、项等不会有小数，“2.0版”“12.5普法”是名称或编号。"),
        new("SmallHan", "构词的中文小数", "“两方”“三方”里的中文小数目与量词合成一个词。"),
        new("Deadline", "时限", "“2小时内办结”说的是时限，不是工作量。"),
        new("Reach", "距离和范围", "“距县城28公里”“300米处”“15分钟服务圈”说的是远近。"),
        new("Address", "地址", "“3栋2单元”“5座302室”是地址。"),
        new("GroupName", "组别", "“一组15户、二组18户”的“一组”“二组”是名称。"),
        new("Attribute", "分档", "“400毫升者12人”的400毫升说的是哪一档，不是总量。"),
        new("BareOne", "单说的“一”", "“一项重要内容”的“一”不是计数；“举办了一场”“办公楼一座”才是。"),
        new("TotalRow", "表中合计行", "“合计”“小计”行是上面各行的和，核对后不再另作事实。"),
        new("NotCounted", "表中不计数的列", "序号、年龄、电话等列的数不是工作数量。"),
    ];

    /// <summary>Rules by which a figure that is a fact gets its kind, in the order they are tried.</summary>
    public static IReadOnlyList<ReadingRule> Keeping { get; } =
    [
        new("Gift", "捐赠在先", "同一分句里前面说的是捐，后面的数都是所捐的物，归入捐款捐物。"),
        new("SignalInPiece", "同一短语的信号词", "数所在的短语里有活动类型的信号词，取离数最近的一个。"),
        new("SignalInClause", "同一分句的信号词", "数所在的分句里有信号词，取离数最近的一个。"),
        new("SignalBefore", "同一句前文的信号词", "本分句没有信号词，取同一句前面最近的一个。"),
        new("Hint", "伴随词", "附近没有信号词，取资金、节日、困难群众等伴随词里离数最近的一个。"),
        new("SignalAfter", "同一句后文的信号词", "前面也没有，取同一句后面最近的一个。"),
        new("SignalInParagraph", "同一段前文的信号词", "本句没有，取同一段前面最近的一个。"),
        new("SignalInHeading", "标题的信号词", "正文没有，取上面各级标题里的，先近后远。"),
        new("SignalInTitle", "全文标题的信号词", "各级标题也没有，取全文标题里的。"),
        new("NoSignal", "没有信号词", "哪里都没有信号词，归入其他，由登记人选定类型。"),
    ];

    private static readonly FrozenDictionary<string, ReadingRule> ById = Dropping.Concat(Keeping).ToFrozenDictionary(rule => rule.Id);

    /// <summary>The rule of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static ReadingRule Get(string id) => ById[id];
}
