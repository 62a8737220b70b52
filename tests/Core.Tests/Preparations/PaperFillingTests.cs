using Mingce.Core.Activities;
using Mingce.Core.Preparations;
using Mingce.Core.Reporting;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Gongwen.Checking;

namespace Core.Tests.Preparations;

public sealed class PaperFillingTests
{
    private static readonly DateOnly Today = new(2026, 3, 5);
    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();
    private static readonly PaperCatalogue Papers = PaperCatalogue.LoadDefault(Kinds);
    private static readonly Unit Unit = new() { FullName = "市政务服务中心", DepartmentWord = "股室" };

    [Theory]
    [InlineData("定于{{日期}}（{{星期}}）在{{地点}}开展", "定于2026年3月31日（星期二）在三楼会议室开展")]
    [InlineData("主持：{{主持人}}", "主持：【主持人】")]
    [InlineData("{{#if 主持人}}主持：{{主持人}}{{else}}无主持{{/if}}", "无主持")]
    [InlineData("{{#unless 地点}}无地点{{/unless}}", "")]
    [InlineData("甲{{! 说明 }}\n\n\n乙", "甲\n乙")]
    [InlineData("{{#each 流程}}\n（{{汉字序号}}）{{内容}}。\n{{/each}}", "（一）唱歌曲。\n（二）学模范。")]
    [InlineData("{{#each 人员}}{{序号}}｜{{姓名}}｜{{部门及职务}}{{/each}}", "1｜张三｜办公室科员")]
    [InlineData("{{规范表述 \"工作要求\"}}", "按时到场。")]
    [InlineData("{{规范表述 “开场语”}}", "【规范表述：开场语】")]
    [InlineData("{{主送}}：", "各股室：")]
    public void Fill_Template_PutsWhatIsKnownAndMarksTheRest(string template, string expected)
    {
        PaperFilling.Faults(template).ShouldBeEmpty();
        PaperFilling.Fill(template, Facts()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("甲\n{{地址}}", 2, "没有名为“地址”的字段")]
    [InlineData("{{流程}}", 1, "“流程”是列表")]
    [InlineData("{{#each 地点}}x{{/each}}", 1, "“地点”不是列表")]
    [InlineData("甲\n乙{{#if 地点}}\n丙", 2, "没有对应的“{{/if}}”")]
    [InlineData("甲\n{{/if}}", 2, "前面没有对应的")]
    [InlineData("{{#each 流程}}\n{{地点}}\n{{/each}}", 2, "列表“流程”中没有“地点”")]
    [InlineData("{{#if 地点}}\n{{/each}}", 2, "此处应为“{{/if}}”")]
    [InlineData("甲\n{{标题\n乙", 2, "“{{”没有对应的“}}”")]
    [InlineData("标题}}", 1, "“}}”前面没有对应的“{{”")]
    [InlineData("{{}}", 1, "没有内容")]
    [InlineData("{{else}}", 1, "{{else}}")]
    [InlineData("{{规范表述 工作要求}}", 1, "加引号")]
    [InlineData("{{标题.Length}}", 1, "没有名为“标题.Length”的字段")]
    [InlineData("{{> part}}", 1, "看不懂")]
    [InlineData("{{lookup 流程 0}}", 1, "看不懂")]
    [InlineData("{{#each 流程}}{{#each 人员}}x{{/each}}{{/each}}", 1, "不能放在另一个列表里面")]
    public void Faults_WrongTemplate_AreToldWithTheirLine(string template, int line, string reason)
    {
        var fault = PaperFilling.Faults(template)[0];
        fault.Line.ShouldBe(line);
        fault.Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("volunteer")]
    [InlineData("meeting")]
    [InlineData("moral-lecture")]
    public void Fill_DeliveredTemplates_GivePapersInTheForm(string kind)
    {
        var forms = Papers.For(kind, Kinds);
        forms.Select(form => form.Name).ShouldBe(["通知", "方案", "议程", "主持词", "签到表"]);
        foreach (var form in forms)
        {
            using var docx = new MemoryStream();
            GongwenWriter.Write(PaperDocument.Of(PaperFilling.Fill(form.Delivered, Facts(kind))), docx);
            docx.Position = 0;
            GongwenCheck.Check(docx).Findings.ShouldBeEmpty(form.Id);
        }
    }

    [Fact]
    public void Fill_MoralLectureScript_HasTheFiveLinksInOrder()
    {
        var headings = PaperDocument.Of(PaperFilling.Fill(Papers.Find("moral-lecture-script")!.Delivered, Facts("moral-lecture"))).Blocks.OfType<Heading>();
        headings.Select(heading => heading.Text).ShouldBe(["唱歌曲", "学模范", "诵经典", "发善心", "送吉祥"]);
    }

    [Fact]
    public void Of_SignInSheet_LeavesRoomToSign()
    {
        var document = PaperDocument.Of(PaperFilling.Fill(Papers.Find("sign-in")!.Delivered, Facts()));
        var table = document.Blocks.OfType<Table>().ShouldHaveSingleItem();
        table.RowHeight.ShouldBe(9);
        table.Rows[0].ShouldBe(["1", "张三", "办公室科员", "", ""]);
        table.Rows.Count.ShouldBe(6);
    }

    [Fact]
    public void Of_Notice_IsSealedAndAddressed()
    {
        var document = PaperDocument.Of(PaperFilling.Fill(Papers.Find("notice")!.Delivered, Facts("meeting")));
        document.Title.Replace("\n", "", StringComparison.Ordinal).ShouldBe("市政务服务中心关于召开春季活动的通知");
        document.MainRecipient.ShouldBe("各股室：");
        document.Signature!.HasSeal.ShouldBeTrue();
        document.Signature.Date.ShouldBe(Today);
    }

    [Fact]
    public void DeliveredTemplates_HoldNoWordingOfTheirOwnForTheSlots() =>
        Papers.All.SelectMany(form => PaperFilling.SlotsIn(form.Delivered)).Distinct().ShouldBe(["活动目的", "总体要求", "工作要求", "开场语", "结束语"], ignoreOrder: true);

    private static PaperFacts Facts(string kind = "volunteer")
    {
        var preparation = new Preparation
        {
            UnitId = Unit.Id,
            Title = "春季活动",
            KindId = kind,
            HeldOn = new(2026, 3, 31),
            Place = "三楼会议室",
            Steps = "唱歌曲。\n学模范",
            EnteredAt = default,
        };
        Phrase[] phrases =
        [
            new() { UnitId = Unit.Id, Slot = "工作要求", Text = "按时到场。", Source = "本单位办法", ValidFrom = new(2026, 1, 1) },
            new() { UnitId = Unit.Id, Slot = "开场语", Text = "大家好。", Source = "本单位办法", ValidFrom = new(2024, 1, 1), ValidTo = new(2025, 12, 31) },
        ];
        return PaperFacts.Of(preparation, Unit, Kinds, [("张三", "办公室科员")], phrases, Today);
    }
}
