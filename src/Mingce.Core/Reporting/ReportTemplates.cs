using HandlebarsDotNet;
using Mingce.Core.Activities;

namespace Mingce.Core.Reporting;

/// <summary>The plan and the sentences of the work report, compiled once.</summary>
internal sealed class ReportTemplates
{
    private static readonly Lazy<ReportTemplates> Loaded = new(() =>
        new ReportTemplates(Path.Combine(AppContext.BaseDirectory, "catalogue", "templates"), KindCatalogue.LoadDefault()));

    private readonly HandlebarsTemplate<object, object> title;
    private readonly HandlebarsTemplate<object, object> opening;
    private readonly HandlebarsTemplate<object, object> own;
    private readonly HandlebarsTemplate<object, object> others;

    private ReportTemplates(string folder, KindCatalogue kinds)
    {
        Plan = ReportPlan.LoadDefault(kinds);
        // The text goes into a document, not into HTML.
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        title = handlebars.Compile(Plan.Title);
        opening = handlebars.Compile(Plan.Opening);
        own = handlebars.Compile(File.ReadAllText(Path.Combine(folder, "own.hbs")));
        others = handlebars.Compile(File.ReadAllText(Path.Combine(folder, "others.hbs")));
    }

    /// <summary>The templates that came with the program.</summary>
    /// <exception cref="UserFaultException">The plan is wrong; the message names line and reason.</exception>
    public static ReportTemplates Default => Loaded.Value;

    public ReportPlan Plan { get; }

    public string Title(string unit, int year) => title(new { Unit = unit, Year = year });

    public string Opening(int year) => opening(new { Year = year });

    public string Own(OwnDeeds deeds) => OneLine(own(deeds));

    public string Others(IReadOnlyList<Deed> deeds) => OneLine(others(new { Deeds = deeds }));

    // Line ends and indents lay out a template; texts of users come in on one line.
    private static string OneLine(string text) => string.Concat(text.Split('\n').Select(line => line.Trim()));
}

/// <summary>What the templates see: everything the unit did of one kind. Figures are written and marked; empty texts are left out.</summary>
/// <param name="Period">全年 or 今年以来.</param>
/// <param name="Name">The thing done: 召开工作会议.</param>
/// <param name="Counts">Totals without dates: 5次; several are listed.</param>
/// <param name="Amounts">Amounts without dates and people.</param>
/// <param name="IsLed">Whether the amounts need the thing done before them.</param>
public sealed record OwnDeeds(
    string Period,
    string Name,
    string Noun,
    IReadOnlyList<Arrangement> Routines,
    DatedTotal? Total,
    string Counts,
    bool SeveralCounts,
    IReadOnlyList<Deed> Deeds,
    string Amounts,
    bool IsLed);

/// <summary>A routine: 每周四下午 …</summary>
/// <param name="IsTold">Told by a report of the office (坚持), not only planned (安排).</param>
public sealed record Arrangement(bool IsTold, string When, string Hours, string Place, string Name, string Times);

/// <summary>Many dated records as one total.</summary>
/// <param name="Known">How many of them have a headcount, where not all have.</param>
/// <param name="Notable">A few of them by date and title.</param>
public sealed record DatedTotal(string Times, string Known, string People, string Amounts, string Notable, bool HasMore);

/// <summary>One record told by itself.</summary>
/// <param name="Who">Who did it, where it was not the unit.</param>
/// <param name="Name">The thing done, with its title where it has one: 举办业务培训（消防疏散演练）.</param>
/// <param name="IsNamed">Whether it has to be told by name: it has a title or a number of times.</param>
/// <param name="IsSame">Whether it is of the same kind as the one just told.</param>
public sealed record Deed(string Who, string Date, string Place, string Name, string Noun, string Times, string People, string Amounts, bool IsNamed, bool IsSame);
