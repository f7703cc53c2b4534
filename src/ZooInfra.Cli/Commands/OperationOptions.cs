using System.CommandLine;
using System.Globalization;
using ZooInfra.Engine;

namespace ZooInfra.Cli.Commands;

/// <summary>The options that preview, up and destroy share, with the names of the Pulumi CLI.</summary>
internal sealed class OperationOptions
{
    public OperationOptions(Platform platform)
    {
        Stacks = new Option<string[]>("--stack", "-s") { Description = "A stack, which is a client id; may be given several times.", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
        Stacks.CompletionSources.Add(_ => platform.Clients.Select(client => new System.CommandLine.Completions.CompletionItem(client.Id)));
    }

    public Option<string[]> Stacks { get; }

    public Option<bool> All { get; } = new("--all") { Description = "All stacks of the platform." };

    public Option<bool> Failed { get; } = new("--failed") { Description = "The stacks that failed last time." };

    public Option<int> ParallelStacks { get; } = new("--parallel-stacks") { Description = "How many stacks may be worked on at once.", HelpName = "N", DefaultValueFactory = _ => Fleet.DefaultParallel };

    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Do it without asking." };

    public Option<bool> Json { get; } = new("--json", "-j") { Description = "Print one JSON document instead of text." };

    public Option<bool> Diff { get; } = new("--diff") { Description = "Show every changed property." };

    public Option<bool> ExpectNoChanges { get; } = new("--expect-no-changes") { Description = "Fail with exit code 7 when anything would change." };

    public Option<int> Parallel { get; } = new("--parallel", "-p") { Description = "How many resources may be worked on at once.", HelpName = "N", DefaultValueFactory = _ => EmbeddedEngine.DefaultParallel };

    public Option<string?> State { get; } = new("--state") { Description = "The state directory [default: .zoo/state beside Pulumi.yaml].", HelpName = "DIR" };

    public Option<string?> Out { get; } = new("--out") { Description = "Where the files backend writes [default: .zoo/out beside Pulumi.yaml].", HelpName = "DIR" };

    public Option<bool> NonInteractive { get; } = new("--non-interactive") { Description = "Never ask; fail where an answer would be needed." };

    public Option<string?> Sarif { get; } = new("--sarif") { Description = "Write what contract rules found as SARIF 2.1.0.", HelpName = "FILE" };

    public Option<bool> Refresh { get; } = new("--refresh", "-r") { Description = "Bring the state up to date with the real resources first." };

    public Option<bool> ClearPendingCreates { get; } = new("--clear-pending-creates") { Description = "Forget creates that were cut off: you have looked at what they made." };

    public Command AddTo(Command command, bool asks)
    {
        command.Options.Add(Stacks);
        command.Options.Add(All);
        command.Options.Add(Failed);
        if (asks)
        {
            command.Options.Add(Yes);
        }

        foreach (var option in new Option[] { Json, Diff, ExpectNoChanges, Parallel, ParallelStacks, State, Out, NonInteractive })
        {
            command.Options.Add(option);
        }

        AtLeastOne(Parallel);
        AtLeastOne(ParallelStacks);
        return command;
    }

    private static void AtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        // What is no number at all has its own error already.
        if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < 1)
        {
            result.AddError($"{option.Name} must be 1 or more.");
        }
    });
}
