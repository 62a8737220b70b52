using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using static Mingce.Gongwen.Checking.TextChecks;

namespace Mingce.Gongwen.Checking;

/// <summary>幅面, 页边, 行数, 字数.</summary>
internal sealed class PageChecks(CheckContext context)
{
    private const double SizeTolerance = 1; // mm
    private readonly Profile profile = context.Profile;
    private readonly FindingList findings = context.Findings;

    public void Check()
    {
        for (var i = 0; i < context.Document.Sections.Count; i++) Page(context.Document.Sections[i], context.Page(i));
        Grid();
    }

    private void Page(WordSection section, string where)
    {
        var form = profile.Page;
        var (width, height) = (Measure.Millimetres(section.Width), Measure.Millimetres(section.Height));
        if (section.IsLandscape) (width, height) = (height, width);
        if (Math.Abs(width - form.Width.Value) > SizeTolerance || Math.Abs(height - form.Height.Value) > SizeTolerance)
            findings.Add(form.Width, where, $"纸张 {Millimetres(width)}×{Millimetres(height)} 毫米", $"A4，{Number(form.Width.Value)}×{Number(form.Height.Value)} 毫米");
        // Laid across, the sheet's top lies left or right of the binding edge, depending on the page.
        var turned = section.IsLandscape;
        Margin(form.Top, "天头", turned ? section.Left : section.Top, turned ? form.Bottom.Value : null, where);
        Margin(form.Bottom, "下边", turned ? section.Right : section.Bottom, turned ? form.Top.Value : null, where);
        Margin(form.Left, "订口（左边）", turned ? section.Top : section.Left, turned ? form.Right.Value : null, where);
        Margin(form.Right, "右边", turned ? section.Bottom : section.Right, turned ? form.Left.Value : null, where);
    }

    private void Margin(Setting<double> setting, string name, int twips, double? other, string where)
    {
        var found = Measure.Millimetres(twips);
        var tolerance = profile.Page.Tolerance.Value + 0.05;
        if (Math.Abs(found - setting.Value) > tolerance && (other is null || Math.Abs(found - other.Value) > tolerance))
            findings.Add(setting, where, $"{name} {Millimetres(found)} 毫米", $"{Number(setting.Value)}±{Number(profile.Page.Tolerance.Value)} 毫米");
    }

    // Where most of the text stands decides; the paragraphs that differ from it are named one by one.
    private void Grid()
    {
        var body = context.Elements.Where(element => element.Role is Role.Body && !context.SectionOf(element.Paragraph).IsLandscape).ToList();
        if (body.Count == 0) return;
        var most = body.GroupBy(element => (Height: Math.Round(context.Metrics.Height(element.Paragraph), 1), Advance: Advance(element), element.Paragraph.Section))
            .MaxBy(group => group.Sum(element => element.Text.Length))!;
        var section = context.SectionOf(most.First().Paragraph);
        GridType(section, most.First());
        Lines(section, most.Key.Height, most.First());
        Characters(section, most.Key.Advance, most.First());
        foreach (var element in context.Elements.Where(element => element.Role is Role.Body or Role.Heading or Role.MainRecipient or Role.AttachmentNote or Role.SignatureUnit or Role.SignatureDate
            && element.Paragraph.Section == most.Key.Section && element.Paragraph.PictureHeight == 0))
        {
            var height = Math.Round(context.Metrics.Height(element.Paragraph), 1);
            // A larger type is named as such; its line follows from it.
            if (Math.Abs(height - most.Key.Height) > 1 && element.Paragraph.Size <= most.First().Paragraph.Size)
                findings.Add(profile.Grid.LinePitch, element.Where, $"行距 {Number(height / 20)} 磅", $"与全文一致，{Number(most.Key.Height / 20)} 磅");
            if (element.Paragraph.Size == most.First().Paragraph.Size && Math.Abs(Advance(element) - most.Key.Advance) > 1)
                findings.Add(profile.Grid.CharacterSpacing, element.Where, $"每字宽 {Number(Advance(element) / 20)} 磅", $"与全文一致，{Number(most.Key.Advance / 20)} 磅");
        }
    }

    private double Advance(Element element)
    {
        var run = element.Paragraph.Runs.Where(run => run.Text.Trim().Length > 0).MaxBy(run => run.Text.Length);
        return Math.Round(context.Metrics.Advance(run?.Format ?? element.Paragraph.Mark, context.SectionOf(element.Paragraph)), 1);
    }

    private void GridType(WordSection section, Element example)
    {
        var types = profile.Grid.Types;
        var isFree = section.GridType is null || example.Paragraph.Format.SnapToGrid == false;
        if (isFree && example.Paragraph.Format.LineRule == "exact") return; // a fixed pitch serves as well
        if (section.GridType is null || !types.Value.Contains(section.GridType, StringComparer.OrdinalIgnoreCase))
            findings.Add(types, context.Page(Math.Min(example.Paragraph.Section, context.Document.Sections.Count - 1)), section.GridType is null ? "没有文档网格，行距也不固定" : $"文档网格为 {section.GridType}", $"文档网格 {types.Value[0]}，或固定行距");
    }

    private void Lines(WordSection section, double height, Element example)
    {
        if (findings.Any(code => code is "grid.types")) return;
        var high = findings.Any(code => code is "page.top" or "page.bottom" or "page.width")
            ? Measure.Twips(profile.Page.Height.Value - profile.Page.Top.Value - profile.Page.Bottom.Value)
            : section.TypeHeight;
        var lines = (int)(high / height);
        if (lines != (int)profile.Grid.Lines.Value)
            findings.Add(profile.Grid.Lines, example.Where, $"每面 {lines} 行（行距 {Number(height / 20)} 磅）", $"每面 {Number(profile.Grid.Lines.Value)} 行");
    }

    private void Characters(WordSection section, double advance, Element example)
    {
        if (findings.Any(code => code is "text.size" or "body.size")) return;
        var wide = findings.Any(code => code is "page.left" or "page.right" or "page.width")
            ? Measure.Twips(profile.Page.Width.Value - profile.Page.Left.Value - profile.Page.Right.Value)
            : section.TypeWidth;
        var characters = (int)((wide + 2) / advance);
        if (characters == (int)profile.Grid.Characters.Value) return;
        var cell = (context.Document.Styles.NormalSize * 10) + (section.CharacterSpace * 20 / 4096.0);
        var claimed = section.GridType is "linesAndChars" or "snapToChars" && cell > 0 ? (int)((wide + 2) / cell) : characters;
        var claim = claimed == characters ? "" : $"，文档网格却称 {claimed} 字";
        findings.Add(profile.Grid.Characters, example.Where, $"每行 {characters} 字（每字宽 {Number(advance / 20)} 磅）{claim}", $"每行 {Number(profile.Grid.Characters.Value)} 字");
    }

    private static string Millimetres(double value) => Number(Math.Round(value, 1));
}
