using Fuzz;
using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Rules;
using Mingce.Rules.Routines;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Bench;

/// <summary>
/// A ledger as a city has it after some years: many units, each with its people, routines and activities of five years, of which
/// the last is the running one. The same seed, size and day give the same ledger; only the stamps of sessions differ.
/// </summary>
/// <param name="activities">Of all units together, in equal shares.</param>
/// <param name="today">Nothing is later than this day.</param>
internal sealed class LargeLedger(int activities, DateOnly today, int units = 300, ulong seed = 1)
{
    public const string Password = "bench-Password-9";

    private const int Years = 5;
    private const int People = 40;

    private static readonly string[] Departments = ["办公室", "综合股", "政务服务股", "督查股", "信息股", "窗口管理股"];
    private static readonly string[] Groups = ["党支部", "工会", "团支部", "妇委会", "志愿服务队"];
    private static readonly string[] Places = ["二楼会议室", "政务服务大厅", "城东社区", "包保小区", "河滨公园", "结对村", "建设路路口", "福利院", "实验小学", "文化广场", "多功能厅", "党员活动室"];
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"];
    private static readonly string[] GivenNames = ["伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "霞", "平", "刚", "志远", "晓燕", "建国", "文博"];
    private static readonly string[] Openings = ["按照年度工作安排", "结合重点任务", "围绕群众需求", "根据上级通知要求", "利用工作日下午", "在节日到来之际"];
    private static readonly string[] Deeds = ["组织干部职工开展", "牵头开展", "联合社区开展", "分组进行", "集中开展", "轮流参加"];
    private static readonly string[] Results = ["现场解答咨询，登记意见建议", "清理卫生死角，规范车辆停放", "交流心得体会，提出改进措施", "走访了解情况，帮助解决困难", "发放宣传资料，劝导不文明行为", "明确责任分工，限期完成整改"];
    private static readonly string[] EvidenceTitles = ["现场照片", "签到表", "活动方案", "会议记录", "活动通知", "信息报道"];
    private static readonly string[] Rules = ["每周四下午", "每周五下午", "每月第一个工作日", "每月", "每月5日前", "每季度", "每季度至少一次", "每年2次"];

    private readonly IReadOnlyList<Kind> kinds = [.. KindCatalogue.LoadDefault().All.Where(kind => kind.Signals.Count > 0)];

    /// <summary>The name of a unit's account, which signs in with <see cref="Password"/>; only the first has one.</summary>
    public static string AccountOf(int unit) => $"bench-{unit}";

    /// <summary>Writes the ledgers of 10,000 and of 1,000,000 activities that other figures are measured on.</summary>
    public static async Task RunAsync()
    {
        foreach (var activities in new[] { 10_000, 1_000_000 })
        {
            using var folder = await OpenAsync(activities);
            Console.WriteLine(folder.Path);
        }
    }

    /// <summary>A folder with a ledger of so many activities, which stays for the next run of the day.</summary>
    public static async Task<DataFolder> OpenAsync(int activities, FolderUse use = FolderUse.Read)
    {
        var today = OfficeCalendar.Today(TimeProvider.System);
        var path = Path.Combine(Path.GetTempPath(), $"mingce-ledger-{activities}-{today:yyyyMMdd}");
        if (!Directory.Exists(path))
        {
            if (Directory.Exists(path + ".part"))
            {
                Directory.Delete(path + ".part", recursive: true);
            }
            var watch = System.Diagnostics.Stopwatch.StartNew();
            using (var filled = await DataFolder.OpenAsync(path + ".part", FolderUse.Create, null, TimeProvider.System))
            {
                await new LargeLedger(activities, today).FillAsync(filled);
            }
            Directory.Move(path + ".part", path);
            Console.WriteLine($"{path}: {activities} activities written in {watch.Elapsed.TotalSeconds:0} s");
        }
        return await DataFolder.OpenAsync(path, use, null, TimeProvider.System);
    }

    /// <summary>Fills an empty ledger.</summary>
    public async Task FillAsync(DataFolder folder)
    {
        await using var db = folder.OpenDb(null);
        await db.Database.OpenConnectionAsync();
        var embedded = db.Database.GetDbConnection() is SqliteConnection;
        if (embedded)
        {
            await db.Database.ExecuteSqlRawAsync("pragma synchronous = off; pragma cache_size = -200000");
        }
        using var rows = new BulkRows(db);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            for (var i = 0; i < units; i++)
            {
                await FillUnitAsync(rows, i);
            }
            await transaction.CommitAsync();
        }
        await db.Database.ExecuteSqlRawAsync(embedded ? "pragma wal_checkpoint(truncate); analyze; pragma synchronous = full" : "analyze");
    }

    private async Task FillUnitAsync(BulkRows rows, int index)
    {
        var dice = new Dice(seed * 1_000_003 + (ulong)index);
        var first = new DateOnly(today.Year + 1 - Years, 1, 1);
        var unit = new Unit { Id = IdOf(first, dice), FullName = $"市第{index + 1}政务服务中心", SelfName = "我中心", Type = "事业单位", HasBranchCommittee = true, EstablishedPosts = People };
        await rows.WriteAsync([unit]);
        await rows.WriteAsync([NewAccount(unit, index, first, dice)]);
        Department[] departments = [.. Departments.Select((name, i) => new Department { UnitId = unit.Id, Id = IdOf(first, dice), Name = name, SortOrder = i })];
        Group[] groups = [.. Groups.Select((name, i) => new Group { UnitId = unit.Id, Id = IdOf(first, dice), Form = name, Name = name, SortOrder = i })];
        await rows.WriteAsync(departments);
        await rows.WriteAsync(groups);
        await rows.WriteAsync([.. Enumerable.Range(0, People).Select(i => NewPerson(unit, departments, i, first, dice))]);
        await rows.WriteAsync([.. Rules.Select((rule, i) => NewRoutine(unit, rule, kinds[i * 3 % kinds.Count], dice))]);

        var days = today.DayNumber - first.DayNumber + 1;
        var share = activities / units + (index < activities % units ? 1 : 0);
        List<Activity> records = [.. Enumerable.Range(0, share).Select(i => NewActivity(unit, departments, groups, first.AddDays((int)((long)i * days / share)), dice))];
        await rows.WriteAsync(records);
        await rows.WriteAsync([.. records.SelectMany(a => a.Kinds)]);
        await rows.WriteAsync([.. records.SelectMany(a => a.Hosts)]);
        await rows.WriteAsync([.. records.SelectMany(a => a.Quantities)]);
        await rows.WriteAsync([.. records.SelectMany(a => a.Evidence)]);
        await rows.WriteAsync([.. records.SelectMany(a => EventsOf(a, dice))]);
    }

    // Hashing a password takes a tenth of a second.
    private static Account NewAccount(Unit unit, int index, DateOnly day, Dice dice)
    {
        var account = new Account { UnitId = unit.Id, Id = IdOf(day, dice), Name = AccountOf(index), DisplayName = "联络员", Role = Role.Administrator };
        if (index == 0)
        {
            account.SetPassword(Password);
        }
        return account;
    }

    private static Person NewPerson(Unit unit, Department[] departments, int place, DateOnly day, Dice dice) => new()
    {
        UnitId = unit.Id,
        Id = IdOf(day, dice),
        Name = Of(Surnames, dice) + Of(GivenNames, dice),
        DepartmentId = departments[place % departments.Length].Id,
        SortOrder = place,
        Staffing = place % 5 == 0 ? StaffingKind.Contract : StaffingKind.Established,
        Position = place < 3 ? "副主任" : "科员",
        PoliticalStatus = place % 2 == 0 ? "中共党员" : "群众",
    };

    private Routine NewRoutine(Unit unit, string rule, Kind kind, Dice dice)
    {
        var start = new DateOnly(today.Year, 1, 1);
        return new Routine
        {
            UnitId = unit.Id,
            Id = IdOf(start, dice),
            Title = $"{rule}{kind.Name}",
            KindId = kind.Id,
            Status = RoutineStatus.Active,
            Year = today.Year,
            StartsOn = start,
            EnteredAt = At(start),
            Responsible = Of(Departments, dice),
        }.Ruled(RuleText.Read(rule)!);
    }

    private Activity NewActivity(Unit unit, Department[] departments, Group[] groups, DateOnly day, Dice dice)
    {
        var kind = Of(kinds, dice);
        var (theme, place) = (Of(kind.Signals, dice), Of(Places, dice));
        var enteredOn = day.AddDays(dice.Next(5)) is var later && later > today ? today : later;
        var activity = new Activity
        {
            UnitId = unit.Id,
            Id = IdOf(enteredOn, dice),
            Title = dice.Next(3) == 0 ? $"到{place}开展{theme}" : $"{day.Month}月{theme}（第{dice.Next(20) + 1}期）",
            Text = $"{Of(Openings, dice)}，{Of(Deeds, dice)}{theme}，{Of(Results, dice)}，{Of(Results, dice)}。参加{dice.Next(60) + 3}人，地点{place}。",
            Status = dice.Next(50) == 0 ? ActivityStatus.Draft : ActivityStatus.Entered,
            Actor = dice.Next(20) == 0 ? Actor.Partner : Actor.Own,
            Source = dice.Next(3) == 0 ? ActivitySource.Assigned : ActivitySource.Own,
            Place = place,
            ActualHeadcount = dice.Next(4) == 0 ? null : dice.Next(60) + 3,
            Mark = day.Year < today.Year && dice.Next(2) == 0 ? EntryMark.History : EntryMark.None,
            EnteredAt = At(enteredOn),
        };
        activity.During(PeriodAround(day, dice)).OfKinds(KindsFrom(kind, dice)).With(Quantities(dice));
        activity.Hosts.AddRange(HostsOf(activity, departments, groups, dice));
        activity.Evidence.AddRange(EvidenceOf(activity, enteredOn, dice));
        return activity;
    }

    private static Period PeriodAround(DateOnly day, Dice dice) => dice.Next(12) switch
    {
        0 => new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1), PeriodPrecision.Month),
        1 => new(day, day.AddDays(9), PeriodPrecision.TenDays),
        _ => Period.Of(day),
    };

    // About 1.4 a record.
    private IEnumerable<string> KindsFrom(Kind kind, Dice dice) => dice.Next(5) switch
    {
        0 or 1 => new[] { kind.Id, Of(kinds, dice).Id }.Distinct(StringComparer.Ordinal),
        _ => [kind.Id],
    };

    private static Quantity[] Quantities(Dice dice) => dice.Next(4) switch
    {
        0 => [new(dice.Next(200) + 1, "小时", Bound.Exact)],
        1 => [new(dice.Next(5000) + 100, "元", Bound.Exact), new(dice.Next(300) + 10, "份", Bound.Over, "宣传资料")],
        _ => [],
    };

    private static IEnumerable<ActivityHost> HostsOf(Activity activity, Department[] departments, Group[] groups, Dice dice)
    {
        var department = Of(departments, dice);
        yield return new ActivityHost { UnitId = activity.UnitId, ActivityId = activity.Id, Ordinal = 0, Name = department.Name, DepartmentId = department.Id };
        if (dice.Next(4) == 0)
        {
            var group = Of(groups, dice);
            yield return new ActivityHost { UnitId = activity.UnitId, ActivityId = activity.Id, Ordinal = 1, Name = group.Name, GroupId = group.Id };
        }
    }

    // Three of five records have one to four pieces. Their files are not there: no page of a list reads them.
    private static IEnumerable<Evidence> EvidenceOf(Activity activity, DateOnly enteredOn, Dice dice)
    {
        var count = dice.Next(5) < 3 ? dice.Next(4) + 1 : 0;
        for (var i = 0; i < count; i++)
        {
            var (title, hash) = (EvidenceTitles[(i + dice.Next(2)) % EvidenceTitles.Length], new byte[32]);
            Fill(hash, dice);
            var isPhoto = title == EvidenceTitles[0];
            yield return new Evidence
            {
                UnitId = activity.UnitId,
                Id = IdOf(enteredOn, dice),
                ActivityId = activity.Id,
                Form = isPhoto ? EvidenceForm.Photo : EvidenceForm.Document,
                Title = title,
                AddedAt = At(enteredOn),
                Sha256 = Convert.ToHexStringLower(hash),
                Size = dice.Next(3_000_000) + 20_000,
                FileName = isPhoto ? $"IMG_{activity.FromOn:yyyyMMdd}_{dice.Next(1000):000}.jpg" : $"{title}.docx",
                MediaType = isPhoto ? "image/jpeg" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                CapturedAt = isPhoto ? activity.FromOn.ToDateTime(new TimeOnly(15, dice.Next(60))) : null,
                Width = isPhoto ? 4000 : null,
                Height = isPhoto ? 3000 : null,
            };
        }
    }

    private static IEnumerable<Event> EventsOf(Activity activity, Dice dice)
    {
        var registered = DateOnly.FromDateTime(activity.EnteredAt);
        yield return NewEvent(activity, registered, "登记", dice);
        if (dice.Next(4) == 0)
        {
            yield return NewEvent(activity, registered, "更正：实到人数", dice);
        }
    }

    private static Event NewEvent(Activity activity, DateOnly day, string what, Dice dice) => new()
    {
        UnitId = activity.UnitId,
        Id = IdOf(day, dice),
        At = At(day),
        By = "联络员",
        Subject = nameof(Activity),
        SubjectId = activity.Id,
        What = what,
    };

    // Version 7 of that day, so that rows lie in the order in which they came.
    private static Guid IdOf(DateOnly day, Dice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes, dice);
        var time = new DateTimeOffset(At(day)).ToUnixTimeMilliseconds() + dice.Next(28_800_000);
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(time >> (40 - 8 * i));
        }
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    private static void Fill(Span<byte> bytes, Dice dice)
    {
        foreach (ref var b in bytes)
        {
            b = (byte)dice.Next(256);
        }
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc);

    private static T Of<T>(IReadOnlyList<T> from, Dice dice) => from[dice.Next(from.Count)];
}
