using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace Mingce.Core.Preparations;

/// <summary>What is wrong with a template, and on which line, from 1.</summary>
public sealed record TemplateFault(int Line, string Message);

/// <summary>
/// Fills a template in. A template is plain text with Handlebars marks, of which only few may be used, so that every fault is told with its line
/// and nothing but the fields is within reach. What is not known stays a marked blank: 【地点】.
/// </summary>
public static partial class PaperFilling
{
    public const int LongestTemplate = 20_000;

    private const string PhraseHelper = "规范表述";
    private const string KnownHelper = "known";

    /// <summary>What is wrong, in the order of the lines; nothing for a template that can be filled in.</summary>
    public static IReadOnlyList<TemplateFault> Faults(string template)
    {
        var reader = new Reader();
        var end = 0;
        foreach (Match mark in Mark().Matches(template))
        {
            reader.AtLine(LineOf(template, mark.Index));
            reader.Read(template[end..mark.Index], mark.Groups["inner"].Value);
            end = mark.Index + mark.Length;
        }
        reader.AtLine(LineOf(template, end + Math.Max(0, template.AsSpan(end).IndexOf("{{"))));
        reader.Finish(template[end..]);
        return reader.Faults;
    }

    /// <summary>The text, without empty lines.</summary>
    /// <param name="template">A template without faults.</param>
    public static string Fill(string template, PaperFacts facts)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        handlebars.RegisterHelper("helperMissing", (in HelperOptions options, in Context _, in Arguments _) => Blank(options.Name.TrimmedPath ?? ""));
        handlebars.RegisterHelper(PhraseHelper, (in HelperOptions _, in Context _, in Arguments slot) => facts.Phrase($"{slot[0]}") ?? Blank($"{PhraseHelper}：{slot[0]}"));
        // A mark asks what the field is, known or a blank; a block asks whether it is known.
        handlebars.RegisterHelper(KnownHelper, (in HelperOptions _, in Context context, in Arguments field) =>
            facts.Values.TryGetValue($"{field[0]}", out var value) ? value is not System.Collections.ICollection { Count: 0 } : context.Value is IDictionary<string, object> item && item.ContainsKey($"{field[0]}"));
        var text = handlebars.Compile(Mark().Replace(template, mark => Block().Replace(mark.Value, $"${{block}} ({KnownHelper} \"${{field}}\")").Replace('“', '"').Replace('”', '"')))(facts.Values);
        return string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));
    }

    /// <summary>Places of a text that a person still has to fill in, each once.</summary>
    public static IReadOnlyList<string> BlanksIn(string text) => [.. BlankMark().Matches(text).Select(match => match.Value).Distinct()];

    /// <summary>The slots of the phrase library that a template asks for.</summary>
    public static IReadOnlyList<string> SlotsIn(string template) => [.. Mark().Matches(template).Select(mark => Phrase().Match(mark.Groups["inner"].Value)).Where(m => m.Success).Select(m => m.Groups["slot"].Value).Distinct()];

    /// <summary>A text in pieces, so that a page can mark the blanks.</summary>
    public static IEnumerable<(string Text, bool IsBlank)> Pieces(string text)
    {
        var at = 0;
        foreach (Match match in BlankMark().Matches(text))
        {
            yield return (text[at..match.Index], false);
            yield return (match.Value, true);
            at = match.Index + match.Length;
        }
        yield return (text[at..], false);
    }

    private static string Blank(string what) => $"【{what}】";

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\{\{(?<inner>[^{}]*)\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<block>#if|#unless)\s+(?<field>[^\s{}]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"【[^【】\n]+】", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlankMark();

    [GeneratedRegex(@"^\s*规范表述\s+[""“](?<slot>[^""“”]+)[""”]\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phrase();

    /// <summary>Reads the marks of a template one after the other.</summary>
    private sealed class Reader
    {
        private readonly List<TemplateFault> faults = [];
        private readonly Stack<(string Block, string Name, int Line)> open = [];
        private TemplateField? list;
        private int line;

        public IReadOnlyList<TemplateFault> Faults => faults;

        public void AtLine(int number) => line = number;

        public void Read(string textBefore, string inner)
        {
            CheckText(textBefore);
            var words = inner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case [['!', ..], ..]:
                    break;
                case ["#each", var name]:
                    OpenList(name);
                    break;
                case ["#if" or "#unless", var name]:
                    CheckField(name, orList: list is null);
                    open.Push((words[0][1..], name, line));
                    break;
                case ["else"] when open.Count == 0:
                    Fault("{{else}} 应放在 {{#if …}} 和 {{/if}} 之间。");
                    break;
                case ["else"]:
                    break;
                case [['/', .. var block]]:
                    Close(block);
                    break;
                case [PhraseHelper, ..]:
                    if (!Phrase().IsMatch(inner))
                        Fault("规范表述后面写用途，并加引号，如 {{规范表述 \"工作要求\"}}。");
                    break;
                case [var name]:
                    CheckField(name, orList: false);
                    break;
                case []:
                    Fault("两层花括号之间没有内容，请填写字段名或删去。");
                    break;
                default:
                    Fault($"看不懂“{{{{{inner.Trim()}}}}}”，请对照右侧可用的字段。");
                    break;
            }
        }

        public void Finish(string rest)
        {
            CheckText(rest);
            foreach (var (block, name, at) in open.Reverse())
                faults.Add(new TemplateFault(at, $"“{{{{#{block} {name}}}}}”没有对应的“{{{{/{block}}}}}”。"));
            faults.Sort((a, b) => a.Line.CompareTo(b.Line));
        }

        private void OpenList(string name)
        {
            if (list is not null)
                Fault($"“{{{{#each {name}}}}}”不能放在另一个列表里面。");
            else if (TemplateField.Find(name) is { IsList: true } field)
                list = field;
            else
                Fault($"“{name}”不是列表。可用的列表：{Names(TemplateField.All.Where(field => field.IsList))}。");
            open.Push(("each", name, line));
        }

        private void Close(string block)
        {
            if (!open.TryPeek(out var last))
            {
                Fault($"“{{{{/{block}}}}}”前面没有对应的“{{{{#{block} …}}}}”。");
                return;
            }
            if (last.Block != block)
                Fault($"此处应为“{{{{/{last.Block}}}}}”，与第{last.Line}行的“{{{{#{last.Block} {last.Name}}}}}”对应。");
            open.Pop();
            if (last.Block == "each")
                list = null;
        }

        private void CheckField(string name, bool orList)
        {
            var known = list?.Items ?? [.. TemplateField.All.Where(field => orList || !field.IsList)];
            if (known.Any(field => field.Name == name))
                return;
            Fault(list is not null ? $"列表“{list.Name}”中没有“{name}”，可用：{Names(list.Items)}。"
                : TemplateField.Find(name) is { IsList: true } ? $"“{name}”是列表，应写成 {{{{#each {name}}}}}……{{{{/each}}}}。"
                : $"没有名为“{name}”的字段，请对照右侧可用的字段。");
        }

        // What opens or closes with braces and is no whole mark.
        private void CheckText(string text)
        {
            if (text.Contains("{{", StringComparison.Ordinal))
                Fault("“{{”没有对应的“}}”，请检查这一行的花括号。");
            else if (text.Contains("}}", StringComparison.Ordinal))
                Fault("“}}”前面没有对应的“{{”，请检查这一行的花括号。");
        }

        private void Fault(string message) => faults.Add(new TemplateFault(line, message));

        private static string Names(IEnumerable<TemplateField> fields) => string.Join('、', fields.Select(field => field.Name));
    }
}
