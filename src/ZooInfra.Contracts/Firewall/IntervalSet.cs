namespace ZooInfra.Contracts.Firewall;

/// <summary>A set of numbers, kept as ascending intervals that neither overlap nor touch; immutable and equal by content.</summary>
public sealed class IntervalSet : IEquatable<IntervalSet>
{
    private readonly Interval[] _intervals;

    private IntervalSet(Interval[] intervals) => _intervals = intervals;

    /// <summary>No numbers.</summary>
    public static IntervalSet Empty { get; } = new([]);

    /// <summary>All numbers of 128 bits.</summary>
    public static IntervalSet All { get; } = new([new(Number128.Zero, Number128.Max)]);

    /// <summary>The intervals, ascending, with a gap between each and the next.</summary>
    public IReadOnlyList<Interval> Intervals => _intervals;

    /// <summary>Whether there are no numbers in it.</summary>
    public bool IsEmpty => _intervals.Length == 0;

    /// <summary>The numbers of all <paramref name="intervals"/>, which may overlap and come in any order.</summary>
    public static IntervalSet Of(params IEnumerable<Interval> intervals)
    {
        var sorted = intervals.ToArray();
        if (sorted.Length > 1)
        {
            Array.Sort(sorted, static (a, b) => a.First.CompareTo(b.First));
        }

        var merged = new List<Interval>(sorted.Length);
        foreach (var interval in sorted)
        {
            Append(merged, interval);
        }

        return From(merged);
    }

    /// <summary>Whether <paramref name="number"/> is in it.</summary>
    public bool Contains(Number128 number)
    {
        var (low, high) = (0, _intervals.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (number < _intervals[middle].First)
            {
                high = middle - 1;
            }
            else if (number > _intervals[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the two have a number in common.</summary>
    public bool Overlaps(IntervalSet other)
    {
        var (mine, theirs) = (_intervals, other._intervals);
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
        {
            if (mine[i].Last < theirs[j].First)
            {
                i++;
            }
            else if (theirs[j].Last < mine[i].First)
            {
                j++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every number of <paramref name="other"/> is in it.</summary>
    public bool Covers(IntervalSet other)
    {
        var (mine, theirs) = (_intervals, other._intervals);
        var i = 0;
        foreach (var interval in theirs)
        {
            while (i < mine.Length && mine[i].Last < interval.First)
            {
                i++;
            }

            if (i == mine.Length || mine[i].First > interval.First || mine[i].Last < interval.Last)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The numbers in one or the other.</summary>
    public IntervalSet Union(IntervalSet other) => IsEmpty ? other : other.IsEmpty ? this : Of(_intervals.Concat(other._intervals));

    /// <summary>The numbers in both.</summary>
    public IntervalSet Intersect(IntervalSet other)
    {
        if (ReferenceEquals(this, other) || other.Covers(this))
        {
            return this;
        }

        var common = new List<Interval>();
        var (mine, theirs) = (_intervals, other._intervals);
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
        {
            var first = mine[i].First > theirs[j].First ? mine[i].First : theirs[j].First;
            var last = mine[i].Last < theirs[j].Last ? mine[i].Last : theirs[j].Last;
            if (first <= last)
            {
                common.Add(new(first, last));
            }

            if (mine[i].Last < theirs[j].Last)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return From(common);
    }

    /// <summary>The numbers that are not in <paramref name="other"/>.</summary>
    public IntervalSet Except(IntervalSet other)
    {
        if (!Overlaps(other))
        {
            return this;
        }

        var rest = new List<Interval>();
        var theirs = other._intervals;
        var j = 0;
        foreach (var interval in _intervals)
        {
            var first = interval.First;
            var done = false;
            while (j < theirs.Length && theirs[j].Last < first)
            {
                j++;
            }

            for (var k = j; k < theirs.Length && theirs[k].First <= interval.Last; k++)
            {
                if (theirs[k].First > first)
                {
                    rest.Add(new(first, theirs[k].First.Previous));
                }

                if (theirs[k].Last >= interval.Last)
                {
                    done = true;
                    break;
                }

                first = theirs[k].Last.Next;
            }

            if (!done)
            {
                rest.Add(new(first, interval.Last));
            }
        }

        return From(rest);
    }

    /// <inheritdoc/>
    public bool Equals(IntervalSet? other) => other is not null && (ReferenceEquals(this, other) || _intervals.SequenceEqual(other._intervals));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IntervalSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _intervals.Aggregate(_intervals.Length, static (hash, interval) => unchecked((hash * 31) + interval.GetHashCode()));

    private static IntervalSet From(List<Interval> intervals) => intervals.Count == 0 ? Empty : new([.. intervals]);

    private static void Append(List<Interval> merged, Interval next)
    {
        if (merged.Count > 0 && merged[merged.Count - 1] is var before && (before.Last == Number128.Max || next.First <= before.Last.Next))
        {
            merged[merged.Count - 1] = before with { Last = next.Last > before.Last ? next.Last : before.Last };
        }
        else
        {
            merged.Add(next);
        }
    }
}
