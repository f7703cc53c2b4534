using ZooInfra.Engine.Monitor;

namespace ZooInfra.Engine.Planning;

/// <summary>Whether a run has failed, and what stops it (protocol facts, section 5.12).</summary>
internal sealed class RunControl(bool continueOnError) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _failed;

    /// <summary>Whether a failing resource stops only what depends on it.</summary>
    public bool ContinuesOnError => continueOnError;

    public bool HasFailed => _failed;

    /// <summary>Nothing may begin after this fires.</summary>
    public CancellationToken Stopped => _stop.Token;

    public void Fail() => _failed = true;

    public void Stop() => _stop.Cancel();

    /// <summary>Fails the run and stops everything that has not begun; the exception ends the call of the program.</summary>
    public MonitorClosedException Abort()
    {
        Fail();
        Stop();
        return new();
    }

    public void Dispose() => _stop.Dispose();
}
