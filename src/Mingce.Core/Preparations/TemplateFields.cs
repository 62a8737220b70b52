namespace Mingce.Core.Preparations;

/// <summary>Something a template may take in, by the name that stands in its braces.</summary>
/// <param name="Items">What each item of a list has; none for a text.</param>
public sealed record TemplateField(string Name, string Meaning, IReadOnlyList<TemplateField> Items)
{
    public TemplateField(string name, string meaning)
        : this(name, meaning, [])
    {
    }

    public bool IsList => Items.Count > 0;

    /// <summary>Every field, in the order in which the page of a template lists them.</summary>
    public static IReadOnlyList<TemplateField> All { get; } =
    [
        new("单位", "单位全称"),
        new("标题", "活动名称"),
        new("开展", "动词，会议为“召开”，讲堂、培训为“举办”，其余为“开展”或“组织”"),
        new("活动类型", "如志愿服务"),
        new("日期", "如2026年3月31日"),
        new("星期", "如星期二"),
        new("时间", "如下午3:00"),
        new("地点", "活动地点"),
        new("参加人员", "参加范围"),
        new("主持人", "主持人"),
        new("责任科室", "牵头的科室或组织"),
        new("联系人", "联系人和电话"),
        new("主送", "通知的主送，为“各科室”，按本单位的叫法"),
        new("成文日期", "生成文稿的日期"),
        new("流程项数", "流程共几项"),
        new("流程", "活动流程，逐项列出", [new("序号", "1"), new("汉字序号", "一"), new("内容", "这一项的内容")]),
        new("人员", "签到表上的人员，逐人列出", [new("序号", "1"), new("姓名", "姓名"), new("部门及职务", "部门及职务")]),
        new("空白行", "签到表上的空白行，逐行列出", [new("序号", "续人员的序号")]),
    ];

    public static TemplateField? Find(string name) => All.FirstOrDefault(field => field.Name == name);
}
