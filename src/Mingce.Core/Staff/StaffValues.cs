using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;

namespace Mingce.Core.Staff;

/// <summary>Reads what stands in the cells of a staff list. Each method throws <see cref="CellFaultException"/> at what it cannot read; an empty cell is no fault.</summary>
public static partial class StaffValues
{
    public const int LongestName = 30;
    public const int LongestPosition = 50;
    public const int LongestDepartment = 50;
    public const int LongestVolunteerNumber = 30;

    public const string Member = "中共党员";
    public const string ProbationaryMember = "中共预备党员";
    public const string People = "群众";

    /// <summary>The names of GB/T 4762, and 民主党派 where a list says no more.</summary>
    public static readonly IReadOnlyList<string> PoliticalStatuses =
    [
        Member, ProbationaryMember, "共青团员", People, "无党派人士", "民革党员", "民盟盟员", "民建会员", "民进会员", "农工党党员", "致公党党员", "九三学社社员", "台盟盟员", "民主党派",
    ];

    private static readonly (StaffingKind Kind, string Name, string Words)[] Staffings =
    [
        (StaffingKind.Established, "在编在岗", "在编 编内 正式 正式在编 在职在编 在岗在编 正式工 正式职工 正式人员 公务员 参公 参公人员 参照公务员 参照公务员管理 行政 行政编 行政编制 事业 事业编 事业编制 事业人员 全额事业 差额事业 自收自支 全额拨款 机关干部 事业干部 干部 在编人员 编内人员 是"),
        (StaffingKind.Support, "工勤", "工勤人员 工勤编 工勤编制 机关工勤 后勤服务 工人"),
        (StaffingKind.Contract, "编外聘用", "编外 聘用 编外人员 聘用人员 编外用工 合同 合同工 合同制 合同制工人 临聘 临聘人员 临时工 临时人员 自聘 公益岗 公益性岗位 政府购买服务 购买服务 不在编 非在编 非编 否"),
        (StaffingKind.Dispatched, "劳务派遣", "派遣 劳务 派遣制 派遣人员 劳务派遣人员 劳务派遣工"),
        (StaffingKind.Seconded, "借调", "借用 抽调 借调人员 跟班"),
        (StaffingKind.Attached, "挂职", "挂职干部 挂职锻炼"),
        (StaffingKind.Village, "驻村", "驻村干部 驻村工作队 驻村工作队员"),
        (StaffingKind.Retired, "离退休", "退休 离休 退休人员 离退休人员 退休干部 退休职工"),
    ];

    private static readonly Dictionary<string, StaffingKind> StaffingByWord =
        Staffings.SelectMany(s => s.Words.Split(' ').Append(s.Name).Select(word => (word, s.Kind))).ToDictionary(s => s.word, s => s.Kind);

    private static readonly Dictionary<string, string> PoliticalByWord = new[]
    {
        (Member, "党员 共产党员 中国共产党党员 正式党员 中共正式党员 中共党员"),
        (ProbationaryMember, "预备党员 中共预备党员 中国共产党预备党员"),
        ("共青团员", "团员 共青团员 中国共产主义青年团团员"),
        (People, "群众 普通群众 无"),
        ("无党派人士", "无党派 无党派人士"),
        ("民革党员", "民革 民革党员 民革会员"), ("民盟盟员", "民盟 民盟盟员 民盟会员"), ("民建会员", "民建 民建会员"), ("民进会员", "民进 民进会员"),
        ("农工党党员", "农工党 农工党党员 农工民主党"), ("致公党党员", "致公党 致公党党员"), ("九三学社社员", "九三学社 九三学社社员 九三"), ("台盟盟员", "台盟 台盟盟员"),
        ("民主党派", "民主党派 民主党派成员"),
    }.SelectMany(s => s.Item2.Split(' ').Select(word => (word, s.Item1))).ToDictionary(s => s.word, s => s.Item2);

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}〇·\p{Cs}]{2,30}$|^[A-Za-z][A-Za-z .'·-]{1,29}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();

    [GeneratedRegex(@"[（(](?<inner>[^）)]*)[）)]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<year>\d{4})(年|[-/.])(?<month>\d{1,2})(月|[-/.]|$)((?<day>\d{1,2})日?)?( 00:00.*)?$|^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayForm();

    [GeneratedRegex(@"^1[3-9]\d{9}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?$|^\d{3,6}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FixedPhone();

    public static string NameOf(StaffingKind kind) => Array.Find(Staffings, s => s.Kind == kind).Name;

    /// <summary>志愿者编号; nothing where a system numbers its volunteers by the identity card, since that is not kept.</summary>
    public static string VolunteerNumber(string text)
    {
        var plain = Headings.Plain(text);
        return CellChecks.IsIdentityNumber(text) ? ""
            : text.Contains("E+", StringComparison.OrdinalIgnoreCase) ? throw new CellFaultException("志愿者编号显示为科学计数，数字已失真，请把该列设为文本后重新填写。")
            : plain.Length <= LongestVolunteerNumber && plain.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? plain
            : throw new CellFaultException($"志愿者编号应为字母和数字，不超过{LongestVolunteerNumber}位，请更正。");
    }

    /// <summary>张　三（借调） is 张三, with what the bracket says of the staffing.</summary>
    public static (string Name, StaffingKind? Staffing) Name(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        StaffingKind? staffing = null;
        foreach (Match bracket in Bracket().Matches(plain))
        {
            staffing ??= StaffingByWord.TryGetValue(Headings.Plain(bracket.Groups["inner"].Value), out var kind) ? kind : null;
        }
        plain = Bracket().Replace(plain, "").TrimEnd('*').Trim();
        // Latin names keep one blank between their words.
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        plain = string.Join(plain.Any(char.IsAsciiLetter) ? " " : "", words).Replace('•', '·').Replace('・', '·').Replace('‧', '·').Replace('●', '·');
        return NameForm().IsMatch(plain) ? (plain, staffing) : throw new CellFaultException("姓名应为2至30个字，不含数字和其他符号，请更正。");
    }

    /// <summary>Whether the text can be the name of a person.</summary>
    public static bool IsName(string text) => NameForm().IsMatch(Headings.Plain(Bracket().Replace(text, "")));

    public static string Department(string text) => Short(Joined(text), LongestDepartment, "部门名称");

    public static string Position(string text) => Short(Joined(text), LongestPosition, "职务");

    public static string PoliticalStatus(string text)
    {
        var plain = Bracket().Replace(Headings.Plain(text), "").TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-', '/', '年', '月', '日');
        return plain.Length == 0 ? ""
            : PoliticalByWord.TryGetValue(plain, out var status) ? status
            : throw new CellFaultException($"政治面貌“{CellChecks.Shown(text)}”无法识别，请填中共党员、中共预备党员、共青团员、群众、无党派人士或所在民主党派。");
    }

    public static StaffingKind? Staffing(string text)
    {
        var plain = Bracket().Replace(Headings.Plain(text), "");
        return plain.Length == 0 ? null
            : StaffingByWord.TryGetValue(plain, out var kind) ? kind
            : throw new CellFaultException($"人员性质“{CellChecks.Shown(text)}”无法识别，请填{string.Join('、', Staffings.Select(s => s.Name))}之一。");
    }

    /// <summary>A staffing that the name of a sheet or the title of a list tells: 编外人员花名册.</summary>
    public static StaffingKind? StaffingIn(string title)
    {
        var plain = Headings.Plain(title);
        return plain.Contains("编内", StringComparison.Ordinal) && plain.Contains("编外", StringComparison.Ordinal) ? null
            : new[] { ("编外", StaffingKind.Contract), ("不在编", StaffingKind.Contract), ("劳务派遣", StaffingKind.Dispatched), ("退休", StaffingKind.Retired), ("借调", StaffingKind.Seconded), ("挂职", StaffingKind.Attached), ("驻村", StaffingKind.Village), ("工勤", StaffingKind.Support), ("编内", StaffingKind.Established), ("在编", StaffingKind.Established) }
                .Where(w => plain.Contains(w.Item1, StringComparison.Ordinal)).Select(w => (StaffingKind?)w.Item2).FirstOrDefault();
    }

    /// <summary>One or several numbers: mobile 13800138000, fixed 0712-2851234, short 6123; without blanks, joined by 、.</summary>
    public static string Phone(string text)
    {
        if (text.Contains("E+", StringComparison.OrdinalIgnoreCase))
        {
            throw new CellFaultException("电话号码显示为科学计数，数字已失真，请把该列设为文本后重新填写。");
        }
        var numbers = text.Normalize(NormalizationForm.FormKC).Replace('－', '-').Replace('—', '-')
            .Split(['/', '、', ',', '，', ';', '；', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(OnePhone).Where(n => n.Length > 0);
        return string.Join('、', numbers.Distinct().Take(3));
    }

    /// <summary>138****1234; of short numbers only the last two digits.</summary>
    public static string Masked(string phone) => string.Join('、', phone.Split('、').Select(MaskedNumber));

    /// <summary>2019-07-01, 2019.7, 2019年7月, 201907 and the number that a spreadsheet makes of a day; a month counts from its first day.</summary>
    public static DateOnly? Day(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('.', '-', '/');
        if (plain.Length == 0)
        {
            return null;
        }
        if (plain.Length == 6 && plain.EndsWith(".1", StringComparison.Ordinal))
        {
            throw new CellFaultException($"“{plain}”可能是1月，也可能是10月，请写成{plain[..4]}年1月或{plain[..4]}年10月。");
        }
        if (plain.Length == 5 && int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 15_000 and < 73_000)
        {
            return new DateOnly(1899, 12, 30).AddDays(serial);
        }
        var form = DayForm().Match(plain);
        if (form.Success)
        {
            var (year, month, day) = (int.Parse(form.Groups["year"].Value), int.Parse(form.Groups["month"].Value), form.Groups["day"] is { Success: true } d ? int.Parse(d.Value) : 1);
            if (year is >= 1940 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                return new DateOnly(year, month, day);
            }
        }
        throw new CellFaultException($"日期“{CellChecks.Shown(text)}”无法识别，请写成2019年7月1日或2019-07-01的形式。");
    }

    private static string MaskedNumber(string number)
    {
        var (head, tail) = number.Length < 7 ? (0, Math.Min(2, number.Length)) : (Math.Max(0, number.Length - 8), 4);
        return $"{number[..head]}****{number[^tail..]}";
    }

    private static string OnePhone(string text)
    {
        var number = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '-' or '+'));
        if (text.Any(c => char.IsAsciiLetter(c)) || text.Count(char.IsDigit) != number.Count(char.IsDigit))
        {
            throw new CellFaultException("电话号码含有字母或其他符号，请更正。");
        }
        var digits = number.Replace("-", "", StringComparison.Ordinal).TrimStart('+');
        if (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal))
        {
            digits = digits[2..];
        }
        if (digits.Length == 0)
        {
            return "";
        }
        return Mobile().IsMatch(digits) ? digits
            : FixedPhone().IsMatch(number) ? number
            : throw new CellFaultException(digits[0] == '1' && digits.Length is > 8 and < 14
                ? $"手机号码应为11位，此处为{digits.Length}位，请核对。" : "电话号码不正确：手机号码应为11位，固定电话写成0712-2851234的形式。");
    }

    private static string Joined(string text) => string.Join(text.Any(char.IsAsciiLetter) ? " " : "", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string text, int longest, string what) =>
        text.Length <= longest ? text : throw new CellFaultException($"{what}超过{longest}字，请缩短。");
}
