using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Kinds;

/// <summary>One of the unit's own kinds, with its fields.</summary>
public sealed class KindForm
{
    private const int SpareRows = 3;
    private const int MostFields = 20;

    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(20, ErrorMessage = "名称不超过20字。"), DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Name { get; set; } = "";

    [Display(Name = "归入类型"), Required(ErrorMessage = "请选择归入类型。"), DisplayFormat(ConvertEmptyStringToNull = false)]
    public string CountsAs { get; set; } = "";

    [Display(Name = "识别词"), StringLength(200, ErrorMessage = "识别词不超过200字。")]
    public string? Signals { get; set; }

    public bool IsRetired { get; set; }

    public List<FieldForm> Fields { get; set; } = [];

    /// <summary>Kinds of the catalogue that it may count as.</summary>
    public static IEnumerable<SelectListItem> Bases(KindCatalogue kinds) =>
        [new("请选择", ""), .. kinds.All.Where(k => !k.IsOwn).Select(k => new SelectListItem(k.Name, k.Id))];

    public static KindForm Of(UnitKind? row) => new KindForm
    {
        Name = row?.Name ?? "",
        CountsAs = row?.CountsAs ?? "",
        Signals = row?.Signals,
        IsRetired = row?.IsRetired ?? false,
        Fields = [.. (row?.Fields ?? []).Select(FieldForm.Of)],
    }.WithSpareRows();

    public KindForm WithSpareRows()
    {
        var filled = Fields.Count(f => f.IsFilled);
        while (Fields.Count < Math.Min(filled + SpareRows, MostFields))
            Fields.Add(new FieldForm());
        return this;
    }

    /// <param name="usedFields">Ids of fields that records have filled.</param>
    public IEnumerable<(string Field, string Message)> Faults(KindCatalogue kinds, UnitKind? row, IReadOnlySet<string> usedFields)
    {
        if (kinds.All.Any(k => k.Name == Name.Trim() && k.Id != row?.KindId))
            yield return (nameof(Name), $"已有活动类型“{Name.Trim()}”，请换一个名称。");
        if (CountsAs.Length > 0 && kinds.Find(CountsAs) is not { IsOwn: false })
            yield return (nameof(CountsAs), "请从列表中选择归入类型。");
        var hasNoContent = kinds.HasNoContent(CountsAs);
        foreach (var (field, i) in Fields.Select((field, i) => (field, i)))
        {
            var old = row?.Fields.FirstOrDefault(f => f.Id == field.Id);
            foreach (var message in field.Faults(i + 1, old is not null && usedFields.Contains(old.Id) ? old : null, hasNoContent))
                yield return ($"Fields[{i}].Name", message);
        }
        var twice = Fields.Where(f => f.IsFilled && f.Name is not null).GroupBy(f => f.Name!.Trim()).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
            yield return ("", $"项目“{twice.Key}”重复，请改名。");
    }

    public void WriteTo(UnitKind row)
    {
        (row.Name, row.CountsAs, row.IsRetired) = (Name.Trim(), CountsAs, IsRetired);
        row.Signals = string.Join('、', (Signals ?? "").Split(['、', '，', ',', ' ', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct());
        // Ids are never used again, or an old value would show under a new name.
        var next = 1 + Fields.Select(f => f.Id).Concat(row.Fields.Select(f => f.Id)).Select(id => int.TryParse(id.AsSpan(id.Length > 0 ? 1 : 0), out var n) ? n : 0).Append(0).Max();
        row.Fields = [.. Fields.Where(f => f.IsFilled).Select(f => f.ToField(row.Fields.Any(old => old.Id == f.Id) ? f.Id : $"f{next++}"))];
    }

    /// <summary>What the history shows of a kind.</summary>
    public static IReadOnlyList<(string Field, string Words)> Told(UnitKind row, KindCatalogue kinds) =>
    [
        ("名称", row.Name),
        ("归入类型", row.CountsAs.Length > 0 ? kinds.NameOf(row.CountsAs) : ""),
        ("识别词", row.Signals),
        ("项目", string.Join("；", row.Fields.Select(FieldForm.Told))),
        ("使用", row.IsRetired ? "停用" : "在用"),
    ];
}

/// <summary>A field of the unit's own kind.</summary>
public sealed class FieldForm
{
    private const int LongestName = 20;

    /// <summary>Empty for a new one.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public FieldType Type { get; set; }

    /// <summary>Of a number.</summary>
    public string? Unit { get; set; }

    /// <summary>Of a choice, parted by 、.</summary>
    public string? Choices { get; set; }
    public bool IsRetired { get; set; }

    public bool IsFilled => Name?.Trim().Length > 0;

    private string[] ChoiceList => (Choices ?? "").Split(['、', '，', ',', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();

    public static FieldForm Of(KindField field) => new()
    {
        Id = field.Id,
        Name = field.Name,
        Type = field.Type,
        Unit = field.Unit,
        Choices = string.Join('、', field.Choices),
        IsRetired = field.IsRetired,
    };

    /// <param name="used">The field as it is, where records have filled it.</param>
    public IEnumerable<string> Faults(int number, KindField? used, bool hasNoContent)
    {
        if (!Enum.IsDefined(Type))
            yield return $"请从列表中选择第{number}个项目的形式。";
        if (!IsFilled)
        {
            if (used is not null)
                yield return $"项目“{used.Name}”已有记录填写，不能删除，请改为停用。";
            yield break;
        }
        if (Name!.Trim().Length > LongestName)
            yield return $"第{number}个项目的名称超过{LongestName}字，请缩短。";
        if (Unit?.Trim().Length > 10)
            yield return $"第{number}个项目的单位超过10字，请缩短。";
        if (Type == FieldType.Choice && (ChoiceList.Length < 2 || ChoiceList.Any(choice => choice.Length > KindField.LongestChoice)))
            yield return $"第{number}个项目是单选，请填写两个以上的选项，用“、”隔开。";
        if (used is not null && used.Type != Type)
            yield return $"项目“{used.Name}”已有记录填写，形式不能再改；请停用后另设一项。";
        if (hasNoContent && Type == FieldType.Text)
            yield return "谈心谈话类不写内容，其项目只能是数字、日期、单选或是否。";
    }

    public KindField ToField(string id) => new(id, Name!.Trim(), Type)
    {
        Unit = Type == FieldType.Number ? Unit?.Trim() ?? "" : "",
        Choices = Type == FieldType.Choice ? ChoiceList : [],
        IsRetired = IsRetired,
    };

    internal static string Told(KindField field) =>
        field.Name + "（" + Words.Of(field.Type) + (field.Unit.Length > 0 ? $"，{field.Unit}" : "") + (field.Choices.Count > 0 ? $"：{string.Join('、', field.Choices)}" : "") + (field.IsRetired ? "，停用" : "") + "）";
}
