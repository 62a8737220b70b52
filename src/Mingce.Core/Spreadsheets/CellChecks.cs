using System.Text.RegularExpressions;
using Mingce.Core.Texts;

namespace Mingce.Core.Spreadsheets;

/// <summary>A value that cannot be taken; the message says what to write instead.</summary>
public sealed class CellFaultException(string message) : Exception(message);

/// <summary>What lists of every kind have to look out for: what must not be kept, and formulas that went wrong.</summary>
public static partial class CellChecks
{
    /// <summary>Stands in a cell whose content must not be kept.</summary>
    public const string Withheld = "［已略去］";

    private const int LongestShown = 20;

    [GeneratedRegex(@"(?<![\dA-Za-z])(\d ?){14,18}[\dXx](?![\dA-Za-z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^\d{6}((19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdentityNumber();

    [GeneratedRegex("身份证|身份号|证件|公民身份|社保|医保|银行|账号|账户|帐号|帐户|卡号|开户|工资|薪|出生|生日|年龄|籍贯|住址|地址|户籍|户口|婚|健康|病|血型|宗教|民族|家庭|配偶|子女|紧急联系", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrivateWords();

    [GeneratedRegex("电话|手机", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneWords();

    /// <summary>Why the text cannot be taken, whatever its column says; null where nothing speaks against it.</summary>
    public static string? FaultOf(string text) =>
        HoldsLongNumber(text) ? "疑似含有身份证件号码或银行账号，不得导入，请删去。"
        : IsFormulaFault(text) ? $"公式出错（{Shown(text)}），请改为正确的内容。"
        : null;

    /// <summary>Whether the text holds a number as long as that of an identity paper or a bank card.</summary>
    public static bool HoldsLongNumber(string text) => text == Withheld || LongNumber().IsMatch(text);

    /// <summary>Whether the text is an identity number: it holds a birthday where those do.</summary>
    public static bool IsIdentityNumber(string text) => text == Withheld || IdentityNumber().IsMatch(Headings.Plain(text));

    /// <summary>#REF!, #N/A.</summary>
    public static bool IsFormulaFault(string text) => text is ['#', >= 'A' and <= 'Z', ..];

    /// <summary>Whether a column of that heading is never taken, in a list of any kind.</summary>
    public static bool IsPrivate(string heading) => PrivateWords().IsMatch(heading);

    /// <summary>Whether a column of that heading is never taken, in a list that asks for no telephones.</summary>
    public static bool IsPrivateOrPhone(string heading) => IsPrivate(heading) || PhoneWords().IsMatch(heading);

    /// <summary>The sheet without what must not be kept below its head: its private columns, and long numbers anywhere.</summary>
    /// <param name="numbers">Where volunteers have their numbers, which are as long as those of bank cards: only identity numbers go.</param>
    public static Sheet Withhold<TField>(this Sheet sheet, SheetHead<TField> head, TField columns, TField? numbers = null)
        where TField : struct, Enum =>
        sheet with { Rows = [.. sheet.Rows.Select(row => row.Number <= head.LastRow ? row : row with { Cells = [.. row.Cells.Select((text, column) => Kept(text, head.FieldAt(column), columns, numbers))] })] };

    private static string Kept<TField>(string text, TField? field, TField columns, TField? numbers)
        where TField : struct, Enum =>
        field.Equals(columns) ? "" : (numbers is not null && field.Equals(numbers) ? IsIdentityNumber(text) : HoldsLongNumber(text)) ? Withheld : text;

    /// <summary>The text as a message quotes it.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? text : text.Truncated(LongestShown) + "…";
}
