using ZooInfra.Cli.Display;
using ZooInfra.Cli.Workspace;
using ZooInfra.Engine;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;

namespace ZooInfra.Cli.Commands;

/// <summary>Plans stacks, asks, applies them. One failing client never stops another.</summary>
internal sealed class OperationRunner(Platform platform, Terminal terminal, OperationRequest request)
{
    private readonly List<StackFile> _files = [];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var clients = StackSelection.Select(platform, request);
        if (!request.Yes && (request.NonInteractive || request.Json || !terminal.IsInteractive))
        {
            throw new CliException(ExitCode.Usage, "Nobody can be asked here; give --yes to go ahead, or run 'preview' to look first.");
        }

        var project = ProjectFile.Find(terminal.WorkingDirectory);
        var engine = new EmbeddedEngine(
            new StateStore(Place(request.State, project, ".zoo/state"), TimeProvider.System),
            new Dictionary<string, Func<IResourceProvider>>(StringComparer.Ordinal) { ["zoo"] = () => new ZooProvider(project.Root) },
            request.Parallel,
            new PluginSource(project.Root, project.Plugins));
        IOperationView view = request.Json ? new JsonView(terminal.Out) : new TextView(terminal, request);
        var runs = clients.Select(client => new StackRunReport(client.Id)).ToList();
        var programs = clients.Select(client => Program(project, client)).ToList();
        var code = request.IsReadOnly
            ? await LookAsync(engine, programs, runs, view, cancellationToken)
            : await ApplyAsync(engine, programs, runs, view, cancellationToken);
        if (!request.IsReadOnly)
        {
            _files.ForEach(file => file.KeepSalt());
        }

        view.End(runs);
        return code;
    }

    private async Task<int> LookAsync(EmbeddedEngine engine, List<StackProgram> programs, List<StackRunReport> runs, IOperationView view, CancellationToken cancellationToken)
    {
        foreach (var (program, run) in programs.Zip(runs))
        {
            await PlanAsync(run, view, watch => request.Operation == Operation.Drift
                ? engine.DriftAsync(program, watch, cancellationToken)
                : engine.PreviewAsync(program, watch, cancellationToken));
        }

        return ExitCodeOf(runs, cancellationToken);
    }

    private async Task<int> ApplyAsync(EmbeddedEngine engine, List<StackProgram> programs, List<StackRunReport> runs, IOperationView view, CancellationToken cancellationToken)
    {
        var locked = new List<(LockedStack Stack, StackRunReport Run)>();
        try
        {
            foreach (var (program, run) in programs.Zip(runs))
            {
                await PlanAsync(run, view, async watch =>
                {
                    var stack = engine.Lock(program);
                    locked.Add((stack, run));
                    if (request.RefreshFirst && await stack.RefreshAsync(watch.ButNoSteps(), cancellationToken) is { Outcome: not Outcome.Succeeded } refreshed)
                    {
                        return refreshed;
                    }

                    return await (request.Operation switch
                    {
                        Operation.Destroy => stack.PreviewDestroyAsync(watch, cancellationToken),
                        Operation.Refresh => stack.PreviewRefreshAsync(watch, cancellationToken),
                        _ => stack.PreviewAsync(watch, cancellationToken),
                    });
                });
            }

            var planned = locked.Where(entry => entry.Run.Plan is { Outcome: Outcome.Succeeded }).ToList();
            if (request.ExpectNoChanges && planned.Any(entry => entry.Run.Plan!.HasChanges))
            {
                return ExitCodeOf(runs, cancellationToken);
            }

            if (!request.Yes && planned.Any(entry => entry.Run.Plan!.HasChanges) && !Ask())
            {
                terminal.Error.WriteLine("Nothing was changed.");
                return ExitCode.Cancelled;
            }

            foreach (var (stack, run) in planned)
            {
                await CarryOutAsync(run, view, watch => request.Operation switch
                {
                    Operation.Destroy => stack.DestroyAsync(watch, cancellationToken),
                    Operation.Refresh => stack.RefreshAsync(watch, cancellationToken),
                    _ => stack.UpdateAsync(watch, cancellationToken),
                });
            }

            return ExitCodeOf(runs, cancellationToken);
        }
        finally
        {
            locked.ForEach(entry => entry.Stack.Dispose());
        }
    }

    private static async Task PlanAsync(StackRunReport run, IOperationView view, Func<Action<EngineEvent>, Task<OperationResult>> plan)
    {
        view.BeginPlan(run);
        try
        {
            run.Plan = await plan(run.Planned.Add);
        }
        catch (StateException e)
        {
            run.Problem = e.Message;
        }

        view.EndPlan(run);
    }

    private static async Task CarryOutAsync(StackRunReport run, IOperationView view, Func<Action<EngineEvent>, Task<OperationResult>> carryOut)
    {
        view.BeginApply(run);
        try
        {
            run.Applied = await carryOut(engineEvent =>
            {
                run.Done.Add(engineEvent);
                view.Show(run, engineEvent);
            });
        }
        catch (StateException e)
        {
            run.Problem = e.Message;
        }

        view.EndApply(run);
    }

    private int ExitCodeOf(List<StackRunReport> runs, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }

        if (runs.Any(run => run.Failed))
        {
            return ExitCode.Failed;
        }

        if (request.Operation == Operation.Drift && runs.Any(run => run.Plan!.HasChanges))
        {
            return ExitCode.UnexpectedChanges;
        }

        if (request.ExpectNoChanges && runs.Where(run => run.Plan!.HasChanges).Select(run => run.Stack).ToList() is { Count: > 0 } changed)
        {
            terminal.Error.WriteLine($"error: no changes were expected but changes were proposed: {string.Join(", ", changed)}");
            return ExitCode.UnexpectedChanges;
        }

        return ExitCode.Done;
    }

    private bool Ask()
    {
        terminal.Out.Write(request.Operation switch
        {
            Operation.Destroy => "Remove all this? [yes/no] ",
            Operation.Refresh => "Take this into the state? [yes/no] ",
            _ => "Make these changes? [yes/no] ",
        });
        return terminal.In.ReadLine()?.Trim().ToUpperInvariant() is "YES" or "Y";
    }

    private StackProgram Program(ProjectFile project, Client client)
    {
        var file = StackFile.Read(project, client.Id);
        _files.Add(file);
        var config = new Dictionary<string, string>(file.Values(), StringComparer.Ordinal);
        if (request.Out is { } directory)
        {
            config["zoo:out"] = Path.GetFullPath(directory, terminal.WorkingDirectory);
        }

        return new StackProgram(project.Name, client.Id, config, file.SecretKeys, file.Secrets, (settings, _) => ProgramLauncher.RunAsync(client, settings, project.Root)) { Options = request.Run };
    }

    private string Place(string? chosen, ProjectFile project, string usual)
        => chosen is null ? Path.Combine(project.Root, usual) : Path.GetFullPath(chosen, terminal.WorkingDirectory);
}
