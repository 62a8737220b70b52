using Mingce.Core.Reporting;

namespace Core.Tests.Reporting;

public sealed class PhraseCheckTests
{
    private static readonly Guid Unit = Guid.CreateVersion7();
    private static readonly DateOnly Day = new(2026, 3, 5);

    private static readonly Phrase New = Make("微笑、耐心、准确、及时", new(2026, 1, 1), null, incomplete: "微笑、准确、及时\n耐心、准确、及时");
    private static readonly Phrase Old = Make("微笑、耐心、准确", new(2023, 1, 1), new(2025, 12, 31), New.Id);
    private static readonly Phrase Oldest = Make("微笑服务", new(2020, 1, 1), new(2022, 12, 31), Old.Id);

    [Theory]
    [InlineData("做到微笑、耐心、准确。", "微笑、耐心、准确→微笑、耐心、准确、及时")]
    [InlineData("做到微笑、耐心、准确、及时。", "")]
    [InlineData("先做到微笑、耐心、准确、及时，再说微笑、耐心、准确。", "微笑、耐心、准确→微笑、耐心、准确、及时")]
    [InlineData("做到微笑、准确、及时。", "微笑、准确、及时！微笑、耐心、准确、及时")]
    [InlineData("开展微笑服务，做到微笑、准确、及时。", "微笑服务→微笑、耐心、准确、及时 微笑、准确、及时！微笑、耐心、准确、及时")]
    [InlineData("", "")]
    public void Find_Text_TellsWhatIsOverAndWhatIsIncomplete(string text, string expected) =>
        Tell(text, Day).ShouldBe(expected);

    [Fact]
    public void Find_TextOfADayWhenThePhraseHeld_TellsNothing()
    {
        Tell("做到微笑、耐心、准确。", new(2025, 12, 31)).ShouldBe("");
        Tell("做到微笑、准确、及时。", new(2025, 12, 31)).ShouldBe("");
    }

    [Fact]
    public void Find_SameTextInForceAgain_TellsNothing()
    {
        var again = Make("微笑服务", new(2025, 1, 1), null);
        PhraseCheck.Find("开展微笑服务。", Day, [Oldest, again]).ShouldBeEmpty();
    }

    [Fact]
    public void Find_SuccessorsInACircle_NamesNone()
    {
        var (first, second) = (Make("甲乙丙", new(2020, 1, 1), new(2021, 1, 1)), Make("丙乙甲", new(2020, 1, 1), new(2021, 1, 1)));
        (first.SuccessorId, second.SuccessorId) = (second.Id, first.Id);
        PhraseCheck.Find("甲乙丙", Day, [first, second]).ShouldHaveSingleItem().Successor.ShouldBeNull();
    }

    [Fact]
    public void InForce_SeveralOfASlot_IsTheLatestWithASource()
    {
        var unsourced = new Phrase { UnitId = Unit, Slot = "服务规范", Text = "无出处", Source = "", ValidFrom = new(2026, 2, 1) };
        Phrase.InForce([Oldest, New, unsourced], "服务规范", Day).ShouldBe(New);
        Phrase.InForce([Oldest, Old], "服务规范", Day).ShouldBeNull();
    }

    private static string Tell(string text, DateOnly day) =>
        string.Join(' ', PhraseCheck.Find(text, day, [Oldest, Old, New]).Select(hint => hint.IsIncomplete ? $"{hint.Found}！{hint.Phrase.Text}" : $"{hint.Found}→{hint.Successor?.Text}"));

    private static Phrase Make(string text, DateOnly from, DateOnly? to, Guid? successor = null, string incomplete = "") => new()
    {
        UnitId = Unit,
        Slot = "服务规范",
        Text = text,
        Source = "服务规范",
        ValidFrom = from,
        ValidTo = to,
        SuccessorId = successor,
        Incomplete = incomplete,
    };
}
