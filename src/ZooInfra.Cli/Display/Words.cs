using ZooInfra.Cli.Commands;
using ZooInfra.Engine.Events;

namespace ZooInfra.Cli.Display;

/// <summary>How steps are marked and named, as the Pulumi CLI does it (protocol facts, section 7.4).</summary>
internal static class Words
{
    public static string Mark(StepKind kind) => kind switch
    {
        StepKind.Create => "+ ",
        StepKind.Update => "~ ",
        StepKind.Replace => "+-",
        StepKind.CreateReplacement => "++",
        StepKind.DeleteReplaced => "--",
        StepKind.Delete or StepKind.RemovePendingReplace => "- ",
        StepKind.Read => "> ",
        StepKind.ReadReplacement => ">>",
        StepKind.Discard => "< ",
        StepKind.DiscardReplaced => "<<",
        StepKind.Import => "= ",
        StepKind.ImportReplacement => "=>",
        _ => "  ",
    };

    public static string Color(StepKind kind) => kind switch
    {
        StepKind.Create or StepKind.CreateReplacement or StepKind.Import or StepKind.ImportReplacement => "green",
        StepKind.Update or StepKind.Replace => "yellow",
        StepKind.Delete or StepKind.DeleteReplaced or StepKind.RemovePendingReplace or StepKind.Discard or StepKind.DiscardReplaced => "red",
        StepKind.Read or StepKind.ReadReplacement => "cyan",
        _ => "default",
    };

    /// <summary>The name of the operation in JSON and plans.</summary>
    public static string Op(StepKind kind) => kind switch
    {
        StepKind.Create => "create",
        StepKind.Update => "update",
        StepKind.Replace => "replace",
        StepKind.CreateReplacement => "create-replacement",
        StepKind.DeleteReplaced => "delete-replaced",
        StepKind.Delete => "delete",
        StepKind.Read => "read",
        StepKind.ReadReplacement => "read-replacement",
        StepKind.Discard => "discard",
        StepKind.DiscardReplaced => "discard-replaced",
        StepKind.Import => "import",
        StepKind.ImportReplacement => "import-replacement",
        StepKind.RemovePendingReplace => "remove-pending-replace",
        _ => "same",
    };

    public static string Doing(StepKind kind) => kind switch
    {
        StepKind.Create => "creating",
        StepKind.Update => "updating",
        StepKind.CreateReplacement => "creating replacement",
        StepKind.DeleteReplaced => "deleting original",
        StepKind.Delete => "deleting",
        StepKind.Discard or StepKind.DiscardReplaced => "discarding",
        StepKind.Import => "importing",
        StepKind.ImportReplacement => "importing replacement",
        StepKind.RemovePendingReplace => "removing pending replacement",
        _ => "reading",
    };

    public static string Done(StepKind kind) => kind switch
    {
        StepKind.Create => "created",
        StepKind.Update => "updated",
        StepKind.Replace => "replaced",
        StepKind.CreateReplacement => "created replacement",
        StepKind.DeleteReplaced => "deleted original",
        StepKind.Delete => "deleted",
        StepKind.Read => "read",
        StepKind.ReadReplacement => "read for replacement",
        StepKind.Discard => "discarded",
        StepKind.DiscardReplaced => "discarded original",
        StepKind.Import => "imported",
        StepKind.ImportReplacement => "imported replacement",
        StepKind.RemovePendingReplace => "removed pending replacement",
        _ => "unchanged",
    };

    /// <summary>What a plan says of a resource: what will be done, or for drift and refresh what has happened to it.</summary>
    public static string Planned(StepKind kind, Operation operation) => (operation, kind) switch
    {
        (Operation.Drift or Operation.Refresh, StepKind.Update) => "changed",
        (Operation.Drift or Operation.Refresh, StepKind.Delete) => "gone",
        _ => Op(kind),
    };

    /// <summary>A count in the summary of a plan.</summary>
    public static string ToDo(StepKind kind, Operation operation)
        => operation is Operation.Drift or Operation.Refresh ? Planned(kind, operation) : $"to {Op(kind)}";

    public static string PlanTitle(Operation operation) => operation switch
    {
        Operation.Destroy => "Previewing destroy",
        Operation.Refresh => "Previewing refresh",
        Operation.Drift => "Looking for drift",
        _ => "Previewing update",
    };

    public static string Title(Operation operation) => operation switch
    {
        Operation.Destroy => "Destroying",
        Operation.Refresh => "Refreshing",
        _ => "Updating",
    };
}
