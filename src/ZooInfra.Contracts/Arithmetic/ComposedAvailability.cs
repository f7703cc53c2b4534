using System.Globalization;
using System.Numerics;

namespace ZooInfra.Contracts;

/// <summary>
/// An exact share of time, as a fraction. What stands in series multiplies; what stands in for each other fails only when all of it does: 1 - prod(1 - A)
/// (domain facts, sections 0 and 13).
/// </summary>
internal readonly record struct ComposedAvailability(BigInteger Up, BigInteger Whole)
{
    public static ComposedAvailability Always { get; } = new(1, 1);

    /// <summary>
    /// What <paramref name="dependencies"/> leave at most. Those whose availability is not known count as always there, and with them every group they are in.
    /// </summary>
    public static ComposedAvailability Of(EquatableArray<Dependency> dependencies)
        => dependencies
            .Select((dependency, index) => (Dependency: dependency, Group: dependency.Redundancy is { } name ? "group " + name : "alone " + index.ToString(CultureInfo.InvariantCulture)))
            .GroupBy(member => member.Group, member => member.Dependency, StringComparer.Ordinal)
            .Select(group => Group([.. group]))
            .Aggregate(Always, (product, next) => new(product.Up * next.Up, product.Whole * next.Whole));

    /// <summary>The highest promise, to four decimals of a percent, that is not above it; null when there is none.</summary>
    public Availability? Honest => (int)(Up * Million / Whole) is > 0 and var parts ? new Availability(parts) : null;

    /// <summary>Whether <paramref name="promise"/> is more.</summary>
    public bool IsBelow(Availability promise) => Up * Million < promise.PartsPerMillion * Whole;

    /// <summary>Whether its downtime is more than <paramref name="times"/> the downtime that <paramref name="promise"/> leaves.</summary>
    public bool IsDownMoreThan(int times, Availability promise) => (Whole - Up) * Million > times * (1_000_000 - promise.PartsPerMillion) * Whole;

    /// <summary>The share in percent to eight decimals, cut and not rounded, without trailing zeros.</summary>
    public override string ToString() => ((decimal)(Up * 10_000_000_000 / Whole) / 100_000_000m).ToString("0.########", CultureInfo.InvariantCulture);

    private static BigInteger Million => 1_000_000;

    private static ComposedAvailability Group(IReadOnlyList<Dependency> members)
    {
        if (members.Any(member => member.Availability is null))
        {
            return Always;
        }

        var whole = BigInteger.Pow(Million, members.Count);
        var down = members.Aggregate(BigInteger.One, (product, member) => product * (1_000_000 - member.Availability!.Value.PartsPerMillion));
        return new(whole - down, whole);
    }
}
