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
        StepKind.Delete => "- ",
        _ => "  ",
    };

    public static string Color(StepKind kind) => kind switch
    {
        StepKind.Create or StepKind.CreateReplacement => "green",
        StepKind.Update or StepKind.Replace => "yellow",
        StepKind.Delete or StepKind.DeleteReplaced => "red",
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
        _ => "same",
    };

    public static string Doing(StepKind kind) => kind switch
    {
        StepKind.Create => "creating",
        StepKind.Update => "updating",
        StepKind.CreateReplacement => "creating replacement",
        StepKind.DeleteReplaced => "deleting original",
        StepKind.Delete => "deleting",
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
        _ => "unchanged",
    };

    public static string Title(bool destroys, bool preview) => (destroys, preview) switch
    {
        (false, true) => "Previewing update",
        (true, true) => "Previewing destroy",
        (false, false) => "Updating",
        (true, false) => "Destroying",
    };
}
