namespace ZooInfra.Contracts;

/// <summary>A body of rules a client is under.</summary>
public enum Regime
{
    /// <summary>HIPAA Security Rule, 45 CFR part 164 subpart C: <c>hipaa</c>.</summary>
    Hipaa = 1,

    /// <summary>PCI DSS 4.0.1: <c>pci_dss</c>.</summary>
    PciDss,

    /// <summary>NIST SP 800-53 revision 5: <c>nist_800_53</c>.</summary>
    Nist80053,
}
