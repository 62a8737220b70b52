namespace Mingce.Web.Infrastructure;

/// <summary>首次设置: while the ledger is empty, every address leads to the page that enters its first unit.</summary>
public sealed class FirstSetup(ServerOptions options)
{
    private volatile string? code = options.SetupCode;

    public bool IsOpen => code is not null;

    public bool Accepts(string typed) => code is { } wanted && string.Equals(typed.Trim(), wanted, StringComparison.OrdinalIgnoreCase);

    public void Close() => code = null;
}
