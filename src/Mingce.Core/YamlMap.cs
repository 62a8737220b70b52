using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core;

/// <summary>A fault in a YAML file; the reader of the file adds the file's name.</summary>
internal sealed class YamlFaultException(long line, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public long Line => line;

    public static YamlFaultException At(YamlNode node, string reason) => new(node.Start.Line, reason);
}

/// <summary>A mapping of a catalogue file. Unknown keys and wrong values are refused with their line.</summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode map;

    /// <param name="node">The node that has to be a mapping.</param>
    /// <param name="keys">The keys it may have.</param>
    public YamlMap(YamlNode node, params IReadOnlyList<string> keys)
    {
        map = node as YamlMappingNode ?? throw YamlFaultException.At(node, "此处应为“键: 值”");
        foreach (var key in map.Children.Keys)
        {
            if (!keys.Contains((key as YamlScalarNode)?.Value))
                throw YamlFaultException.At(key, $"未知的键“{key}”，可用：{string.Join("、", keys)}");
        }
    }

    /// <summary>Reads a file of catalogue/ that came with the program.</summary>
    /// <param name="name">Its place in that folder.</param>
    /// <exception cref="UserFaultException">It is wrong; the message names file, line and reason.</exception>
    public static T ReadDelivered<T>(string name, Func<YamlNode, T> read) =>
        Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue", name)), Path.GetFileName(name), read);

    /// <param name="fileName">How messages call the text.</param>
    /// <exception cref="UserFaultException">The text is wrong; the message names file, line and reason.</exception>
    public static T Read<T>(string text, string fileName, Func<YamlNode, T> read)
    {
        try
        {
            return read(Root(text));
        }
        catch (YamlFaultException e)
        {
            throw new UserFaultException($"{fileName} 第{e.Line}行：{e.Message}", e);
        }
    }

    /// <summary>The only document of a text.</summary>
    public static YamlNode Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1
                ? stream.Documents[0].RootNode
                : throw new YamlFaultException(1, "文件应有且只有一份内容");
        }
        catch (YamlException e)
        {
            throw new YamlFaultException(e.Start.Line, "YAML格式有误，请检查此处及上一行的缩进、引号、括号，以及有无重复的键", e);
        }
    }

    public static IReadOnlyList<YamlNode> List(YamlNode node) =>
        node is YamlSequenceNode list ? [.. list.Children] : throw YamlFaultException.At(node, "此处应为列表");

    /// <summary>The keys and values of a mapping whose keys are free.</summary>
    public static IReadOnlyList<KeyValuePair<YamlNode, YamlNode>> Pairs(YamlNode node) =>
        node is YamlMappingNode map && map.Children.Count > 0 ? [.. map.Children] : throw YamlFaultException.At(node, "此处应为“键: 值”");

    public static string Text(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : throw YamlFaultException.At(node, "此处应为文字，且不能为空");

    public bool Has(string key) => map.Children.ContainsKey(key);

    public YamlNode this[string key] =>
        map.Children.TryGetValue(key, out var value) ? value : throw Fault($"缺少“{key}”");

    public string Text(string key) => Text(this[key]);

    public string TextOr(string key, string absent) => Has(key) ? Text(key) : absent;

    public IReadOnlyList<YamlNode> List(string key) => List(this[key]);

    /// <summary>A text or a list of texts; none where the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key) => !Has(key) ? []
        : this[key] is YamlScalarNode scalar ? [Text(scalar)]
        : [.. List(key).Select(Text)];

    /// <summary>A whole number of 1 or more.</summary>
    public int PositiveOr(string key, int absent) => !Has(key) ? absent
        : int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw YamlFaultException.At(this[key], $"“{key}”应为不小于1的整数");

    /// <summary>Whether the key is there; it can only have this value.</summary>
    public bool Has(string key, string value) => OneOf(key, new Dictionary<string, bool> { [value] = true }, false);

    /// <summary>One of the named values.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> values, T absent) =>
        Has(key) ? OneOf(this[key], key, values) : absent;

    public static T OneOf<T>(YamlNode node, string what, IReadOnlyDictionary<string, T> values) =>
        values.TryGetValue(Text(node), out var value)
            ? value
            : throw YamlFaultException.At(node, $"未知的{what}“{node}”，可用：{string.Join("、", values.Keys)}");

    public YamlFaultException Fault(string reason) => YamlFaultException.At(map, reason);
}
