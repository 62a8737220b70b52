using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>Finds where a sentence turns to what is still to be done: 下一步, 明年, 力争, 计划举办. What stands behind is no deed.</summary>
internal static class Plans
{
    /// <summary>They speak of the future wherever they stand.</summary>
    private static readonly SearchValues<string> Anywhere = SearchValues.Create(
        [
            "下一步", "下步", "下阶段", "明年", "来年", "力争", "预计", "届时", "有望", "将于", "将再", "将继续", "将陆续", "拟投", "拟建", "拟新建", "拟于",
            "计划明年", "计划年内", "计划再", "计划于", "计划在", "计划到", "我局计划", "我们计划", "我院计划", "我校计划", "我行计划", "我村计划", "我镇计划", "单位计划",
        ],
        StringComparison.Ordinal);

    /// <summary>They do so at the head of a clause; 按计划举办 is a deed.</summary>
    private static readonly string[] AtHead = ["计划", "拟", "今后五年", "今后我", "今后，", "今后将", "未来", "接下来", "展望", "争取到", "争取明年", "争取在", "争取年内"];

    /// <summary>At the head of a sentence they turn the rest of the paragraph.</summary>
    private static readonly string[] Openers = ["下一步", "下步", "下阶段", "接下来", "今后，", "今后我", "今后将", "明年", "来年"];

    private static readonly SearchValues<char> Heads = SearchValues.Create("，,；;：:、。 　");

    /// <summary>Where the clause begins that turns to plans, else -1.</summary>
    public static int Begin(string text, Sentence sentence)
    {
        var words = text.AsSpan(sentence.Body..sentence.End);
        var first = words.IndexOfAny(Anywhere);
        if (first >= 0)
            first = words[..first].LastIndexOfAny(Heads) + 1;
        for (var at = 0; at < words.Length && (first < 0 || at < first);)
        {
            if (Han.StartsWithAny(words[at..], AtHead))
                return sentence.Body + at;
            var next = words[at..].IndexOfAny(Heads);
            if (next < 0)
                break;
            at += next + 1;
        }
        return first < 0 ? -1 : sentence.Body + first;
    }

    /// <summary>Whether the rest of the paragraph speaks of plans too.</summary>
    public static bool Opens(string text, Sentence sentence) => Han.StartsWithAny(text.AsSpan(sentence.Body..sentence.End).TrimStart(), Openers);
}
