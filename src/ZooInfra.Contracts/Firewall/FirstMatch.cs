namespace ZooInfra.Contracts.Firewall;

/// <summary>
/// Splits traffic by the rule that decides it. Depth first: a piece is cut by the first rule that touches it, what is left goes on with the rules
/// after that one. Work is bounded, since rules exist whose pieces grow with the fifth power of their number.
/// </summary>
/// <param name="rules">What rules match, in order, all of one direction and family.</param>
/// <param name="budget">How many comparisons may be made.</param>
internal sealed class FirstMatch(IReadOnlyList<Traffic> rules, long budget)
{
    /// <summary>Whether the work was cut short, so that what was answered is not certain.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>How many comparisons may still be made.</summary>
    public long Budget { get; private set; } = budget;

    /// <summary>Tells each piece of <paramref name="traffic"/> with the index of the rule that decides it, -1 for none.</summary>
    /// <param name="traffic">The traffic, of the same direction and family.</param>
    /// <param name="decided">Gets a piece and the index; answers whether to go on.</param>
    public void Split(Traffic traffic, Func<Traffic, int, bool> decided)
    {
        var pending = new Stack<(Traffic Piece, int Next)>();
        pending.Push((traffic, 0));
        while (pending.Count > 0)
        {
            var (piece, next) = pending.Pop();
            while (next < rules.Count && !rules[next].Overlaps(piece))
            {
                next++;
                Budget--;
            }

            if (Budget <= 0)
            {
                GaveUp = true;
                return;
            }

            if (!decided(piece, next < rules.Count ? next : -1))
            {
                return;
            }

            if (next < rules.Count)
            {
                foreach (var rest in piece.Except(rules[next]))
                {
                    pending.Push((rest, next + 1));
                }

                Budget--;
            }
        }
    }
}
