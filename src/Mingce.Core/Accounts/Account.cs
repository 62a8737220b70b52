using Mingce.Core.Data;

namespace Mingce.Core.Accounts;

/// <summary>角色 of an account; the last three belong to a superior office (文明办).</summary>
public enum Role
{
    /// <summary>管理员.</summary>
    Administrator,
    /// <summary>文明创建联络员.</summary>
    Coordinator,
    /// <summary>主要领导.</summary>
    Head,
    /// <summary>分管领导.</summary>
    DeputyHead,
    /// <summary>党支部书记.</summary>
    BranchSecretary,
    /// <summary>科室联络员.</summary>
    DepartmentContact,
    /// <summary>干部职工.</summary>
    Staff,
    /// <summary>安全审计员.</summary>
    Auditor,
    /// <summary>经办人.</summary>
    Reviewer,
    /// <summary>负责人.</summary>
    ReviewHead,
    /// <summary>临时考评专家.</summary>
    Expert,
}

/// <summary>账号. Names are unique in the whole installation, so that signing in needs no unit.</summary>
public sealed class Account : AuditedEntity
{
    public required string Name { get; init; }
    public string DisplayName { get; set; } = "";
    public required Role Role { get; set; }
    public string PasswordHash { get; private set; } = "";

    /// <summary>Changes with the password; a session that carries another one ends.</summary>
    public Guid SessionStamp { get; private set; } = Guid.CreateVersion7();

    public void SetPassword(string password)
    {
        PasswordHash = Passwords.Hash(this, password);
        SessionStamp = Guid.CreateVersion7();
    }
}
