using System.Text.RegularExpressions;

namespace Mingce.Gongwen.Checking;

/// <summary>How the parts of a document read, also where they are written wrongly.</summary>
internal static partial class Patterns
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>发文字号, alone or with 签发人 behind it.</summary>
    [GeneratedRegex(@"^\s*(?<unit>[^\s\d〔\[［【（(〈<]{1,15})\s*(?<open>[〔\[［【（(〈<])\s*(?<year>\d{2,4}|[〇○零一二三四五六七八九]{4})\s*(?<close>[〕\]］】）)〉>])\s*(?<ordinal>第)?\s*(?<number>\d{1,5})\s*(?<end>号)?(?<signer>\s*签发人.*)?\s*$", Options, 1000)]
    public static partial Regex DocumentNumber();

    [GeneratedRegex(@"^\s*(№|No\.?)?\s*\d{4,9}\s*$", Options, 1000)]
    public static partial Regex CopyNumber();

    [GeneratedRegex(@"^\s*(绝\s*密|机\s*密|秘\s*密)\s*(★.*)?$", Options, 1000)]
    public static partial Regex Secrecy();

    [GeneratedRegex(@"^\s*(特\s*急|加\s*急|平\s*急|特\s*提|急\s*件)\s*$", Options, 1000)]
    public static partial Regex Urgency();

    [GeneratedRegex(@"^\s*签发人\s*[：:]", Options, 1000)]
    public static partial Regex Signer();

    /// <summary>A line that is a date and nothing else.</summary>
    [GeneratedRegex(@"^[\s（(]*(?<year>[0-9０-９]{2,4}|[〇○零０OＯ一二三四五六七八九十]{2,4})\s*(?<sep>[年.．\-/])\s*(?<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|[X×]{1,2})\s*[月.．\-/]\s*(?<day>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[X×]{1,2})\s*(?<end>[日号])?[\s）)]*$", Options, 1000)]
    public static partial Regex Date();

    [GeneratedRegex(@"^\s*附\s*件?\s*[0-9０-９]{0,2}\s*[：:]\s*\S", Options, 1000)]
    public static partial Regex AttachmentNote();

    [GeneratedRegex(@"^\s*(?<number>[0-9０-９]{1,2})\s*(?<sign>[.．、,，:：)）])\s*\S", Options, 1000)]
    public static partial Regex NumberedName();

    [GeneratedRegex(@"^\s*附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?\s*$", Options, 1000)]
    public static partial Regex AttachmentMark();

    [GeneratedRegex(@"^[\s]*[（(].*[)）]\s*$", Options | RegexOptions.Singleline, 1000)]
    public static partial Regex Parenthesised();

    [GeneratedRegex(@"^\s*抄\s*送\s*[：:]?", Options, 1000)]
    public static partial Regex CopyTo();

    [GeneratedRegex(@"^(?<unit>.*?)\s*(?<date>[0-9０-９]{4}\s*年\s*(?<month>[0-9０-９]{1,2})\s*月\s*(?<day>[0-9０-９]{1,2})\s*日|[〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s*(?<end>印\s*发|印)?\s*$", Options, 1000)]
    public static partial Regex Printed();

    [GeneratedRegex(@"^\s*主\s*题\s*词\s*[：:]", Options, 1000)]
    public static partial Regex Keywords();

    [GeneratedRegex(@"^\s*第[一二三四五六七八九十百零0-9]{1,5}[章节编部]", Options, 1000)]
    public static partial Regex Chapter();

    [GeneratedRegex(@"^\s*[图表照][片]?\s*[0-9一二三四五六七八九十]{1,3}([-—.][0-9]{1,3})?[\s　：:.、]?", Options, 1000)]
    public static partial Regex CaptionNumber();

    [GeneratedRegex(@"^\s*(出席|列席|请假|缺席|主持人?|记录人?|时间|地点|会议时间|会议地点|参会人员|参加人员|参会|议题|审核|签发|报送|发送|分送)\s*[：:]", Options, 1000)]
    public static partial Regex EntryName();

    /// <summary>The name of an organisation or of a group of readers, up to the sign behind it.</summary>
    [GeneratedRegex(@"(局|办|委|部|室|处|科|股|中心|单位|支部|党委|党组|政府|机关|公司|学校|站|所|院|队|厅|会|人员|职工|同志|干部|乡|镇|街道|社区|村|组|团|馆|社|部门|成员|县|市|区)[，,：:；;、。.\s]*$", Options, 1000)]
    public static partial Regex Organisation();

    /// <summary>What a 发文机关标志 ends with.</summary>
    [GeneratedRegex(@"(文件|纪\s*要|命令|令|简\s*报|专\s*报|公报|信息|会议记录)$", Options, 1000)]
    public static partial Regex Mark();

    [GeneratedRegex(@"如下|现将|为了|根据|按照|我局|我单位", Options, 1000)]
    public static partial Regex Sentence();
}
