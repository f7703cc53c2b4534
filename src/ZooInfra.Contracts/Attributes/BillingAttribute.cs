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
}
