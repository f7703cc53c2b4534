using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>How the client pays.</summary>
/// <param name="model">The billing model of the contract.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BillingAttribute(BillingModel model) : Attribute
{
    /// <summary>The billing model of the contract.</summary>
    public BillingModel Model { get; } = model;

    /// <summary>The clause of the signed contract that says so.</summary>
    public string? Clause { get; set; }

    /// <summary>The first day on which it holds, <c>2026-07-01</c>, in the client's zone; asked for when other versions are stated with <see cref="BillingVersionAttribute"/>.</summary>
    public string? Effective { get; set; }
}
