using ZooInfra.Contracts.Identity;

namespace ZooInfra.Contracts.Tests.Identity;

public sealed class IdentityGradeTests
{
    private static readonly IdentityFacts Complete = new()
    {
        Users = new([new("ana", "uid=ana,dc=x", "Ana"), new("ben", "uid=ben,dc=x", "Ben"), new("glass-1", "uid=g1,dc=x", "Ana"), new("glass-2", "uid=g2,dc=x", "Ben")]),
        Groups = new([new("Staff", new(["ana", "ben"]))]),
        Passwords = new([new PasswordRules("staff")]),
        Mfa = new([new MfaRule("everybody")]),
        GroupPolicies = new([new GroupPolicyRules("lock") { Settings = new([PolicySetting.InactivityLock(900)]) }]),
        Logs = new([new LogRoute("soc", "logs.example") { SignInAlertsTo = "soc@example.org" }]),
        Emergency = new("glass-1", "glass-2", "soc@example.org", "Runbook 3"),
    };

    [Theory]
    [InlineData(Regime.Hipaa)]
    [InlineData(Regime.PciDss)]
    [InlineData(Regime.Nist80053)]
    public void A_complete_boundary_satisfies_every_regime_at_every_tier(Regime regime)
    {
        foreach (var tier in (int?[])[1, 2, 3, null])
        {
            Assert.Empty(IdentityGrade.Check(Complete, new(regime, tier, null)));
        }
    }

    [Fact]
    public void An_empty_boundary_lacks_all_that_hipaa_tier_2_demands()
        => Assert.Equal(
            ["164.312(a)(2)(i)", "164.312(a)(2)(ii)", "164.312(b)", "164.312(d)", "164.312(a)(2)(iii)", "164.312(d)", "164.308(a)(5)(ii)(C)"],
            Controls(new(), Regime.Hipaa, 2));

    [Fact]
    public void Tier_1_of_hipaa_asks_for_no_second_factor_and_an_unstated_tier_for_everything()
    {
        var weak = Complete with { Mfa = default };

        Assert.Empty(Controls(weak, Regime.Hipaa, 1));
        Assert.Equal(["164.312(d)"], Controls(weak, Regime.Hipaa, 2));
        Assert.Equal(Controls(new(), Regime.Hipaa, 2), Controls(new(), Regime.Hipaa, null));
    }

    [Fact]
    public void Each_gap_is_named_with_its_control()
    {
        (IdentityFacts Facts, Regime Regime, string Control, string Words)[] gaps =
        [
            (Complete with { Users = new(Complete.Users.Append(new("desk", "uid=desk,dc=x", null))) }, Regime.Hipaa, "164.312(a)(2)(i)", "nobody holds the account 'desk'"),
            (Complete with { Users = new(Complete.Users.Append(new("ana2", "UID=ana,dc=x", "Ana"))) }, Regime.PciDss, "8.2.1", "'ana', 'ana2' are one account"),
            (Complete with { Emergency = null }, Regime.Hipaa, "164.312(a)(2)(ii)", "no break-glass accounts"),
            (Complete with { Logs = new([new LogRoute("soc", "l.example") { Sources = new([LogSource.PolicyChange]) }]) }, Regime.Hipaa, "164.312(b)", "sign-ins and directory changes are forwarded to no collector"),
            (Complete with { Logs = new([Complete.Logs[0] with { RetentionDays = 90 }]) }, Regime.PciDss, "10.5.1", "for 365 days or more"),
            (Complete with { Logs = new([Complete.Logs[0] with { Protocol = LogProtocol.SyslogTcp }]) }, Regime.Hipaa, "164.312(e)(2)(ii)", "travels unencrypted"),
            (Complete with { Logs = new([Complete.Logs[0] with { SignInAlertsTo = null }]) }, Regime.Hipaa, "164.308(a)(5)(ii)(C)", "nobody hears of suspicious sign-ins"),
            (Complete with { Passwords = new([new PasswordRules("p") { LockoutThreshold = 0 }]) }, Regime.Nist80053, "AC-7", "never locks an account"),
            (Complete with { Passwords = new([new PasswordRules("p") { LockoutMinutes = 15 }]) }, Regime.PciDss, "8.3.4", "for 15 minutes; at least 30"),
            (Complete with { Passwords = new([new PasswordRules("p") { MinimumLength = 8 }]) }, Regime.PciDss, "8.3.6", "at least 12"),
            (Complete with { Passwords = new([new PasswordRules("p") { History = 3 }]) }, Regime.PciDss, "8.3.7", "remembers 3 passwords"),
            (Complete with { GroupPolicies = new([new GroupPolicyRules("lock") { Settings = new([PolicySetting.InactivityLock(1200)]) }]) }, Regime.Hipaa, "164.312(a)(2)(iii)", "after 1200 seconds; at most 900"),
            (Complete with { Mfa = new([new MfaRule("m") { ExcludedNetworks = new(["192.0.2.0/24"]) }]) }, Regime.Hipaa, "164.312(d)", "A network is no second factor"),
            (Complete with { Mfa = new([new MfaRule("m") { ExcludedUsers = new(["ana"]) }]) }, Regime.PciDss, "8.4.2", "'ana' can sign in for any access without"),
        ];
        foreach (var (facts, regime, control, words) in gaps)
        {
            var violation = Assert.Single(IdentityGrade.Check(facts, new(regime, 2, null)), violation => violation.Control == control);
            Assert.Contains(words, violation.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_can_sign_in_without_a_second_factor_is_answered_over_all_rules_together()
    {
        var facts = Complete with
        {
            Users = new(Complete.Users.Append(new("eve", "uid=eve,dc=x", "Eve"))),
            Mfa = new([new MfaRule("remote") { Access = AccessKind.Remote }, new MfaRule("admin") { Access = AccessKind.Administration, Groups = new(["Staff"]) }]),
        };

        Assert.Empty(facts.WithoutMfa(AccessKind.Remote));
        Assert.Equal(["eve"], facts.WithoutMfa(AccessKind.Remote | AccessKind.Administration));
        Assert.Equal(["ana", "ben", "eve"], facts.WithoutMfa(AccessKind.All));
    }

    private static IEnumerable<string> Controls(IdentityFacts facts, Regime regime, int? tier) => IdentityGrade.Check(facts, new(regime, tier, null)).Select(violation => violation.Control);
}
