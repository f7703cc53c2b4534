namespace ZooInfra.Contracts.Identity;

/// <summary>What a boundary does not show, and where.</summary>
/// <param name="Message">What is missing and what to do.</param>
/// <param name="Part">The part of the boundary at fault.</param>
internal sealed record IdentityGap(string Message, IdentityParts Part)
{
    /// <summary>Which item of the part is at fault, from 0; null when it is the part as a whole.</summary>
    public int? Item { get; init; }

    /// <summary>Which setting of a group policy is at fault, from 0; null when none is.</summary>
    public int? Setting { get; init; }

    /// <summary>The member of the item; null when it is the item as a whole.</summary>
    public string? Member { get; init; }

    /// <summary>The nearest value that would do, in C#; null when there is no single one.</summary>
    public string? Legal { get; init; }
}
