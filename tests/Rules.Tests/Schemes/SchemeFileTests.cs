using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Rules.Tests.Schemes;

public class SchemeFileTests
{
    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();

    private const string Head = "id: s\ntitle: 体系\nsource: 来源\ncompleteness: 全\n";

    /// <summary>A scheme whose only standard (line 8) has this check on line 12.</summary>
    private static string WithCheck(string check, string points = "2") => Head + $"""
        sections:
          - name: 一
            standards:
              - id: "1.1"
                name: 标准
                points: {points}
                checks:
                  - {check}
        """;

    private static Scheme Parse(string text) => SchemeFile.Parse(text, "s.yaml", Kinds);

    private static Check Check(string check, string points = "2") => Parse(WithCheck(check, points)).Standards.Single().Checks.Single();

    [Theory]
    [InlineData("{name: 甲, points: 2, rule: grade, pints: 3}", 12, "未知的键“pints”，可用：name、points、method、rule、kinds、words、people、text、evidence、window、grades")]
    [InlineData("{name: 甲, points: 2, rule: guess}", 12, "未知的规则类型“guess”，可用：threshold、documents、ratio、grade、deduct、bonus")]
    [InlineData("{name: 甲, points: 2}", 12, "检查项缺少 rule（threshold、documents、ratio、grade、deduct、bonus）")]
    [InlineData("{name: 甲, rule: grade}", 12, "检查项缺少 points")]
    [InlineData("{name: 甲, points: null, rule: grade}", 12, "测评标准已赋分，其检查项的 points 不能为 null")]
    [InlineData("{name: 甲, points: 2.5, rule: grade}", 8, "检查项合计2.5分，超过测评标准“1.1”的2分")]
    [InlineData("{name: 甲, points: 1.5, rule: grade}", 8, "测评标准“1.1”的检查项合计1.5分，少于2分；来源未写明如何得分的部分用 rule: grade")]
    [InlineData("{name: 甲, points: 0.333, rule: grade}", 12, "分值“0.333”应为不小于0的数，最多两位小数")]
    [InlineData("{name: 甲, points: -2, rule: grade}", 12, "分值“-2”应为不小于0的数，最多两位小数")]
    [InlineData("{name: 甲, points: 2, rule: threshold}", 12, "达到次数的检查项应写明 kinds（活动类型）或 words（关键词）")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [lecture]}", 12, "活动类型“lecture”不在目录中，见 catalogue/kinds.yaml")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], minimum: 0}", 12, "“minimum”应为不小于1的整数")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], per: week}", 12, "未知的per“week”，可用：window、year、quarter、month")]
    [InlineData("{name: 甲, points: 2, rule: threshold, words: []}", 12, "words（关键词）不能为空")]
    [InlineData("{name: 甲, points: 2, rule: documents, parts: []}", 12, "parts（应有内容）不能为空")]
    [InlineData("{name: 甲, points: 2, rule: documents, parts: [乙], before: 03-01}", 12, "写 from（自何日起）、before（何日之前）时应同时写 per: year")]
    [InlineData("{name: 甲, points: 2, rule: documents, parts: [乙], per: year, before: 02-29}", 12, "日期应写作月-日，如 03-01")]
    [InlineData("{name: 甲, points: 2, rule: ratio, ratio: r, percent: 101}", 12, "percent 应为0至100的数")]
    [InlineData("{name: , points: 2, rule: grade}", 12, "此处应为文字，且不能为空")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], deduct: 1, award: each}", 12, "deduct（每缺一次扣分）和 award 只写一个")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], deduct: 0}", 12, "扣分应大于0")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], per-person: staff}", 12, "写 per-person（人均）时应同时写 unit（计量单位）")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], window: {current: true}}", 12, "window（材料年限）应写明 years（几年）")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], per: year, from: 03-01, before: 02-01}", 12, "before（何日之前）应晚于 from（自何日起）")]
    [InlineData("{name: 甲, points: 2, rule: threshold, kinds: [study], text: yes}", 12, "未知的text“yes”，可用：true、false")]
    [InlineData("{name: 甲, points: 2, rule: ratio, ratio: r, percent: 90, deduct: 1, above: true}", 12, "deduct（每低若干百分点扣分）和 above（须大于）只写一个")]
    [InlineData("{name: 甲, points: 2, rule: ratio, ratio: r, percent: 90, step: 2}", 12, "写 step（每低几个百分点）时应同时写 deduct（扣多少分）")]
    [InlineData("{name: 甲, points: 2, rule: grade, grades: {A: 100%}}", 12, "grades 应从高到低写两个以上等次，例如 {A: 100%, B: 66%, C: 33%, D: 0%}")]
    [InlineData("{name: 甲, points: 2, rule: grade, grades: {A: 50%, B: 60%}}", 12, "grades 应从高到低写两个以上等次，例如 {A: 100%, B: 66%, C: 33%, D: 0%}")]
    [InlineData("{name: 甲, points: 2, rule: grade, grades: {A: 3, B: 1}}", 12, "3分超过了2分")]
    [InlineData("{name: 甲, points: 2, rule: deduct, faults: []}", 12, "faults（扣分情形）不能为空")]
    [InlineData("{name: 甲, points: 2, rule: deduct, faults: [{name: 乙}]}", 12, "缺少“each”")]
    [InlineData("{name: 甲, points: 2, rule: bonus, levels: [{name: 乙, points: null}]}", 12, "分值“null”应为不小于0的数，最多两位小数")]
    [InlineData("{name: 甲, points: 33.333%, rule: grade}", 12, "2分的33.33%应为0至2之间、最多两位小数的分值")]
    public void Parse_WrongCheck_IsRefusedWithLineAndReason(string check, int line, string reason)
    {
        var fault = Should.Throw<SchemeFileException>(() => Parse(WithCheck(check)));
        (fault.Line, fault.Reason).ShouldBe((line, reason));
        fault.Message.ShouldBe($"s.yaml 第{line}行：{reason}");
    }

    [Theory]
    [InlineData("sections: [{name: 一, points: 3, standards: [{id: a, name: 甲, points: 4, checks: [{name: 乙, points: 4, rule: grade}]}]}]", "测评标准合计4分，超过测评项目的3分")]
    [InlineData("sections: [{name: 一, points: 3, indicators: [{name: 二, points: 4, standards: []}]}]", "测评指标合计4分，超过测评项目的3分")]
    [InlineData("sections: [{name: 一, indicators: [{name: 二, points: 3, standards: [{id: a, name: 甲, points: 4, checks: [{name: 乙, points: 4, rule: grade}]}]}]}]", "测评标准合计4分，超过测评指标的3分")]
    [InlineData("points: 5\nsections: [{name: 一, points: 6, standards: []}]", "测评项目合计6分，超过测评体系的5分")]
    [InlineData("sections: [{name: 一}]", "测评项目应写 indicators（测评指标）或 standards（测评标准），二者取一")]
    [InlineData("sections: [{name: 一, standards: [{id: a, name: 甲}]}]", "测评标准“a”缺少 points；来源未给分值的写 points: null")]
    [InlineData("sections: [{name: 一, standards: [{id: a, name: 甲, points: 1}]}]", "测评标准“a”缺少 checks（检查项）")]
    [InlineData("sections: [{name: 一, standards: [{id: a, name: 甲, points: null}, {id: a, name: 乙, points: null}]}]", "测评标准“a”重复")]
    [InlineData("sections: [{name: 一, standards: [{id: a, name: 甲, points: null, checks: [{name: 乙, points: 1, rule: grade}]}]}]", "测评标准未赋分，其检查项不能写 points")]
    [InlineData("sections: [{name: 一, standards: [{id: a, name: 甲, points: 1, met: {2: 100%}, checks: [{name: 乙, rule: grade}]}]}]", "met 的键应为符合的检查项数，0至1")]
    [InlineData("sections: [{name: 一, standards: [{id: a, name: 甲, points: 1, met: {0: 50%, 1: 100%}, checks: [{name: 乙, rule: grade}]}]}]", "met 应从多到少写，符合的越多得分不能越少，例如 {3: 100%, 2: 66%, 1: 33%}")]
    [InlineData("sections: [{name: 一, standards: [{id: a, name: 甲, points: 1, met: {1: 100%}, checks: [{name: 乙, points: 1, rule: grade}]}]}]", "测评标准按符合的条数定分，其检查项不能写 points")]
    [InlineData("sections: []\nnegative: [{id: n, name: 清单, effect: ban}]", "未知的effect“ban”，可用：veto、deduct、revoke")]
    [InlineData("sections: []\nnegative: [{id: n, name: 清单, effect: veto, deduct: 3}]", "deduct、concealed 只用于 effect: deduct")]
    [InlineData("sections: []\nnegative: [{id: n, name: 清单, effect: deduct}]", "effect: deduct 应写明 deduct（每项扣分）；来源未给分值的写 deduct: null")]
    [InlineData("sections: []\nnegative: [{id: n, name: 清单, effect: veto, months: 12, since: 2018-01-01}]", "months（追溯月数）和 since（自何日起）只写一个")]
    [InlineData("sections: []\nnegative: [{id: n, name: 清单, effect: veto, since: 2018年}]", "日期应写作年-月-日，如 2018-01-01")]
    [InlineData("sections: []\nterm: 0", "“term”应为不小于1的整数")]
    [InlineData("", "缺少“sections”")]
    [InlineData("sections: 一", "此处应为列表")]
    public void Parse_WrongScheme_IsRefused(string rest, string reason) =>
        Should.Throw<SchemeFileException>(() => Parse(Head + rest)).Reason.ShouldBe(reason);

    [Theory]
    [InlineData("id: [", 2)]
    [InlineData("id: a\nid: b\n", 2)]
    public void Parse_NoYaml_IsRefused(string text, int line)
    {
        var fault = Should.Throw<SchemeFileException>(() => Parse(text));
        fault.Reason.ShouldStartWith("YAML格式有误");
        fault.Line.ShouldBe(line);
    }

    [Fact]
    public void Parse_Empty_IsRefused() =>
        Should.Throw<SchemeFileException>(() => Parse("")).Reason.ShouldBe("文件应有且只有一份内容");

    [Fact]
    public void Parse_Threshold_HasAllItsParts()
    {
        var check = Check("{name: 甲, points: 2, rule: threshold, kinds: [study, talk], words: [[一, 二], [三]], people: 5, minimum: 3, per: quarter, award: each, evidence: [{forms: [photo], minimum: 3}, {forms: [link, screenshot]}]}")
            .ShouldBeOfType<ThresholdCheck>();
        (check.Id, check.Points, check.Minimum, check.When.Per, check.Award).ShouldBe(("1.1-1", 200, 3, Cycle.Quarter, Award.EachPeriod));
        check.What.Kinds.ShouldBe(["study", "talk"]);
        check.What.Words!.Groups.Select(group => string.Join('、', group)).ShouldBe(["一、二", "三"]);
        check.What.MinimumPeople.ShouldBe(5);
        check.What.Evidence.Select(need => (string.Join('、', need.Forms), need.Minimum)).ShouldBe([("Photo", 3), ("Link、Screenshot", 1)]);
    }

    [Fact]
    public void Parse_Documents_HasPartsAndDeadline()
    {
        var check = Check("{name: 甲, points: 2, rule: documents, per: year, before: 03-01, parts: [领导小组, {name: 经费, words: [专项经费, 经费]}]}")
            .ShouldBeOfType<DocumentsCheck>();
        check.When.Before.ShouldBe(new DayOfYear(3, 1));
        check.Parts.Select(part => (part.Name, string.Join('、', part.Words.Groups[0]))).ShouldBe([("领导小组", "领导小组"), ("经费", "专项经费、经费")]);
    }

    [Fact]
    public void Parse_RatioAndUnassigned_AreRead()
    {
        var ratio = Check("{name: 甲, points: 2, rule: ratio, ratio: awareness, percent: 90.5, above: true}").ShouldBeOfType<RatioCheck>();
        (ratio.RatioId, ratio.Percent, ratio.Above).ShouldBe(("awareness", 90.5m, true));
        Check("{name: 甲, rule: grade}", "null").Points.ShouldBe(0);
        Parse(Head + "points: 100\nsections: [{name: 一, points: 14, standards: []}]").Unassigned.ShouldBe(10000);
    }

    [Fact]
    public void Load_UnknownScheme_NamesTheKnownOnes()
    {
        var catalogue = SchemeCatalogue.Default(Kinds);
        catalogue.Ids.ShouldContain("xiaogan");
        catalogue.LoadAll().Select(scheme => scheme.Id).ShouldBe(catalogue.Ids);
        foreach (var id in new[] { "nowhere", "../kinds", "" })
            Should.Throw<UserFaultException>(() => catalogue.Load(id)).Message.ShouldBe($"没有测评体系“{id}”，可用：{string.Join("、", catalogue.Ids)}");
    }

    [Fact]
    public void Load_FileNameUnlikeItsId_IsRefused()
    {
        var directory = Directory.CreateTempSubdirectory("mingce-test-");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, "other.yaml"), Head + "sections: []");
            Should.Throw<SchemeFileException>(() => new SchemeCatalogue(directory.FullName, Kinds).Load("other"))
                .Reason.ShouldBe("id“s”应与文件名一致");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Load_Kinds_AreTheCatalogue()
    {
        Kinds.All.Count.ShouldBe(39);
        Kinds.Find("moral-lecture")!.Name.ShouldBe("道德讲堂");
        Kinds.Find("none").ShouldBeNull();
        Should.Throw<UserFaultException>(() => KindCatalogue.Parse("- {id: a, name: 甲}\n- {id: a, name: 乙}", "kinds.yaml"))
            .Message.ShouldBe("kinds.yaml 第2行：活动类型“a”重复");
        Should.Throw<UserFaultException>(() => KindCatalogue.Parse("- {id: a, name: 甲, counts-as: b}\n- {id: b, name: 乙}", "kinds.yaml"))
            .Message.ShouldBe("kinds.yaml 第1行：counts-as“b”应为上文已有的活动类型");
    }

    [Fact]
    public void Kinds_OfStudy_CountAsStudyAndAreNotReadFromReports()
    {
        foreach (var id in new[] { "study-center", "study-branch", "study-staff" })
        {
            Kinds.LineOf(id).ShouldBe([id, "study"]);
            Kinds.Find(id)!.Signals.ShouldBeEmpty();
        }
        Kinds.CountingAs("study").ShouldBe(["study", "study-center", "study-branch", "study-staff"]);
        Kinds.LineOf("no-such-kind").ShouldBe(["no-such-kind"]);
        (Kinds.HasNoContent("talk"), Kinds.HasNoContent("meeting"), Kinds.NamesNobody("thought-analysis")).ShouldBe((true, false, true));
        Kinds.FieldsOf("talk").Select(f => f.Id).ShouldBe(["talk.form", "talk.follow-up"]);
    }
}
