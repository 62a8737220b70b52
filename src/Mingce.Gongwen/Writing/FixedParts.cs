namespace Mingce.Gongwen.Writing;

/// <summary>Namespaces, and the parts of the .docx that are the same for every document.</summary>
internal static class FixedParts
{
    public const string MainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string RelationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelationsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>What the content type of every part of a .docx begins with.</summary>
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    public const string PackageRelations = $"""
        {Head}<Relationships xmlns="{PackageRelationsNamespace}">
          <Relationship Id="rId1" Type="{RelationsNamespace}/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """;

    /// <summary>
    /// Printed on both sides and bound at the left (§6.2, §6.3 [V]): margins are mirrored, page numbers alternate. Punctuation keeps its width:
    /// 28 characters are 28 characters.
    /// </summary>
    public const string Settings = $"""
        {Head}<w:settings xmlns:w="{MainNamespace}">
          <w:mirrorMargins/>
          <w:defaultTabStop w:val="640"/>
          <w:evenAndOddHeaders/>
          <w:characterSpacingControl w:val="doNotCompress"/>
          <w:compat>
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
          </w:compat>
          <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
        </w:settings>
        """;

    /// <summary>Fonts are named, never embedded; the other name serves where the first is not installed.</summary>
    public const string FontTable = $"""
        {Head}<w:fonts xmlns:w="{MainNamespace}">
          <w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/><w:charset w:val="86"/><w:family w:val="script"/></w:font>
          <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>
        </w:fonts>
        """;
}
