using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends;

/// <summary>A change of a zone that waits to be written. Either its owner withdraws it or one writer takes it.</summary>
internal sealed class PendingChange(ZoneKey? touched, Func<ZoneContent?, ZoneContent?> change)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    /// <summary>Ends when the change is on disk or has failed.</summary>
    public Task Done => _done.Task;

    /// <summary>The one record set that it may change; null when it is what the zone says about itself.</summary>
    public ZoneKey? Touched => touched;

    /// <summary>Takes it; false when somebody has.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>What the zone should be.</summary>
    public ZoneContent? Apply(ZoneContent? zone) => change(zone);

    /// <summary>Ends it well, unless it has failed.</summary>
    public void Succeed() => _done.TrySetResult();

    /// <summary>Ends it badly.</summary>
    public void Fail(Exception exception) => _done.TrySetException(exception);
}
