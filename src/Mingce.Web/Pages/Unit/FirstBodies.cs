using Mingce.Core.Staff;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.Unit;

/// <summary>Departments and people as they are typed or pasted at the first start: one on a line; people with their department and position behind the name.</summary>
internal sealed class FirstBodies
{
    private const int LongestDepartment = 50;
    private const int Most = 2000;

    private FirstBodies()
    {
    }

    public IReadOnlyList<Department> Departments { get; private init; } = [];
    public IReadOnlyList<Person> People { get; private init; } = [];

    /// <summary>What cannot be taken, by the field it stands in.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults { get; private init; } = [];

    public static FirstBodies Read(Guid unitId, string? departments, string? people)
    {
        List<(string, string)> faults = [];
        List<Department> bodies = [];
        foreach (var name in Lines(departments).SelectMany(line => line.Split(['、', '，', ',', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct())
        {
            if (name.Length > LongestDepartment)
                faults.Add(("Departments", $"“{name[..20]}…”过长，每行写一个，不超过{LongestDepartment}字。"));
            else
                bodies.Add(new Department { UnitId = unitId, Name = name, SortOrder = bodies.Count });
        }
        List<Person> members = [];
        foreach (var line in Lines(people))
        {
            // 张　三 is 张三: a name of two characters is written with a gap.
            var words = line.Split(['\t', ' ', '　', '，', ',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
            if (words is [{ Length: 1 }, { Length: 1 }, ..])
                words = [words[0] + words[1], .. words.Skip(2)];
            var department = bodies.Find(d => words.Count > 1 && d.Name == words[1]);
            if (words[0].Length > StaffValues.LongestName || words.Skip(1).Any(word => word.Length > StaffValues.LongestPosition) || words.Any(word => word.Any(char.IsDigit)))
                faults.Add(("People", $"“{(line.Length > 20 ? line[..20] + "…" : line)}”看不懂，每行写一人：姓名、科室、职务；不要写号码。"));
            else if (words.Count > 2 && department is null)
                faults.Add(("People", $"“{words[0]}”的科室“{words[1]}”不在上面所列之中，请补列或更正。"));
            else
                members.Add(new Person
                {
                    UnitId = unitId,
                    Name = words[0],
                    DepartmentId = department?.Id,
                    Position = words.Count > 2 ? words[2] : department is null && words.Count > 1 ? words[1] : "",
                    SortOrder = members.Count,
                });
        }
        if (members.Count > Most)
            faults.Add(("People", $"人员超过{Most}名，请在建立后用名册导入。"));
        return new FirstBodies { Departments = bodies, People = members, Faults = faults };
    }

    private static string[] Lines(string? text) => (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
