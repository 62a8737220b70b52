using System.Reflection;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Units;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Samples;

/// <summary>示例单位: an invented office and its running year, so that a newcomer sees a ledger in use.</summary>
public static class SampleUnit
{
    /// <summary>Creates the unit with the records of this year up to today: all of it or nothing.</summary>
    public static async Task<Unit> CreateAsync(DataFolder folder, TimeProvider time)
    {
        var file = new YamlMap(YamlMap.Root(ReadFile()), "unit", "superiors", "departments", "groups", "people", "routines", "phrases", "grades", "activities", "tasks");
        var unit = ReadUnit(file["unit"]);
        await using var db = folder.OpenDb(unit.Id);
        var change = new Change("示例数据", time.GetUtcNow().UtcDateTime, "生成示例单位");
        var rows = new SampleRows(db, unit, OfficeCalendar.Today(time), change);

        db.Add(unit);
        db.Record(change, unit.Id, unit, "新建单位");
        var bodies = rows.AddBodies(file);
        rows.AddRoutines(file);
        rows.AddPhrases(file);
        rows.AddGrades(file);
        rows.AddTasks(file, bodies);
        await rows.AddRecordsAsync(file, bodies, new SampleEvidence(folder.Evidence, unit.FullName));
        await db.SaveChangesAsync();
        return unit;
    }

    private static string ReadFile()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(SampleUnit), "sample-unit.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Unit ReadUnit(YamlNode node)
    {
        var map = new YamlMap(node, "name", "short", "self", "type", "departments", "posts");
        return new Unit
        {
            FullName = map.Text("name"),
            ShortName = map.Text("short"),
            SelfName = map.Text("self"),
            Type = map.Text("type"),
            DepartmentWord = map.Text("departments"),
            EstablishedPosts = map.PositiveOr("posts", 0),
            HasBranchCommittee = true,
        };
    }
}
