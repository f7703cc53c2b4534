namespace ZooInfra;

/// <summary>A step of the credit table: what the client gets back when availability is missed.</summary>
/// <param name="below">The availability, in percent, below which it holds.</param>
/// <param name="percent">The share of the period's fee, in percent.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CreditAttribute(double below, double percent) : Attribute
{
    /// <summary>The availability, in percent, below which it holds.</summary>
    public double Below { get; } = below;

    /// <summary>The share of the period's fee, in percent.</summary>
    public double Percent { get; } = percent;
}
