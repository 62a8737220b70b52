using System.Text;

namespace Fuzz;

/// <summary>What, repeated to megabytes, makes a careless reader slow: each speaks to a rule that looks ahead or back.</summary>
public static class NastyPatterns
{
    /// <summary>The pieces to repeat.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "1", "１", "0", "1,", "1.", "1,000", "12345678901234 ", "1、", "一", "一、", "（一）", "一是", "二〇", "十", "百", "万", "1万", "亿万",
        "（", "）", "(1)", "“", "“”", "”", "《", "》", "《》", "\"", "「", "【", "人", "、1人", "1人", "1人。", "1元，", "余", "近", "数", "其中", "其中1人，", "每", "每周", "每周一、", "每月1次",
        "24小时", "年", "2024年", "1月", "1月1日", "六一", "春节、", "第", "第一", "百分之", "某", "某某", "*", "×", "张", "王小", "困难", "困难职工", "困难职工张三、", "患", "患病", "病", "因", "同学", "张小明、", "李四、500元",
        " ", "　", "\t", "\n", "\r\n", " 1", "1 ", "一 ", "\uFEFF", "\u200B", "。", "，", "、", "：", "；", "·", "-", "𠮷", "\uD842", "\uDFB7", "e", "13800000000", "110101199001011234 ", "0710-1234567",
        "捐", "捐款", "志愿服务", "组织", "开展", "在", "到社区", "到到到", "的", "累计", "累计共", "合计1人，其中1人、", "下一步", "a1", "的\n", "文明创建 ",
    ];

    /// <summary>A pattern, repeated until the text has so many characters.</summary>
    public static string Repeat(string pattern, int length) =>
        new StringBuilder(length + pattern.Length).Insert(0, pattern, (length / pattern.Length) + 1).ToString(0, length);
}
