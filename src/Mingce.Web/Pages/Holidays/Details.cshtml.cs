using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Holidays;

/// <summary>节假日 of a year: the office's own arrangement takes the place of the delivered one.</summary>
[AccessRule(Resource.Holiday, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, OfficeDays delivered) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "依据"), Required(ErrorMessage = "请填写依据，如通知名称和文号。"), StringLength(300, ErrorMessage = "依据不超过300字。")]
    public string Source { get; set; } = "";

    [BindProperty]
    [Display(Name = "放假"), Required(ErrorMessage = "请填写放假安排。"), StringLength(2000, ErrorMessage = "放假不超过2000字。")]
    public string Off { get; set; } = "";

    [BindProperty]
    [Display(Name = "调休上班"), StringLength(1000, ErrorMessage = "调休上班不超过1000字。")]
    public string? Working { get; set; }

    public HolidayYear? Own { get; private set; }
    public bool HasDelivered => delivered.NoticeOf(Year) is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if ((Own?.Notice ?? delivered.NoticeOf(Year)) is { } notice)
        {
            (Version, Source) = (Own?.Version ?? 0, notice.Source);
            Off = string.Join('\n', notice.Off.Select(off => HolidayText.Write(off, Year)));
            Working = string.Join('、', notice.Working.Select(day => HolidayText.Write(day, Year)));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        var notice = new HolidayNotice(Year, Source?.Trim() ?? "", Read(nameof(Off), () => HolidayText.ReadOff(Off ?? "", Year)), Read(nameof(Working), () => HolidayText.ReadWorking(Working ?? "", Year)));
        if (notice.Working.FirstOrDefault(day => notice.Off.Any(off => off.From <= day && day <= off.To)) is { Year: > 1 } both)
            ModelState.AddModelError(nameof(Working), $"{Words.Of(both)}既放假又上班，请核对。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if ((Own?.Version ?? 0) != Version)
        {
            Version = Own?.Version ?? 0;
            return this.LostRace();
        }
        var change = session.Change();
        if (Own is null)
            db.Add(change, new HolidayYear { UnitId = session.Me.UnitId, Year = Year, Source = notice.Source }.With(notice), $"改定{Year}年节假日");
        else
            db.Record(change, Own.With(notice), $"改定{Year}年节假日");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"{Year}年节假日已保存，应办的日子随之更新。";
        return Redirect("/holidays");
    }

    /// <summary>Back to what came with the program.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Own is not null)
        {
            db.Remove(Own);
            db.Record(session.Change(), Own, $"撤销改定，{Year}年节假日恢复原状");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = HasDelivered ? $"{Year}年节假日已恢复程序自带的安排。" : $"{Year}年节假日已删除，只按周末计算。";
        }
        return Redirect("/holidays");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Own = await db.HolidayYears.SingleOrDefaultAsync(h => h.Year == Year, cancellation);
        return Year is >= 2000 and <= 2098;
    }

    private T[] Read<T>(string field, Func<IEnumerable<T>> read)
    {
        try
        {
            return [.. read()];
        }
        catch (UserFaultException e)
        {
            ModelState.AddModelError(field, e.Message);
            return [];
        }
    }
}
