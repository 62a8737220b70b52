using System.ComponentModel.DataAnnotations;

namespace Mingce.Web.Pages.Unit;

/// <summary>单位情况, as the unit types it.</summary>
public sealed class UnitForm
{
    [Display(Name = "单位全称"), Required(ErrorMessage = "请填写单位全称。"), StringLength(100, ErrorMessage = "单位全称不超过100字。")]
    public string FullName { get; set; } = "";

    [Display(Name = "简称"), StringLength(50, ErrorMessage = "简称不超过50字。")]
    public string? ShortName { get; set; }

    [Display(Name = "自称"), StringLength(20, ErrorMessage = "自称不超过20字。")]
    public string? SelfName { get; set; }

    [Display(Name = "单位类型"), StringLength(30, ErrorMessage = "单位类型不超过30字。")]
    public string? Type { get; set; }

    [Display(Name = "内设机构的称谓"), StringLength(10, ErrorMessage = "称谓不超过10字。")]
    public string? DepartmentWord { get; set; } = "科室";

    [Display(Name = "编制数"), Range(0, 100000, ErrorMessage = "编制数应为0至100000之间的整数。")]
    public int? EstablishedPosts { get; set; }

    public bool HasPartyGroup { get; set; }

    public bool HasBranchCommittee { get; set; }

    public bool HasPartySubgroups { get; set; }

    public static UnitForm Of(Core.Units.Unit unit) => new()
    {
        FullName = unit.FullName,
        ShortName = unit.ShortName,
        SelfName = unit.SelfName,
        Type = unit.Type,
        DepartmentWord = unit.DepartmentWord,
        EstablishedPosts = unit.EstablishedPosts,
        HasPartyGroup = unit.HasPartyGroup,
        HasBranchCommittee = unit.HasBranchCommittee,
        HasPartySubgroups = unit.HasPartySubgroups,
    };

    public void WriteTo(Core.Units.Unit unit)
    {
        unit.FullName = FullName.Trim();
        unit.ShortName = ShortName?.Trim() ?? "";
        unit.SelfName = SelfName?.Trim() ?? "";
        unit.Type = Type?.Trim() ?? "";
        unit.DepartmentWord = DepartmentWord?.Trim() is { Length: > 0 } word ? word : "科室";
        unit.EstablishedPosts = EstablishedPosts;
        (unit.HasPartyGroup, unit.HasBranchCommittee, unit.HasPartySubgroups) = (HasPartyGroup, HasBranchCommittee, HasPartySubgroups);
    }
}
