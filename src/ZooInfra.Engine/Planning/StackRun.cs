using System.Collections.Immutable;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Planning;

/// <summary>
/// One run on one stack: answers the program's registrations, takes a step for each, removes what the program no longer asks for.
/// Without a session it is a preview and writes nothing.
/// </summary>
internal sealed class StackRun : IAsyncDisposable
{
    private static readonly TimeSpan ProgramGrace = TimeSpan.FromSeconds(10);

    private readonly RunContext _context;
    private readonly StackSession? _session;
    private readonly EngineEndpoint _endpoint;
    private readonly RunParts _parts;
    private readonly MonitorHandler _handler;

    public StackRun(RunContext context, Snapshot last, StackSession? session)
    {
        (_context, _session) = (context, session);
        _parts = new(context, last, session, token => _endpoint!.AddressAsync(token));
        _handler = new(context, _parts);
        _endpoint = new(_handler);
        WarnOfPendingOperations(last);
    }

    private RunControl Control => _parts.Control;

    /// <summary>Runs the program and makes the stack what it says.</summary>
    public async Task<OperationResult> UpdateAsync(StackProgram program, CancellationToken cancellationToken)
    {
        using var onCancel = cancellationToken.Register(Control.Stop);
        var settings = new ProgramSettings(_endpoint.Calls, _endpoint.AddressAsync, program.Project, program.Stack, program.Config, program.SecretConfigKeys, DryRun: _session is null, _context.Parallel);
        var running = RunProgramAsync(program, settings);
        try
        {
            await Task.WhenAny(running, _handler.ProgramDone);
            var complete = _handler.ProgramDone.IsCompleted || await running;
            if (complete && (!Control.HasFailed || Control.ContinuesOnError) && !Control.Stopped.IsCancellationRequested)
            {
                await DeleteAsync(_parts.Base.Urns.Concat(_parts.Registrations.Urns));
            }
        }
        finally
        {
            _handler.StepsDone();
        }

        if (!await EndOfProgramAsync(running))
        {
            Control.Fail();
        }

        KeepOldOutputsOnFailure();
        return Result(cancellationToken);
    }

    /// <summary>Removes every resource, without running the program.</summary>
    public async Task<OperationResult> DestroyAsync(CancellationToken cancellationToken)
    {
        using var onCancel = cancellationToken.Register(Control.Stop);
        await DeleteAsync(_parts.Base.Urns);
        return Result(cancellationToken);
    }

    /// <summary>Makes the state say what is there, without running the program.</summary>
    public async Task<OperationResult> RefreshAsync(CancellationToken cancellationToken)
    {
        using var onCancel = cancellationToken.Register(Control.Stop);
        try
        {
            _parts.Targets.RequireKnown(_parts.Base.Urns);
            if (!await new Refresh(_context, _parts.Base, _parts.Executor, _parts.Providers, _parts.Targets).RunAsync(Control.Stopped))
            {
                Control.Fail();
            }
        }
        catch (RunException e)
        {
            _context.Report(Severity.Error, null, e.Message);
            Control.Fail();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The result says so.
        }

        return Result(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _endpoint.DisposeAsync();
    }

    private async Task<bool> RunProgramAsync(StackProgram program, ProgramSettings settings)
    {
        int code;
        try
        {
            code = await program.RunAsync(settings, Control.Stopped);
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
        if (!Control.Stopped.IsCancellationRequested)
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

    private async Task DeleteAsync(IEnumerable<string> knownUrns)
    {
        try
        {
            _parts.Targets.RequireKnown(knownUrns);
            var doomed = new Doomed(_parts.Base, _parts.Targets).Indices();
            if (!await new DeletionPlan(_context, Control, _parts.Base, _parts.Executor, _parts.Steps).RunAsync(doomed, Control.Stopped))
            {
                Control.Fail();
            }
        }
        catch (RunException e)
        {
            _context.Report(Severity.Error, null, e.Message);
            Control.Fail();
        }
    }

    private void KeepOldOutputsOnFailure()
    {
        if (Control.HasFailed && _parts.Base.StackOutputs is { Count: > 0 } old && _session is not null && _parts.Registrations.Stack is { } stack)
        {
            var merged = _handler.StackOutputs.Aggregate(old, (map, output) => map.With(output.Key, output.Value));
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
            cancellationToken.IsCancellationRequested ? Outcome.Cancelled : Control.HasFailed ? Outcome.Failed : Outcome.Succeeded,
            _parts.Executor.Counts.ToImmutableSortedDictionary(),
            _handler.StackOutputs);
}
