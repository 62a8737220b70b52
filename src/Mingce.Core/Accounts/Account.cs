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

    /// <summary>The password was made by somebody else and serves only to choose an own one.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>The person of the unit whose account it is; null where none is named. 我的任务 are found by it.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>停用: since when nobody can sign in with it; null while it is in use.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Changes with whatever ends the account's sessions; a session that carries another one is over.</summary>
    public Guid SessionStamp { get; private set; } = Guid.CreateVersion7();

    /// <summary>How the account is called on screen and in the record of changes.</summary>
    public string Label => DisplayName.Length > 0 ? DisplayName : Name;

    /// <summary>Sets the password that its owner chose.</summary>
    public void SetPassword(string password)
    {
        PasswordHash = Passwords.Hash(this, password);
        MustChangePassword = false;
        EndSessions();
    }

    /// <summary>Sets a one-time password.</summary>
    /// <returns>The password, which is shown once and stored nowhere.</returns>
    public string SetOneTimePassword()
    {
        var password = Passwords.OneTime();
        SetPassword(password);
        MustChangePassword = true;
        return password;
    }

    public void Close(DateTime at)
    {
        ClosedAt = at;
        EndSessions();
    }

    public void Reopen() => ClosedAt = null;

    public void EndSessions() => SessionStamp = Guid.CreateVersion7();
}
