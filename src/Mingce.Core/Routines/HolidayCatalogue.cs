using System.Globalization;
using Mingce.Core.Data;
using Mingce.Rules.Routines;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Routines;

/// <summary>放假和调休: the yearly notices that came with the program, and those that the office put into its data folder.</summary>
public static class HolidayCatalogue
{
    /// <exception cref="UserFaultException">A file is not a notice; the message names file, line and reason.</exception>
    public static OfficeDays Load(DataFolder folder) =>
        Load(Path.Combine(AppContext.BaseDirectory, "catalogue", "holidays"), Path.Combine(folder.Path, "holidays"));

    /// <param name="folders">Folders that may exist; of two notices of a year the one of the later folder holds.</param>
    /// <exception cref="UserFaultException">A file is not a notice; the message names file, line and reason.</exception>
    public static OfficeDays Load(params IReadOnlyList<string> folders)
    {
        var notices = new Dictionary<int, HolidayNotice>();
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)))
        {
            var notice = Parse(File.ReadAllText(file), Path.GetFileName(file));
            notices[notice.Year] = notice;
        }
        return new OfficeDays(notices.Values);
    }

    /// <exception cref="UserFaultException">The text is not a notice; the message names line and reason.</exception>
    public static HolidayNotice Parse(string text, string fileName) => YamlMap.Read(text, fileName, root =>
    {
        var map = new YamlMap(root, "year", "source", "off", "working");
        var off = map.List("off").Select(node => new YamlMap(node, "name", "from", "to")).Select(ReadDaysOff).ToList();
        return new HolidayNotice(map.PositiveOr("year", 0), map.Text("source"), off, map.Has("working") ? [.. map.List("working").Select(Day)] : []);
    });

    private static DaysOff ReadDaysOff(YamlMap map)
    {
        var days = new DaysOff(map.Text("name"), Day(map["from"]), Day(map["to"]));
        return days.From <= days.To ? days : throw map.Fault("“to”不能早于“from”");
    }

    private static DateOnly Day(YamlNode node) =>
        DateOnly.TryParseExact(YamlMap.Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw YamlFaultException.At(node, "日期应写成“2026-01-31”的形式");
}
