using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using static Mingce.Gongwen.Checking.TextChecks;

namespace Mingce.Gongwen.Checking;

/// <summary>Empty lines between the elements, where 署名 and 成文日期 stand, and what hangs over the end.</summary>
internal sealed class SpacingChecks(CheckContext context)
{
    private const double LineTolerance = 0.4;
    private const double CharacterTolerance = 0.8;
    private readonly Profile profile = context.Profile;
    private readonly FindingList findings = context.Findings;

    public void Check()
    {
        for (var i = 1; i < context.Elements.Count; i++) Between(context.Elements[i - 1], context.Elements[i]);
        Signature();
        End();
    }

    private void Between(Element above, Element element)
    {
        var wanted = element.Role switch
        {
            Role.MainRecipient when above.Role is Role.Title or Role.Subtitle => profile.MainRecipient.LinesBefore,
            Role.AttachmentNote when above.Role != Role.AttachmentNote => profile.AttachmentNote.LinesBefore,
            Role.AttachmentTitle when above.Role == Role.AttachmentMark => profile.AttachmentTitle.LinesBefore,
            Role.DocumentNumber when above.Role == Role.AgencyMark => profile.DocumentNumber.LinesBefore,
            Role.Title when above.Role is Role.DocumentNumber => profile.Title.LinesBefore,
            _ => null,
        };
        if (wanted is not null && element.LinesBefore is { } lines && Math.Abs(lines - wanted.Value) > LineTolerance)
            findings.Add(wanted, element.Where, lines < 0.1 ? "上面没有空行" : $"上面空 {Number(Math.Round(lines, 1))} 行", $"上面空 {Number(wanted.Value)} 行");
        if (!IsText(above) || !IsText(element) || element.LinesBefore is null) return;
        if (element.EmptyBefore > 0)
            findings.Add("7.3.3", "body.emptyParagraph", element.Where, $"上面有 {element.EmptyBefore} 个空段", "段落之间不空行", Certainty.Known);
        else if (element.LinesBefore > LineTolerance / 2)
            findings.Add("5.2.3", "body.spacing", element.Where, $"段前或上一段段后间距 {Number(Math.Round(element.LinesBefore.Value, 1))} 行", "段前、段后间距为 0", Certainty.Derived);
    }

    private static bool IsText(Element element) => element.Role is Role.Body or Role.Heading or Role.MainRecipient && !element.IsAfterObject;

    // Without seal: unit two characters from the right, the date begins two characters behind it. With a seal: the date four from the
    // right, the unit centred above it. Each of the two is right.
    private void Signature()
    {
        var date = context.Elements.FirstOrDefault(element => element.Role == Role.SignatureDate);
        var unit = context.Elements.FirstOrDefault(element => element.Role == Role.SignatureUnit);
        if (date is null || unit is null || findings.Any(code => code is "signature.date")) return; // a date of another length stands elsewhere
        var (form, line) = (profile.Signature, profile.Grid.Characters.Value);
        var (unitStart, unitEnd) = Place(unit);
        var (dateStart, dateEnd) = Place(date);
        var isPlain = Near(unitEnd, line - form.RightIndent.Value) && Near(dateStart, unitStart + form.DateShift.Value)
            || Near(dateEnd, line - form.RightIndent.Value) && Near(dateStart, unitStart + form.DateShift.Value)
            || unitStart < CharacterTolerance && Near(dateStart, unitStart + form.DateShift.Value) && unitEnd > line - form.RightIndent.Value;
        var isCentred = Near((unitStart + unitEnd) / 2, (dateStart + dateEnd) / 2);
        var isSealed = isCentred && (Near(dateEnd, line - form.SealDateRightIndent.Value) || (unitEnd > line - CharacterTolerance && dateEnd < line - form.SealDateRightIndent.Value));
        if (!isPlain && !isSealed)
            findings.Add(form.RightIndent, unit.Where,
                $"署名右空 {Number(Math.Round(line - unitEnd, 1))} 字，日期右空 {Number(Math.Round(line - dateEnd, 1))} 字、首字比署名首字右移 {Number(Math.Round(dateStart - unitStart, 1))} 字",
                $"不加盖印章的，署名右空 {Number(form.RightIndent.Value)} 字、日期首字右移 {Number(form.DateShift.Value)} 字；加盖印章的，日期右空 {Number(form.SealDateRightIndent.Value)} 字、署名居中于日期之上");
        if (unit.LinesBefore is not { } lines) return;
        var wanted = form.Text.LinesBefore;
        const int MostWithSeal = 3;
        var isRight = isSealed ? lines >= wanted.Value - LineTolerance && lines <= MostWithSeal + LineTolerance : Math.Abs(lines - wanted.Value) <= LineTolerance;
        if (!isRight) findings.Add(wanted, unit.Where, lines < 0.1 ? "上面没有空行" : $"上面空 {Number(Math.Round(lines, 1))} 行", $"上面空 {Number(wanted.Value)} 行");
    }

    /// <summary>Where the first and the last character stand, in characters of the body from the left edge of the type area.</summary>
    private (double Start, double End) Place(Element element)
    {
        var paragraph = element.Paragraph;
        var section = context.SectionOf(paragraph);
        var first = paragraph.Runs.FirstOrDefault(run => run.Text.Trim().Length > 0)?.Format ?? paragraph.Mark;
        // A grid that is wrong as a whole is named as such; it does not also put the signature in the wrong place.
        var character = findings.Any(code => code is "grid.characters") ? section.TypeWidth / profile.Grid.Characters.Value : context.Metrics.Advance(first, section);
        var line = section.TypeWidth / character;
        var width = PlainText.HalfWidths(element.Trimmed) / 2.0;
        var typed = Indent.Spaces(paragraph.Text);
        var behind = Indent.Spaces(string.Concat(paragraph.Text.Reverse()));
        var (left, right) = (Indent.Left(paragraph) * paragraph.Size * 10 / character, Indent.Right(paragraph) * paragraph.Size * 10 / character);
        var indent = Indent.FirstLine(paragraph) * paragraph.Size * 10 / character;
        var start = paragraph.Format.Alignment switch
        {
            "right" or "end" => line - right - behind - width,
            "center" => left + indent + ((line - left - indent - right - width - typed - behind) / 2) + typed,
            _ => left + indent + typed,
        };
        return (start, start + width);
    }

    private static bool Near(double found, double wanted) => Math.Abs(found - wanted) <= CharacterTolerance;

    // Each of these can give a last page with nothing on it.
    private void End()
    {
        var (empty, items) = (0, context.Document.Items);
        var index = items.Count - 1;
        var breaks = "";
        for (; index >= 0 && items[index] is WordParagraph { IsEmpty: true } paragraph; index--)
        {
            if (paragraph.StartsPage || paragraph.EndsPage) breaks = "分页符";
            else if (paragraph.EndsSection) breaks = "分节符";
            if (context.Metrics.Height(paragraph) > context.Metrics.Pitch(paragraph) / 4) empty++;
        }
        if (index < 0) return;
        if (items[index] is WordParagraph { EndsPage: true }) breaks = "分页符";
        if (items[index] is WordParagraph { EndsSection: true }) breaks = "分节符";
        if (breaks.Length > 0)
            findings.Add(null, "document.blankPage", "文末", $"正文后有{breaks}，会多出一张空白页", $"删去文末的{breaks}", Certainty.Known);
        else if (empty > (items[index] is WordTable ? 1 : 0))
            findings.Add(null, "document.trailingParagraphs", "文末", $"正文后有 {empty} 个空段，可能多出一张空白页", "删去文末空段", Certainty.Known);
    }
}
