using Mingce.Core.Data;
using Mingce.Rules;

namespace Mingce.Web;

/// <summary>What a server runs on.</summary>
/// <param name="Folder">The opened data folder; stays the caller's to dispose.</param>
/// <param name="Kinds">活动类型 of the catalogue, in its order.</param>
/// <param name="Time">The clock.</param>
/// <param name="Urls">Addresses to listen on; empty leaves it to the host (tests).</param>
public sealed record ServerOptions(DataFolder Folder, IReadOnlyList<Kind> Kinds, TimeProvider Time, IReadOnlyList<string> Urls);
