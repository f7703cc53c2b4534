using System.CommandLine;

namespace ZooInfra.Cli.Commands;

/// <summary>The commands that plan and apply stacks.</summary>
internal static class OperationCommand
{
    public static Command Preview(Platform platform, Terminal terminal)
        => Create("preview", "Show what an update would change.", Operation.Preview, platform, terminal);

    public static Command Up(Platform platform, Terminal terminal)
        => Create("up", "Make the stacks what the program says.", Operation.Up, platform, terminal);

    public static Command Destroy(Platform platform, Terminal terminal)
        => Create("destroy", "Remove every resource of the stacks.", Operation.Destroy, platform, terminal);

    public static Command Refresh(Platform platform, Terminal terminal)
        => Create("refresh", "Make the state say what is really there.", Operation.Refresh, platform, terminal);

    public static Command Drift(Platform platform, Terminal terminal)
        => Create("drift", "Show how the real resources differ from the state; exit code 7 when they do.", Operation.Drift, platform, terminal);

    private static Command Create(string name, string description, Operation operation, Platform platform, Terminal terminal)
    {
        var options = new OperationOptions(platform);
        var command = options.AddTo(new Command(name, description), asks: operation is not (Operation.Preview or Operation.Drift));
        if (operation is Operation.Up or Operation.Destroy)
        {
            command.Options.Add(options.Refresh);
        }

        if (operation is Operation.Preview or Operation.Up)
        {
            command.Options.Add(options.Sarif);
        }

        if (operation is Operation.Refresh)
        {
            command.Options.Add(options.ClearPendingCreates);
        }

        var flags = new RunFlags();
        flags.AddTo(command, operation);
        command.SetAction((parsed, cancellationToken) => new OperationRunner(platform, terminal, new OperationRequest
        {
            Operation = operation,
            Stacks = parsed.GetValue(options.Stacks) ?? [],
            All = parsed.GetValue(options.All),
            Failed = parsed.GetValue(options.Failed),
            ParallelStacks = parsed.GetValue(options.ParallelStacks),
            Yes = operation is Operation.Preview or Operation.Drift || parsed.GetValue(options.Yes),
            RefreshFirst = operation is Operation.Up or Operation.Destroy && parsed.GetValue(options.Refresh),
            ClearPendingCreates = operation is Operation.Refresh && parsed.GetValue(options.ClearPendingCreates),
            Json = parsed.GetValue(options.Json),
            Diff = parsed.GetValue(options.Diff),
            ExpectNoChanges = parsed.GetValue(options.ExpectNoChanges),
            Parallel = parsed.GetValue(options.Parallel),
            State = parsed.GetValue(options.State),
            Out = parsed.GetValue(options.Out),
            NonInteractive = parsed.GetValue(options.NonInteractive),
            Run = flags.Read(parsed),
            Sarif = operation is Operation.Preview or Operation.Up ? parsed.GetValue(options.Sarif) : null,
        }).RunAsync(cancellationToken));
        return command;
    }
}
