namespace ZooInfra.Api.Access;

/// <summary>Tokens that a caller has taken from its bucket and not spent yet.</summary>
internal sealed class Allowance
{
    private int _left;

    /// <summary>Spends one, if there is one.</summary>
    public bool TrySpend() => Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) >= 0;

    /// <summary>Puts more in. What others overdrew in the same instant counts as spent.</summary>
    public void Add(int tokens)
    {
        if (tokens > 0)
        {
            Interlocked.Add(ref _left, tokens);
        }
    }
}
