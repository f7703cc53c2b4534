namespace ZooInfra.Contracts.Identity;

/// <summary>Something that a regime demands and a boundary does not have.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Control">The regime's own id of what demands it, such as <c>164.312(d)</c>.</param>
/// <param name="Title">What the control is called.</param>
/// <param name="Message">What is missing, and what to do.</param>
public sealed record IdentityViolation(Regime Regime, string Control, string Title, string Message)
{
    /// <summary>The violation as one line.</summary>
    public override string ToString() => $"{Control} {Title}: {Message}";
}
