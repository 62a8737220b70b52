using System.Text;

namespace Mingce.Gongwen.Tests;

/// <summary>Plain text becomes a document: what is recognised, and that nothing is lost.</summary>
public class FormatTests
{
    private const string Letter = """
        某某县水务局文件
        某水[2025]15号  签发人：张某某
        某某县水务局
        关于开展自查的通知
        （2025年11月3日）

        机关各科室、局属各单位:
            决定开展自查。现将有关事项通知如下：
        一．自查内容
        (一)组织领导。是否成立领导小组。
        （二） 活动开展
        1、志愿服务
        (1)每月1次
        三、工作要求
        序号	科室	联络员
        1	办公室	张某某
        2	工程科
            特此通知。

        附件：1、自查情况表
              2．责任分工。

        某某县水务局
        二〇二五年十一月三日
        (联系人：李某某)

        附件1
        自查情况表
        项目	完成情况
        组织领导	已完成
        附件2
        责任分工
        一、办公室
        抄送：县文明办。
        某某县水务局办公室  2025年11月03日印发
        """;

    [Fact]
    public void Recognize_WholeLetter_FindsEveryPart() =>
        GongwenText.Recognize(Letter).Parts().Select(part => $"{part.Role} {part.Text.Replace('\t', '|').Replace('\n', '/')}").ShouldBe([
            "AgencyMark 某某县水务局文件",
            "DocumentNumber 某水〔2025〕15号|签发人：张某某",
            "Title 某某县水务局/关于开展自查的通知",
            "Subtitle （2025年11月3日）",
            "MainRecipient 机关各科室、局属各单位：",
            "Paragraph 决定开展自查。现将有关事项通知如下：",
            "Heading 一、自查内容",
            "Heading （一）组织领导。是否成立领导小组。",
            "Heading （二）活动开展",
            "Heading 1.志愿服务",
            "Heading （1）每月1次",
            "Heading 三、工作要求",
            "TableHeader 序号|科室|联络员",
            "TableRow 1|办公室|张某某",
            "TableRow 2|工程科|",
            "Paragraph 特此通知。",
            "AttachmentNote 附件：1.自查情况表",
            "AttachmentNote 2.责任分工",
            "SignatureUnit 某某县水务局",
            "SignatureDate 2025年11月3日",
            "Annotation （联系人：李某某）",
            "AttachmentMark 附件1",
            "AttachmentTitle 自查情况表",
            "TableHeader 项目|完成情况",
            "TableRow 组织领导|已完成",
            "AttachmentMark 附件2",
            "AttachmentTitle 责任分工",
            "Heading 一、办公室",
            "CopyTo 抄送：县文明办。",
            "PrintedBy 某某县水务局办公室|2025年11月3日印发",
        ]);

    [Theory]
    [InlineData("一、加强领导", 1, "一、", "加强领导", "")]
    [InlineData("一．加强领导", 1, "一、", "加强领导", "")]
    [InlineData("一 、 加强领导", 1, "一、", "加强领导", "")]
    [InlineData("十二、加强领导", 1, "十二、", "加强领导", "")]
    [InlineData("(三)加强领导。成立小组。", 2, "（三）", "加强领导。", "成立小组。")]
    [InlineData("（三）、加强领导", 2, "（三）", "加强领导", "")]
    [InlineData("1、加强领导", 3, "1.", "加强领导", "")]
    [InlineData("１．加强领导", 3, "1.", "加强领导", "")]
    [InlineData("(2) 加强领导", 4, "（2）", "加强领导", "")]
    public void Recognize_OddlyWrittenNumber_IsPutRight(string line, int level, string number, string text, string runOn)
    {
        var document = GongwenText.Recognize("标题\n正文。\n" + line);

        var heading = document.Blocks[^1].ShouldBeOfType<Heading>();
        (heading.Level, heading.Text, heading.RunOn).ShouldBe((level, text, runOn));
        document.Parts()[^1].Number.ShouldBe(number);
    }

    [Theory]
    [InlineData("1.5万元用于宣传")]
    [InlineData("3、4月份开展活动")]
    [InlineData("2025年3月5日")] // in the middle of the text
    [InlineData("一是加强领导。")]
    [InlineData("第一，加强领导。")]
    [InlineData("现将有关情况报告如下：")]
    [InlineData("2025年13月1日")]
    [InlineData("抄送：县文明办")] // not at the end
    public void Recognize_WhatOnlyLooksLikeAPart_StaysText(string line) =>
        GongwenText.Recognize($"关于开展自查的通知\n县文明办：\n正文。\n{line}\n又一段。").Blocks.ShouldContain(new Paragraph(line));

    [Theory]
    [InlineData("关于开展自查的通知", "关于开展自查的通知")]
    [InlineData("某某县水务局\n关于开展自查的通知\n正文没有句号", "某某县水务局\n关于开展自查的通知")]
    [InlineData("加强水源保护\n第一段没有句号\n", "加强水源保护")]
    [InlineData("某某县水务局关于印发《文明单位创建工作实施方案》的通知", "某某县水务局关于印发\n《文明单位创建工作实施方案》的通知")]
    [InlineData("今年以来，我局开展了工作。", "")]
    [InlineData("一、加强领导", "")]
    public void Recognize_FirstLines_AreTitleOrNot(string text, string title) => GongwenText.Recognize(text).Title.ShouldBe(title);

    [Theory]
    [InlineData("某某县水务局关于2025年度文明单位创建工作情况的报告", "某某县水务局\n关于2025年度文明单位创建工作情况的报告")]
    [InlineData("某某县水务局2025年度精神文明建设和文明单位创建工作总结", "某某县水务局2025年度精神文明建设\n和文明单位创建工作总结")]
    [InlineData("短标题", "短标题")]
    [InlineData("已经\n断行的标题", "已经\n断行的标题")]
    public void Break_LongTitle_TearsNoWord(string title, string expected) => TitleBreaks.Break(title).ShouldBe(expected);

    [Fact]
    public void Break_AnyTitle_OnlyAddsBreaksAndFillsNoLineTooFull()
    {
        var dice = new Dice(9);
        for (var i = 0; i < 300; i++)
        {
            var title = string.Concat(Enumerable.Range(0, 3 + dice.Next(12)).Select(_ => dice.Pick((string[])["某某县", "水务局", "关于", "2025年度", "文明单位", "创建", "工作", "《方案》", "的", "通知", "和", "𠮷", "PM2.5"])));
            var broken = TitleBreaks.Break(title);

            broken.Replace("\n", "", StringComparison.Ordinal).ShouldBe(title);
            if (broken.Contains('\n')) broken.Split('\n').ShouldAllBe(line => line.EnumerateRunes().Sum(rune => rune.IsAscii ? 1 : 2) <= 40, title);
        }
    }

    [Theory]
    [InlineData("某某局\n2025年1月9日", 2025, 1, 9)]
    [InlineData("某某局\n2025年01月09日", 2025, 1, 9)]
    [InlineData("某某局\n２０２５年１月９日", 2025, 1, 9)]
    [InlineData("某某局\n二〇二五年十二月三十一日", 2025, 12, 31)]
    [InlineData("某某局\n二○二五年二十月十日", 0, 0, 0)]
    [InlineData("某某局\n2025年2月30日", 0, 0, 0)]
    [InlineData("某某局\n2025.1.9", 0, 0, 0)]
    public void Recognize_LastLines_AreSignatureOrText(string lines, int year, int month, int day)
    {
        var document = GongwenText.Recognize("关于自查的通知\n正文。\n" + lines);

        (document.Signature?.Unit).ShouldBe(year == 0 ? null : "某某局");
        (document.Signature?.Date).ShouldBe(year == 0 ? null : new DateOnly(year, month, day));
        if (year == 0) document.Blocks.Count.ShouldBe(3);
    }

    /// <summary>0 errors of Word's own schema, and every word in its order, in a thousand texts drawn from what texts are made of and what they should not hold.</summary>
    [Fact]
    public void FormatThousandTexts_AreValidAndLoseNothing()
    {
        for (ulong seed = 0; seed < 1000; seed++)
        {
            var text = RandomText(new Dice(seed));

            var document = GongwenText.Recognize(text);
            var docx = Samples.Write(document);

            Lost(Words(text), Words(document.ToText())).ShouldBeNull($"seed {seed}: {text.ReplaceLineEndings()}\n→\n{document.ToText()}");
            Samples.Read(docx).ShouldBe(document.ToText(), $"seed {seed}");
            WordValidity.Errors(docx).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void Recognize_TextWithoutStructure_KeepsEveryCharacter()
    {
        for (ulong seed = 0; seed < 1000; seed++)
        {
            var dice = new Dice(seed);
            var text = string.Join('\n', Enumerable.Range(0, 1 + dice.Next(8)).Select(_ =>
                string.Concat(Enumerable.Range(0, 1 + dice.Next(30)).Select(_ => dice.Pick((string[])["文", "明", "，", "“", "”", "——", "……", "a", "2", "%", " ", "　", "\t", "（", ")", "𠮷", "《", "》"]))) + "。"));

            Visible(GongwenText.Recognize(text).ToText()).ShouldBe(Visible(text), $"seed {seed}");
        }

        static string Visible(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('（' or '）' or ')'))); // 2） becomes （2）
    }

    private static string RandomText(Dice dice)
    {
        string[] lines =
        [
            "某某县水务局文件", "某水〔2025〕15号", "某某县水务局", "关于开展自查的通知", "（草案）", "县文明办：", "各科室：", "一、加强领导", "（一）压实责任。召开会议。", "(二)健全制度", "1、台账",
            "2．登记", "(1)按月", "三、", "附件：1.自查表", "2.分工", "附件：清单", "附件", "附件1", "附件2", "自查表", "2025年11月3日", "某某局", "（联系人：李某）", "抄送：县文明办", "某某局办公室  2025年11月3日印发",
            "序号\t名称", "1\t活动\t备注", "2\t讲座", "\t缩进的段落。", "", "", "出席：张某某", "投入1.5万元，“占比”12.5%——……", "孤立\uD800代理\uDC00项", "控\u0001制\u0000字\u001B符\u007F\u0085", "非字符\uFFFE\uFFFF", "\u2028行分隔\u2029",
            "𠮷野家👍🏽", "<w:t>&amp;]]>", "000001", "特急", "机密★1年", "签发人：张某某", "：", "、", "一", "1.", "（）", "()", new string('长', 90),
        ];
        return string.Join(dice.Pick((string[])["\n", "\r\n", "\r"]), Enumerable.Range(0, 1 + dice.Next(25)).Select(_ => dice.Pick(lines)));
    }

    // Letters and digits alone: signs around numbers are form, and so is the number of an only name in the 附件说明.
    private static List<Rune> Words(string text) => [.. text.Replace("附件：1", "附件", StringComparison.Ordinal).EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune))];

    // Where the first of them stands that is not found in its order; null: all are there.
    private static string? Lost(List<Rune> wanted, List<Rune> all)
    {
        var at = 0;
        foreach (var rune in all)
        {
            if (at < wanted.Count && wanted[at] == rune) at++;
        }
        return at == wanted.Count ? null : string.Concat(wanted.Skip(Math.Max(0, at - 5)).Take(10));
    }
}
