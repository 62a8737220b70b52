using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mingce.Gongwen.Profiles;

/// <summary>One value as it stands in a profile's file.</summary>
/// <param name="Value">A string, number, flag, null or list of strings.</param>
/// <param name="Line">From 1.</param>
internal sealed record RawValue(JsonElement Value, string? Clause, Certainty? Certainty, int Line);

/// <summary>The values of a profile on the way to its typed properties: each is asked for once, and what nobody asked for is unknown.</summary>
internal sealed partial class ProfileValues(IReadOnlyDictionary<string, RawValue> values, IReadOnlyDictionary<string, RawValue> basis)
{
    private const string All = "text";
    private static readonly string[] Families = ["小标宋", "仿宋", "楷体", "黑体", "宋体"];
    private readonly HashSet<string> known = [.. Families.Select(family => $"families.{family}")];

    public Setting<double> Number(string group, string name, double least, double most) => Read(group, name, $"应为 {least}–{most} 的数字",
        value => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most ? (true, number) : default);

    public Setting<string> Text(string group, string name) => Read(group, name, "应为文字",
        value => value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= 40 ? (true, value.GetString()!) : default);

    public Setting<string> Color(string group, string name) => Read(group, name, "应为六位十六进制颜色，如 FF0000",
        value => value.ValueKind == JsonValueKind.String && HexColor().IsMatch(value.GetString()!) ? (true, value.GetString()!.ToUpperInvariant()) : default);

    public Setting<bool?> Flag(string group, string name) => Read<bool?>(group, name, "应为 true、false 或 null（不作要求）",
        value => value.ValueKind switch
        {
            JsonValueKind.True => (true, true),
            JsonValueKind.False => (true, false),
            JsonValueKind.Null => (true, null),
            _ => default,
        });

    public Setting<T> Choice<T>(string group, string name)
        where T : struct, Enum => Read(group, name, "应为 " + string.Join("、", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)) + " 之一",
        value => value.ValueKind == JsonValueKind.String && Enum.TryParse<T>(value.GetString(), ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? (true, choice) : default);

    public Setting<IReadOnlyList<string>> Texts(string group, string name) => Read<IReadOnlyList<string>>(group, name, "应为至少一项的文字列表，如 [\"仿宋\"]",
        value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(IsName)
            ? (true, [.. value.EnumerateArray().Select(item => item.GetString()!)])
            : default);

    /// <summary>Names of fonts; the name of a family stands for its members.</summary>
    public Setting<IReadOnlyList<string>> Fonts(string group, string name)
    {
        var setting = Texts(group, name);
        return setting with { Value = [.. setting.Value.SelectMany(font => Families.Contains(font) ? Texts("families", font).Value : [font])] };
    }

    /// <exception cref="ProfileException">A value that no property asked for.</exception>
    public void RefuseUnknown()
    {
        foreach (var (key, value) in values.OrderBy(pair => pair.Value.Line))
        {
            if (!known.Contains(key)) throw At(value.Line, $"没有“{key}”这一项，请对照 gb-t-9704-2012 的项目名改正");
        }
    }

    public static ProfileException At(int line, string reason, Exception? inner = null) => new($"格式文件第 {line.ToString(CultureInfo.InvariantCulture)} 行：{reason}。", inner);

    private static bool IsName(JsonElement item) => item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 and <= 60 };

    private Setting<T> Read<T>(string group, string name, string wanted, Func<JsonElement, (bool IsValid, T Value)> convert)
    {
        var key = $"{group}.{name}";
        known.Add(key);
        if (!values.ContainsKey(key) && !basis.ContainsKey(key)) key = $"{All}.{name}";
        var standard = basis.GetValueOrDefault(key) ?? basis.GetValueOrDefault($"{All}.{name}");
        var raw = values.GetValueOrDefault(key) ?? standard ?? throw new ProfileException($"格式缺少“{key}”这一项。");
        var (isValid, value) = convert(raw.Value);
        if (!isValid) throw At(raw.Line, $"“{key}”{wanted}");
        return new Setting<T>(key, value, raw.Clause ?? standard?.Clause ?? "", raw.Certainty ?? Certainty.House);
    }

    [GeneratedRegex("^[0-9A-Fa-f]{6}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HexColor();
}
