using FsCheck;
using FsCheck.Fluent;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class MaskingTests
{
    private static readonly string[] Fragments =
    [
        "身患白血病的", "患", "病", "张小明", "李建国", "王某", "***", "小朋友", "同学", "困难", "低保", "残疾", "职工", "儿童", "户", "老人", "、", "，", "。", "等", "8人", "家", "的", "看望", "慰问",
        "高度重视", "温暖", "13812345678", "410311199001011234", "欧阳小红", "于", "和", "小", "：", "（", "）", "各", "500元", "白血病", "患儿", "孤儿", "住院", "家长", "乜云川", "山水",
    ];

    [Theory]
    [InlineData("资助身患白血病的张小明小朋友800元", "资助1名患病儿童800元")]
    [InlineData("救助东岭村患有肺炎的***小朋友", "救助东岭村1名患病儿童")]
    [InlineData("看望患尿毒症的职工李建国", "看望1名患病职工")]
    [InlineData("职工李建国身患重病，全局捐款", "1名患病职工，全局捐款")]
    [InlineData("慰问困难职工李建国等8人", "慰问困难职工8人")]
    [InlineData("看望困难党员王志强、赵小兰", "看望2名困难党员")]
    [InlineData("为低保户刘大海修房", "为1户低保户修房")]
    [InlineData("走访低保户刘大海，送去米面", "走访1户低保户，送去米面")]
    [InlineData("帮助残疾人陈志远解决住房", "帮助1名残疾人解决住房")]
    [InlineData("留守儿童欧阳小红", "1名留守儿童")]
    [InlineData("李小明同学获一等奖", "1名学生获一等奖")]
    [InlineData("小明小朋友很高兴", "1名儿童很高兴")]
    [InlineData("白血病患儿张小雨", "1名患病儿童")]
    [InlineData("救治戈谢病患儿张小雨。", "救治1名患病儿童。")]
    [InlineData("白血病患者王小丽", "1名患病人员")]
    [InlineData("身患白血病的学生家长李华芳", "1名患病学生家长")]
    [InlineData("患白血病的女儿赵小雪", "1名患病女儿")]
    [InlineData("困难职工：陈伟强、周丽娜", "2名困难职工")]
    [InlineData("慰问困难职工有陈伟强、周丽娜，", "慰问2名困难职工，")]
    [InlineData("关爱留守儿童（杨小丫、许小乐）", "关爱2名留守儿童")]
    [InlineData("关爱留守儿童（杨小丫、许小乐等5人）活动", "关爱留守儿童5人活动")]
    [InlineData("资助贫困学生张三丰、李四光、王五岳各500元", "资助3名贫困学生各500元")]
    [InlineData("资助贫困学生张三丰500元、李四光300元", "资助2名贫困学生500元、300元")]
    [InlineData("看望困难党员张三丰（58岁）、李四光（60岁），", "看望2名困难党员，")]
    [InlineData("慰问困难户刘大海、孙二娘2户", "慰问困难户2户")]
    [InlineData("因车祸致贫的郑成功一家", "1户困难家庭")]
    [InlineData("残疾军人钱学林、孙志刚等3人", "残疾军人3人")]
    [InlineData("自闭症儿童林晓晓捐赠", "1名患病儿童捐赠")]
    [InlineData("看望住院的老党员胡国强", "看望1名患病老党员")]
    [InlineData("孤儿朱小亮", "1名孤儿")]
    [InlineData("重症职工李建国领取慰问金", "1名患病职工领取慰问金")]
    [InlineData("困难职工：乜云川、第五明", "2名困难职工")]
    [InlineData("走访困难职工陈伟强、乜云川、厍明分别送去慰问金", "走访3名困难职工分别送去慰问金")]
    [InlineData("资助贫困学生阿依古丽·买买提500元", "资助1名贫困学生500元")]
    [InlineData("学生张小明家庭困难，给予补助", "1名困难学生，给予补助")]
    [InlineData("职工李建国因病住院，前往看望", "1名患病职工，前往看望")]
    [InlineData("慰问困难职工刘爱华、李春生3次", "慰问2名困难职工3次")]
    [InlineData("学生张三丰、李四光患重病，", "2名患病学生，")]
    [InlineData("困难职工张三丰同志，家住东岭村", "1名困难职工，家住东岭村")]
    [InlineData("困难职工陈伟强，周丽娜各500元", "2名困难职工各500元")]
    [InlineData("因病致贫户刘大海、因残致贫户孙二娘", "1户困难户、1户困难户")]
    [InlineData("患尿毒症的困难职工李建国的女儿李小雪", "2名患病困难职工")]
    [InlineData("患尿毒症的困难职工李建国的女儿考上大学", "1名患病困难职工的女儿考上大学")]
    [InlineData("资助2名贫困学生张三丰、李四光", "资助2名贫困学生")]
    [InlineData("看望身患尿毒症的困难职工王大力和李翠花夫妇", "看望2名患病困难职工夫妇")]
    [InlineData("看望患病毒性肺炎的学生张小雨", "看望1名患病学生")]
    [InlineData("向患脑瘫的儿童刘子轩捐款", "向1名患病儿童捐款")]
    [InlineData("为患癌症的退休干部周国庆送去慰问金", "为1名患病退休干部送去慰问金")]
    [InlineData("慰问困难职工 陈伟强 周丽娜 李明", "慰问3名困难职工")]
    [InlineData("留守儿童小明、小红", "2名留守儿童")]
    [InlineData("职工张海因车祸致残，", "1名患病职工，")]
    [InlineData("联系电话13812345678", "联系电话138****5678")]
    [InlineData("电话 138 1234 5678", "电话 138****5678")]
    [InlineData("座机0379-65551234", "座机0379-****1234")]
    [InlineData("身份证410311199001011234", "身份证410***********1234")]
    [InlineData("身份证41031119900101123X。", "身份证410***********123X。")]
    [InlineData("卡号6222021234567890123", "卡号622************0123")]
    [InlineData("卡号6222 0212 3456 7890 123", "卡号6222 **** **** ****")]
    [InlineData("邮箱zhangsan@example.com，", "邮箱z***@example.com，")]
    [InlineData("微信号：zhang_san88", "微信号：***")]
    [InlineData("豫A·12B45送医", "豫A·*****送医")]
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
    [InlineData("慰问困难职工12户")]
    [InlineData("走访困难党员、困难群众8人")]
    [InlineData("看望老党员、老干部")]
    [InlineData("关爱留守儿童、空巢老人志愿服务")]
    [InlineData("县残疾人联合会、县红十字会联合开展活动")]
    [InlineData("走访困难群众（低保户、五保户、残疾人）30户")]
    [InlineData("走访困难群众（低保、五保、残疾）30户")]
    [InlineData("帮扶困难群众：就业、创业、助学")]
    [InlineData("对困难职工家庭、患病职工家庭开展金秋助学")]
    [InlineData("组织孤儿、留守儿童参观博物馆")]
    [InlineData("开展高血压、糖尿病患者健康讲座2场")]
    [InlineData("为住院职工送去慰问品")]
    [InlineData("因病致贫的家庭得到救助")]
    [InlineData("自闭症儿童康复中心")]
    [InlineData("慰问困难职工子女3人、困难党员代表5人")]
    [InlineData("儿童安全、儿童文学作品征集")]
    [InlineData("帮助残疾人创业、就业")]
    [InlineData("困难群众安居乐业，留守儿童健康成长")]
    [InlineData("看望困难老党员、退役军人和一线职工")]
    [InlineData("为贫困学生发放书包、文具、图书")]
    [InlineData("家长学校开课4期，学生家长参加")]
    [InlineData("走访特困供养人员和孤寡老人，发放米、面、油")]
    [InlineData("残疾军人、烈士家属优抚工作")]
    [InlineData("困难职工帮扶中心，困难职工档案管理")]
    [InlineData("关爱留守儿童：辅导、阅读、游戏")]
    [InlineData("未成年人思想道德建设，青少年法治教育")]
    [InlineData("重症监护病房的医生护士")]
    [InlineData("为困难家庭送春联、送温暖")]
    [InlineData("救助贫困母亲、贫困儿童项目")]
    [InlineData("白血病救助基金捐款5000元")]
    [InlineData("帮扶困难户种植花椒、养殖黄牛")]
    [InlineData("留守儿童书屋、图书角")]
    public void Mask_OrdinarySentence_StaysWhole(string text) => Masking.Mask(text).ShouldBe(text);

    [Theory]
    [InlineData("困难职工张三丰、")]
    [InlineData("张三丰、")]
    [InlineData("患病的")]
    [InlineData("困难职工：山水、")]
    [InlineData("身患白血")]
    public void Mask_LongText_TakesLinearTime(string part)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = Masking.Mask(string.Concat(Enumerable.Repeat(part, 40_000)));
        _ = Masking.Mask("困难职工：" + string.Concat(Enumerable.Repeat(part, 40_000)));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Mask_Twice_ChangesNothingMore() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Fragments)).ToArbitrary(), parts =>
        {
            var once = Masking.Mask(string.Concat(parts));
            return Masking.Mask(once) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
