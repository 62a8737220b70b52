using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using static Mingce.Gongwen.Checking.TextChecks;

namespace Mingce.Gongwen.Checking;

/// <summary>页码: on every page, on its side, in its form.</summary>
internal sealed class PageNumberChecks(CheckContext context)
{
    private readonly PageNumberForm form = context.Profile.PageNumber;
    private readonly FindingList findings = context.Findings;

    public void Check()
    {
        var sections = context.Document.Sections;
        for (var i = 0; i < sections.Count; i++) Section(sections[i], i);
    }

    private void Section(WordSection section, int index)
    {
        var where = context.Document.Sections.Count == 1 ? "页脚" : $"页脚（第{index + 1}节）";
        var odd = Number(section, "default");
        if (odd is null)
        {
            // A section that only holds the 版记 may go without (§7.5).
            findings.Add(form.Before.Clause, "pageNumber.missing", where, "没有页码", "编排页码", form.Before.Certainty);
            return;
        }
        if (index > 0 && section.NumberStart is { } start)
            findings.Add(form.Before.Clause, "pageNumber.continuous", where, $"页码从 {start} 重新编起", "附件与正文的页码连续编排", form.Before.Certainty);
        if (section.NumberFormat is not ("decimal" or "numberInDash"))
            findings.Add(form.Before.Clause, "pageNumber.format", where, $"页码编号格式为 {section.NumberFormat}", "阿拉伯数字", form.Before.Certainty);
        if (section.HasFirstPage && Number(section, "first") is null)
            findings.Add(form.Before.Clause, "pageNumber.firstPage", where, "设了“首页不同”，首页没有页码", "首页也编排页码", form.Before.Certainty);
        var even = context.Document.HasEvenPages ? Number(section, "even") : null;
        Sides(section, odd, even, where);
        foreach (var number in even is null ? [odd] : (WordParagraph[])[odd, even]) Form(number, section, where);
    }

    private static WordParagraph? Number(WordSection section, string kind) =>
        section.Margins.GetValueOrDefault($"footer.{kind}")?.FirstOrDefault(paragraph => paragraph.PageField is not null)
        ?? section.Margins.GetValueOrDefault($"header.{kind}")?.FirstOrDefault(paragraph => paragraph.PageField is not null);

    private void Sides(WordSection section, WordParagraph odd, WordParagraph? even, string where)
    {
        var wanted = form.Place.Value switch
        {
            PageNumberPlace.Outer => "单页码居右、双页码居左",
            PageNumberPlace.Center => "居中",
            PageNumberPlace.Right => "居右",
            _ => throw new InvalidOperationException($"No name for {form.Place.Value}."),
        };
        if (context.Document.HasEvenPages && even is null)
        {
            findings.Add(form.Place.Clause, "pageNumber.evenPages", where, "设了“奇偶页不同”，双页没有页码", wanted, form.Place.Certainty);
            return;
        }
        var (oddSide, evenSide) = (Side(odd), Side(even ?? odd));
        var isRight = form.Place.Value switch
        {
            PageNumberPlace.Outer => (oddSide, evenSide) is ("outside", "outside") or ("right", "left"),
            PageNumberPlace.Center => (oddSide, evenSide) is ("center", "center"),
            PageNumberPlace.Right => (oddSide, evenSide) is ("right", "right"),
            _ => true,
        };
        if (!isRight) findings.Add(form.Place, where, oddSide == evenSide ? $"页码都{Chinese(oddSide)}" : $"单页码{Chinese(oddSide)}、双页码{Chinese(evenSide)}", wanted);
        else if (form.Place.Value == PageNumberPlace.Outer && !section.IsLandscape) Indents(odd, even, where);
    }

    private void Indents(WordParagraph odd, WordParagraph? even, string where)
    {
        const double Tolerance = 0.6;
        foreach (var (number, side) in even is null ? [(odd, "right")] : (ReadOnlySpan<(WordParagraph, string)>)[(odd, "right"), (even, "left")])
        {
            if (number.BoxPlace is not null) continue; // the box has its own distance
            var typed = side == "right" ? Indent.Spaces(string.Concat(number.Text.Reverse())) : Indent.Spaces(number.Text);
            var own = number.Size / 2.0 / form.Text.Size.Value; // its characters in those it should have
            var found = ((side == "right" ? Indent.Right(number) : Indent.Left(number) + Indent.FirstLine(number)) + typed) * own;
            if (Math.Abs(found - form.Indent.Value) > Tolerance)
                findings.Add(form.Indent, where, $"{(side == "right" ? "单页码右" : "双页码左")}空 {TextChecks.Number(Math.Round(found, 1))} 字", $"空 {TextChecks.Number(form.Indent.Value)} 字");
        }
    }

    private static string Side(WordParagraph number) => number.BoxPlace is { Length: > 0 } place ? place : number.Format.Alignment switch
    {
        "center" => "center",
        "right" or "end" => "right",
        _ => "left",
    };

    private static string Chinese(string side) => side switch
    {
        "center" => "居中",
        "right" => "居右",
        "outside" => "在外侧",
        "inside" => "在内侧",
        _ => "居左",
    };

    private void Form(WordParagraph number, WordSection section, string where)
    {
        var (start, length) = number.PageField!.Value;
        var before = number.Text[..start].Trim();
        var after = number.Text[Math.Min(start + length, number.Text.Length)..].Trim();
        if (section.NumberFormat != "numberInDash" && (before != form.Before.Value.Trim() || after != form.After.Value.Trim()))
            findings.Add(form.Before, where, $"页码写作“{before}1{after}”", $"“{form.Before.Value}1{form.After.Value}”");
        foreach (var run in number.Runs.Where(run => run.Text.Trim().Length > 0))
        {
            var isDigit = run.Text.Any(char.IsAsciiDigit);
            var font = isDigit ? run.Format.Ascii : run.Format.Hint == "eastAsia" ? run.Format.EastAsia : run.Format.HighAnsi;
            if (!IsOneOf(font, form.Text.Fonts)) findings.Add(form.Text.Fonts, where, $"页码字体为{Name(font)}", form.Text.Fonts.Value[0]);
            var size = (run.Format.Size ?? 20) / 2.0;
            if (Math.Abs(size - form.Text.Size.Value) > 0.01) findings.Add(form.Text.Size, where, $"页码字号为{Size(size)}", Size(form.Text.Size.Value));
            if (form.Text.Bold.Value == false && run.Format.Bold == true) findings.Add(form.Text.Bold, where, "页码加粗", "不加粗");
        }
        Below(number, section, where);
    }

    private void Below(WordParagraph number, WordSection section, string where)
    {
        const double Tolerance = 4; // mm: the air around a line differs by font
        if (section.IsLandscape || number.BoxPlace is not null) return;
        var middle = section.Footer + (context.Metrics.Height(number) / 2);
        var found = Math.Round(Measure.Millimetres(section.Bottom - middle), 1);
        if (!findings.Any(code => code is "page.bottom") && Math.Abs(found - form.Below.Value) > Tolerance)
            findings.Add(form.Below, where, $"一字线距版心下边缘约 {TextChecks.Number(found)} 毫米", $"{TextChecks.Number(form.Below.Value)} 毫米");
    }
}
