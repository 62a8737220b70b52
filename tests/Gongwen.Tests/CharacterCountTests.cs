namespace Mingce.Gongwen.Tests;

public class CharacterCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(" \t\r\n　", 0)]
    [InlineData("文明单位", 4)]
    [InlineData("文明，单位。", 6)]
    [InlineData("“引号”", 4)]
    [InlineData("破折——省略……", 8)]
    [InlineData("阿·买提", 4)]
    [InlineData("2025年", 2)]
    [InlineData("投入1.5万元", 5)]
    [InlineData("12.5%", 1)]
    [InlineData("2025-11-22", 1)]
    [InlineData("hello world", 2)]
    [InlineData("hello,world", 1)]
    [InlineData("don't", 1)]
    [InlineData("A4纸B5纸", 4)]
    [InlineData("１２３", 3)]
    [InlineData("①第一", 3)]
    [InlineData("𠮷野家", 3)]
    [InlineData("第一行\n第二行", 6)]
    [InlineData("中\u200B文", 2)]
    public void Count_OfText_CountsLikeAnOfficeProgram(string text, int expected) => CharacterCount.Count(text).ShouldBe(expected);

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("文明 单位　建设", 6, 8)]
    [InlineData("投入1.5万元，hello world", 18, 19)]
    [InlineData("第一行\n第二行\t完", 7, 7)]
    [InlineData("𠮷野家", 3, 3)]
    [InlineData("中\u200B文", 2, 2)]
    public void CountCharacters_OfText_LeavesOutOrTakesInSpaces(string text, int without, int with)
    {
        CharacterCount.CountCharacters(text).ShouldBe(without);
        CharacterCount.CountCharactersAndSpaces(text).ShouldBe(with);
    }
}
