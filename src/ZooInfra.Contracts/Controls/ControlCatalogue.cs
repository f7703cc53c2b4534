namespace ZooInfra.Contracts;

/// <summary>
/// The controls of each regime that infrastructure of a client can give evidence for (domain facts, section 6). What stands here without a rule is told
/// by <c>zoo rules</c> and by reports, so that nobody takes silence for a pass.
/// </summary>
public static class ControlCatalogue
{
    private static readonly (Control Control, string Title)[] Controls =
    [
        (Control.Hipaa("164.308(a)(1)(ii)(D)"), "Information system activity review"),
        (Control.Hipaa("164.308(a)(3)(ii)(C)"), "Termination procedures (addressable)"),
        (Control.Hipaa("164.308(a)(5)(ii)(C)"), "Log-in monitoring (addressable)"),
        (Control.Hipaa("164.308(a)(6)(ii)"), "Response and reporting"),
        (Control.Hipaa("164.308(a)(7)(ii)(A)"), "Data backup plan"),
        (Control.Hipaa("164.308(a)(7)(ii)(B)"), "Disaster recovery plan"),
        (Control.Hipaa("164.308(a)(7)(ii)(C)"), "Emergency mode operation plan"),
        (Control.Hipaa("164.308(a)(7)(ii)(D)"), "Testing and revision procedures (addressable)"),
        (Control.Hipaa("164.308(a)(7)(ii)(E)"), "Applications and data criticality analysis (addressable)"),
        (Control.Hipaa("164.308(b)(1)"), "Business associate contracts and other arrangements"),
        (Control.Hipaa("164.312(a)(2)(i)"), "Unique user identification"),
        (Control.Hipaa("164.312(a)(2)(ii)"), "Emergency access procedure"),
        (Control.Hipaa("164.312(a)(2)(iii)"), "Automatic logoff (addressable)"),
        (Control.Hipaa("164.312(a)(2)(iv)"), "Encryption and decryption (addressable)"),
        (Control.Hipaa("164.312(b)"), "Audit controls"),
        (Control.Hipaa("164.312(c)(1)"), "Integrity"),
        (Control.Hipaa("164.312(c)(2)"), "Mechanism to authenticate electronic protected health information (addressable)"),
        (Control.Hipaa("164.312(d)"), "Person or entity authentication"),
        (Control.Hipaa("164.312(e)(1)"), "Transmission security"),
        (Control.Hipaa("164.312(e)(2)(ii)"), "Encryption in transmission (addressable)"),
        (Control.Hipaa("164.314(a)"), "Business associate contracts or other arrangements"),
        (Control.Hipaa("164.316(b)(2)(i)"), "Time limit: documentation is kept for six years"),
        (Control.Nist("AC-2"), "Account Management"),
        (Control.Nist("AC-2(2)"), "Automated Temporary and Emergency Account Management"),
        (Control.Nist("AC-2(3)"), "Disable Accounts"),
        (Control.Nist("AC-4"), "Information Flow Enforcement"),
        (Control.Nist("AC-7"), "Unsuccessful Logon Attempts"),
        (Control.Nist("AC-11"), "Device Lock"),
        (Control.Nist("AC-17"), "Remote Access"),
        (Control.Nist("AU-2"), "Event Logging"),
        (Control.Nist("AU-3"), "Content of Audit Records"),
        (Control.Nist("AU-6"), "Audit Record Review, Analysis, and Reporting"),
        (Control.Nist("AU-9"), "Protection of Audit Information"),
        (Control.Nist("AU-11"), "Audit Record Retention"),
        (Control.Nist("AU-12"), "Audit Record Generation"),
        (Control.Nist("CA-3"), "Information Exchange"),
        (Control.Nist("CA-5"), "Plan of Action and Milestones"),
        (Control.Nist("CM-3"), "Configuration Change Control"),
        (Control.Nist("CM-3(2)"), "Testing, Validation, and Documentation of Changes"),
        (Control.Nist("CM-4"), "Impact Analyses"),
        (Control.Nist("CM-4(1)"), "Separate Test Environments"),
        (Control.Nist("CM-4(2)"), "Verification of Controls"),
        (Control.Nist("CM-5"), "Access Restrictions for Change"),
        (Control.Nist("CM-6"), "Configuration Settings"),
        (Control.Nist("CM-7"), "Least Functionality"),
        (Control.Nist("CM-8"), "System Component Inventory"),
        (Control.Nist("CM-8(4)"), "Accountability Information"),
        (Control.Nist("CP-2"), "Contingency Plan"),
        (Control.Nist("CP-4"), "Contingency Plan Testing"),
        (Control.Nist("CP-9"), "System Backup"),
        (Control.Nist("CP-10"), "System Recovery and Reconstitution"),
        (Control.Nist("IA-2(1)"), "Multi-factor Authentication to Privileged Accounts"),
        (Control.Nist("IA-2(2)"), "Multi-factor Authentication to Non-privileged Accounts"),
        (Control.Nist("IA-5"), "Authenticator Management"),
        (Control.Nist("IA-5(7)"), "No Embedded Unencrypted Static Authenticators"),
        (Control.Nist("MA-2"), "Controlled Maintenance"),
        (Control.Nist("PS-4"), "Personnel Termination"),
        (Control.Nist("RA-5"), "Vulnerability Monitoring and Scanning"),
        (Control.Nist("RA-9"), "Criticality Analysis"),
        (Control.Nist("SA-9"), "External System Services"),
        (Control.Nist("SA-11(1)"), "Static Code Analysis"),
        (Control.Nist("SA-22"), "Unsupported System Components"),
        (Control.Nist("SC-7"), "Boundary Protection"),
        (Control.Nist("SC-7(4)"), "External Telecommunications Services"),
        (Control.Nist("SC-7(5)"), "Deny by Default, Allow by Exception"),
        (Control.Nist("SC-7(7)"), "Split Tunneling for Remote Devices"),
        (Control.Nist("SC-8"), "Transmission Confidentiality and Integrity"),
        (Control.Nist("SC-12"), "Cryptographic Key Establishment and Management"),
        (Control.Nist("SC-20"), "Secure Name/Address Resolution Service (Authoritative Source)"),
        (Control.Nist("SC-21"), "Secure Name/Address Resolution Service (Recursive or Caching Resolver)"),
        (Control.Nist("SC-22"), "Architecture and Provisioning for Name/Address Resolution Service"),
        (Control.Nist("SC-28"), "Protection of Information at Rest"),
        (Control.Nist("SI-2"), "Flaw Remediation"),
        (Control.Nist("SI-2(2)"), "Automated Flaw Remediation Status"),
        (Control.Nist("SI-4"), "System Monitoring"),
        (Control.Nist("SI-8"), "Spam Protection"),
        (Control.Nist("SI-10"), "Information Input Validation"),
        (Control.Nist("SI-12"), "Information Management and Retention"),
        (Control.Pci("1.2.5"), "Every open service, protocol and port has an approved business need"),
        (Control.Pci("1.2.7"), "Rulesets are looked through again at least every six months"),
        (Control.Pci("1.2.8"), "Configuration files of network controls are guarded and match what runs"),
        (Control.Pci("1.3.1"), "Traffic into the cardholder environment is only what it needs"),
        (Control.Pci("1.3.2"), "Traffic out of the cardholder environment is only what it needs"),
        (Control.Pci("1.4.1"), "Controls stand between trusted and untrusted networks"),
        (Control.Pci("1.4.2"), "From untrusted networks only publicly offered services are reached"),
        (Control.Pci("3.6.1"), "Keys that protect stored account data are themselves protected"),
        (Control.Pci("6.3.3"), "Critical security patches are in within a month"),
        (Control.Pci("8.2.1"), "Every person has an account of their own"),
        (Control.Pci("8.2.5"), "Who leaves loses access at once"),
        (Control.Pci("8.2.8"), "A session that idles for fifteen minutes asks who is there"),
        (Control.Pci("8.3.4"), "Failed sign-ins lock the account"),
        (Control.Pci("8.3.6"), "Passwords are long and mixed enough"),
        (Control.Pci("8.3.7"), "A new password is none of the last few"),
        (Control.Pci("8.4.2"), "Every sign-in to the cardholder environment needs a second factor"),
        (Control.Pci("8.6.2"), "No password of an application or system stands in code or files"),
        (Control.Pci("10.2.1"), "Audit logs are on and record what happened"),
        (Control.Pci("10.5.1"), "Audit logs are kept for twelve months, the last three at hand"),
        (Control.Pci("12.3.1"), "Each exception and each freedom in timing rests on a documented risk analysis"),
        (new(Regime.HipaaProposed2025, "90 FR 898"), "The proposal as a whole; its paragraphs have no final numbers"),
    ];

    /// <summary>All controls, regime by regime.</summary>
    public static IReadOnlyList<CatalogueControl> All { get; } = [.. Controls.Select(row => new CatalogueControl(row.Control, row.Title))];

    /// <summary>The regimes that have a catalogue. A client's own policy has none.</summary>
    public static IReadOnlyList<Regime> Regimes { get; } = [.. All.Select(entry => entry.Control.Regime).Distinct()];

    /// <summary>The controls of one regime; none for a regime without a catalogue.</summary>
    public static IEnumerable<CatalogueControl> Of(Regime regime) => All.Where(entry => entry.Control.Regime == regime);

    /// <summary>The rules that give evidence for a control, in the order of their ids.</summary>
    public static IEnumerable<Rule> RulesFor(Control control) => RuleBook.All.Where(rule => rule.Controls.Contains(control));
}
