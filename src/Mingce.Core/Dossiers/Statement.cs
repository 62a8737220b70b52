using System.Text;
using Mingce.Core.Activities;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Mingce.Core.Dossiers;

/// <summary>
/// 说明报告 of a standard, at most <see cref="LongestStatement"/> characters in all: 结论, 做法, 数据成效, 佐证目录. It says what the records say and nothing else.
/// What does not fit is left out item by item, never within a sentence, and the number of all is told (等12件).
/// </summary>
/// <param name="unit">Signs the statement.</param>
/// <param name="withYear">Whether days need their year, because the window has several.</param>
/// <param name="day">成文日期.</param>
public sealed class Statement(Unit unit, bool withYear, DateOnly day)
{
    /// <summary>说明报告 500 字以内, of the national scheme of 2020.</summary>
    public const int LongestStatement = 500;

    // What is shortened is a name or a place, never a sentence; together the shortest statement stays under the limit.
    private const int LongestDemand = 60;
    private const int LongestSigner = 40;
    private const int LongestTitle = 30;
    private const int LongestDetail = 12;
    private const int LongestNote = 50;

    /// <summary>More items than this never fit.</summary>
    private const int MostItems = 100;

    /// <param name="counted">Activities that count, in order.</param>
    /// <param name="claimed">Activities claimed for the standard that count for nothing.</param>
    public GongwenDocument Write(StandardResult standard, IReadOnlyList<Activity> counted, IReadOnlyList<Activity> claimed, IReadOnlyList<Exhibit> exhibits)
    {
        var lists = new Lists(
            new("项", [.. counted.Select(Deed)]),
            new("项", [.. Figures(standard, counted)]),
            new("件", [.. exhibits.Select(Entry)]),
            new("项", [.. claimed.Where(IsUnproven).Select(a => Short(a.Title, LongestTitle))]),
            new("项", [.. claimed.Where(a => !IsUnproven(a)).Select(a => Short(a.Title, LongestTitle))]));
        var told = lists.Deeds.IsWhole ? Document(standard, lists, [.. counted.Select(Told)]) : null;
        if (told is not null && Fits(told))
        {
            return told;
        }
        foreach (var shorter in lists.EverShorter())
        {
            var document = Document(standard, shorter, [shorter.Deeds.Text]);
            if (Fits(document))
            {
                return document;
            }
        }
        throw new InvalidOperationException($"The shortest statement of {standard.Id} is too long.");
    }

    private static bool Fits(GongwenDocument document) => CharacterCount.Count(document.ToText()) <= LongestStatement;

    private GongwenDocument Document(StandardResult standard, Lists lists, IReadOnlyList<string> deeds) => new()
    {
        Title = $"测评标准{Short(standard.Id, LongestDetail)}说明报告",
        Blocks =
        [
            new Paragraph($"测评标准：{Short(standard.Name, LongestDemand)}。"),
            new Heading(1, "结论"),
            new Paragraph(Verdict(standard)),
            new Heading(1, "做法"),
            .. lists.Deeds.IsEmpty ? [new Paragraph("没有可以计入的活动记录。")] : deeds.Select(text => new Paragraph(text + "。")),
            new Heading(1, "数据成效"),
            new Paragraph(lists.Figures.IsEmpty ? "活动记录未载明数据。" : lists.Figures.Text + "。"),
            new Heading(1, "佐证目录"),
            new Paragraph(lists.Exhibits.IsEmpty ? "无。" : lists.Exhibits.Text + "。"),
            .. lists.Unproven.IsEmpty ? Array.Empty<Paragraph>() : [new Paragraph($"缺佐证，不作为依据：{lists.Unproven.Text}。")],
            .. lists.Unfit.IsEmpty ? Array.Empty<Paragraph>() : [new Paragraph($"有材料但不够计入条件，不作为依据：{lists.Unfit.Text}。")],
        ],
        Signature = new Signature(CharacterCount.Count(unit.FullName) <= LongestSigner ? unit.FullName : Short(unit.DisplayName, LongestSigner), day),
    };

    private static string Verdict(StandardResult standard)
    {
        var conclusion = Conclusions.Of(standard);
        var points = standard.Possible switch
        {
            _ when standard.NotApplicable is { } stated => $"{Short(stated.Reason, LongestDemand)}（{Short(stated.By, LongestDetail)}）",
            null => "该项未赋分",
            { } possible when conclusion == Conclusion.Ungraded => $"满分{PointsText.Of(possible)}分",
            { } possible => $"自评得{PointsText.Of(standard.Points)}分，满分{PointsText.Of(possible)}分",
        };
        var open = standard.Checks.Count(check => Conclusions.Of(check) == Conclusion.Ungraded);
        return conclusion.Name() + "。" + points + (open > 0 && conclusion != Conclusion.Ungraded ? $"，其中{open}个检查项未评定。" : "。");
    }

    /// <summary>A deed in its own paragraph, with the words of its record.</summary>
    private string Told(Activity activity)
    {
        var text = OneLine(activity.Text).TrimEnd('。', '；', '，', ' ');
        return text.Length == 0 || activity.Title.Contains(text) ? Deed(activity)
            : text.Contains(activity.Title) ? $"{When(activity.Period)}，{text}"
            : $"{Deed(activity)}。{text}";
    }

    private string Deed(Activity activity)
    {
        var details = string.Join('，', new[]
        {
            Short(activity.Place, LongestDetail),
            activity.ActualHeadcount is { } people ? $"{people}人参加" : "",
        }.Where(detail => detail.Length > 0));
        return $"{When(activity.Period)}，{Short(activity.Title, LongestTitle)}" + (details.Length > 0 ? $"（{details}）" : "");
    }

    /// <summary>Amounts as the records state them; only heads are added up, and it is said over how many records.</summary>
    private static IEnumerable<string> Figures(StandardResult standard, IReadOnlyList<Activity> counted)
    {
        if (counted.Count > 0)
        {
            yield return $"有佐证的活动记录{counted.Count}项";
        }
        var heads = counted.Where(a => a.ActualHeadcount is not null).ToList();
        if (heads.Count > 0)
        {
            yield return (heads.Count == counted.Count ? "" : $"其中{heads.Count}项填报实到人数，") + $"参加{heads.Sum(a => (long)a.ActualHeadcount!.Value)}人次";
        }
        foreach (var check in standard.Checks.Where(check => check.Note.Length > 0))
        {
            yield return Short(check.Note.TrimEnd('。'), LongestNote);
        }
        foreach (var activity in counted.Where(a => a.Quantities.Count > 0))
        {
            foreach (var quantity in activity.Quantities.OrderBy(q => q.Ordinal))
            {
                yield return $"{Short(activity.Title, LongestDetail)}：{Short(FigureText.WriteWithItem(quantity.Value), LongestTitle)}";
            }
        }
    }

    private static string Entry(Exhibit exhibit)
    {
        var evidence = exhibit.Evidence;
        var place = evidence.Form switch
        {
            EvidenceForm.Link => CharacterCount.Count(evidence.Url) is > 0 and <= LongestDetail ? $"（{OneLine(evidence.Url)}）" : "（网址见目录）",
            EvidenceForm.Original => $"（{string.Join('，', Whereabouts(evidence).Prepend("原件备查"))}）",
            _ => "",
        };
        return $"{exhibit.Number:00}.{Short(evidence.Title, LongestTitle)}{place}";
    }

    private static IEnumerable<string> Whereabouts(Evidence evidence)
    {
        if (evidence.OriginalNumber.Length > 0) yield return "编号" + Short(evidence.OriginalNumber, LongestDetail);
        if (evidence.OriginalPlace.Length > 0) yield return "存放于" + Short(evidence.OriginalPlace, LongestDetail);
        if (evidence.OriginalKeeper.Length > 0) yield return "保管人" + Short(evidence.OriginalKeeper, LongestDetail);
    }

    private static bool IsUnproven(Activity activity) => activity.Evidence.Count == 0 || activity.IsSummary;

    private string When(Period period) => period.Precision == PeriodPrecision.Year
        ? $"{period.From.Year}年"
        : PeriodText.Write(period, withYear ? null : period.From.Year);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A name of at most so many characters; what is cut off shows as ……</summary>
    private static string Short(string text, int length)
    {
        var line = OneLine(text);
        if (line.EnumerateRunes().Count() <= length)
        {
            return line;
        }
        var name = new StringBuilder();
        foreach (var rune in line.EnumerateRunes().Take(length - 2))
        {
            name.Append(rune);
        }
        return name.Append("……").ToString();
    }

    /// <summary>Items of which only the first are shown.</summary>
    private sealed record List(string Unit, IReadOnlyList<string> Items)
    {
        public int Shown { get; init; } = Math.Min(Items.Count, MostItems);

        public bool IsEmpty => Items.Count == 0;

        public bool IsWhole => Shown == Items.Count;

        public string Text => string.Join('；', Items.Take(Shown)) + (IsWhole ? "" : $"等{Items.Count}{Unit}");

        public List Shorter() => this with { Shown = Shown - 1 };
    }

    private sealed record Lists(List Deeds, List Figures, List Exhibits, List Unproven, List Unfit)
    {
        /// <summary>This, then with ever fewer items; the evidence goes first, since its folder and 目录.xlsx list it in full.</summary>
        public IEnumerable<Lists> EverShorter()
        {
            var lists = this;
            yield return lists;
            foreach (var (exhibits, deeds, rest) in new[] { (6, 6, 4), (3, 3, 2), (1, 1, 1) })
            {
                while (lists.Exhibits.Shown > exhibits) yield return lists = lists with { Exhibits = lists.Exhibits.Shorter() };
                while (lists.Deeds.Shown > deeds) yield return lists = lists with { Deeds = lists.Deeds.Shorter() };
                while (lists.Figures.Shown > rest) yield return lists = lists with { Figures = lists.Figures.Shorter() };
                while (lists.Unproven.Shown > rest) yield return lists = lists with { Unproven = lists.Unproven.Shorter() };
                while (lists.Unfit.Shown > rest) yield return lists = lists with { Unfit = lists.Unfit.Shorter() };
            }
        }
    }
}
