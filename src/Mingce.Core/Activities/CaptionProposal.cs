using Mingce.Rules;

namespace Mingce.Core.Activities;

/// <summary>A 说明 that the record itself gives to its photos. It is proposed and never kept before a person has checked it.</summary>
public static class CaptionProposal
{
    /// <summary>Day, hosts, place and title, as far as the record has them: 2026年3月4日，办公室，责任路段，环境整治.</summary>
    public static string Of(Activity activity) => string.Join('，', new[]
    {
        activity.Precision == PeriodPrecision.Year ? $"{activity.FromOn.Year}年" : PeriodText.Write(activity.Period, null),
        string.Join('、', activity.Hosts.OrderBy(h => h.Ordinal).Select(h => h.Name)),
        activity.Place,
        activity.Title,
    }.Where(part => part.Length > 0));
}
