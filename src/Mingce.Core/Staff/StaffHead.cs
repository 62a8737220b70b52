using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;

namespace Mingce.Core.Staff;

/// <summary>The head of a staff list.</summary>
/// <param name="Staffing">What the title or the name of the sheet says of everybody.</param>
internal sealed record StaffHead(SheetHead<StaffField> Columns, StaffingKind? Staffing)
{
    /// <summary>The head of the sheet; null where none names a person.</summary>
    public static StaffHead? Find(Sheet sheet) => StaffHeadings.Words.FindIn(sheet) is not { } columns
        ? null
        : new(columns, StaffValues.StaffingIn(sheet.Name) ?? columns.Titles.Select(StaffValues.StaffingIn).FirstOrDefault(s => s is not null));

    /// <summary>The heading of a second column of names; null in a list of one person a row.</summary>
    public string? SecondName => Columns.ColumnsOf(StaffField.Name).Skip(1).Select(c => Columns.AllHeadings[c]).FirstOrDefault();

    /// <summary>How many columns are taken.</summary>
    public int Count => Enum.GetValues<StaffField>().Count(f => f is not (StaffField.Private or StaffField.Other) && Columns.Has(f));

    public string Text(SheetRow row, StaffField field) => Columns.Text(row, field);
}
