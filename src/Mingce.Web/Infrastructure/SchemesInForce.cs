using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Infrastructure;

/// <summary>Every scheme of the program, read once, when the first unit asks for one that it chose.</summary>
internal sealed class SchemeShelf(ServerOptions options)
{
    private readonly Lazy<IReadOnlyList<Scheme>> catalogue = new(() => SchemeCatalogue.Default(options.Kinds).LoadAll());

    /// <summary>For units that have not chosen.</summary>
    public Scheme Default => options.Scheme;

    /// <summary>Those by which a unit can assess itself: a scheme of which no standard is known is none.</summary>
    public IEnumerable<Scheme> Usable => catalogue.Value.Where(s => s.Id != Default.Id).Prepend(Default).Where(s => s.Standards.Any());
}

/// <summary>在用测评体系 of the unit that makes this request.</summary>
internal sealed class SchemesInForce
{
    /// <summary>The name in the query of the scheme that a page shows.</summary>
    public const string Query = "scheme";

    public SchemesInForce(Session session, SchemeShelf shelf, IHttpContextAccessor request)
    {
        // What a later version of the program no longer has is left out.
        All = session.Account?.SchemeIds is { Length: > 0 } ids ? [.. ids.Split(' ').Select(id => shelf.Usable.FirstOrDefault(s => s.Id == id)).OfType<Scheme>()] : [];
        if (All.Count == 0)
            All = [shelf.Default];
        Shown = All.FirstOrDefault(s => s.Id == request.HttpContext?.Request.Query[Query].ToString()) ?? All[0];
    }

    /// <summary>The main one first: it stands on the home page.</summary>
    public IReadOnlyList<Scheme> All { get; }

    /// <summary>The one that the request names, else the main one.</summary>
    public Scheme Shown { get; }
}
