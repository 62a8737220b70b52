using Mingce.Core.Intake;
using Mingce.Core.Routines;
using Mingce.Rules;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Imports;

/// <summary>A draft as the page shows it.</summary>
internal sealed record DraftCard(ReportDraft Item, Activity? Activity, Routine? Routine)
{
    /// <summary>A draft that was confirmed or deleted on another page counts as such here too.</summary>
    public DraftState State => Item.State != DraftState.Waiting ? Item.State
        : Activity is { Status: ActivityStatus.Entered } || Routine is { Status: RoutineStatus.Active } ? DraftState.Accepted
        : Activity is null && Routine is null ? DraftState.Skipped
        : DraftState.Waiting;

    public bool IsWaiting => State == DraftState.Waiting;

    /// <summary>A confirmation or a skip of this work can be taken back.</summary>
    public bool CanUndo => Item.State is DraftState.Accepted or DraftState.Skipped && (Activity is not null || Routine is not null);

    public string Heading(KindCatalogue kinds) => Activity is { } activity ? kinds.NamesOf(activity)
        : Routine is { } routine ? kinds.NameOf(routine.KindId)
        : "已处理";

    /// <summary>4次 · 20余人 · 2021年, 每周五下午 → 常态化安排.</summary>
    public string Figures => Activity is { } activity
        ? string.Join(" · ", activity.Quantities.OrderBy(q => q.Ordinal).Select(q => FigureText.WriteWithItem(q.Value))
            .Prepend(activity.Count > 1 || activity.CountBound != Bound.Exact ? FigureText.Write(activity.Occasions) : "")
            .Append(Words.Of(activity.Period)).Where(text => text.Length > 0))
        : Routine is { } routine ? $"{RuleText.Write(routine.Rule)} → 常态化安排" : "";

    public string Context => Activity?.Text ?? Routine?.Text ?? "";

    public string Place => Activity?.Place ?? Routine?.Place ?? "";

    public bool CanSplit => Activity is { Count: > 1, IsSummary: true };

    public IEnumerable<string> Doubts
    {
        get
        {
            if (Item.Doubts.HasFlag(Core.Intake.Doubts.Vague))
                yield return "概数";
            if (Item.Doubts.HasFlag(Core.Intake.Doubts.Personal))
                yield return "含个人信息，已隐去";
            if (Item.Doubts.HasFlag(Core.Intake.Doubts.Doer))
                yield return Activity is { Actor: not Actor.Own } other ? $"谁做的？读作{Words.Of(other.Actor)}" : "谁做的？";
            if (Item.Doubts.HasFlag(Core.Intake.Doubts.Kind))
                yield return "类型不明";
            if (Item.Doubts.HasFlag(Core.Intake.Doubts.Resembles))
                yield return "更正已有记录";
        }
    }
}

/// <summary>A piece of the text: plain, or what was read.</summary>
internal sealed record TextPiece(string Text, DraftCard? Card);
