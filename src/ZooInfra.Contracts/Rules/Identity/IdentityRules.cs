namespace ZooInfra.Contracts;

/// <summary>The rules on identity boundaries, each the demands of a regime on one thing; <see cref="BoundaryLacks"/> judges by all of them.</summary>
public static class IdentityRules
{
    /// <summary>ZOO3101: HIPAA, who signs in is who they say.</summary>
    public static Rule Authentication { get; } = Of("ZOO3101", "HIPAA: sign-in asks for no second factor or for a weak password", Control.Hipaa("164.312(d)"));

    /// <summary>ZOO3102: HIPAA, logs leave what they tell about, and nobody reads them on the way.</summary>
    public static Rule Logs { get; } = Of("ZOO3102", "HIPAA: logs are not forwarded or travel unencrypted", Control.Hipaa("164.312(b)"), Control.Hipaa("164.312(e)(2)(ii)"));

    /// <summary>ZOO3103: HIPAA, each account is one person's.</summary>
    public static Rule UniqueIds { get; } = Of("ZOO3103", "HIPAA: an account is not one person's", Control.Hipaa("164.312(a)(2)(i)"));

    /// <summary>ZOO3104: HIPAA, there is a way in when everything else fails.</summary>
    public static Rule BreakGlass { get; } = Of("ZOO3104", "HIPAA: there is no emergency access with alert and runbook", Control.Hipaa("164.312(a)(2)(ii)"));

    /// <summary>ZOO3111: HIPAA, machines lock themselves.</summary>
    public static Rule Logoff { get; } = Of("ZOO3111", "HIPAA: machines do not lock themselves in time", Control.Hipaa("164.312(a)(2)(iii)"));

    /// <summary>ZOO3112: HIPAA, somebody hears of suspicious sign-ins.</summary>
    public static Rule Monitoring { get; } = Of("ZOO3112", "HIPAA: nobody hears of suspicious sign-ins", Control.Hipaa("164.308(a)(5)(ii)(C)"));

    /// <summary>ZOO3120: what PCI DSS demands of an identity boundary.</summary>
    public static Rule PciDss { get; } = Of(
        "ZOO3120",
        "PCI DSS: identity boundary lacks what is demanded",
        [.. new[] { "8.2.1", "8.2.8", "8.3.4", "8.3.6", "8.3.7", "8.4.2", "10.5.1" }.Select(Control.Pci)]);

    /// <summary>ZOO3130: what NIST 800-53 demands of an identity boundary.</summary>
    public static Rule Nist { get; } = Of(
        "ZOO3130",
        "NIST 800-53: identity boundary lacks what is demanded",
        [.. new[] { "AC-2", "AC-2(2)", "AC-7", "AC-11", "AU-6", "IA-2(1)", "IA-2(2)", "IA-5", "SC-8" }.Select(Control.Nist)]);

    private static readonly EquatableArray<Rule> All = new([Authentication, Logs, UniqueIds, BreakGlass, Logoff, Monitoring, PciDss, Nist]);

    internal static RuleChapter Chapter { get; } = new(All)
    {
        Checks = [new(All, BoundaryLacks.Check)],
    };

    /// <summary>The rule by which a control of a regime is judged; the proposed HIPAA rule has the controls of today's.</summary>
    internal static Rule Of(Regime regime, string control)
    {
        var judged = new Control(regime == Regime.HipaaProposed2025 ? Regime.Hipaa : regime, control);
        return All.First(rule => rule.Controls.Contains(judged));
    }

    private static Rule Of(string id, string title, params Control[] controls)
        => new(id, title, "{0}", RuleSeverity.Error, RuleFamily.Regimes, new(controls)) { HasFix = true };
}
