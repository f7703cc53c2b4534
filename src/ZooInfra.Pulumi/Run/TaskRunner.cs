namespace Pulumi;

/// <summary>
/// Knows all work of a program that is under way. The program is at its end when nothing is left, or as soon as something failed.
/// Tracking costs constant time.
/// </summary>
internal sealed class TaskRunner
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<Exception> _failures = [];
    // The program itself counts until Release.
    private int _pending = 1;

    /// <summary>Completes when nothing tracked is left or something failed.</summary>
    public Task EndAsync => _end.Task;

    /// <summary>What failed so far; the same exception, seen in several places, once.</summary>
    public IReadOnlyList<Exception> Failures
    {
        get
        {
            lock (_lock)
            {
                return [.. _failures];
            }
        }
    }

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        Interlocked.Increment(ref _pending);
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => Settle(task));
    }

    /// <summary>Says that the program was started: from now on the end may come.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            _end.TrySetResult();
        }
    }

    private void Settle(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Fail(task);
        }

        Release();
    }

    private void Fail(Task task)
    {
        lock (_lock)
        {
            foreach (var failure in task.Exception?.Flatten().InnerExceptions.AsEnumerable() ?? [new TaskCanceledException(task)])
            {
                if (!_failures.Contains(failure))
                {
                    _failures.Add(failure);
                }
            }
        }

        _end.TrySetResult();
    }
}
