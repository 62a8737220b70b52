using FsCheck;
using FsCheck.Fluent;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class MaskingTests
{
    private static readonly string[] Fragments =
    [
        "身患白血病的", "患", "病", "张小明", "李建国", "王某", "***", "小朋友", "同学", "困难", "低保", "残疾", "职工", "儿童", "户", "老人", "、", "，", "。", "等", "8人", "家", "的", "看望", "慰问",
        "高度重视", "温暖", "13812345678", "410311199001011234", "欧阳小红", "于", "和", "小",
    ];

    [Theory]
    [InlineData("资助身患白血病的张小明小朋友800元", "资助1名患病儿童800元")]
    [InlineData("救助东岭村患有肺炎的***小朋友", "救助东岭村1名患病儿童")]
    [InlineData("看望患尿毒症的职工李建国", "看望1名患病职工")]
    [InlineData("职工李建国身患重病，全局捐款", "1名患病职工，全局捐款")]
    [InlineData("慰问困难职工李建国等8人", "慰问困难职工8人")]
    [InlineData("看望困难党员王志强、赵小兰", "看望2名困难党员")]
    [InlineData("为低保户刘大海修房", "为低保户刘大海修房")]
    [InlineData("走访低保户刘大海，送去米面", "走访1户低保户，送去米面")]
    [InlineData("帮助残疾人陈志远解决住房", "帮助1名残疾人解决住房")]
    [InlineData("留守儿童欧阳小红", "1名留守儿童")]
    [InlineData("李小明同学获一等奖", "1名学生获一等奖")]
    [InlineData("小明小朋友很高兴", "1名儿童很高兴")]
    [InlineData("联系电话13812345678", "联系电话138****5678")]
    [InlineData("电话 138 1234 5678", "电话 138****5678")]
    [InlineData("座机0379-65551234", "座机0379-****1234")]
    [InlineData("身份证410311199001011234", "身份证410***********1234")]
    [InlineData("身份证41031119900101123X。", "身份证410***********123X。")]
    public void Mask_PersonToProtect_LeavesNoNameOrNumber(string text, string masked) => Masking.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("困难职工高度重视此项工作")]
    [InlineData("送去困难群众温暖，关爱留守儿童")]
    [InlineData("残疾人康复训练，困难群众支持")]
    [InlineData("小朋友们都很高兴，全体同学参加")]
    [InlineData("患有高血压的老人")]
    [InlineData("帮助12名贫困学生")]
    [InlineData("局长王建国主持会议")]
    [InlineData("投资1380000元，编号20211234")]
    [InlineData("孤寡老人包饺子，低保户申请")]
    [InlineData("防治传染病的方法，预防病症")]
    public void Mask_OrdinarySentence_StaysWhole(string text) => Masking.Mask(text).ShouldBe(text);

    [Fact]
    public void Mask_Twice_ChangesNothingMore() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Fragments)).ToArbitrary(), parts =>
        {
            var once = Masking.Mask(string.Concat(parts));
            return Masking.Mask(once) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
