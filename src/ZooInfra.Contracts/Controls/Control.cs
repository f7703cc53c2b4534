namespace ZooInfra.Contracts;

/// <summary>A control of a regime.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Id">The regime's own id: <c>164.312(d)</c>, <c>MA-2</c>, <c>1.2.7</c>.</param>
public sealed record Control(Regime Regime, string Id)
{
    /// <summary>A control of the HIPAA Security Rule, by its paragraph of 45 CFR.</summary>
    public static Control Hipaa(string id) => new(Regime.Hipaa, id);

    /// <summary>A control of NIST SP 800-53 revision 5.</summary>
    public static Control Nist(string id) => new(Regime.Nist80053, id);

    /// <summary>A requirement of PCI DSS 4.0.1.</summary>
    public static Control Pci(string id) => new(Regime.PciDss, id);

    /// <summary>The control as people cite it: <c>NIST 800-53 MA-2</c>.</summary>
    public override string ToString() => $"{ContractNames.TitleOf(Regime)} {Id}";
}
