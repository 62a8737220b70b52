using Mingce.Rules.Schemes;

namespace Mingce.Web;

/// <summary>What a server runs on.</summary>
/// <param name="Folder">The opened data folder; stays the caller's to dispose.</param>
/// <param name="Kinds">活动类型目录.</param>
/// <param name="Scheme">By which units assess themselves that have not chosen theirs.</param>
/// <param name="Time">The clock.</param>
/// <param name="Urls">Addresses to listen on; empty leaves it to the host (tests).</param>
/// <param name="SetupCode">On an empty ledger, the code with which somebody may enter its first unit; else null.</param>
public sealed record ServerOptions(DataFolder Folder, KindCatalogue Kinds, Scheme Scheme, TimeProvider Time, IReadOnlyList<string> Urls, string? SetupCode = null);
