using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.Preparations;
using Mingce.Gongwen;

namespace Mingce.Web.Pages.Templates;

/// <summary>A template: changed as text, looked at with an invented activity, taken back to the delivered one.</summary>
[AccessRule(Resource.Template, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, PaperCatalogue papers, PaperTexts texts, TimeProvider time) : PageModel
{
    [FromRoute]
    public string FormId { get; set; } = "";

    /// <summary>The version of the unit's own template; 0 for the delivered one.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "模板"), Required(ErrorMessage = "模板不能为空。"), StringLength(PaperFilling.LongestTemplate, ErrorMessage = "模板不超过20000字。")]
    public string Text { get; set; } = "";

    public PaperForm Form { get; private set; } = null!;
    public PaperTemplate? Own { get; private set; }
    public IReadOnlyList<Event> Events { get; private set; } = [];
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    /// <summary>The filled paper; null where the template has faults.</summary>
    public GongwenDocument? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        (Text, Version) = (Own?.Text ?? Form.Delivered, Own?.Version ?? 0);
        return await ShowAsync(cancellation);
    }

    /// <summary>预览: nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        return await ShowAsync(cancellation, IsTextValid() ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!IsTextValid())
            return await ShowAsync(cancellation, StatusCodes.Status422UnprocessableEntity);
        if (Version != (Own?.Version ?? 0))
            return await LostAsync(cancellation);
        var change = session.Change();
        if (Own is { } own)
        {
            own.Text = Text;
            db.Record(change, own, $"修改{Form.FullName}模板");
        }
        else
        {
            db.Add(change, new PaperTemplate { UnitId = session.Me.UnitId, Form = FormId, Text = Text }, $"修改{Form.FullName}模板");
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || Faults.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            await FindAsync(cancellation);
            return await LostAsync(cancellation);
        }
        TempData["Notice"] = $"{Form.FullName}模板已保存，新生成的文稿按此模板。";
        return Redirect($"/templates/{FormId}");
    }

    /// <summary>恢复原样: the delivered template.</summary>
    public async Task<IActionResult> OnPostRestorationAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Own is { } own)
        {
            db.Remove(own);
            db.Record(session.Change(), own, $"{Form.FullName}模板恢复为随程序提供的模板");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = $"{Form.FullName}模板已恢复原样。";
        }
        return Redirect($"/templates/{FormId}");
    }

    private bool IsTextValid()
    {
        Text = Text?.ReplaceLineEndings("\n").TrimEnd() ?? "";
        if (Text.Length <= PaperFilling.LongestTemplate)
        {
            foreach (var fault in PaperFilling.Faults(Text))
                ModelState.AddModelError(nameof(Text), $"第 {fault.Line} 行：{fault.Message}");
        }
        return ModelState.IsValid;
    }

    private async Task<IActionResult> LostAsync(CancellationToken cancellation)
    {
        Version = Own?.Version ?? 0;
        this.LostRace();
        return await ShowAsync(cancellation, StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation, int status = StatusCodes.Status200OK)
    {
        if (Text.Length is > 0 and <= PaperFilling.LongestTemplate && PaperFilling.Faults(Text).Count == 0)
            Preview = PaperDocument.Of((await texts.ComposeAsync(Example(), Text, Today, cancellation)).Text);
        return this.Unprocessable(status);
    }

    // Nothing of it is stored; the names on the 签到表 stay out.
    private Preparation Example() => new()
    {
        UnitId = session.Me.UnitId,
        Title = "示例活动",
        KindId = Form.Kinds is [var kind, ..] ? kind : "volunteer",
        HeldOn = Today.AddDays(7),
        Time = "下午3:00",
        Place = "二楼会议室",
        Participants = "全体干部职工",
        Host = "（主持人）",
        Contact = "（联系人和电话）",
        Responsible = "办公室",
        Steps = Form.Steps.Count > 0 ? string.Join('\n', Form.Steps) : "第一项内容\n第二项内容\n第三项内容",
        SignIn = SignInList.Blank,
        EnteredAt = default,
    };

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (papers.Find(FormId) is not { } form)
            return false;
        Form = form;
        Own = await db.PaperTemplates.FirstOrDefaultAsync(t => t.Form == FormId, cancellation);
        var wording = $"{form.FullName}模板";
        Events = await db.Events.AsNoTracking().Where(e => e.Subject == nameof(PaperTemplate) && e.What.Contains(wording)).OrderByDescending(e => e.At).Take(20).ToListAsync(cancellation);
        return true;
    }
}
