using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Testing;

namespace Cli.Tests.Staff;

/// <summary>Staff lists in the forms that offices have.</summary>
public sealed class StaffListTests
{
    public static TheoryData<string, TestSheet> Forms => new()
    {
        { "head in the first row", new("表", [["姓名", "部门", "职务", "政治面貌", "联系电话"], ["张三", "办公室", "主任", "党员", "13800138000"]]) },
        { "other names in another order", new("表", [["手机号码", "面貌", "所在科室", "名字", "岗位"], ["138 0013 8000", "中国共产党党员", "办公室", "张　三", "主任"]]) },
        { "title rows and numbers", new("表", [["某中心人员花名册"], [], ["序号", "姓  名", "部门/科室", "职务、职级", "政治面貌", "手机"], [1, "张 三", "办公室", "主任", "中共党员（2010年）", 13800138000L]], "A1:F1") },
        { "head over two rows", new("表", [["姓名", "科室", "职务", "政治面貌", "联系方式", null], [null, null, null, null, "办公电话", "手机"], ["张三", "办公室", "主任", "党员", null, "13800138000"]], "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1") },
        { "head over two rows that are not merged", new("表", [["姓名", "科室", "职务", "政治面貌", "联系方式"], [null, null, null, null, "手机"], ["张三", "办公室", "主任", "党员", "13800138000"]]) },
        { "formulas", new("表", [["姓名", "部门", "职务", "政治面貌", "电话"], [new TestFormula("A9", "张三"), "办公室", "主任", "党员", new TestFormula("B9", "13800138000", "n")]]) },
        { "required marks and remarks in the head", new("表", [["*姓名（必填）", "部门：", "职务", "政治面貌", "联系电话(手机)"], ["张三（主任）", "办公室", "主任", "党员", "+86 138-0013-8000"]]) },
        { "department as a band", new("表", [["姓名", "职务", "政治面貌", "电话"], ["一、办公室（1人）", null, null, null], ["张三", "主任", "党员", "13800138000"], ["合计", 1, null, null], ["注：以上为在岗人员", null, null, null]], "A2:D2") },
        { "the head again on the next page", new("表", [["姓名", "部门", "职务", "政治面貌", "电话"], ["张三", "办公室", "主任", "党员", "13800138000"], ["姓名", "部门", "职务", "政治面貌", "电话"]]) },
    };

    [Theory, MemberData(nameof(Forms))]
    public void Read_FormsOfOffices_GiveTheSamePerson(string form, TestSheet sheet)
    {
        var list = Read(sheet);
        list.Faults.ShouldBeEmpty(form);
        var person = list.People.ShouldHaveSingleItem(form);
        (person.Name, person.Department, person.Position, person.PoliticalStatus, person.Phone).ShouldBe(("张三", "办公室", "主任", "中共党员", "13800138000"), form);
    }

    [Fact]
    public void Read_MergedDepartmentAndBlankRows_RunDown()
    {
        var list = Read(new TestSheet("表", [["部门", "姓名"], ["办公室", "张三"], [null, "李四"], [], [null, "王五"], ["业务股", "赵六"]], "A2:A5"));
        list.People.Select(p => (p.Row, p.Name, p.Department)).ShouldBe([(2, "张三", "办公室"), (3, "李四", "办公室"), (5, "王五", "办公室"), (6, "赵六", "业务股")]);
    }

    [Fact]
    public void Read_TwoSheets_TellTheStaffing()
    {
        var list = Read(
            new TestSheet("编内", [["姓名", "身份"], ["张三", null], ["李四", "工人"]]),
            new TestSheet("Sheet2", [["2026年编外人员花名册"], ["姓名", "部门"], ["王五（劳务派遣）", "业务股"], ["赵六", "业务股"]], "A1:B1"),
            new TestSheet("旧", [["姓名"], ["孙七"]]) { State = "hidden" },
            new TestSheet("填表说明", [["请如实填写"]]));
        list.People.Select(p => (p.Name, p.Staffing)).ShouldBe(
            [("张三", StaffingKind.Established), ("李四", StaffingKind.Support), ("王五", StaffingKind.Dispatched), ("赵六", StaffingKind.Contract)]);
        list.Remarks.ShouldContain(r => r.Contains("填表说明"));
    }

    [Theory]
    [InlineData("政治面貌", "中共预备党员", "中共预备党员")]
    [InlineData("政治面貌", "预备党员", "中共预备党员")]
    [InlineData("政治面貌", "团员", "共青团员")]
    [InlineData("政治面貌", "群众", "群众")]
    [InlineData("政治面貌", "民盟", "民盟盟员")]
    [InlineData("政治面貌", "民主党派", "民主党派")]
    [InlineData("政治面貌", "党员\n2010.07", "中共党员")]
    [InlineData("电话", "0712-2851234", "0712-2851234")]
    [InlineData("电话", "13800138000/6123", "13800138000、6123")]
    [InlineData("入职时间", "2019.07", "2019-07-01")]
    [InlineData("入职时间", "2019年7月15日", "2019-07-15")]
    [InlineData("入职时间", "43647", "2019-07-01")]
    [InlineData("姓名", "买买提•艾力", "买买提·艾力")]
    [InlineData("姓名", "欧阳 丽 娜", "欧阳丽娜")]
    public void Read_Value_IsNormalised(string heading, string typed, string kept)
    {
        var person = Read(heading == "姓名" ? new TestSheet("表", [["姓名", "部门"], [typed, "办公室"]]) : new TestSheet("表", [["姓名", heading], ["张三", typed]])).People.ShouldHaveSingleItem();
        new[] { person.Name, person.PoliticalStatus, person.Phone, $"{person.JoinedOn:yyyy-MM-dd}" }.ShouldContain(kept);
    }

    [Theory]
    [InlineData("政治面貌", "积极", "无法识别")]
    [InlineData("人员性质", "其它", "无法识别")]
    [InlineData("手机", "1380013800", "11位")]
    [InlineData("手机", "1.38E+10", "科学计数")]
    [InlineData("手机", "138OO138000", "字母")]
    [InlineData("入职时间", "2019.1", "可能是1月")]
    [InlineData("入职时间", "2019-02-30", "无法识别")]
    [InlineData("职务", "420900199001011234", "身份证")]
    [InlineData("部门", "#REF!", "公式出错")]
    [InlineData("志愿者编号", "4.31202E+15", "科学计数")]
    public void Read_FaultyValue_IsReportedAndTheOthersAreTaken(string heading, string typed, string reason)
    {
        var list = Read(new TestSheet("编内", [["名册"], ["姓名", heading], ["李四", typed], ["张三", null]]));
        list.People.ShouldHaveSingleItem().Name.ShouldBe("张三");
        var fault = list.Faults.ShouldHaveSingleItem();
        (fault.Sheet, fault.Row, fault.Column).ShouldBe(("编内", 3, heading));
        fault.Message.ShouldContain(reason);
        fault.Message.ShouldNotContain("420900");
    }

    [Theory]
    [InlineData("4312020000012345", "4312020000012345")]
    [InlineData("ZY 001", "ZY001")]
    [InlineData("420900199001011234", "")] // a system that numbers its volunteers by the identity card
    [InlineData("42090019900101123X", "")]
    [InlineData(null, "")]
    public void Read_VolunteerNumber_IsTakenUnlessItIsAnIdentityNumber(string? typed, string kept)
    {
        var sheet = new TestSheet("名册", [["姓名", "志愿者编号"], ["张三", typed]]);
        var list = Read(sheet);
        list.Faults.ShouldBeEmpty();
        list.People.ShouldHaveSingleItem().VolunteerNumber.ShouldBe(kept);
        var withheld = StaffList.WithoutPrivate(SpreadsheetReader.Read("名册.xlsx", new MemoryStream(TestSpreadsheet.Of(sheet))));
        StaffList.Read(withheld).People.ShouldHaveSingleItem().VolunteerNumber.ShouldBe(kept, "what waits for the confirmation reads the same");
        withheld[0].Rows.SelectMany(r => r.Cells).ShouldNotContain(c => c.StartsWith("420900", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_RowsThatAreNoPerson_AreReportedOrLeftOut()
    {
        var list = Read(new TestSheet("表", [["姓名", "部门", "电话"], ["张三", "办公室", "13800138000"], ["张三", "办公室", null], ["张三", "业务股", "13900139000"], [null, "业务股", "13700137000"], ["1", "业务股", null], ["小计", "3", null], ["填表人：李四", null, "2026年"]]));
        list.People.Select(p => p.Row).ShouldBe([2, 4]);
        list.Faults.Select(f => (f.Row, f.Column)).ShouldBe([(3, "姓名"), (5, "姓名"), (6, "姓名")]);
    }

    [Fact]
    public void Read_DepartmentThatIsCalledLikeAClosing_HasItsPeople()
    {
        var list = Read(new TestSheet("表", [["部门", "姓名", "电话"], ["审核科", "张三", "0712-2851234-8001"], ["统计人：李四", "审核：王五", null]]));
        list.People.ShouldHaveSingleItem().Phone.ShouldBe("0712-2851234-8001");
        list.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Read_PrivateColumns_AreNotTakenAndTold()
    {
        IReadOnlyList<Sheet> sheets = Sheets(new TestSheet("表", [["姓名", "身份证号", "出生年月", "银行卡号", "学历", "备注"], ["张三", "420900199001011234", "1990-01", "6222020200112233445", "本科", "卡号6222020200112233445"]]));
        var list = StaffList.Read(sheets);
        list.People.ShouldHaveSingleItem();
        list.Remarks.ShouldContain(r => r.Contains("“身份证号”、“出生年月”、“银行卡号”") && r.Contains("不保存"));
        list.Remarks.ShouldContain(r => r.Contains("“学历”"));
        var kept = string.Join('|', StaffList.WithoutPrivate(sheets).SelectMany(s => s.Rows).SelectMany(r => r.Cells));
        kept.ShouldNotContain("4209");
        kept.ShouldNotContain("6222");
        kept.ShouldNotContain("1990");
        kept.ShouldContain("本科");
    }

    [Fact]
    public void CopyWithFaults_PutRight_ReadsAgain()
    {
        IReadOnlyList<Sheet> sheets = Sheets(new TestSheet("表", [["编外人员"], ["姓名", "部门", "手机"], ["张三", "办公室", "138"], ["=李四", "办公室", "13900139000"]], "A1:C1"));
        var copy = SpreadsheetReader.Read("副本", new MemoryStream(StaffList.CopyWithFaults(sheets, StaffList.Read(sheets).Faults)));
        var rows = copy.ShouldHaveSingleItem().Rows;
        rows[0].Cells.ShouldBe(["姓名", "部门", "手机", "问题"]);
        rows[1][3].ShouldBe("");
        rows[2][0].ShouldBe("=李四");
        rows[2][3].ShouldContain("姓名应为");
        StaffList.Read(copy).People.ShouldHaveSingleItem().Staffing.ShouldBe(StaffingKind.Contract);
    }

    [Fact]
    public void Read_TwoPersonsInARow_IsReportedAndNobodyIsLost()
    {
        var list = Read(new TestSheet("通讯录", [["姓名", "电话", "姓名", "电话"], ["张三", "13800138000", "李四", "13900139000"]]));
        list.People.ShouldBeEmpty();
        list.Faults.ShouldHaveSingleItem().Message.ShouldContain("两列姓名");
    }

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "no spreadsheet", "姓名,部门"u8.ToArray(), "不是表格文件" },
        { "empty", [], "空文件" },
        { "a zip", ZipOf("a.txt", 10), "已损坏或不是表格文件" },
        { "a bomb", ZipOf("xl/workbook.xml", 210 << 20), "展开后过大" },
        { "an OLE header only", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "已损坏" },
        { "a DTD", TestSpreadsheet.Of("<!DOCTYPE x [<!ENTITY a \"a\">]>", new TestSheet("表", [["姓名"], ["张三"]])), "已损坏" },
        { "no names", TestSpreadsheet.Of(new TestSheet("表", [["部门"], ["办公室"]])), "没有找到“姓名”列" },
        { "a cell beyond all bounds", TestSpreadsheet.Of(new TestSheet("表", [["姓名", "部门"], ["张三", new string('长', 500_000)]])), "展开后过大" },
        { "merged beyond all bounds", TestSpreadsheet.Of(new TestSheet("表", [["姓名", "部门"], ["张三", "办公室"]], [.. Enumerable.Range(0, 40).Select(_ => "A1:XFD1048576")])), "展开后过大" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void Read_WhatIsNoStaffList_IsRefusedInOneSentence(string what, byte[] bytes, string reason)
    {
        Should.Throw<UserFaultException>(() => StaffList.Read(SpreadsheetReader.Read("文件", new MemoryStream(bytes))), what).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("13800138000", "138****8000")]
    [InlineData("0712-2851234", "0712****1234")]
    [InlineData("6123", "****23")]
    [InlineData("13800138000、6123", "138****8000、****23")]
    public void Masked_Phone_KeepsItsEnds(string phone, string shown) => StaffValues.Masked(phone).ShouldBe(shown);

    private static StaffList Read(params TestSheet[] sheets) => StaffList.Read(Sheets(sheets));

    private static IReadOnlyList<Sheet> Sheets(params TestSheet[] sheets) => SpreadsheetReader.Read("名册", new MemoryStream(TestSpreadsheet.Of(sheets)));

    private static byte[] ZipOf(string name, int zeros)
    {
        using var output = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(output, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            var block = new byte[1 << 20];
            for (var left = zeros; left > 0; left -= block.Length)
                entry.Write(block, 0, Math.Min(left, block.Length));
        }
        return output.ToArray();
    }
}
