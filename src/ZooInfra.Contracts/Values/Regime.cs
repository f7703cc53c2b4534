namespace ZooInfra.Contracts;

/// <summary>A body of rules a client is under.</summary>
public enum Regime
{
    /// <summary>HIPAA Security Rule, 45 CFR part 164 subpart C, as it is in force: <c>hipaa</c>.</summary>
    Hipaa = 1,

    /// <summary>PCI DSS 4.0.1: <c>pci_dss</c>.</summary>
    PciDss,

    /// <summary>NIST SP 800-53 revision 5: <c>nist_800_53</c>.</summary>
    Nist80053,

    /// <summary>The proposed change of the HIPAA Security Rule, 90 FR 898 of 6 January 2025; a proposal, so only for who asks for it: <c>hipaa_proposed_2025</c>.</summary>
    HipaaProposed2025,

    /// <summary>The client's own written policy, as far as the contract makes it binding: <c>client_policy</c>.</summary>
    ClientPolicy,
}
