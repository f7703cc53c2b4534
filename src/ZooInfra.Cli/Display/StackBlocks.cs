namespace ZooInfra.Cli.Display;

/// <summary>Gives out what was written about each stack in the order of the stacks, although they end in any order. Not safe for concurrent use.</summary>
internal sealed class StackBlocks(IReadOnlyList<StackRunReport> order)
{
    private readonly Dictionary<StackRunReport, IReadOnlyList<string>> _waiting = [];
    private int _next;

    /// <summary>Whether everything waits for <see cref="Release"/>.</summary>
    public bool IsHolding { get; private set; }

    public void Hold() => IsHolding = true;

    /// <summary>Takes the lines of a stack.</summary>
    /// <returns>What may be shown now: nothing as long as a stack before it has not ended.</returns>
    public IReadOnlyList<string> Add(StackRunReport run, IReadOnlyList<string> lines)
    {
        _waiting[run] = lines;
        return IsHolding ? [] : Ready();
    }

    /// <summary>Ends a <see cref="Hold"/>.</summary>
    /// <returns>What may be shown now.</returns>
    public IReadOnlyList<string> Release()
    {
        IsHolding = false;
        return Ready();
    }

    private List<string> Ready()
    {
        var lines = new List<string>();
        while (_next < order.Count && _waiting.Remove(order[_next], out var block))
        {
            lines.AddRange(block);
            _next++;
        }

        return lines;
    }
}
