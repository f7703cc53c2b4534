namespace ZooInfra.Contracts;

/// <summary>A finding, and the waiver that excepts from it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Waiver">The waiver that holds; null when the finding stands.</param>
/// <param name="DaysLeft">For how many days the waiver still holds after today; 0 without one.</param>
public sealed record WaivedFinding(RuleFinding Finding, Waiver? Waiver, int DaysLeft)
{
    /// <summary>From how many days before its end on a waiver is a warning.</summary>
    public const int WarningDays = 30;

    /// <summary>How much it weighs: what the finding weighs, a warning where the waiver is about to end, advice where it holds.</summary>
    public RuleSeverity Severity => Waiver is null ? Finding.Severity : DaysLeft <= WarningDays ? RuleSeverity.Warning : RuleSeverity.Info;

    /// <summary>The message, with the waiver and its end.</summary>
    public string Message => Waiver is null ? Finding.Message
        : $"{Finding.Message} [waived by {Waiver.ApprovedBy} until {Waiver.Until:uuuu'-'MM'-'dd}{(DaysLeft <= WarningDays ? DaysLeft == 0 ? ", which is today" : $", {DaysLeft} day{(DaysLeft == 1 ? "" : "s")} left" : "")}: {Waiver.Reason}]";
}
