using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using static Mingce.Gongwen.Checking.TextChecks;

namespace Mingce.Gongwen.Checking;

/// <summary>版头: where the 发文机关标志 stands, 签发人, the red line.</summary>
internal sealed class HeadChecks(CheckContext context)
{
    private readonly Profile profile = context.Profile;
    private readonly FindingList findings = context.Findings;

    public void Check()
    {
        if (context.Elements.FirstOrDefault(element => element.Role == Role.AgencyMark) is not { } mark) return;
        Position(mark);
        var number = context.Elements.FirstOrDefault(element => element.Role == Role.DocumentNumber);
        if (number is not null) Number(number);
        var title = context.Elements.FirstOrDefault(element => element.Role == Role.Title);
        if (number is not null && title is not null) RedLine(number, title);
    }

    // The upper edge of the letters, not of their line.
    private void Position(Element mark)
    {
        const double Tolerance = 4; // mm: fonts differ in the air above their letters
        var above = 0.0;
        foreach (var item in context.Document.Items)
        {
            if (item is not WordParagraph paragraph) return;
            var (before, after) = context.Metrics.Space(paragraph);
            var height = context.Metrics.Height(paragraph);
            above += before;
            if (ReferenceEquals(paragraph, mark.Paragraph))
            {
                above += Math.Max(0, height - (paragraph.Size * 10)) / 2;
                break;
            }
            above += height + after;
        }
        var found = Math.Round(Measure.Millimetres(above));
        var wanted = profile.AgencyMarkFromTypeArea;
        if (Math.Abs(found - wanted.Value) <= Tolerance) return;
        var old = found is >= 22 and <= 28 or >= 77 and <= 83 ? "（1999 版的值）" : "";
        findings.Add(wanted, mark.Where, $"上边缘距版心上边缘约 {TextChecks.Number(found)} 毫米{old}", $"{TextChecks.Number(wanted.Value)} 毫米");
    }

    private void Number(Element number)
    {
        var at = number.Text.IndexOf("签发人", StringComparison.Ordinal);
        if (at < 0)
        {
            if (!number.IsCentered) findings.Add(profile.DocumentNumber.Alignment, number.Where, "没有居中", "居中");
            return;
        }
        var name = at + "签发人：".Length;
        var place = 0;
        foreach (var run in number.Paragraph.Runs)
        {
            if (place + run.Text.Length > name && run.Text.Trim().Length > 0 && !IsOneOf(run.Format.EastAsia, profile.SignerNameFonts) && place >= name)
                findings.Add(profile.SignerNameFonts, number.Where, $"签发人姓名的字体为{Name(run.Format.EastAsia)}", profile.SignerNameFonts.Value[0]);
            place += run.Text.Length;
        }
    }

    private void RedLine(Element number, Element title)
    {
        var between = context.Document.Items.OfType<WordParagraph>().SkipWhile(paragraph => !ReferenceEquals(paragraph, number.Paragraph)).TakeWhile(paragraph => !ReferenceEquals(paragraph, title.Paragraph)).Append(title.Paragraph).ToList();
        var borders = between.Take(between.Count - 1).Select(paragraph => (paragraph, Line: paragraph.Format.Bottom)).Concat(between.Skip(1).Select(paragraph => (paragraph, Line: paragraph.Format.Top)))
            .Where(border => border.Line is { Eighths: > 0 }).ToList();
        var shapes = between.SelectMany(paragraph => paragraph.Shapes).ToList();
        if (borders.Count == 0 && shapes.Count == 0)
            findings.Add(profile.RedLineBelow, number.Where, "下面没有红色分隔线", $"发文字号下 {TextChecks.Number(profile.RedLineBelow.Value)} 毫米处印一条与版心等宽的红色分隔线");
        foreach (var (paragraph, line) in borders)
        {
            Color(number, line!.Color);
            var indent = (Indent.Left(paragraph) + Indent.Right(paragraph)) * paragraph.Size * 10;
            Width(number, context.SectionOf(paragraph).TypeWidth - indent);
        }
        foreach (var shape in shapes.Where(shape => shape.IsLine))
        {
            if (shape.Color is not null) Color(number, shape.Color);
            if (shape.Width > 0) Width(number, shape.Width);
        }
    }

    private void Color(Element number, string color)
    {
        if (!Colors.IsSame(color, profile.RedLineColor.Value)) findings.Add(profile.RedLineColor, number.Where, $"分隔线为{Colors.Name(color)}", Colors.Name(profile.RedLineColor.Value));
    }

    private void Width(Element number, double twips)
    {
        const double Tolerance = 3; // mm
        var (found, wanted) = (Measure.Millimetres(twips), profile.Page.Width.Value - profile.Page.Left.Value - profile.Page.Right.Value);
        if (Math.Abs(found - wanted) > Tolerance)
            findings.Add(profile.RedLineBelow.Clause, "redLine.width", number.Where, $"分隔线长约 {TextChecks.Number(Math.Round(found))} 毫米", $"与版心等宽，{TextChecks.Number(wanted)} 毫米", profile.RedLineBelow.Certainty);
    }
}
