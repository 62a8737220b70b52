using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Preparations;

/// <summary>The text of a paper as it stands.</summary>
/// <param name="Stored">The row of a text that a person changed; null where it comes from the template.</param>
/// <param name="IsOutdated">Whether the plan was changed after a person wrote the text.</param>
/// <param name="MissingSlots">Slots of the template for which the library has no phrase in force; none for a text that a person wrote.</param>
public sealed record PaperText(string Text, Paper? Stored, bool IsOutdated, IReadOnlyList<string> MissingSlots);

/// <summary>Makes the papers of a preparation. A paper that nobody changed follows the plan, the template and the phrases.</summary>
public sealed class PaperTexts(LedgerDb db, KindCatalogue kinds)
{
    /// <param name="today">成文日期.</param>
    public async Task<PaperText> ReadAsync(Preparation preparation, PaperForm form, DateOnly today, CancellationToken cancellation = default)
    {
        var stored = await db.Papers.FirstOrDefaultAsync(p => p.PreparationId == preparation.Id && p.Form == form.Id, cancellation);
        return stored is null
            ? await ComposeAsync(preparation, form, today, cancellation)
            : new PaperText(stored.Text, stored, stored.PreparationVersion < preparation.Version, []);
    }

    /// <summary>The paper by the template.</summary>
    public async Task<PaperText> ComposeAsync(Preparation preparation, PaperForm form, DateOnly today, CancellationToken cancellation = default)
    {
        var own = await db.PaperTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Form == form.Id, cancellation);
        return await ComposeAsync(preparation, own?.Text ?? form.Delivered, today, cancellation);
    }

    /// <summary>The paper by a template that may not be saved yet.</summary>
    /// <param name="template">A template without faults.</param>
    public async Task<PaperText> ComposeAsync(Preparation preparation, string template, DateOnly today, CancellationToken cancellation = default)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var phrases = await db.Phrases.AsNoTracking().ToListAsync(cancellation);
        var facts = PaperFacts.Of(preparation, unit, kinds, await ReadPeopleAsync(preparation, cancellation), phrases, today);
        return new PaperText(PaperFilling.Fill(template, facts), null, false, [.. PaperFilling.SlotsIn(template).Where(slot => facts.Phrase(slot) is null)]);
    }

    private async Task<List<(string Name, string Post)>> ReadPeopleAsync(Preparation preparation, CancellationToken cancellation)
    {
        var people = db.People.AsNoTracking().InService(preparation.HeldOn);
        switch (preparation.SignIn)
        {
            case SignInList.Blank:
                return [];
            case SignInList.Everybody:
                people = people.Where(p => p.Staffing != StaffingKind.Retired);
                break;
            case SignInList.Responsible:
                List<string> named = [.. preparation.Responsible.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
                people = people.Where(p => db.Departments.Any(d => d.Id == p.DepartmentId && named.Contains(d.Name)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(preparation), preparation.SignIn, "Not a list");
        }
        var rows = await people
            .Select(p => new { p.Name, p.Position, p.SortOrder, p.Id, Department = db.Departments.FirstOrDefault(d => d.Id == p.DepartmentId) })
            .OrderBy(p => p.Department == null ? -1 : p.Department.SortOrder).ThenBy(p => p.SortOrder).ThenBy(p => p.Id)
            .ToListAsync(cancellation);
        return [.. rows.Select(p => (p.Name, $"{p.Department?.Name}{p.Position}"))];
    }
}
