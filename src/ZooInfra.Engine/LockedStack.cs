using System.Text.Json;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Planning;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine;

/// <summary>A stack that no other run can touch until this is disposed.</summary>
public sealed class LockedStack : IDisposable
{
    private const string Update = "update";

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
        => RunAsync(Update, run => run.UpdateAsync(_program, cancellationToken), watch);

    /// <summary>Removes every resource of the stack. May be called once.</summary>
    /// <exception cref="StateException">The state cannot be written; what was done is in the journal.</exception>
    public Task<OperationResult> DestroyAsync(Action<EngineEvent> watch, CancellationToken cancellationToken)
        => RunAsync("destroy", run => run.DestroyAsync(cancellationToken), watch);

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
        var result = await RunAsync("refresh", run => run.RefreshAsync(cancellationToken), watch);
        _session = _session.Renew();
        return result;
    }

    /// <summary>Forgets the creates that earlier runs were cut off in: the user has looked, and what they made is imported, removed or not there.</summary>
    /// <returns>The URNs.</returns>
    /// <exception cref="StateException">The state cannot be written.</exception>
    public IReadOnlyList<string> ClearPendingCreates()
    {
        var creates = _session.Base.PendingOperations.Where(operation => operation.Type == PendingOperation.Creating).Select(operation => operation.Resource.Urn.Text).ToList();
        if (creates.Count > 0)
        {
            _session.Start();
            _session.Append(new JournalEntry.ClearCreates(), durable: true);
            _session.Commit();
            _session = _session.Renew();
        }

        return creates;
    }

    /// <summary>
    /// Puts into the state file what a run that was cut off left in its journal. A run does so by itself when it changes something; whoever finds nothing to
    /// change calls this, so that other tools find it, too.
    /// </summary>
    /// <exception cref="StateException">The state cannot be written.</exception>
    public void TakeInCutOffRun()
    {
        _session.Start();
        _session = _session.Renew();
    }

    /// <summary>Says what the state holds.</summary>
    public StackLook Look() => new(_session.Base);

    /// <summary>Gives the stack free.</summary>
    public void Dispose() => _session.Dispose();

    private async Task<OperationResult> RunAsync(string kind, Func<StackRun, Task<OperationResult>> run, Action<EngineEvent> watch)
    {
        var began = _engine.Store.Time.GetUtcNow();
        _session.Start();
        await using var stackRun = new StackRun(_engine.Start(_program, watch), _session.Base, _session);
        OperationResult result;
        try
        {
            result = await run(stackRun);
        }
        catch (StateException)
        {
            CommitWhatIsKnown();
            throw;
        }

        var isNew = _session.Commit();
        if (isNew || (kind == Update && _session.HasCheckpoint))
        {
            AddToHistory(kind, began, result, isNew, watch);
        }

        return result;
    }

    /// <summary>The journal failed; the checkpoint may still be written. The first failure is the one to tell.</summary>
    private void CommitWhatIsKnown()
    {
        try
        {
            _session.Commit();
        }
        catch (StateException)
        {
            // The same reason as the first one, most likely; the journal has what it has.
        }
    }

    /// <summary>An update that changed nothing is in the history too, with the state it found (protocol facts, section 6.3). The state is in place already: a history that cannot be written is worth a warning, not a failed run.</summary>
    private void AddToHistory(string kind, DateTimeOffset began, OperationResult result, bool isNew, Action<EngineEvent> watch)
    {
        var files = _engine.Store.Files(_program.Project, _program.Stack);
        try
        {
            StackHistory.Add(_engine.Store, files, new HistoryEntry(
                kind,
                began,
                _engine.Store.Time.GetUtcNow(),
                result.Outcome == Outcome.Succeeded ? "succeeded" : "failed",
                result.Counts.ToDictionary(count => JsonNamingPolicy.KebabCaseLower.ConvertName(count.Key.ToString()), count => count.Value, StringComparer.Ordinal),
                _program.Config.ToDictionary(value => value.Key, value => ConfigValue(value.Key, value.Value), StringComparer.Ordinal)), isNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            watch(new EngineEvent.Diagnostic(Severity.Warning, null, $"The state is written, but this run could not be added to the history in {files.History}: {e.Message}"));
        }
    }

    private HistoryEntry.ConfigValue ConfigValue(string key, string text)
        => _program.SecretConfigKeys.Contains(key) ? new(_program.Secrets.Encrypt(text), IsSecret: true) : new(text, IsSecret: false);
}
