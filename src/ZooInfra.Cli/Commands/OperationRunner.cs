using System.Collections.Concurrent;
using ZooInfra.Cli.Display;
using ZooInfra.Cli.Reports;
using ZooInfra.Cli.Workspace;
using ZooInfra.Engine;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Commands;

/// <summary>Plans stacks, asks, applies them. One failing client never stops another.</summary>
internal sealed class OperationRunner(Platform platform, Terminal terminal, OperationRequest request)
{
    private readonly ConcurrentBag<StackFile> _files = [];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var project = ProjectFile.Find(terminal.WorkingDirectory);
        var state = StatePlace.Of(request.State, project, terminal);
        var failed = new FailedStacks(state, project.Name);
        var clients = StackSelection.Select(platform, request, () => failed.Of(request.Operation, request.IsReadOnly));
        if (clients.Count == 0)
        {
            terminal.Out.WriteLine("No stack failed last time.");
            return ExitCode.Done;
        }

        if (!request.Yes && (request.NonInteractive || request.Json || !terminal.IsInteractive))
        {
            throw new CliException(ExitCode.Usage, "Nobody can be asked here; give --yes to go ahead, or run 'preview' to look first.");
        }

        var engine = new EmbeddedEngine(
            new StateStore(state, TimeProvider.System),
            new Dictionary<string, Func<IResourceProvider>>(StringComparer.Ordinal) { ["zoo"] = () => new ZooProvider(project.Root) },
            request.Parallel,
            new PluginSource(project.Root, project.Plugins));
        var facts = PlanFacts.FromEnvironment(TimeProvider.System, platform);
        var stacks = clients.Select(client => Stack(project, client, facts, alone: clients.Count == 1)).ToList();
        var runs = stacks.ConvertAll(stack => stack.Run);
        IOperationView view = request.Json ? new JsonView(terminal.Out) : new TextView(terminal, request, runs);
        var fleet = new Fleet(request.ParallelStacks, cancellationToken);
        var code = request.IsReadOnly
            ? await LookAsync(engine, fleet, stacks, view, cancellationToken)
            : await ApplyAsync(engine, fleet, stacks, view, failed, cancellationToken);
        view.End(runs);
        if (request.Sarif is { } file)
        {
            ReportFile.Write(terminal, file, SarifLog.Text([.. runs.Select(run => run.Rules?.Verdicts).OfType<PlanVerdicts>()]));
        }

        return code;
    }

    private async Task<int> LookAsync(EmbeddedEngine engine, Fleet fleet, List<StackToRun> stacks, IOperationView view, CancellationToken cancellationToken)
    {
        await PlanAllAsync(fleet, stacks, view, (stack, watch) => request.Operation == Operation.Drift
            ? engine.DriftAsync(stack.Program!, watch, cancellationToken)
            : engine.PreviewAsync(stack.Program!, watch, cancellationToken));
        return ExitCodeOf(stacks.ConvertAll(stack => stack.Run), cancellationToken);
    }

    private async Task<int> ApplyAsync(EmbeddedEngine engine, Fleet fleet, List<StackToRun> stacks, IOperationView view, FailedStacks failed, CancellationToken cancellationToken)
    {
        var runs = stacks.ConvertAll(stack => stack.Run);
        var locked = new ConcurrentDictionary<StackToRun, LockedStack>();
        try
        {
            await PlanAllAsync(fleet, stacks, view, async (stack, watch) =>
            {
                var held = locked[stack] = engine.Lock(stack.Program!);
                if (request.RefreshFirst && await held.RefreshAsync(watch.ButNoSteps(), cancellationToken) is { Outcome: not Outcome.Succeeded } refreshed)
                {
                    return refreshed;
                }

                return await (request.Operation switch
                {
                    Operation.Destroy => held.PreviewDestroyAsync(watch, cancellationToken),
                    Operation.Refresh => held.PreviewRefreshAsync(watch, cancellationToken),
                    _ => held.PreviewAsync(watch, cancellationToken),
                });
            });

            var planned = stacks.Where(stack => locked.ContainsKey(stack) && stack.Run is { Problem: null, Plan.Outcome: Outcome.Succeeded }).ToList();
            if (request.ExpectNoChanges && planned.Any(stack => stack.Run.Plan!.HasChanges))
            {
                return ExitCodeOf(runs, cancellationToken);
            }

            if (!request.Yes && planned.Any(stack => stack.Run.Plan!.HasChanges) && !Ask())
            {
                terminal.Error.WriteLine("Nothing was changed.");
                return ExitCode.Cancelled;
            }

            await view.WatchAsync(planned.ConvertAll(stack => stack.Run), () => fleet.ForEachAsync(planned, stack => CarryOutAsync(fleet, stack.Run, view, watch => request.Operation switch
            {
                Operation.Destroy => locked[stack].DestroyAsync(watch, cancellationToken),
                Operation.Refresh => RefreshAsync(locked[stack], watch, cancellationToken),
                _ => locked[stack].UpdateAsync(watch, cancellationToken),
            })));
            Remember(failed, runs);
            return ExitCodeOf(runs, cancellationToken);
        }
        finally
        {
            foreach (var held in locked.Values)
            {
                held.Dispose();
            }

            KeepSalts();
        }
    }

    private static Task PlanAllAsync(Fleet fleet, List<StackToRun> stacks, IOperationView view, Func<StackToRun, Action<EngineEvent>, Task<OperationResult>> plan)
        => view.WatchAsync(stacks.ConvertAll(stack => stack.Run), () => fleet.ForEachAsync(stacks, async stack =>
        {
            var run = stack.Run;
            view.BeginPlan(run);
            if (stack.Program is not null)
            {
                await fleet.GuardAsync(run, async () => run.Plan = await plan(stack, run.Planned.Add));
            }

            view.EndPlan(run);
        }));

    private Task<OperationResult> RefreshAsync(LockedStack stack, Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        foreach (var urn in request.ClearPendingCreates ? stack.ClearPendingCreates() : [])
        {
            watch(new EngineEvent.Diagnostic(Severity.Info, urn, "The create that was cut off is forgotten."));
        }

        return stack.RefreshAsync(watch, cancellationToken);
    }

    private static async Task CarryOutAsync(Fleet fleet, StackRunReport run, IOperationView view, Func<Action<EngineEvent>, Task<OperationResult>> carryOut)
    {
        view.BeginApply(run);
        await fleet.GuardAsync(run, async () => run.Applied = await carryOut(engineEvent =>
        {
            run.Done.Add(engineEvent);
            view.Show(run, engineEvent);
        }));
        view.EndApply(run);
    }

    private void KeepSalts()
    {
        foreach (var file in _files)
        {
            try
            {
                file.KeepSalt();
            }
            catch (CliException e)
            {
                terminal.Error.WriteLine($"warning: {e.Message} The salt of its secrets is in the state.");
            }
        }
    }

    /// <summary>A single stack that fails needs no remembering, unless it was one of those that failed before.</summary>
    private void Remember(FailedStacks failed, List<StackRunReport> runs)
    {
        try
        {
            foreach (var run in runs)
            {
                if (run.Failed && (runs.Count > 1 || request.Failed))
                {
                    failed.Add(run.Stack, request.Operation);
                }
                else if (!run.Failed)
                {
                    failed.Remove(run.Stack, request.Operation);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"warning: which stacks failed cannot be remembered, so --failed will not know them: {e.Message}");
        }
    }

    private int ExitCodeOf(List<StackRunReport> runs, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }

        if (runs.Any(run => run.Failed))
        {
            return runs.Where(run => run.Failed).All(run => run.Rules is { IsViolated: true }) ? ExitCode.Policy : ExitCode.Failed;
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

    /// <summary>One client whose files cannot be used is one failed stack among others; alone, it is what the command says.</summary>
    private StackToRun Stack(ProjectFile project, Client client, PlanFacts facts, bool alone)
    {
        var run = new StackRunReport(client.Id);
        try
        {
            return new(Program(project, client, run, facts), run);
        }
        catch (CliException e) when (!alone)
        {
            run.Problem = e.Message;
            return new(null, run);
        }
    }

    private StackProgram Program(ProjectFile project, Client client, StackRunReport run, PlanFacts facts)
    {
        var file = StackFile.Read(project, client.Id);
        var config = new Dictionary<string, string>(file.Values(), StringComparer.Ordinal);
        _files.Add(file);
        if (request.Out is { } directory)
        {
            config["zoo:out"] = Path.GetFullPath(directory, terminal.WorkingDirectory);
        }

        return new StackProgram(project.Name, client.Id, config, file.SecretKeys, file.Secrets, (settings, stop) => ProgramLauncher.RunAsync(client, settings, project.Root, run.Rules = new(facts, client.Contract), stop))
        {
            Options = request.Run,
        };
    }

    /// <param name="Program">The program; null when it could not be prepared, which the report says.</param>
    /// <param name="Run">What is known of it.</param>
    private sealed record StackToRun(StackProgram? Program, StackRunReport Run);
}
