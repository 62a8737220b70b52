namespace Mingce.Gongwen.Formatting;

/// <summary>How the title of a paper ends: with its kind.</summary>
internal static class TitleKinds
{
    private static readonly string[] Kinds =
    [
        "报告", "总结", "通知", "通报", "方案", "纪要", "决定", "决议", "意见", "办法", "规定", "细则", "条例", "制度", "计划", "要点", "安排", "请示", "批复", "函",
        "公告", "通告", "公报", "命令", "议案", "证明", "说明", "情况", "材料", "名单", "台账", "表", "讲话", "发言", "倡议书", "承诺书", "责任书", "预案", "规划", "清单",
        "简报", "汇报", "体会", "章程", "公约", "守则", "须知", "目录", "简介", "分工", "职责", "信",
    ];

    public static bool Ends(string title)
    {
        var core = title.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        if (core.EndsWith('）') && core.LastIndexOf('（') is > 0 and var open) core = core[..open]; // （草案）
        return Kinds.Any(kind => core.EndsWith(kind, StringComparison.Ordinal));
    }
}
