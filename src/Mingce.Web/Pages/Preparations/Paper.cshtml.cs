using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Preparations;
using Mingce.Gongwen;
using Mingce.Gongwen.Checking;

namespace Mingce.Web.Pages.Preparations;

/// <summary>A paper: looked over as it will be printed, changed as text, taken away as .docx.</summary>
[AccessRule(Resource.Preparation, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class PaperModel(LedgerDb db, Session session, PaperCatalogue papers, KindCatalogue kinds, PaperTexts texts, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string FormId { get; set; } = "";

    /// <summary>The version of the stored text; 0 for one that comes from the template.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "正文"), Required(ErrorMessage = "正文不能为空。要恢复成模板的文稿，请用“按模板重新生成”。"), StringLength(PaperFilling.LongestTemplate, ErrorMessage = "正文不超过20000字。")]
    public string Text { get; set; } = "";

    public Preparation Preparation { get; private set; } = null!;
    public PaperForm Form { get; private set; } = null!;
    public PaperText Stored { get; private set; } = null!;
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    /// <summary>What is on the page: the text that was typed, where it could not be saved.</summary>
    public GongwenDocument Document => PaperDocument.Of(Text);

    public IReadOnlyList<string> Blanks => PaperFilling.BlanksIn(Text);
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        (Text, Version) = (Stored.Text, Stored.Stored?.Version ?? 0);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        Text = Text?.ReplaceLineEndings("\n").TrimEnd() ?? "";
        if (!ModelState.IsValid)
            return Show(StatusCodes.Status422UnprocessableEntity);
        if (Version != (Stored.Stored?.Version ?? 0))
            return Lost();
        if (Text == Stored.Text)
            return Redirect($"/preparations/{Id}/papers/{FormId}");
        var change = session.Change();
        if (Stored.Stored is { } paper)
        {
            (paper.Text, paper.PreparationVersion) = (Text, Preparation.Version);
        }
        else
        {
            db.Papers.Add(new Paper { UnitId = Preparation.UnitId, PreparationId = Id, Form = FormId, Text = Text, PreparationVersion = Preparation.Version });
        }
        db.Record(change, Preparation, $"修改{Form.FullName}");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || Faults.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            return await FindAsync(cancellation) ? Lost() : NotFound();
        }
        TempData["Notice"] = $"{Form.FullName}已保存。";
        return Redirect($"/preparations/{Id}/papers/{FormId}");
    }

    /// <summary>按模板重新生成: gives the changed text up.</summary>
    public async Task<IActionResult> OnPostRenewalAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Stored.Stored is { } paper)
        {
            db.Remove(paper);
            db.Record(session.Change(), Preparation, $"{Form.FullName}按模板重新生成");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = $"{Form.FullName}已按模板重新生成。";
        }
        return Redirect($"/preparations/{Id}/papers/{FormId}");
    }

    private PageResult Lost()
    {
        var typed = Text;
        Version = Stored.Stored?.Version ?? 0;
        var result = this.LostRace();
        (Text, Findings) = (typed, Check(typed));
        return result;
    }

    private PageResult Show(int status = StatusCodes.Status200OK)
    {
        Findings = Check(Text);
        return this.Unprocessable(status);
    }

    private static IReadOnlyList<Finding> Check(string text)
    {
        using var docx = new MemoryStream(PaperFile.Write(text));
        return GongwenCheck.Check(docx).Findings;
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await db.FindPaperAsync(papers, kinds, Id, FormId, cancellation) is not var (preparation, form))
            return false;
        (Preparation, Form) = (preparation, form);
        Stored = await texts.ReadAsync(preparation, form, Today, cancellation);
        return true;
    }
}
