namespace Mingce.Web.Pages.Accounts;

/// <summary>A password as it is shown once.</summary>
public sealed record OneTimePassword(string Name, string Password);
