using FsCheck;
using FsCheck.Fluent;
using Mingce.Core.Activities;
using Mingce.Core.Dossiers;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Cli.Tests.Dossiers;

public sealed class StatementTests
{
    private static readonly Gen<string> Texts =
        from length in Gen.Elements(0, 1, 5, 30, 200, 2000)
        from letters in Gen.Elements('长', 'a', '。', '，', ' ', '1', '\n').ArrayOf(length)
        select new string(letters);

    [Fact]
    public void Write_AnyRecords_StaysWithin500Characters()
    {
        var cases =
            from texts in Texts.ArrayOf(12)
            from deeds in Gen.Choose(0, 40)
            from pieces in Gen.Choose(0, 12)
            from amounts in Gen.Choose(0, 3)
            from claims in Gen.Choose(0, 30)
            from head in Gen.Elements<int?>(null, 0, 35, int.MaxValue)
            select (texts, deeds, pieces, amounts, claims, head);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var unit = new Unit { FullName = Name(c.texts[0]) };
            List<Activity> counted = [.. Enumerable.Range(0, c.deeds).Select(i => Deed(unit, c.texts, c.pieces, c.amounts, c.head))];
            List<Activity> claimed = [.. Enumerable.Range(0, c.claims).Select(i => Deed(unit, c.texts, i % 2, 0, null))];
            var check = new CheckResult(new GradeCheck("1-1", Name(c.texts[1]), 100), 50, false) { Gaps = [new Gap("", 50)], Note = c.texts[2] };
            var result = new StandardResult(Name(c.texts[3]), Name(c.texts[4]), 50, 100, [check]);
            var document = new Statement(unit, withYear: true, new(2026, 12, 31)).Write(result, counted, claimed, [.. counted.SelectMany(a => a.Evidence, (a, e) => (a, e)).Select((x, i) => new Exhibit(i + 1, x.a, x.e, ""))]);
            return CharacterCount.Count(document.ToText()) <= 500;
        }));
    }

    [Fact]
    public void Write_ManyPhotos_CutsTheListAtAnItemAndTellsTheNumber()
    {
        var unit = new Unit { FullName = "市政务服务中心" };
        var deed = Deed(unit, ["道德讲堂", "礼堂", "", "", "", ""], 0, 0, 35);
        List<Exhibit> exhibits = [.. Enumerable.Range(1, 120).Select(i => new Exhibit(i, deed, Photo(unit, deed, $"道德讲堂现场照片{i}"), ""))];
        var text = new Statement(unit, withYear: false, new(2026, 12, 31)).Write(new StandardResult("1.1", "道德讲堂", 100, 100, []), [deed], [], exhibits).ToText();
        text.ShouldMatch("；[0-9]+[.]道德讲堂现场照片[0-9]+等120件。");
        CharacterCount.Count(text).ShouldBeInRange(480, 500);
    }

    [Theory]
    [InlineData("道德讲堂", "", "3月18日，道德讲堂（35人参加）。")]
    [InlineData("道德讲堂", "道德讲堂。", "3月18日，道德讲堂（35人参加）。")]
    [InlineData("道德讲堂", "邀请身边好人\n讲述事迹。", "3月18日，道德讲堂（35人参加）。邀请身边好人 讲述事迹。")]
    [InlineData("道德讲堂", "在礼堂举办道德讲堂1场。", "3月18日，在礼堂举办道德讲堂1场。")]
    public void Write_RecordWithText_TellsItInTheRecordsWords(string title, string text, string told)
    {
        var unit = new Unit { FullName = "市政务服务中心" };
        var deed = Deed(unit, [title, "", text, "", "", ""], 0, 0, 35);
        new Statement(unit, withYear: false, new(2026, 12, 31)).Write(new StandardResult("1.1", "道德讲堂", 100, 100, []), [deed], [], []).ToText().ShouldContain("\n" + told + "\n");
    }

    private static string Name(string text) => text.Trim().Length == 0 ? "名" : text;

    private static Activity Deed(Unit unit, string[] texts, int pieces, int amounts, int? head)
    {
        var deed = new Activity { UnitId = unit.Id, Title = Name(texts[0]), Place = texts[1], Text = texts[2], ActualHeadcount = head, EnteredAt = default }
            .During(Period.Of(new(2026, 3, 18)))
            .With(Enumerable.Range(1, amounts).Select(i => new Quantity(i * 1234.56m, "元", Bound.About, texts[3])));
        deed.Evidence.AddRange(Enumerable.Range(0, pieces).Select(i => new Evidence
        {
            UnitId = unit.Id, ActivityId = deed.Id, Form = (EvidenceForm)(i % 5), Title = Name(texts[4]), AddedAt = default,
            Url = texts[5], OriginalNumber = texts[5], OriginalPlace = texts[4], OriginalKeeper = texts[3],
        }));
        return deed;
    }

    private static Evidence Photo(Unit unit, Activity deed, string title) =>
        new() { UnitId = unit.Id, ActivityId = deed.Id, Form = EvidenceForm.Photo, Title = title, AddedAt = default };
}
