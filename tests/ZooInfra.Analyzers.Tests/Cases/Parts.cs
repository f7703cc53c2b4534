namespace ZooInfra.Analyzers.Tests.Cases;

/// <summary>Components that break no rule, with room for what does.</summary>
internal static class Parts
{
    /// <summary>Attributes of a client under HIPAA, tier 2, that keeps what no component shows.</summary>
    public const string Hipaa = """
        [Regime(Regime.Hipaa, Tier = 2, Clause = "MSA 7")]
        [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 3", Verified = "2026-10-01")]
        [Safeguard(SafeguardKind.Backup, Document = "Plan 4", Every = "24h", Verified = "2026-10-01")]
        [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 5", Every = "24h", Verified = "2026-10-01")]
        [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Plan 6", Verified = "2026-10-01")]
        [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Plan 7", Verified = "2026-10-01")]
        [Safeguard(SafeguardKind.DocumentRetention, Document = "Plan 8", KeepDays = 2557, Verified = "2026-10-01")]
        """;

    /// <summary>Attributes of a client under PCI DSS.</summary>
    public const string PciDss = """
        [Regime(Regime.PciDss, Clause = "MSA 8")]
        [Safeguard(SafeguardKind.RulesetReview, Document = "Review 9", Verified = "2026-11-01")]
        """;

    /// <summary>Attributes of a client under NIST 800-53.</summary>
    public const string Nist = "[Regime(Regime.Nist80053, Tier = 2)]";

    /// <summary>Accounts and other parts of a boundary that every regime is content with.</summary>
    public const string Users = """Users = { new("ana", "uid=ana,dc=acme,dc=example", "Ana Ruiz"), new("bg1", "uid=bg1,dc=acme,dc=example", "Ana Ruiz"), new("bg2", "uid=bg2,dc=acme,dc=example", "Ben Okoye") },""";
    public const string Passwords = """Passwords = { new PasswordRules("all") },""";
    public const string Mfa = """Mfa = { new MfaRule("everybody") },""";
    public const string Policies = """GroupPolicies = { new GroupPolicyRules("lock") { Settings = new([PolicySetting.InactivityLock(600)]) } },""";
    public const string Logs = """Logs = { new LogRoute("soc", "logs.soc.example") { SignInAlertsTo = "soc@acme.example" } },""";
    public const string Emergency = """Emergency = new("bg1", "bg2", "soc@acme.example", "Runbook 3"),""";

    public static string Boundary(
        string users = Users, string passwords = Passwords, string mfa = Mfa, string policies = Policies, string logs = Logs, string emergency = Emergency, string name = "\"corp\"")
        => $$"""
            _ = new IdentityBoundary({{name}}, new IdentityBoundaryArgs
            {
                Contract = Contract,
                BaseDn = "dc=acme,dc=example",
                {{users}}
                {{passwords}}
                {{mfa}}
                {{policies}}
                {{logs}}
                {{emergency}}
            });
            """;

    /// <summary>The zone acme.example with these records, whose name servers are elsewhere.</summary>
    public static string Zone(string records, string more = "", string name = "\"acme.example\"", string servers = "\"ns1.dns.example\"")
        => $$"""
            _ = new DnsZone({{name}}, new DnsZoneArgs
            {
                NameServers = { {{servers}} },
                {{more}}
                Records =
                {
                    {{records}}
                },
            });
            """;

    public static string Vpn(string peers, string more = "", string host = "\"vpn.acme.example\"")
        => $$"""
            _ = new VpnService("staff", new VpnServiceArgs
            {
                Prefixes = { "10.8.0.0/24" },
                Host = {{host}},
                {{more}}
                Peers =
                {
                    {{peers}}
                },
            });
            """;

    public static string Peer(string person = "\"Ana Ruiz\"", string until = "\"2027-03-31\"", string more = "")
        => $$"""new VpnPeer { Person = {{person}}, Device = "laptop", Purpose = "on call", Until = {{until}}, {{more}} }""";

    public const string LanAndWan = """new() { Name = "lan", Interfaces = { "eth1" } }, new() { Name = "wan", Interfaces = { "eth0" } }""";

    public static string Firewall(string rules, string more = "", string zones = LanAndWan)
        => $$"""
            _ = new Firewall("edge", new FirewallArgs
            {
                Zones = [{{zones}}],
                {{more}}
                Rules =
                [
                    {{rules}}
                ],
            });
            """;

    /// <summary>A rule that somebody answers for.</summary>
    public static string Rule(string name, string what, string who = Accounted, string ends = """PermanentApprover = "ciso@acme.example" """)
        => $$"""new() { Name = "{{name}}", {{what}}, {{who}}, Created = new(2026, 3, 2), {{ends}} }""";

    public const string Accounted = """Owner = "net@acme.example", Reason = "staff work", Ticket = "CHG-1" """;
}
