using System.Xml.Linq;

namespace Mingce.Gongwen.Tests;

/// <summary>Whatever a file holds, a check ends with findings or with a sentence for the user.</summary>
public class CheckHostileTests
{
    [Theory]
    [MemberData(nameof(HostileInputTests.Files), MemberType = typeof(HostileInputTests), DisableDiscoveryEnumeration = true)]
    public void Check_OfHostileFile_SaysWhatToDo(string name, byte[] file, string reason) =>
        Should.Throw<UnreadableDocumentException>(() => CheckFaultTests.Check(file), name).Message.ShouldContain(reason, Case.Sensitive, name);

    [Fact]
    public void Check_OfTooManyElements_IsRefused() =>
        Should.Throw<UnreadableDocumentException>(() => CheckFaultTests.Check(Samples.Package(string.Concat(Enumerable.Repeat("<a/>", 2_100_000)))));

    [Fact]
    public void Check_OfStylesThatGoRound_Ends()
    {
        const string Styles = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>""";
        const string Related = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""";

        CheckFaultTests.Check(Samples.Package("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>", ("word/styles.xml", Styles), ("word/_rels/document.xml.rels", Related))).Findings.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<w:p/>")]
    [InlineData("<w:tbl/>")]
    [InlineData("<w:tbl><w:tr/></w:tbl>")]
    [InlineData("<w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:sectPr/>")]
    [InlineData("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")]
    [InlineData("<w:p><w:r><w:fldChar/><w:fldChar w:fldCharType=\"end\"/><w:t>：</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:spacing w:line=\"0\" w:lineRule=\"exact\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"0\"/><w:w w:val=\"0\"/></w:rPr><w:t>题</w:t></w:r></w:p><w:p><w:pPr><w:spacing w:line=\"0\" w:lineRule=\"exact\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"2\"/><w:w w:val=\"0\"/><w:spacing w:val=\"-999\"/></w:rPr><w:t>现将有关情况报告如下。</w:t></w:r></w:p>")]
    public void Check_OfOddBody_Ends(string body) => CheckFaultTests.Check(Samples.Package(body)).Profile.Id.ShouldBe("gb-t-9704-2012");

    [Fact]
    public void Check_OfSpoiltXml_FindsOrRefuses()
    {
        var written = PaperSamples.All.Values.Select(Samples.Write).ToList();
        var dice = new Dice(9704);
        for (var i = 0; i < 400; i++)
        {
            var docx = new DocxEdit(dice.Pick(written));
            foreach (var part in (string[])["word/document.xml", "word/styles.xml"]) Spoil(docx.Part(part), dice);
            try
            {
                CheckFaultTests.Check(docx.Save());
                Samples.Read(docx.Save());
            }
            catch (UnreadableDocumentException)
            {
                // Refused in the one way a caller expects; any other exception fails the test.
            }
        }
    }

    private static void Spoil(XElement root, Dice dice)
    {
        string[] values = ["", "-1", "0", "99999999999", "x", "1.5pt", "１", "center"];
        for (var i = 0; i < 12; i++)
        {
            var elements = root.Descendants().ToList();
            if (elements.Count == 0) return;
            var victim = dice.Pick(elements);
            switch (dice.Next(5))
            {
                case 0 when elements.Count > 50:
                    victim.Remove();
                    break;
                case 1:
                    victim.AddAfterSelf(new XElement(victim));
                    break;
                case 2:
                    victim.Name = dice.Pick(elements).Name;
                    break;
                case 3 when victim.HasAttributes:
                    dice.Pick([.. victim.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml).DefaultIfEmpty(new XAttribute("a", ""))]).Value = dice.Pick(values);
                    break;
                default:
                    victim.Add(new XElement(dice.Pick(elements)));
                    break;
            }
        }
    }
}
