namespace ZooInfra.Engine.Tests.Crash;

/// <summary>Counts the instants at which a run may die, and lets it die at one of them. After that nothing goes on.</summary>
/// <param name="at">The number of the instant, from 1; 0 for never.</param>
/// <param name="die">Ends the process, or throws to act as if.</param>
internal sealed class KillSwitch(int at, Action die)
{
    private int _passed;
    private volatile bool _dead;

    public static KillSwitch Never => new(0, () => { });

    public bool HasFired => _dead;

    /// <summary>Passes an instant.</summary>
    /// <param name="last">What is still done when this is the one; a part of what was under way.</param>
    public void Pass(Action? last = null)
    {
        if (!_dead && Interlocked.Increment(ref _passed) == at)
        {
            _dead = true;
            last?.Invoke();
            die();
        }

        if (_dead)
        {
            throw new IOException("The process is dead.");
        }
    }
}
