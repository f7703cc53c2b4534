using NodaTime;

namespace ZooInfra.Contracts.Firewall;

/// <summary>A rule that makes sense.</summary>
public sealed record PolicyRule
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>Zones it matches from, one bit each: bit 0 the firewall itself, bit n the n-th zone.</summary>
    public required ulong From { get; init; }

    /// <summary>Zones it matches to; bits as in <see cref="From"/>.</summary>
    public required ulong To { get; init; }

    /// <summary>Addresses it matches from.</summary>
    public required IntervalSet Sources { get; init; }

    /// <summary>Addresses it matches to.</summary>
    public required IntervalSet Destinations { get; init; }

    /// <summary>Services it matches.</summary>
    public required IntervalSet Services { get; init; }

    /// <summary>The named set that <see cref="Sources"/> are; null when they are not exactly one.</summary>
    public string? SourceSet { get; init; }

    /// <summary>The named set that <see cref="Destinations"/> are; null when they are not exactly one.</summary>
    public string? DestinationSet { get; init; }

    /// <summary>Whether new connections are logged.</summary>
    public bool Log { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Why it is there.</summary>
    public required string Reason { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required string Ticket { get; init; }

    /// <summary>The date it was made.</summary>
    public required LocalDate Created { get; init; }

    /// <summary>The last date, in UTC, on which it works; null when it is permanent.</summary>
    public LocalDate? Expires { get; init; }

    /// <summary>Who approved that it never ends.</summary>
    public string? PermanentApprover { get; init; }

    /// <summary>Whether it works on <paramref name="date"/>, a date in UTC; its last date is included.</summary>
    public bool IsActiveOn(LocalDate date) => Expires is not { } last || date <= last;
}
