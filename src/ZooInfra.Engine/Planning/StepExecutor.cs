using System.Collections.Concurrent;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Takes steps: at most so many provider calls at once, each written to the journal before and after.</summary>
internal sealed class StepExecutor(RunContext context, StackSession? session) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(context.Parallel);
    private readonly ConcurrentDictionary<StepKind, int> _counts = [];

    public bool Preview => session is null;

    /// <summary>How many steps of each kind were taken; a replacement counts once, the engine's own steps do not.</summary>
    public IReadOnlyDictionary<StepKind, int> Counts => _counts;

    /// <summary>Takes a step that calls no provider.</summary>
    public void Take(StepInfo step, JournalEntry? entry)
    {
        context.Watch(new EngineEvent.StepStarted(step));
        if (entry is not null)
        {
            Record(entry);
        }

        Finish(step);
    }

    /// <summary>Writes down what a step did that was taken already.</summary>
    public void Record(JournalEntry entry) => session?.Append(entry, durable: false);

    /// <summary>The entry for a step that calls no provider and changes the state.</summary>
    public JournalEntry.End Change(ResourceState? upsert, BaseEffect effect) => new(session?.NextSequence() ?? 0, upsert, effect);

    /// <summary>Takes a step that calls a provider.</summary>
    /// <param name="step">What is shown.</param>
    /// <param name="pending">What stays in the state if nobody learns how the call ended.</param>
    /// <param name="call">The call; its result is the resource as it now is, null when it is gone.</param>
    /// <param name="effect">What a success does to the resources the run started from.</param>
    /// <param name="partly">The resource as it is when the provider could not bring it all the way; such a step fails and is kept.</param>
    /// <param name="cancellationToken">Stops the step before it begins; a call that runs is asked to stop.</param>
    /// <exception cref="StepFailedException">The provider refused or failed; it has been reported.</exception>
    public async Task<ResourceState?> TakeAsync(
        StepInfo step,
        PendingOperation pending,
        Func<CancellationToken, Task<ResourceState?>> call,
        BaseEffect effect,
        Func<PartialFailureException, ResourceState>? partly,
        CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            context.Watch(new EngineEvent.StepStarted(step));
            var sequence = session?.Begin(pending) ?? 0;
            ResourceState? state;
            try
            {
                state = await call(cancellationToken);
            }
            catch (ProviderException e)
            {
                session?.Append(new JournalEntry.End(sequence, null, default), durable: true);
                context.Watch(new EngineEvent.StepFailed(step, e.Message));
                throw new StepFailedException(e.Message);
            }
            catch (PartialFailureException e) when (partly is not null)
            {
                session?.Append(new JournalEntry.End(sequence, partly(e), effect), durable: true);
                context.Watch(new EngineEvent.StepFailed(step, $"{e.Message} It is kept as it is; the next run tries again."));
                throw new StepFailedException(e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException and not StateException)
            {
                context.Watch(new EngineEvent.StepFailed(step, $"{e.Message} (unexpected; the resource may or may not have been changed)"));
                throw new StepFailedException(e.Message);
            }

            session?.Append(new JournalEntry.End(sequence, state, effect), durable: true);
            Finish(step);
            return state;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Does for a step what is not the provider's; when that fails, the step has failed.</summary>
    /// <exception cref="StepFailedException">It failed; it has been reported.</exception>
    public async Task RunAsync(StepInfo step, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (ProviderException e)
        {
            Fail(step, e.Message);
            throw new StepFailedException(e.Message);
        }
    }

    /// <summary>Makes a provider call that changes nothing, when one of the slots is free.</summary>
    public async Task<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await call(cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Shows and counts a step that stands for others.</summary>
    public void Mark(StepInfo step) => Finish(step);

    public void Fail(StepInfo step, string message) => context.Watch(new EngineEvent.StepFailed(step, message));

    public void Dispose() => _slots.Dispose();

    private void Finish(StepInfo step)
    {
        if (!step.IsInternal && step.Kind is not (StepKind.CreateReplacement or StepKind.DeleteReplaced or StepKind.ReadReplacement or StepKind.DiscardReplaced or StepKind.ImportReplacement))
        {
            _counts.AddOrUpdate(step.Kind, 1, (_, count) => count + 1);
        }

        context.Watch(new EngineEvent.StepFinished(step));
    }
}
