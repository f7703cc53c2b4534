namespace ZooInfra.Contracts.Firewall;

/// <summary>An unsigned number of 128 bits: an IPv6 address, an IPv4 address as ::ffff:a.b.c.d, or a service.</summary>
/// <param name="High">The upper 64 bits.</param>
/// <param name="Low">The lower 64 bits.</param>
public readonly record struct Number128(ulong High, ulong Low) : IComparable<Number128>
{
    /// <summary>0.</summary>
    public static Number128 Zero { get; }

    /// <summary>2^128 - 1.</summary>
    public static Number128 Max { get; } = new(ulong.MaxValue, ulong.MaxValue);

    /// <summary>One more; 0 after <see cref="Max"/>.</summary>
    public Number128 Next => Low == ulong.MaxValue ? new(unchecked(High + 1), 0) : new(High, Low + 1);

    /// <summary>One less; <see cref="Max"/> before 0.</summary>
    public Number128 Previous => Low == 0 ? new(unchecked(High - 1), ulong.MaxValue) : new(High, Low - 1);

    /// <inheritdoc/>
    public int CompareTo(Number128 other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>Whether <paramref name="left"/> is less.</summary>
    public static bool operator <(Number128 left, Number128 right) => left.High < right.High || (left.High == right.High && left.Low < right.Low);

    /// <summary>Whether <paramref name="left"/> is greater.</summary>
    public static bool operator >(Number128 left, Number128 right) => right < left;

    /// <summary>Whether <paramref name="left"/> is not greater.</summary>
    public static bool operator <=(Number128 left, Number128 right) => !(right < left);

    /// <summary>Whether <paramref name="left"/> is not less.</summary>
    public static bool operator >=(Number128 left, Number128 right) => !(left < right);

    /// <summary>The number with its last <paramref name="count"/> bits, 0 to 128, set.</summary>
    internal Number128 WithLowBits(int count) => count switch
    {
        0 => this,
        < 64 => this with { Low = Low | ((1UL << count) - 1) },
        64 => this with { Low = ulong.MaxValue },
        < 128 => new(High | ((1UL << (count - 64)) - 1), ulong.MaxValue),
        _ => Max,
    };
}
