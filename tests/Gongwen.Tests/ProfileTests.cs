using System.Text;
using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Tests;

public class ProfileTests
{
    [Fact]
    public void Standard_Values_AreThoseOfTheClauses()
    {
        var standard = Profile.Standard;

        standard.Id.ShouldBe("gb-t-9704-2012");
        standard.Page.Top.ShouldBe(new Setting<double>("page.top", 37, "5.2.1", Certainty.Verified));
        standard.Page.Right.Certainty.ShouldBe(Certainty.Derived);
        standard.Title.Fonts.Value[0].ShouldBe("方正小标宋简体");
        standard.Title.Size.ShouldBe(new Setting<double>("title.size", 22, "7.3.1", Certainty.Verified));
        standard.Body.Fonts.Clause.ShouldBe("5.2.2");
        standard.Headings.Select(heading => heading.Fonts.Value[0]).ShouldBe(["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]);
        standard.Headings[0].Bold.ShouldBe(new Setting<bool?>("text.bold", false, "7.3.3", Certainty.Known));
        standard.PageNumber.Place.Value.ShouldBe(PageNumberPlace.Outer);
    }

    [Fact]
    public void Read_HouseProfile_OverridesSingleValuesOnly()
    {
        var house = Read("""
            {
              "id": "xx-ju", "name": "某局公文格式",
              // 二级标题加粗
              "heading2": { "bold": true },
              "pageNumber": { "place": "center" },
              "families": { "仿宋": ["仿宋"] },
              "page": { "top": { "value": 35, "clause": "5.2.1", "certainty": "H" } },
            }
            """);

        house.Name.ShouldBe("某局公文格式");
        house.Headings[1].Bold.ShouldBe(new Setting<bool?>("heading2.bold", true, "7.3.3", Certainty.House));
        house.Headings[0].Bold.Value.ShouldBe(false);
        house.PageNumber.Place.ShouldBe(new Setting<PageNumberPlace>("pageNumber.place", PageNumberPlace.Center, "7.5", Certainty.House));
        house.Body.Fonts.Value.ShouldBe(["仿宋"]);
        house.Page.Top.Value.ShouldBe(35);
        house.Page.Left.ShouldBe(Profile.Standard.Page.Left);
    }

    [Theory]
    [InlineData("{\n\"id\":\"a\",\n\"page\":{\"tpo\":37}}", 3, "page.tpo")]
    [InlineData("{\"id\":\"a\",\n\"colour\":{\"red\":1}}", 2, "colour.red")]
    [InlineData("{\"id\":\"a\",\n\"top\":37}", 2, "top")]
    [InlineData("{\"id\":\"a\",\n\"page\":\n{\"top\":\"37\"}}", 3, "0–200")]
    [InlineData("{\"id\":\"a\",\n\"page\":{\"top\":-1}}", 2, "0–200")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"fonts\":\"宋体\"}}", 2, "列表")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"fonts\":[]}}", 2, "列表")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"color\":\"red\"}}", 2, "FF0000")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"bold\":1}}", 2, "true")]
    [InlineData("{\"id\":\"a\",\n\"pageNumber\":{\"place\":\"7\"}}", 2, "outer")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"bold\":{\"value\":true,\"why\":1}}}", 2, "why")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"bold\":{\"clause\":\"1\"}}}", 2, "value")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"bold\":{\"value\":true,\"certainty\":\"X\"}}}", 2, "certainty")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"size\":1},\n\"title\":{\"size\":2}}", 3, "两次")]
    [InlineData("{\"id\":\"a\",\n\"title\":{\"size\":22", 2, "JSON")]
    [InlineData("[]", 1, "{ }")]
    [InlineData("", 1, "JSON")]
    [InlineData("{\"id\":\"a\"}\nmore", 2, "JSON")]
    public void Read_FaultyProfile_NamesLineAndReason(string json, int line, string reason)
    {
        var message = Should.Throw<ProfileException>(() => Read(json)).Message;

        message.ShouldContain($"第 {line} 行");
        message.ShouldContain(reason);
    }

    [Fact]
    public void Read_ProfileWithoutId_SaysSo() => Should.Throw<ProfileException>(() => Read("{}")).Message.ShouldContain("id");

    private static Profile Read(string json) => Profile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
