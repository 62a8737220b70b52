using System.ComponentModel.DataAnnotations;
using Mingce.Core.Routines;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Reminders;

/// <summary>群机器人提醒: where the day's reminder goes, at which time, and what came of it.</summary>
[AccessRule(Resource.ReminderRobot, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RobotModel(LedgerDb db, Session session, RobotClient client) : PageModel
{
    private const int SendsShown = 14;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "群聊软件")]
    public RobotForm Form { get; set; }

    [BindProperty]
    [Display(Name = "机器人地址"), StringLength(1000, ErrorMessage = "机器人地址过长。")]
    public string? Address { get; set; }

    [BindProperty]
    [Display(Name = "发送时间"), Required(ErrorMessage = "请填写发送时间。")]
    public TimeOnly? SendAt { get; set; } = new(9, 0);

    [BindProperty]
    public bool IsOn { get; set; }

    public ReminderRobot? Robot { get; private set; }
    public IReadOnlyList<ReminderSend> Sends { get; private set; } = [];

    /// <summary>Enough of the stored address to know it again, without its key.</summary>
    public string Known => Robot is null ? "" : RobotClient.AddressOf(Robot.Address) is { } address ? $"{address.Scheme}://{address.Host}/…" : "地址有误";

    public static IEnumerable<SelectListItem> Forms => [new("企业微信、钉钉", nameof(RobotForm.MsgType)), new("飞书", nameof(RobotForm.Feishu))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Robot is { } robot)
            (Version, Form, SendAt, IsOn) = (robot.Version, robot.Form, new TimeOnly(robot.SendAt / 60, robot.SendAt % 60), robot.IsOn);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (!string.IsNullOrWhiteSpace(Address) && RobotClient.AddressOf(Address) is null)
            ModelState.AddModelError(nameof(Address), "地址不正确，应以 https:// 或 http:// 开头，且不含账号、口令。");
        else if (string.IsNullOrWhiteSpace(Address) && Robot is null)
            ModelState.AddModelError(nameof(Address), "请填写机器人地址。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Robot is not null && Robot.Version != Version)
        {
            Version = Robot.Version;
            return this.LostRace();
        }
        var change = session.Change();
        var robot = Robot ?? new ReminderRobot { UnitId = session.Me.UnitId, Address = "" };
        if (!string.IsNullOrWhiteSpace(Address))
            robot.Address = Address.Trim();
        (robot.Form, robot.SendAt, robot.IsOn) = (Form, (int)SendAt!.Value.ToTimeSpan().TotalMinutes, IsOn);
        var what = $"群机器人提醒：{(IsOn ? $"每个工作日 {SendAt:HH:mm}" : "关闭")}";
        if (Robot is null)
            db.Add(change, robot, what);
        else
            db.Record(change, robot, what);
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = IsOn ? "已保存，到时自动发送。" : "已保存，提醒已关闭。";
        return Redirect("/reminders/robot");
    }

    /// <summary>试发 of a text without any content.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        ModelState.Clear();
        if (Robot is null)
            return this.Unprocessable(nameof(Address), "请先保存机器人地址。");
        if (await client.SendAsync(Robot.Form, Robot.Address, "【明册】应办提醒试发，收到即设置成功。", cancellation) is { } fault)
            return this.Unprocessable("", $"试发未送达：{fault}。");
        TempData["Notice"] = "已试发，请在群中查看。";
        return Redirect("/reminders/robot");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Robot = await db.ReminderRobots.SingleOrDefaultAsync(cancellation);
        Sends = await db.ReminderSends.AsNoTracking().OrderByDescending(s => s.On).Take(SendsShown).ToListAsync(cancellation);
    }
}
