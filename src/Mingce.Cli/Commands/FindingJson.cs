using Mingce.Rules.Reading;

namespace Mingce.Cli.Commands;

/// <summary>A total that its parts do not bear out, as the commands print it with --json.</summary>
internal static class FindingJson
{
    public static object Of(Finding finding) => new
    {
        finding.Total,
        finding.Parts,
        Stated = finding.Total.Value,
        finding.Sum,
        finding.Total.Unit,
        Exhaustive = finding.IsExhaustive,
    };
}
