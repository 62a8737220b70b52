namespace Mingce.Web.Infrastructure;

/// <summary>What the addresses of lists have in common.</summary>
internal static class ListQuery
{
    private const int MostWords = 5;

    /// <summary>The page asked for, from 1; the last one where there are fewer.</summary>
    public static int PageNumber(int? asked, int count, int size) => Math.Clamp(asked ?? 1, 1, Math.Max(1, (count + size - 1) / size));

    public static IQueryable<T> Page<T>(this IQueryable<T> rows, int number, int size) => rows.Skip((number - 1) * size).Take(size);

    /// <summary>The words of a search, all of which have to be there.</summary>
    public static IEnumerable<string> Words(string? typed) => (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords);
}
