using Mingce.Core.Accounts;

namespace Mingce.Web.Infrastructure.Access;

/// <summary>The whole table of who may do what in the own unit.</summary>
public static class Permissions
{
    private static readonly (Resource, AccessAction)[] Everybody =
    [
        (Resource.StandIn, AccessAction.View),
        (Resource.StandIn, AccessAction.Create),
    ];

    private static readonly (Resource, AccessAction)[] Reading =
    [
        (Resource.Workbench, AccessAction.View),
        (Resource.Activity, AccessAction.View),
        (Resource.Routine, AccessAction.View),
        (Resource.CalendarFeed, AccessAction.Edit),
        (Resource.Idea, AccessAction.View),
        (Resource.Scorecard, AccessAction.View),
        (Resource.WorkReport, AccessAction.View),
        (Resource.Body, AccessAction.View),
        (Resource.OwnHours, AccessAction.View),
        (Resource.WorkItem, AccessAction.View),
        (Resource.IncomingPaper, AccessAction.View),
        (Resource.Return, AccessAction.View),
    ];

    private static readonly (Resource, AccessAction)[] Recording =
    [
        .. Reading,
        (Resource.Activity, AccessAction.Create),
        (Resource.Evidence, AccessAction.Create),
        (Resource.WorkStep, AccessAction.Create),
    ];

    // Whoever leads or keeps the lists gives out tasks and looks whether they are done.
    private static readonly (Resource, AccessAction)[] Assigning =
    [
        (Resource.WorkItem, AccessAction.Create),
        (Resource.WorkItem, AccessAction.Edit),
        (Resource.IncomingPaper, AccessAction.Create),
        (Resource.IncomingPaper, AccessAction.Edit),
        (Resource.Return, AccessAction.Create),
    ];

    // The 签到表 lists names with posts: for those who see the staff list.
    private static readonly (Resource, AccessAction)[] Preparing =
    [
        (Resource.Preparation, AccessAction.View),
        (Resource.Preparation, AccessAction.Edit),
    // Hours of volunteers are confirmed by somebody who did not enter them.
    private static readonly (Resource, AccessAction)[] SecondPerson =
    [
        (Resource.Volunteering, AccessAction.View),
        (Resource.Volunteering, AccessAction.Confirm),
    ];

    private static readonly (Resource, AccessAction)[] Keeping =
    [
        .. Recording,
        .. Assigning,
        (Resource.Activity, AccessAction.Edit),
        (Resource.Draft, AccessAction.Confirm),
        (Resource.Attestation, AccessAction.Edit),
        (Resource.NegativeList, AccessAction.Edit),
        (Resource.Routine, AccessAction.Create),
        (Resource.Routine, AccessAction.Edit),
        (Resource.Holiday, AccessAction.Edit),
        (Resource.Dossier, AccessAction.Create),
        (Resource.Destruction, AccessAction.View),
        (Resource.Destruction, AccessAction.Create),
        (Resource.Unit, AccessAction.Edit),
        (Resource.Kind, AccessAction.Edit),
        (Resource.Body, AccessAction.Edit),
        (Resource.Person, AccessAction.View),
        (Resource.Person, AccessAction.Edit),
        (Resource.Roster, AccessAction.Create),
        .. Preparing,
        (Resource.Idea, AccessAction.Edit),
        (Resource.Phrase, AccessAction.View),
        (Resource.Phrase, AccessAction.Edit),
        (Resource.Template, AccessAction.Edit),
        (Resource.Retention, AccessAction.Edit),
        .. SecondPerson,
        (Resource.Volunteering, AccessAction.Create),
        (Resource.Volunteering, AccessAction.Edit),
        (Resource.Certificate, AccessAction.View),
        (Resource.Certificate, AccessAction.Create),
        (Resource.Certificate, AccessAction.Edit),
    ];

    private static readonly (Resource, AccessAction)[] Administering =
    [
        .. Keeping,
        (Resource.ReminderRobot, AccessAction.Edit),
        (Resource.Account, AccessAction.View),
        (Resource.Account, AccessAction.Create),
        (Resource.Account, AccessAction.Edit),
        (Resource.SignIn, AccessAction.View),
    ];

    // A superior's office sees what units submit to it and nothing else; its people keep no ledger here.
    private static readonly (Resource, AccessAction)[] Reviewing = [(Resource.Workbench, AccessAction.View)];

    private static (Resource, AccessAction)[] Of(Role role) => role switch
    {
        Role.Administrator => Administering,
        Role.Coordinator => Keeping,
        Role.Staff => Recording,
        Role.BranchSecretary or Role.DepartmentContact => [.. Recording, .. Preparing, (Resource.Person, AccessAction.View)],
        // Who leads the unit stands for its negative lists.
        Role.Head or Role.DeputyHead => [.. Recording, .. Assigning, .. Preparing, (Resource.Person, AccessAction.View), (Resource.NegativeList, AccessAction.Edit)],
        Role.Auditor => [(Resource.Workbench, AccessAction.View), (Resource.Activity, AccessAction.View), (Resource.Account, AccessAction.View), (Resource.SignIn, AccessAction.View), (Resource.Destruction, AccessAction.View)],
        Role.BranchSecretary => [.. Recording, .. SecondPerson, (Resource.Person, AccessAction.View)],
        Role.DepartmentContact => [.. Recording, (Resource.Person, AccessAction.View)],
        // Who leads the unit stands for its negative lists.
        Role.Head or Role.DeputyHead => [.. Recording, .. Assigning, .. SecondPerson, (Resource.Person, AccessAction.View), (Resource.NegativeList, AccessAction.Edit)],
        Role.Auditor => [(Resource.Workbench, AccessAction.View), (Resource.Activity, AccessAction.View), (Resource.Account, AccessAction.View), (Resource.SignIn, AccessAction.View)],
        Role.Reviewer or Role.ReviewHead or Role.Expert => Reviewing,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role"),
    };

    private static readonly Dictionary<Role, HashSet<(Resource, AccessAction)>> Table =
        Enum.GetValues<Role>().ToDictionary(r => r, r => Of(r).Concat(Everybody).ToHashSet());

    public static bool Allow(Role role, Resource resource, AccessAction action) => Table[role].Contains((resource, action));
}
