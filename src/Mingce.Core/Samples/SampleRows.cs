using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Reporting;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Mingce.Rules.Routines;

namespace Mingce.Core.Samples;

/// <summary>Adds what the sample's file holds up to today; the caller saves.</summary>
internal sealed class SampleRows(LedgerDb db, Unit unit, DateOnly today, Change change)
{
    private static readonly Dictionary<string, StaffingKind> StaffingKinds = new()
    {
        ["在编在岗"] = StaffingKind.Established,
        ["工勤"] = StaffingKind.Support,
        ["编外聘用"] = StaffingKind.Contract,
        ["劳务派遣"] = StaffingKind.Dispatched,
        ["借调"] = StaffingKind.Seconded,
        ["驻村"] = StaffingKind.Village,
        ["离退休"] = StaffingKind.Retired,
    };

    private static readonly Dictionary<string, WorkList> WorkLists = new()
    {
        ["年度计划"] = WorkList.Plan,
        ["办实事"] = WorkList.Practical,
        ["问题整改"] = WorkList.Rectification,
    };

    private static readonly Dictionary<string, Finding> Findings = new()
    {
        ["检查"] = Finding.Inspection,
        ["意见"] = Finding.Opinion,
    };

    public SampleBodies AddBodies(YamlMap file)
    {
        foreach (var map in file.List("superiors").Select(node => new YamlMap(node, "line", "name")))
        {
            Add(new Superior { UnitId = unit.Id, Line = map.Text("line"), Name = map.Text("name") }, "新增上级条线");
        }
        var departments = file.Texts("departments")
            .Select((name, i) => Add(new Department { UnitId = unit.Id, Name = name, SortOrder = i }, "新增股室"))
            .ToDictionary(d => d.Name, d => d.Id);
        var groups = file.List("groups").Select(node => new YamlMap(node, "form", "name"))
            .Select((map, i) => Add(new Group { UnitId = unit.Id, Form = map.Text("form"), Name = map.Text("name"), SortOrder = i }, "新增组织"))
            .ToDictionary(g => g.Name, g => g.Id);
        var place = 0;
        foreach (var map in file.List("people").Select(node => new YamlMap(node, "name", "department", "staffing", "position", "status")))
        {
            var person = new Person
            {
                UnitId = unit.Id,
                Name = map.Text("name"),
                SortOrder = place++,
                DepartmentId = map.Has("department") ? departments[map.Text("department")] : null,
                Staffing = map.OneOf("staffing", StaffingKinds, StaffingKind.Established),
                Position = map.Text("position"),
                PoliticalStatus = map.Text("status"),
            };
            Add(person, "新增人员");
        }
        return new SampleBodies(departments, groups);
    }

    public void AddPhrases(YamlMap file)
    {
        Phrase? older = null;
        foreach (var map in file.List("phrases").Select(node => new YamlMap(node, "slot", "text", "source", "from", "to", "incomplete", "replaces")))
        {
            var phrase = new Phrase
            {
                UnitId = unit.Id,
                Slot = map.Text("slot"),
                Text = map.Text("text"),
                Source = map.Text("source"),
                ValidFrom = DateOnly.Parse(map.Text("from"), CultureInfo.InvariantCulture),
                ValidTo = map.Has("to") ? DateOnly.Parse(map.Text("to"), CultureInfo.InvariantCulture) : null,
                Incomplete = string.Join('\n', map.Texts("incomplete")),
            };
            // A phrase that replaces another stands behind it.
            if (map.Has("replaces"))
                older!.SuccessorId = phrase.Id;
            older = Add(phrase, "新增规范表述");
        }
    }

    public void AddRoutines(YamlMap file)
    {
        foreach (var map in file.List("routines").Select(node => new YamlMap(
            node, "title", "kind", "rule", "words", "text", "place", "responsible", "starts", "preset", "postponed")))
        {
            var routine = new Routine
            {
                UnitId = unit.Id,
                Title = map.Text("title"),
                KindId = map.Text("kind"),
                Status = RoutineStatus.Active,
                Text = map.Text("text"),
                Place = map.TextOr("place", ""),
                Responsible = map.Text("responsible"),
                Words = string.Join('、', map.Texts("words")),
                PresetId = map.TextOr("preset", ""),
                Year = today.Year,
                StartsOn = SampleDay.Parse(map.Text("starts"), today.Year),
                EnteredAt = EnteredAfter(new DateOnly(today.Year, 1, 4)),
            };
            Add(routine.Ruled(RuleText.Read(map.Text("rule"))!), "新增常态化安排");
            if (map.Has("postponed"))
            {
                Postpone(routine, new YamlMap(map["postponed"], "due", "to", "reason"));
            }
        }
    }

    private void Postpone(Routine routine, YamlMap map)
    {
        var due = SampleDay.Parse(map.Text("due"), today.Year);
        if (due > today)
        {
            return;
        }
        var waiver = new Waiver { UnitId = unit.Id, RoutineId = routine.Id, OccurrenceOn = due };
        waiver.Postpone(SampleDay.Parse(map.Text("to"), today.Year), map.Text("reason"));
        db.Waivers.Add(waiver);
        db.Record(change with { Why = map.Text("reason") }, routine, $"延期到{waiver.PostponedToOn:yyyy年M月d日}：{routine.Title}");
    }

    public void AddGrades(YamlMap file)
    {
        foreach (var map in file.List("grades").Select(node => new YamlMap(node, "check", "points", "on", "by", "reason")))
        {
            var day = SampleDay.Parse(map.Text("on"), today.Year);
            if (day > today)
            {
                continue;
            }
            var grade = new AttestationEntry
            {
                UnitId = unit.Id,
                SchemeId = "xiaogan",
                Kind = AttestationKind.Grade,
                Subject = map.Text("check"),
                Year = today.Year,
                Points = SchemeFile.Assigned(map["points"]),
                Reason = map.Text("reason"),
                GivenBy = map.Text("by"),
                GivenAt = EnteredAfter(day),
            };
            Add(grade, "人工评定");
        }
    }

    public void AddTasks(YamlMap file, SampleBodies bodies)
    {
        foreach (var map in file.List("tasks").Select(node => new YamlMap(node, "list", "title", "text", "lead", "person", "target", "due", "finding", "found", "measure", "steps")))
        {
            var task = new WorkItem
            {
                UnitId = unit.Id,
                Title = map.Text("title"),
                Text = map.TextOr("text", ""),
                List = map.OneOf("list", WorkLists, WorkList.Plan),
                Year = today.Year,
                DueOn = map.Has("due") ? SampleDay.Parse(map.Text("due"), today.Year) : null,
                Finding = map.OneOf("finding", Findings, Finding.None),
                FoundOn = map.Has("found") ? SampleDay.Parse(map.Text("found"), today.Year) : null,
                Measure = map.TextOr("measure", ""),
                EnteredAt = EnteredAfter(new DateOnly(today.Year, 1, 14)),
            };
            if (task.FoundOn > today)
            {
                continue;
            }
            task.SetTarget(map.TextOr("target", ""));
            task.AssignedTo(
                bodies.Departments.TryGetValue(map.Text("lead"), out var department) ? new Responsible(BodyPart.Lead, map.Text("lead"), DepartmentId: department) : new Responsible(BodyPart.Lead, map.Text("lead"), GroupId: bodies.Groups[map.Text("lead")]),
                new Responsible(BodyPart.Person, map.Text("person"), PersonId: db.People.Local.First(p => p.Name == map.Text("person")).Id));
            foreach (var step in map.List("steps").Select(node => new YamlMap(node, "on", "percent", "text", "closed")))
            {
                TakeStep(task, step, map.Text("person"));
            }
            Add(task, "新增任务");
        }
    }

    private void TakeStep(WorkItem task, YamlMap step, string person)
    {
        var on = SampleDay.Parse(step.Text("on"), today.Year);
        if (on > today)
        {
            return;
        }
        var by = new WorkItem.Actor(person, Guid.Empty);
        if (step.Has("closed"))
        {
            task.Close(on, step.Text("text"), by);
        }
        else
        {
            task.Report(on, step.PositiveOr("percent", 0), step.Text("text"), by);
        }
    }

    public async Task AddRecordsAsync(YamlMap file, SampleBodies bodies, SampleEvidence evidence)
    {
        SampleRecord[] records = [.. file.List("activities")
            .SelectMany(node => SampleRecord.Read(node, today.Year))
            .Where(record => record.LastDay <= today)
            .OrderBy(record => record.LastDay)];
        foreach (var record in records)
        {
            // The newest one waits as a draft, so that drafts can be seen on any day.
            var status = record == records[^1] ? ActivityStatus.Draft : ActivityStatus.Entered;
            var activity = record.ToActivity(unit.Id, bodies, EnteredAfter(record.LastDay), status);
            foreach (var map in record.Evidence)
            {
                activity.Evidence.Add(await evidence.KeepAsync(map, activity, record.LastDay));
            }
            Add(activity, status == ActivityStatus.Draft ? "保存草稿" : "登记活动");
        }
    }

    /// <summary>Half past nine on the next morning in the office's time, but not later than now.</summary>
    private DateTime EnteredAfter(DateOnly day)
    {
        var morning = day.AddDays(1).ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc);
        return morning < change.At ? morning : change.At;
    }

    private T Add<T>(T row, string what)
        where T : AuditedEntity
    {
        db.Add(change, row, what);
        return row;
    }
}
