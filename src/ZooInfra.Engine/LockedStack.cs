using ZooInfra.Engine.Events;
using ZooInfra.Engine.Planning;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine;

/// <summary>A stack that no other run can touch until this is disposed.</summary>
public sealed class LockedStack : IDisposable
{
    private readonly EmbeddedEngine _engine;
    private readonly StackProgram _program;
    private StackSession _session;

    internal LockedStack(EmbeddedEngine engine, StackProgram program, StackSession session)
        => (_engine, _program, _session) = (engine, program, session);

    /// <summary>Says what <see cref="UpdateAsync"/> would do.</summary>
    public async Task<OperationResult> PreviewAsync(Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        await using var run = new StackRun(_engine.Start(_program, watch), _session.Base, session: null);
        return await run.UpdateAsync(_program, cancellationToken);
    }

    /// <summary>Says what <see cref="DestroyAsync"/> would do.</summary>
    public async Task<OperationResult> PreviewDestroyAsync(Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        await using var run = new StackRun(_engine.Start(_program, watch), _session.Base, session: null);
        return await run.DestroyAsync(cancellationToken);
    }

    /// <summary>Makes the stack what the program says. May be called once.</summary>
    /// <exception cref="StateException">The state cannot be written; what was done is in the journal.</exception>
    public Task<OperationResult> UpdateAsync(Action<EngineEvent> watch, CancellationToken cancellationToken)
        => RunAsync(run => run.UpdateAsync(_program, cancellationToken), watch);

    /// <summary>Removes every resource of the stack. May be called once.</summary>
    /// <exception cref="StateException">The state cannot be written; what was done is in the journal.</exception>
    public Task<OperationResult> DestroyAsync(Action<EngineEvent> watch, CancellationToken cancellationToken)
        => RunAsync(run => run.DestroyAsync(cancellationToken), watch);

    /// <summary>Says what <see cref="RefreshAsync"/> would find.</summary>
    public async Task<OperationResult> PreviewRefreshAsync(Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        await using var run = new StackRun(_engine.Start(_program, watch), _session.Base, session: null);
        return await run.RefreshAsync(cancellationToken);
    }

    /// <summary>Makes the state say what is there. A plan or an update may follow under the same lock.</summary>
    /// <exception cref="StateException">The state cannot be written; what was done is in the journal.</exception>
    public async Task<OperationResult> RefreshAsync(Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        var result = await RunAsync(run => run.RefreshAsync(cancellationToken), watch);
        _session = _session.Renew();
        return result;
    }

    /// <summary>Gives the stack free.</summary>
    public void Dispose() => _session.Dispose();

    private async Task<OperationResult> RunAsync(Func<StackRun, Task<OperationResult>> run, Action<EngineEvent> watch)
    {
        _session.Start();
        await using var stackRun = new StackRun(_engine.Start(_program, watch), _session.Base, _session);
        var result = await run(stackRun);
        _session.Commit();
        return result;
    }
}
