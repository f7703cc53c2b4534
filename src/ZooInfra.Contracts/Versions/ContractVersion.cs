using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A version of a commitment.</summary>
/// <typeparam name="T">What it commits to.</typeparam>
/// <param name="Number">Its number: 1 for the first to begin, and so on.</param>
/// <param name="First">The first day on which it holds, in the client's zone; null for from the start.</param>
/// <param name="Last">The last day on which it holds; null when it has no end.</param>
/// <param name="Value">The commitment.</param>
public sealed record ContractVersion<T>(int Number, LocalDate? First, LocalDate? Last, T Value)
{
    /// <summary>Whether it is in force on <paramref name="day"/>.</summary>
    public bool IsInForce(LocalDate day) => !(day < First) && !(day > Last);

    /// <summary>From when to when, for people: <c>from 2024-01-01 to 2026-06-30</c>; <c>always</c> without any day.</summary>
    public string Span => (First, Last) switch
    {
        ({ } first, { } last) => $"from {RuleText.Date(first)} to {RuleText.Date(last)}",
        ({ } first, null) => $"from {RuleText.Date(first)}",
        (null, { } last) => $"until {RuleText.Date(last)}",
        _ => "always",
    };
}
