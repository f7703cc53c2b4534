using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumirpc;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Monitor;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>
/// One run on one stack: answers the program's registrations, takes a step for each, removes what the program no longer asks for.
/// Without a session it is a preview and writes nothing.
/// </summary>
internal sealed class StackRun : IMonitorHandler, IDisposable
{
    private static readonly TimeSpan ProgramGrace = TimeSpan.FromSeconds(10);

    private readonly RunContext _context;
    private readonly StackSession? _session;
    private readonly BaseResources _base;
    private readonly StepExecutor _executor;
    private readonly ProviderRegistry _providers;
    private readonly ResourceStepper _stepper;
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Registered> _registered = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _programDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stepsDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private PropertyMap _stackOutputs = PropertyMap.Empty;
    private volatile bool _failed;

    public StackRun(RunContext context, Snapshot last, StackSession? session)
    {
        _context = context;
        _session = session;
        _base = new BaseResources(last);
        _executor = new StepExecutor(context, session);
        _providers = new ProviderRegistry(context, _base, _executor);
        _stepper = new ResourceStepper(context, _base, _executor, _providers, new DeleteBeforeReplace(_base, _executor, _providers));
        WarnOfPendingOperations(last);
    }

    /// <summary>Runs the program and makes the stack what it says.</summary>
    public async Task<OperationResult> UpdateAsync(StackProgram program, CancellationToken cancellationToken)
    {
        await using var server = await MonitorServer.StartAsync(this, cancellationToken);
        using var onCancel = cancellationToken.Register(_stop.Cancel);
        var settings = new ProgramSettings(server.Address, program.Project, program.Stack, program.Config, program.SecretConfigKeys, DryRun: _session is null, _context.Parallel);
        var running = RunProgramAsync(program, settings);
        try
        {
            await Task.WhenAny(running, _programDone.Task);
            var complete = _programDone.Task.IsCompleted || await running;
            if (complete && !_failed && !_stop.IsCancellationRequested)
            {
                await DeleteAsync(_base.Untouched());
            }
        }
        finally
        {
            _stepsDone.TrySetResult();
        }

        _failed |= !await EndOfProgramAsync(running);

        KeepOldOutputsOnFailure();
        return Result(cancellationToken);
    }

    /// <summary>Removes every resource, without running the program.</summary>
    public async Task<OperationResult> DestroyAsync(CancellationToken cancellationToken)
    {
        using var onCancel = cancellationToken.Register(_stop.Cancel);
        await DeleteAsync(_base.Untouched());
        return Result(cancellationToken);
    }

    /// <summary>Makes the state say what is there, without running the program.</summary>
    public async Task<OperationResult> RefreshAsync(CancellationToken cancellationToken)
    {
        using var onCancel = cancellationToken.Register(_stop.Cancel);
        try
        {
            _failed |= !await new Refresh(_base, _executor, _providers).RunAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The result says so.
        }

        return Result(cancellationToken);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _executor.Dispose();
    }

    async Task<RegisterResourceResponse> IMonitorHandler.RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var urn = "";
        try
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
            var goal = Inherit(Goal.From(request, _context.Project, _context.Stack));
            urn = goal.Urn.Text;
            Admit(goal);
            RequirePassphraseFor(goal.Inputs, urn);
            var state = goal.IsProvider
                ? await _providers.RegisterAsync(goal, linked.Token)
                : await _stepper.StepAsync(goal, linked.Token);
            RequirePassphraseFor(state.Outputs, urn);
            _registered[urn] = new(goal, state);
            return Answer(request, state);
        }
        catch (RunException e)
        {
            _context.Report(Severity.Error, urn.Length == 0 ? null : urn, e.Message);
            throw Abort();
        }
        catch (StepFailedException)
        {
            throw Abort();
        }
        catch (FormatException e)
        {
            _context.Report(Severity.Error, null, $"Resource '{request.Name}' of type '{request.Type}' was registered with values that cannot be read: {e.Message}");
            throw Abort();
        }
        catch (StateException e)
        {
            _context.Report(Severity.Error, null, e.Message);
            throw Abort();
        }
        catch (OperationCanceledException)
        {
            throw new MonitorClosedException();
        }
    }

    Task IMonitorHandler.RegisterOutputsAsync(RegisterResourceOutputsRequest request)
    {
        if (!_registered.TryGetValue(request.Urn, out var registered))
        {
            throw new RunException($"Outputs of {request.Urn} were registered before the resource itself.");
        }

        var outputs = PropertyMarshaller.FromStruct(request.Outputs);
        try
        {
            RequirePassphraseFor(outputs, request.Urn);
        }
        catch (RunException e)
        {
            _context.Report(Severity.Error, request.Urn, e.Message);
            throw Abort();
        }

        if (registered.Goal.Urn.Type == ResourceUrn.StackType)
        {
            _stackOutputs = outputs;
        }

        if (!registered.State.Outputs.Equals(outputs))
        {
            _session?.Append(new JournalEntry.Outputs(request.Urn, outputs), durable: false);
        }

        return Task.CompletedTask;
    }

    async Task IMonitorHandler.ShutdownAsync()
    {
        _programDone.TrySetResult();
        await _stepsDone.Task;
    }

    void IMonitorHandler.Log(Severity severity, string? urn, string message) => _context.Report(severity, urn, message);

    Exception IMonitorHandler.Refuse(string feature)
    {
        _context.Report(Severity.Error, null, $"The program uses {feature}, which the embedded engine does not have yet. Run this stack with the Pulumi CLI: pulumi up -s {_context.Stack}");
        return Abort();
    }

    private async Task<bool> RunProgramAsync(StackProgram program, ProgramSettings settings)
    {
        int code;
        try
        {
            code = await program.RunAsync(settings, _stop.Token);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _context.Report(Severity.Error, null, $"The program of stack {_context.Stack} could not be run: {e.Message}");
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        // 32: the program has reported its errors itself; 1: it has logged errors (protocol facts, section 1.2).
        if (code is not (0 or 1 or 32))
        {
            _context.Report(Severity.Error, null, $"The program of stack {_context.Stack} ended with exit code {code}.");
        }

        return code == 0;
    }

    /// <summary>A program that was told to stop gets some time to end; one that does not is reported and left.</summary>
    private async Task<bool> EndOfProgramAsync(Task<bool> running)
    {
        if (!_stop.IsCancellationRequested)
        {
            return await running;
        }

        try
        {
            return await running.WaitAsync(ProgramGrace, _context.Time);
        }
        catch (TimeoutException)
        {
            _context.Report(Severity.Warning, null, $"The program of stack {_context.Stack} did not end {ProgramGrace.TotalSeconds:0} s after it was told to stop.");
            return false;
        }
    }

    private Goal Inherit(Goal goal)
    {
        if (goal.Parent is not { } parent || !_registered.TryGetValue(parent.Text, out var registered) || registered.Goal.Urn.Type == ResourceUrn.StackType)
        {
            return goal;
        }

        return goal with
        {
            Protect = goal.Protect ?? registered.Goal.Protect,
            RetainOnDelete = goal.RetainOnDelete ?? registered.Goal.RetainOnDelete,
        };
    }

    private void Admit(Goal goal)
    {
        _stop.Token.ThrowIfCancellationRequested();
        if (goal.Parent is { } parent && !_registered.ContainsKey(parent.Text))
        {
            throw new RunException($"Could not find parent resource {parent}; register a parent before its children.");
        }

        foreach (var urn in goal.Dependencies.Concat(goal.PropertyDependencies.Values.SelectMany(urns => urns)))
        {
            if (!_registered.ContainsKey(urn))
            {
                throw new RunException($"{goal.Urn} depends on {urn}, which is not registered.");
            }
        }

        if (!_seen.TryAdd(goal.Urn.Text, true))
        {
            throw new RunException($"Duplicate resource URN '{goal.Urn}'; try giving it a unique name.");
        }
    }

    /// <summary>
    /// Refuses before anything is done, not when the state is to be written. A preview does so for outputs too: a provider marks what will be secret
    /// before it is known, and an update comes after a preview.
    /// </summary>
    private void RequirePassphraseFor(PropertyMap properties, string urn)
    {
        if (!_context.Secrets.IsUsable && SecretPaths.First(properties) is { } path)
        {
            throw new RunException($"'{path}' of {urn} is secret, and no passphrase is set to keep it with: set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it. Nothing was written.");
        }
    }

    private static RegisterResourceResponse Answer(RegisterResourceRequest request, ResourceState state)
    {
        var outputs = request.Custom ? state.Outputs : PropertyMap.Empty;
        var known = request.SupportsPartialValues
            ? outputs
            : PropertyMap.From(outputs.Where(output => !Unknowns.In(output.Value)));
        return new RegisterResourceResponse
        {
            Urn = state.Urn.Text,
            Id = state.Id == Signatures.Unknown ? "" : state.Id,
            Object = PropertyMarshaller.ToStruct(known, new MarshalOptions(request.AcceptSecrets, request.AcceptResources, KeepOutputs: false)),
        };
    }

    private async Task DeleteAsync(IReadOnlyList<int> indices)
    {
        var deletion = new DeletionPlan(_base, _executor, _providers);
        _failed |= !await deletion.RunAsync(indices, _stop.Token);
    }

    private void KeepOldOutputsOnFailure()
    {
        if (_failed && _base.StackOutputs is { Count: > 0 } old && _session is not null && _registered.Values.FirstOrDefault(r => r.Goal.Urn.Type == ResourceUrn.StackType) is { } stack)
        {
            var merged = _stackOutputs.Aggregate(old, (map, output) => map.With(output.Key, output.Value));
            _session.Append(new JournalEntry.Outputs(stack.Goal.Urn.Text, merged), durable: false);
        }
    }

    private void WarnOfPendingOperations(Snapshot last)
    {
        foreach (var operation in last.PendingOperations)
        {
            _context.Report(Severity.Warning, operation.Resource.Urn.Text, $"An earlier run was cut off while {operation.Type} this resource, and nobody knows whether it was done. Look at the real system; this run continues from the last known state.{(operation.Type == PendingOperation.Creating ? $" When you have looked, 'zoo refresh -s {_context.Stack} --clear-pending-creates' forgets it." : "")}");
        }
    }

    private OperationResult Result(CancellationToken cancellationToken)
        => new(
            cancellationToken.IsCancellationRequested ? Outcome.Cancelled : _failed ? Outcome.Failed : Outcome.Succeeded,
            _executor.Counts.ToImmutableSortedDictionary(),
            _stackOutputs);

    /// <summary>The first failure stops everything that has not begun (protocol facts, section 5.12).</summary>
    private MonitorClosedException Abort()
    {
        _failed = true;
        _stop.Cancel();
        return new MonitorClosedException();
    }

    private sealed record Registered(Goal Goal, ResourceState State);
}
