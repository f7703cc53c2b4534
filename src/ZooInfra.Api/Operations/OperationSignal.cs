namespace ZooInfra.Api.Operations;

/// <summary>Tells those who wait that operations were accepted or went on in this host. Those of other hosts are found by looking now and then.</summary>
internal sealed class OperationSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes all who wait.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Completes with the next pulse. Ask for it before you look, so that none is missed.</summary>
    public Task Next => _next.Task;

    /// <summary>Waits for a pulse, but no longer than <paramref name="longest"/>.</summary>
    public static async Task WaitAsync(Task pulse, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await pulse.WaitAsync(longest, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It is time to look.
        }
    }
}
