using System.CommandLine;
using System.Text;
using ZooInfra.Cli.Display;
using ZooInfra.Cli.Workspace;
using ZooInfra.Engine.State;

namespace ZooInfra.Cli.Commands;

/// <summary>The commands that look at and move the states of stacks.</summary>
internal static class StackCommand
{
    public static Command Create(Platform platform, Terminal terminal) => new("stack", "Look at and move the states of stacks.")
    {
        List(platform, terminal),
        Export(platform, terminal),
        Import(platform, terminal),
        History(platform, terminal),
        Remove(platform, terminal),
    };

    private static Command List(Platform platform, Terminal terminal)
    {
        var (json, state) = (JsonOption(), StateOption());
        var command = new Command("ls", "List the stacks: the clients of the platform, and what else has a state.") { json, state };
        command.SetAction(parsed => Guard(() =>
        {
            var project = ProjectFile.Find(terminal.WorkingDirectory);
            var known = StackList.Read(Store(terminal, project, parsed.GetValue(state)), project.Name);
            var missing = platform.Clients.Select(client => client.Id).Except(known.Select(stack => stack.Name), StringComparer.Ordinal)
                .Select(name => new StackSummary(name, null, 0, null, false, null));
            var stacks = known.Concat(missing).OrderBy(stack => stack.Name, StringComparer.Ordinal).ToList();
            terminal.Out.WriteLine(parsed.GetValue(json) ? StackTable.ToJson(stacks) : StackTable.ToText(stacks));
        }));
        return command;
    }

    private static Command Export(Platform platform, Terminal terminal)
    {
        var (stack, state) = (StackOption(platform), StateOption());
        var file = new Option<string?>("--file") { Description = "Where to write it [default: standard output].", HelpName = "FILE" };
        var show = new Option<bool>("--show-secrets") { Description = "Write secrets in clear." };
        var command = new Command("export", "Print the state of a stack, in the form of pulumi stack export.") { stack, file, show, state };
        command.SetAction(parsed => Guard(() =>
        {
            var place = Find(platform, terminal, parsed.GetValue(stack)!, parsed.GetValue(state));
            var text = StackTransfer.Export(place.Store, place.Project.Name, place.Stack, place.File.Secrets, parsed.GetValue(show));
            if (parsed.GetValue(file) is { } path)
            {
                File.WriteAllText(Path.GetFullPath(path, terminal.WorkingDirectory), text + "\n");
            }
            else
            {
                terminal.Out.WriteLine(text);
            }
        }));
        return command;
    }

    private static Command Import(Platform platform, Terminal terminal)
    {
        var (stack, state) = (StackOption(platform), StateOption());
        var file = new Option<string?>("--file") { Description = "What to read [default: standard input].", HelpName = "FILE" };
        var force = new Option<bool>("--force", "-f") { Description = "Take it although it is of another stack or project." };
        var command = new Command("import", "Put an exported state, or a checkpoint file, in the place of the state of a stack.") { stack, file, force, state };
        command.SetAction(parsed => Guard(() =>
        {
            var place = Find(platform, terminal, parsed.GetValue(stack)!, parsed.GetValue(state));
            var content = parsed.GetValue(file) is { } path ? File.ReadAllBytes(Path.GetFullPath(path, terminal.WorkingDirectory)) : Encoding.UTF8.GetBytes(terminal.In.ReadToEnd());
            foreach (var warning in StackTransfer.Import(place.Store, place.Project.Name, place.Stack, place.File.Secrets, content, parsed.GetValue(force)))
            {
                terminal.Error.WriteLine($"warning: {warning}");
            }

            place.File.KeepSalt();
            terminal.Out.WriteLine("Imported.");
        }));
        return command;
    }

    private static Command History(Platform platform, Terminal terminal)
    {
        var (stack, state, json) = (StackOption(platform), StateOption(), JsonOption());
        var command = new Command("history", "List the runs of a stack that changed something, the newest first.") { stack, json, state };
        command.SetAction(parsed => Guard(() =>
        {
            var place = Find(platform, terminal, parsed.GetValue(stack)!, parsed.GetValue(state));
            var entries = StackHistory.Read(place.Store, place.Project.Name, place.Stack);
            terminal.Out.WriteLine(parsed.GetValue(json) ? HistoryTable.ToJson(entries) : HistoryTable.ToText(entries));
        }));
        return command;
    }

    private static Command Remove(Platform platform, Terminal terminal)
    {
        var (stack, state) = (StackOption(platform), StateOption());
        var yes = new Option<bool>("--yes", "-y") { Description = "Do it without asking." };
        var force = new Option<bool>("--force", "-f") { Description = "Remove it although it has resources, which are then forgotten, not removed." };
        var backups = new Option<bool>("--remove-backups") { Description = "Remove its backups too." };
        var command = new Command("rm", "Remove the state and history of a stack; the last state stays as a backup.") { stack, yes, force, backups, state };
        command.SetAction(parsed =>
        {
            var place = Find(platform, terminal, parsed.GetValue(stack)!, parsed.GetValue(state));
            if (!parsed.GetValue(yes))
            {
                if (!terminal.IsInteractive)
                {
                    throw new CliException(ExitCode.Usage, "Nobody can be asked here; give --yes to go ahead.");
                }

                terminal.Out.Write($"Remove the state of stack {place.Stack}? [yes/no] ");
                if (terminal.In.ReadLine()?.Trim().ToUpperInvariant() is not ("YES" or "Y"))
                {
                    terminal.Error.WriteLine("Nothing was changed.");
                    return ExitCode.Cancelled;
                }
            }

            return Guard(() =>
            {
                StackRemoval.Remove(place.Store, place.Project.Name, place.Stack, place.File.Secrets, parsed.GetValue(force), parsed.GetValue(backups));
                terminal.Out.WriteLine($"Removed stack {place.Stack}.");
            });
        });
        return command;
    }

    private static (ProjectFile Project, StateStore Store, string Stack, StackFile File) Find(Platform platform, Terminal terminal, string stack, string? state)
    {
        var project = ProjectFile.Find(terminal.WorkingDirectory);
        var store = Store(terminal, project, state);
        return platform.Find(stack) is not null || StackList.Read(store, project.Name).Any(known => known.Name == stack)
            ? (project, store, stack, StackFile.Read(project, stack))
            : throw new CliException(ExitCode.NoSuchStack, $"No stack named '{stack}', neither as a client nor in {store.Root}. See 'zoo stack ls'.");
    }

    private static StateStore Store(Terminal terminal, ProjectFile project, string? state) => new(StatePlace.Of(state, project, terminal), TimeProvider.System);

    private static int Guard(Action action)
    {
        try
        {
            action();
            return ExitCode.Done;
        }
        catch (Exception e) when (e is StateException or IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failed, e.Message, e);
        }
    }

    private static Option<string> StackOption(Platform platform)
    {
        var option = new Option<string>("--stack", "-s") { Description = "The stack.", HelpName = "NAME", Required = true };
        option.CompletionSources.Add(_ => platform.Clients.Select(client => new System.CommandLine.Completions.CompletionItem(client.Id)));
        return option;
    }

    private static Option<bool> JsonOption() => new("--json", "-j") { Description = "Print JSON." };

    private static Option<string?> StateOption() => new("--state") { Description = "The state directory [default: .zoo/state beside Pulumi.yaml].", HelpName = "DIR" };
}
