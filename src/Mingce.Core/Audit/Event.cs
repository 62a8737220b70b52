using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Mingce.Core.Data;

namespace Mingce.Core.Audit;

/// <summary>变更记录: who did what to which row, when and why.</summary>
public sealed class Event : Entity
{
    public required DateTime At { get; init; }
    public required string By { get; init; }

    /// <summary>The entity's name in code, such as Activity.</summary>
    public required string Subject { get; init; }
    public required Guid SubjectId { get; init; }
    public required string What { get; init; }
    public string Why { get; init; } = "";

    /// <summary>What was changed from what to what, in words; empty where the event says it all.</summary>
    public string ChangesJson { get; init; } = "";

    public IReadOnlyList<FieldChange> Changes => ChangesJson.Length == 0 ? [] : JsonSerializer.Deserialize<IReadOnlyList<FieldChange>>(ChangesJson)!;
}

/// <summary>A field before and after a change, as it reads on screen; empty is 未填写.</summary>
public sealed record FieldChange(string Field, string From, string To)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What differs between two states of the same thing, in the order of the newer one.</summary>
    public static IReadOnlyList<FieldChange> Between(IReadOnlyList<(string Field, string Words)> before, IReadOnlyList<(string Field, string Words)> after) =>
        [.. after.Concat(before).Select(f => f.Field).Distinct()
            .Select(field => new FieldChange(field, Of(before, field), Of(after, field))).Where(c => c.From != c.To)];

    public static string ToJson(IReadOnlyList<FieldChange> changes) => changes.Count == 0 ? "" : JsonSerializer.Serialize(changes, Readable);

    private static string Of(IReadOnlyList<(string Field, string Words)> state, string field) =>
        state.FirstOrDefault(f => f.Field == field).Words ?? "";
}

/// <summary>Who makes a change, when and why: passed along, never ambient.</summary>
public sealed record Change(string By, DateTime At, string Why = "");
