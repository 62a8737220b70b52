using System.Text.RegularExpressions;
using System.Xml;
using Testing;

namespace Core.Tests;

/// <summary>Rules of the source tree that no compiler sees.</summary>
public sealed partial class SourceRules
{
    [Fact]
    public void Pages_Html_IsEncodedByThePageAlone() =>
        Offences("*.cshtml", RawHtml()).ShouldBeEmpty("raw HTML in a page: text goes through the encoder");

    [Fact]
    public void Pages_ScriptAndStyle_AreFiles() =>
        Offences("*.cshtml", InlineCode()).ShouldBeEmpty("the content security policy refuses it");

    [Fact]
    public void Pages_ExpressionAfterACharacter_StandsInBrackets() =>
        Offences("*.cshtml", GluedExpression()).ShouldBeEmpty("a sign @ after a character is taken for a mail address, and the code is shown: write @(…)");

    [Theory]
    [InlineData("<p>自@Words.Of(x)</p>", true)]
    [InlineData("<p>自@(Words.Of(x))</p>", false)]
    [InlineData("<p>自 @Words.Of(x)</p>", false)]
    public void GluedExpression_Text_FoundWhereItIs(string text, bool found) => GluedExpression().IsMatch(text).ShouldBe(found);

    [Theory]
    [InlineData("<p>@Html.Raw(x)</p>", true)]
    [InlineData("<p>@(new HtmlString(x))</p>", true)]
    [InlineData("<p>@Model.Text</p>", false)]
    public void RawHtml_Text_FoundWhereItIs(string text, bool found) => RawHtml().IsMatch(text).ShouldBe(found);

    [Theory]
    [InlineData("<script>alert()</script>", true)]
    [InlineData("<script src=\"~/app.js\"></script>", false)]
    [InlineData("<p style=\"color:red\">", true)]
    [InlineData("<style>", true)]
    [InlineData("<a onclick=\"x()\">", true)]
    [InlineData("<a hx-on:click=\"x()\">", true)]
    [InlineData("<a class=\"style=\">", false)]
    [InlineData("<form method=\"post\" class=\"on\">", false)]
    public void InlineCode_Text_FoundWhereItIs(string text, bool found) => InlineCode().IsMatch(text).ShouldBe(found);

    [Fact]
    public void Pages_Expressions_AreNotTakenForAnAddress() =>
        Offences("*.cshtml", SilentExpression()).ShouldBeEmpty("a letter before @Name makes it text to Razor, as in a@b.cn: write @(…)");

    [Theory]
    [InlineData("<td>@(x)年@Words.DueBy(y)</td>", true)]
    [InlineData("<td>@Words.Of(x)至@Words.Of(y)</td>", true)]
    [InlineData("<td>@(x)年@(Words.DueBy(y))</td>", false)]
    [InlineData("<td>（@Words.Of(x)）</td>", false)]
    public void SilentExpression_Text_FoundWhereItIs(string text, bool found) => SilentExpression().IsMatch(text).ShouldBe(found);

    [Fact]
    public void Packages_Each_HasExactVersionAndReason()
    {
        using var reader = XmlReader.Create(Repository.Path("Directory.Packages.props"));
        var (reason, family, count) = (false, "", 0);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Comment)
            {
                reason = true;
            }
            else if (reader is { NodeType: XmlNodeType.Element, Name: "PackageVersion" })
            {
                count++;
                var name = reader.GetAttribute("Include")!;
                reader.GetAttribute("Version")!.ShouldMatch("^[0-9]+(\\.[0-9]+){2,3}$", name);
                // A comment serves the packages of one family that stand together.
                (reason || family == name.Split('.')[0]).ShouldBeTrue($"{name}: why is it here?");
                (reason, family) = (false, name.Split('.')[0]);
            }
        }
        count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Projects_Packages_HaveTheirVersionsInOnePlace() =>
        Offences("*.csproj", VersionInProject()).ShouldBeEmpty("versions stand in Directory.Packages.props");

    [Fact]
    public void Projects_All_AreInTheSolution()
    {
        var solution = File.ReadAllText(Repository.Path("Mingce.slnx"));
        Repository.Files("*.csproj").Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bench/", StringComparison.Ordinal) && !solution.Contains($"\"{f}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Readme_NamedFiles_Exist()
    {
        var readme = Repository.Path("README.md");
        if (!File.Exists(readme))
        {
            return;
        }
        MarkdownLink().Matches(File.ReadAllText(readme)).Select(m => m.Groups["path"].Value)
            .Where(p => !Path.Exists(Repository.Path(p))).ShouldBeEmpty();
    }

    [Fact]
    public void Scripts_Each_IsAnExecutableShellScript()
    {
        foreach (var script in new[] { "run", "test", ".ci/run" }.Select(Repository.Path))
        {
            File.ReadLines(script).First().ShouldBe("#!/bin/sh");
            if (!OperatingSystem.IsWindows())
            {
                (File.GetUnixFileMode(script) & UnixFileMode.UserExecute).ShouldNotBe(UnixFileMode.None, script);
            }
        }
    }

    private static IEnumerable<string> Offences(string pattern, Regex offence) =>
        from file in Repository.Files(pattern)
        from line in File.ReadLines(file).Index()
        where offence.IsMatch(line.Item)
        select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(@"Html\.Raw|HtmlString|WriteLiteral")]
    private static partial Regex RawHtml();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]@[A-Za-z_]")]
    private static partial Regex GluedExpression();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|<style|<[^>]*\s(style|on[a-z]+|hx-on[:a-z-]*)\s*=\s*[""']")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[\p{L}\p{N}]@[A-Z]")]
    private static partial Regex SilentExpression();

    [GeneratedRegex("<PackageReference[^>]*Version=")]
    private static partial Regex VersionInProject();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(#[^)]*)?\)")]
    private static partial Regex MarkdownLink();
}
