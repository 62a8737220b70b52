using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>Collects what a paragraph prints: runs, breaks, drawings, the page number. Deleted and hidden text and the codes of fields are passed over.</summary>
internal sealed class ParagraphBuilder(WordStyles styles, WordTheme theme, string? style, string? table, RunFormat list)
{
    private const int EmuInTwip = 635;
    private readonly List<WordRun> runs = [];
    private readonly StringBuilder text = new();
    private readonly List<WordShape> shapes = [];
    private readonly Stack<Field> fields = new();

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool ShowsResult { get; set; }

        public int Start { get; set; }
    }

    public IReadOnlyList<WordRun> Runs => runs;

    public string Text => text.ToString();

    public IReadOnlyList<WordShape> Shapes => shapes;

    public List<(XElement Content, string? Place)> Boxes { get; } = [];

    public bool StartsPage { get; private set; }

    public bool EndsPage { get; private set; }

    public int PictureHeight { get; private set; }

    public bool HasDrawing { get; private set; }

    public (int Start, int Length)? PageField { get; private set; }

    public void Label(string label, RunFormat mark, bool beforeDigit)
    {
        if (label.Length > 0) Append(label + (beforeDigit ? " " : ""), list.Over(mark));
    }

    public void Visit(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "r":
                Run(element);
                break;
            case "del" or "moveFrom" or "pPr" or "sdtPr" or "oMath" or "oMathPara":
                break;
            case "fldSimple":
                var start = text.Length;
                VisitAll(element);
                if (IsPage(element.Get("instr"))) PageField = (start, text.Length - start);
                break;
            case "AlternateContent":
                Visit(Choice(element));
                break;
            default:
                VisitAll(element);
                break;
        }
    }

    private void VisitAll(XElement element)
    {
        foreach (var child in element.Elements()) Visit(child);
    }

    private static XElement Choice(XElement alternatives) => alternatives.Child("Choice") ?? alternatives.Child("Fallback") ?? new XElement("none");

    private void Run(XElement run)
    {
        var rPr = run.Child("rPr");
        var format = styles.Run(style, rPr.Child("rStyle").Val(), RunFormat.Read(rPr, theme), table, RunFormat.Empty);
        foreach (var child in run.Elements()) RunContent(child, format);
    }

    private void RunContent(XElement element, RunFormat format)
    {
        switch (element.Name.LocalName)
        {
            case "fldChar":
                FieldMark(element.Get("fldCharType"));
                break;
            case "instrText" when fields.TryPeek(out var field):
                field.Code.Append(element.Value);
                break;
            case "t":
                Append(element.Value.Replace('\n', ' '), format);
                break;
            case "tab" or "ptab":
                Append("\t", format);
                break;
            case "cr":
                Append("\n", format);
                break;
            case "noBreakHyphen":
                Append("-", format);
                break;
            case "pgNum":
                PageField = (text.Length, 0);
                break;
            case "br" when element.Get("type") is null or "textWrapping":
                Append("\n", format);
                break;
            case "br" when element.Get("type") == "page":
                if (text.Length == 0 && !HasDrawing) StartsPage = true;
                else EndsPage = true;
                break;
            case "drawing" or "pict" or "object":
                Drawing(element);
                break;
            case "AlternateContent":
                foreach (var child in Choice(element).Elements()) RunContent(child, format);
                break;
        }
    }

    private void FieldMark(string? type)
    {
        if (type == "begin") fields.Push(new Field());
        else if (fields.TryPeek(out var field) && type == "separate") (field.ShowsResult, field.Start) = (true, text.Length);
        else if (type == "end" && fields.TryPop(out var ended) && IsPage(ended.Code.ToString()))
            PageField = ended.ShowsResult ? (ended.Start, text.Length - ended.Start) : (text.Length, 0);
    }

    private static bool IsPage(string? code) => code?.TrimStart().Split(' ', 2)[0].Trim().Equals("PAGE", StringComparison.OrdinalIgnoreCase) == true;

    private void Append(string letters, RunFormat format)
    {
        if (letters.Length == 0 || format.Hidden == true || fields.Any(field => !field.ShowsResult)) return;
        text.Append(letters);
        EndsPage = false;
        runs.Add(new WordRun(letters, format));
    }

    private void Drawing(XElement drawing)
    {
        var place = drawing.Below("positionH").FirstOrDefault().Child("align")?.Value ?? StylePart(drawing, "mso-position-horizontal");
        foreach (var box in drawing.Below("txbxContent")) Boxes.Add((box, place));
        if (Boxes.Count > 0 && drawing.Below("txbxContent").Any()) return;
        HasDrawing = true;
        EndsPage = false;
        var extent = drawing.Below("extent").FirstOrDefault();
        var isFloating = drawing.Child("anchor") is not null || StylePart(drawing, "position") == "absolute";
        if (!isFloating) PictureHeight = Math.Max(PictureHeight, (int)Math.Min(Emu(extent.Get("cy")) / EmuInTwip, 100_000));
        var geometry = drawing.Below("prstGeom").FirstOrDefault().Get("prst");
        var vml = drawing.Below("line").FirstOrDefault();
        var isLine = vml is not null || geometry is "line" or "straightConnector1";
        var color = vml.Get("strokecolor") ?? drawing.Below("ln").FirstOrDefault()?.Below("srgbClr").FirstOrDefault().Val();
        shapes.Add(new WordShape(isLine, color?.TrimStart('#').ToUpperInvariant(), (int)Math.Min(Emu(extent.Get("cx")) / EmuInTwip, 100_000)));
    }

    private static long Emu(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var emu) ? emu : 0;

    private static string? StylePart(XElement drawing, string name) => drawing.Elements().Select(shape => shape.Get("style")).FirstOrDefault(found => found is not null)?
        .Split(';').Select(part => part.Split(':', 2)).FirstOrDefault(part => part.Length == 2 && part[0].Trim() == name)?[1].Trim();
}
