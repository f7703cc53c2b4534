using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>A former or coming way in which the client pays; the one that holds now is <see cref="BillingAttribute"/>.</summary>
/// <param name="effective">The first day on which it holds, in the client's zone: <c>2024-01-01</c>. It ends when the next version begins.</param>
/// <param name="model">The billing model.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BillingVersionAttribute(string effective, BillingModel model) : Attribute
{
    /// <summary>The first day on which it holds.</summary>
    public string Effective { get; } = effective;

    /// <summary>The billing model.</summary>
    public BillingModel Model { get; } = model;

    /// <summary>The clause of the signed contract that says so.</summary>
    public string? Clause { get; set; }
}
