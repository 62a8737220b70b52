using System.Globalization;
using Mingce.Rules;

namespace Mingce.Core.Activities;

/// <summary>What the value of a field is.</summary>
public enum FieldType
{
    /// <summary>文字.</summary>
    Text,
    /// <summary>数字, with its unit.</summary>
    Number,
    /// <summary>日期.</summary>
    Date,
    /// <summary>单选.</summary>
    Choice,
    /// <summary>是否.</summary>
    YesNo,
}

/// <summary>A field that records of a kind have besides what every record has; never required.</summary>
/// <param name="Id">Unique within its kind.</param>
public sealed record KindField(string Id, string Name, FieldType Type)
{
    public const int LongestText = 2000;
    public const int LongestChoice = 50;

    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Of a number; may be empty.</summary>
    public string Unit { get; init; } = "";
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Of a text: how many lines the form shows.</summary>
    public int Lines { get; init; } = 1;
    public string Hint { get; init; } = "";

    /// <summary>Of a text: each line is something to be done, from which a task can be made (议定事项).</summary>
    public bool MakesTasks { get; init; }

    /// <summary>停用: records keep their value, forms ask for it no more.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The values of a 单选 or 是否 and their words.</summary>
    public IEnumerable<(string Value, string Words)> Options =>
        Type == FieldType.YesNo ? [(Yes, "是"), (No, "否")] : Choices.Select(choice => (choice, choice));

    /// <summary>A value as it is kept; the fault says what to do about one that cannot be taken.</summary>
    public (string Value, string? Fault) Read(string? typed)
    {
        var text = typed?.Trim().ReplaceLineEndings("\n") ?? "";
        return text.Length == 0 ? ("", null) : Type switch
        {
            FieldType.Text => text.Length <= LongestText ? (text, null) : ("", $"{Name}不超过{LongestText}字。"),
            FieldType.Number => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m
                ? (number.ToString("0.####", CultureInfo.InvariantCulture), null)
                : ("", $"{Name}应为数字。"),
            FieldType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? (text, null) : ("", $"{Name}应为日期。"),
            FieldType.Choice or FieldType.YesNo => Options.Any(option => option.Value == text) ? (text, null) : ("", $"请从列表中选择{Name}。"),
            _ => throw new InvalidOperationException($"Not a type of a field: {Type}"),
        };
    }

    /// <summary>A kept value in words: 12.5 公里, 2026年3月4日, 是.</summary>
    public string Show(string value) => Type switch
    {
        FieldType.Number => Unit.Length > 0 ? $"{value} {Unit}" : value,
        FieldType.Date => Day(value) is { } day ? PeriodText.Write(day) : value,
        FieldType.YesNo => value == Yes ? "是" : "否",
        FieldType.Text or FieldType.Choice => value,
        _ => throw new InvalidOperationException($"Not a type of a field: {Type}"),
    };

    /// <summary>A kept value as a cell of a sheet has it: a number, a day or a text.</summary>
    public object? Cell(string value) => Type switch
    {
        FieldType.Number => decimal.Parse(value, CultureInfo.InvariantCulture),
        FieldType.Date => Day(value),
        _ => Show(value),
    };

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
