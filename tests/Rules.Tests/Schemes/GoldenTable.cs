using System.Globalization;
using System.Text.RegularExpressions;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Testing;

namespace Rules.Tests.Schemes;

/// <summary>A year of records with the points worked out by hand: a page of three tables in Golden/, named after its scheme.</summary>
internal sealed partial class GoldenTable
{
    private readonly string[] lines;

    private GoldenTable(string[] lines) => this.lines = lines;

    public static string Folder => Repository.Path("tests/Rules.Tests/Schemes/Golden");

    public static GoldenTable Read(string schemeId) => new(File.ReadAllLines(Path.Combine(Folder, schemeId + ".md")));

    /// <summary>The last line of the page, which is what the program is to say of the total.</summary>
    public string Summary => Field("结论");

    public ScoringInput Input
    {
        get
        {
            var today = Day(Field("计分日"));
            var year = int.Parse(Field("年度"), CultureInfo.InvariantCulture);
            return new ScoringInput(
                new(year, 1, 1), new(year, 12, 31), today,
                [.. Table("记录").Select(Record)],
                [.. Table("认定").Select(row => Attestation(row, year))]);
        }
    }

    /// <summary>手算: standard, points it can give (null: 未赋分), working, points.</summary>
    public IReadOnlyList<(string Standard, decimal? Possible, string Working, decimal Points)> Working =>
        [.. Table("手算").Select(row => (row[0], row[1] == "未赋分" ? (decimal?)null : Number(row[1]), row[2], Number(row[3])))];

    private string Field(string name) => lines.Single(line => line.StartsWith(name + "：", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    private List<string[]> Table(string name)
    {
        var rows = lines.SkipWhile(line => line != "## " + name).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|')).Skip(2);
        return [.. rows.Select(row => row.Trim('|', ' ').Length == 0 ? [] : row.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray())];
    }

    /// <summary>编号 | 日期 | 类型 | 标题 | 正文 | 佐证 | 其他.</summary>
    private static ScoringRecord Record(string[] row)
    {
        var others = row[6].Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var summary = others.FirstOrDefault(other => other.StartsWith("汇总", StringComparison.Ordinal));
        int? people = null;
        var (actor, quantities) = (Actor.Own, new List<Quantity>());
        foreach (var other in others.Where(other => other != summary))
        {
            if (Amount().Match(other) is { Success: true } amount)
            {
                if (amount.Groups["unit"].Value == "人")
                    people = int.Parse(amount.Groups["number"].Value, CultureInfo.InvariantCulture);
                else
                    quantities.Add(new Quantity(Number(amount.Groups["number"].Value), amount.Groups["unit"].Value));
            }
            else
            {
                actor = other switch { "上级" => Actor.Superior, "结对对象" => Actor.Partner, "个人" => Actor.Person, _ => throw new FormatException(other) };
            }
        }
        return new ScoringRecord(
            row[0], row[2].Split('、'), row[3], row[4], PeriodOf(row[1]), actor,
            summary is null ? 1 : int.Parse(summary.Trim('汇', '总', '次'), CultureInfo.InvariantCulture), summary is not null, people,
            [.. row[5].Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Evidence)], quantities);
    }

    /// <summary>照片×3, 文件：会议纪要, 链接.</summary>
    private static IEnumerable<ScoringEvidence> Evidence(string text)
    {
        var match = Piece().Match(text);
        var form = match.Groups["form"].Value switch
        {
            "照片" => EvidenceForm.Photo,
            "文件" => EvidenceForm.Document,
            "链接" => EvidenceForm.Link,
            "截图" => EvidenceForm.Screenshot,
            "原件" => EvidenceForm.Original,
            _ => throw new FormatException(text),
        };
        var count = match.Groups["count"] is { Success: true } counted ? int.Parse(counted.Value, CultureInfo.InvariantCulture) : 1;
        return Enumerable.Repeat(new ScoringEvidence(form, match.Groups["text"].Value), count);
    }

    /// <summary>种类 | 对象 | 内容 | 认定人 | 理由.</summary>
    private static Attestation Attestation(string[] row, int year)
    {
        var (subject, by, reason) = (row[1], row[3], row[4]);
        var content = row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return row[0] switch
        {
            "评分" => new Grade(subject, year, Hundredths(content[0]), by, reason),
            "等次" => new Grade(subject, year, 0, by, reason, content[0]),
            "核定" => new Tally(subject, year, int.Parse(content[0], CultureInfo.InvariantCulture), by, reason),
            "比例" => new Ratio(subject, year, Part(content[0], 0), Part(content[0], 1), content[1], Day(content[2]), by, reason),
            "人数" => new Headcount(subject, year, int.Parse(content[0], CultureInfo.InvariantCulture), content[1], Day(content[2]), by, reason),
            "加分" => content[0].EndsWith('分')
                ? new BonusClaim(subject, year, content[1], content[2], by, reason, "", Hundredths(content[0]))
                : new BonusClaim(subject, year, content[1], content[2], by, reason, content[0]),
            "不适用" => new NotApplicable(subject, year, by, reason),
            "仍在用" => new InForce(subject, year, by, reason),
            "自查" => new SelfCheck(subject, year, by, Day(content[0])),
            "发生" => new Incident(
                subject, year, Day(content[0]), by, reason, content.Contains("隐瞒"),
                content.FirstOrDefault(word => word.EndsWith('分')) is { } points ? Hundredths(points) : null),
            var other => throw new FormatException(other),
        };
    }

    /// <summary>2026-03-05, 2026-03, 2026年1季度 or 2026.</summary>
    private static Period PeriodOf(string text) => text.Split('-') switch
    {
        [_, _, _] => Period.Of(Day(text)),
        [var year, var month] when new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), 1) is var first =>
            new Period(first, first.AddMonths(1).AddDays(-1), PeriodPrecision.Month),
        _ => Period.OfYear(int.Parse(text, CultureInfo.InvariantCulture)),
    };

    private static int Part(string ratio, int place) => int.Parse(ratio.Split('/')[place], CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static int Hundredths(string text) => (int)(Number(text.TrimEnd('分')) * 100);

    [GeneratedRegex("^(?<number>[0-9.]+)(?<unit>[^0-9]+)$")]
    private static partial Regex Amount();

    [GeneratedRegex("^(?<form>照片|文件|链接|截图|原件)(×(?<count>[0-9]+))?(：(?<text>.+))?$")]
    private static partial Regex Piece();
}
