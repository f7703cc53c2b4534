namespace ZooInfra.Engine.State;

/// <summary>What can be said of a stack without its passphrase.</summary>
/// <param name="Name">The stack.</param>
/// <param name="LastUpdate">When its checkpoint was written; null when it never was.</param>
/// <param name="Resources">How many resources the checkpoint has.</param>
/// <param name="Holder">Who holds it now: <c>user@host (pid n) since TIME</c>; null when nobody does.</param>
/// <param name="IsUnfinished">Whether a run was cut off and left a journal, which the next run continues from.</param>
/// <param name="Problem">Why its checkpoint cannot be used; null when it can.</param>
public sealed record StackSummary(string Name, DateTimeOffset? LastUpdate, int Resources, string? Holder, bool IsUnfinished, string? Problem);
