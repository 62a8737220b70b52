using System.Text;
using System.Text.Json;

namespace Mingce.Gongwen.Profiles;

/// <summary>Reads a profile's file: groups of values, each a bare value or an object with value, clause and certainty.</summary>
internal sealed class ProfileFile
{
    private const int MaxBytes = 1 << 20;
    private readonly Dictionary<string, RawValue> values = new(StringComparer.Ordinal);
    private readonly byte[] bytes;

    private ProfileFile(byte[] bytes) => this.bytes = bytes;

    public string? Id { get; private set; }

    public string? Name { get; private set; }

    public IReadOnlyDictionary<string, RawValue> Values => values;

    /// <exception cref="ProfileException">No JSON of the expected form.</exception>
    public static ProfileFile Read(Stream input)
    {
        using var buffer = new MemoryStream();
        using (var bounded = new BoundedStream(input, MaxBytes, () => new ProfileException("格式文件超过 1 MB，请检查是否选错了文件。"), leaveOpen: true)) bounded.CopyTo(buffer);
        var all = buffer.ToArray();
        var file = new ProfileFile(all.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? all[Encoding.UTF8.Preamble.Length..] : all);
        try
        {
            file.Groups();
        }
        catch (JsonException exception)
        {
            throw ProfileValues.At((int)(exception.LineNumber ?? 0) + 1, "不是规范的 JSON，请检查引号、逗号和括号", exception);
        }
        return file;
    }

    private void Groups()
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw ProfileValues.At(Line(reader), "最外层应为 { }");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, Line(reader));
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) Group(name, ref reader);
            else if (name is "id" or "name" && reader.TokenType == JsonTokenType.String) Head(name, reader.GetString()!);
            else throw ProfileValues.At(line, $"“{name}”应为一组格式项目，或没有这一项");
        }
        reader.Read(); // what stands behind the object is an error of the reader
    }

    private void Head(string name, string text)
    {
        if (name is "id") Id = text;
        else Name = text;
    }

    private void Group(string group, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = ($"{group}.{reader.GetString()}", Line(reader));
            reader.Read();
            if (!values.TryAdd(key, Value(JsonElement.ParseValue(ref reader), key, line))) throw ProfileValues.At(line, $"“{key}”出现了两次");
        }
    }

    private static RawValue Value(JsonElement element, string key, int line)
    {
        if (element.ValueKind != JsonValueKind.Object) return new RawValue(element, null, null, line);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is not ("value" or "clause" or "certainty")) throw ProfileValues.At(line, $"“{key}”只能含 value、clause、certainty，没有“{property.Name}”这一项");
        }
        if (!element.TryGetProperty("value", out var value)) throw ProfileValues.At(line, $"“{key}”缺少 value");
        return new RawValue(value, Text(element, "clause"), Grade(Text(element, "certainty"), key, line), line);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Certainty? Grade(string? letter, string key, int line) => letter switch
    {
        null => null,
        "V" => Certainty.Verified,
        "K" => Certainty.Known,
        "D" => Certainty.Derived,
        "C" => Certainty.Choice,
        "H" => Certainty.House,
        _ => throw ProfileValues.At(line, $"“{key}”的 certainty 应为 V、K、D、C、H 之一"),
    };

    private int Line(Utf8JsonReader reader) => bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
}
