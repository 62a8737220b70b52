namespace Mingce.Gongwen.Tests;

public class HeadingTests
{
    [Theory]
    [InlineData("1 1 1", "一、 二、 三、")]
    [InlineData("1 2 2 1 2", "一、 （一） （二） 二、 （一）")]
    [InlineData("1 2 3 4 4 3 4", "一、 （一） 1. （1） （2） 2. （1）")]
    [InlineData("1 3 3 1 3", "一、 1. 2. 二、 1.")] // the standard allows to pass over a level
    [InlineData("2 4 2 4", "（一） （1） （二） （1）")]
    public void Parts_OfHeadings_AreNumberedInOrder(string levels, string numbers)
    {
        var headings = levels.Split(' ').Select(level => new Heading(int.Parse(level), "标题"));

        var parts = Samples.OfBody([.. headings]).Parts();

        string.Join(' ', parts.Skip(1).Select(part => part.Number)).ShouldBe(numbers);
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(215, "二百一十五")]
    [InlineData(999, "九百九十九")]
    [InlineData(1000, "1000")]
    public void Chinese_OfNumber_IsWrittenOut(int number, string expected) => HeadingNumbers.Chinese(number).ShouldBe(expected);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Heading_OfUnknownLevel_IsRefused(int level) => Should.Throw<ArgumentOutOfRangeException>(() => new Heading(level, "标题"));
}
