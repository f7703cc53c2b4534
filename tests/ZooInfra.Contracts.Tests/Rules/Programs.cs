using NodaTime;
using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Identity;
using static ZooInfra.Contracts.Tests.Rules.Nodes;

namespace ZooInfra.Contracts.Tests.Rules;

/// <summary>Programs of a client: one that keeps every rule on components, and for each rule one that breaks it.</summary>
internal static class Programs
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly TenantContract Contract = new(
        "acme_corp",
        "Acme Corp",
        new(null, null, ContractDuration.Parse("15m"), WindowAccounting.Unstated, null),
        null,
        default,
        new([new(Regime.Hipaa, 2, null), new(Regime.PciDss, null, null), new(Regime.Nist80053, null, null)]),
        default)
    {
        Failovers = new([new("failovers[0]", "www.acme.example", ContractDuration.Parse("2m"), ContractDuration.Parse("5m"), null, null, null, null)]),
        People = new([new("people[0]", "Ana Ruiz", null), new("people[1]", "Eva Lind", new LocalDate(2026, 11, 20))]),
    };

    /// <summary>A client that keeps every rule.</summary>
    public static ClientView Clean { get; } = Client(Zone(), Vpn(), Firewall(), Boundary());

    /// <summary>The rule's id, and a client that breaks it.</summary>
    public static IReadOnlyDictionary<string, ClientView> Broken { get; } = new Dictionary<string, ClientView>
    {
        ["ZOO3101"] = Client(Zone(), Boundary(mfa: List(New(("Name", "remote"), ("Groups", List("Admins")))))),
        ["ZOO3102"] = Client(Boundary(logs: List(New(("Name", "soc"), ("Host", "logs"), ("Protocol", LogProtocol.SyslogTcp), ("SignInAlertsTo", "soc"))))),
        ["ZOO3103"] = Client(Boundary(users: List(User("ana", null), User("bg1", "Ana"), User("bg2", "Ben")))),
        ["ZOO3104"] = Client(Boundary(emergency: New(("First", "bg1"), ("Second", "bg2"), ("AlertsTo", "soc"), ("Runbook", "")))),
        ["ZOO3111"] = Client(Boundary(locks: 901)),
        ["ZOO3112"] = Client(Boundary(logs: List(New(("Name", "soc"), ("Host", "logs"))))),
        ["ZOO3120"] = Client(Boundary(logs: List(New(("Name", "soc"), ("Host", "logs"), ("RetentionDays", 364), ("SignInAlertsTo", "soc"))))),
        ["ZOO3130"] = Client(Boundary(passwords: List(New(("Name", "all"), ("LockoutThreshold", 0))))),
        ["ZOO4001"] = Client(Zone(List(Made("A", ("name", "www"), ("addresses", List("192.0.2.1")), ("Ttl", 481))))),
        ["ZOO4101"] = Client(Zone(List(Txt("@", "v=spf1 mx -all"), Txt("@", "v=spf1 a -all")))),
        ["ZOO4102"] = Client(Zone(List(Made("Cname", ("name", "www"), ("target", "a.example")), Txt("www", "x")))),
        ["ZOO4103"] = Client(Zone(List(Made("Mx", ("name", "@"), ("preference", 10), ("host", "mial.acme.example"))))),
        ["ZOO4104"] = Client(Zone(List(Made("A", ("name", "www.beta"), ("addresses", List("192.0.2.1")))))),
        ["ZOO4105"] = Client(Zone(over: New(("Who", "ana"), ("Why", "move"), ("Until", "2026-12-25")))),
        ["ZOO5001"] = Client(Firewall(zones: List(FirewallZone("lan", "acme_corp", "10.1.0.0/16"), FirewallZone("wan", "beta", "10.1.4.0/24")))),
        ["ZOO5002"] = Client(Vpn(routes: List("0.0.0.0/0"))),
        ["ZOO5101"] = Client(Vpn(until: "2027-11-24")),
        ["ZOO5102"] = Client(Vpn(person: "Eva Lind")),
        ["ZOO5103"] = Client(Vpn(until: "2026-11-22")),
        ["ZOO6001"] = Client(Firewall(rules: List(FirewallRule("open", "any", "any", "any")))),
        ["ZOO6002"] = Client(Firewall(rules: List(FirewallRule("out", "lan", "wan", "tcp"), FirewallRule("web", "lan", "wan", "https")))),
        ["ZOO6003"] = Client(Firewall(rules: List(FirewallRule("in", "wan", "lan", "https", log: false)))),
        ["ZOO6004"] = Client(Firewall(rules: List(FirewallRule("out", "lan", "wan", "https", expires: "2026-11-22")))),
        ["ZOO6005"] = Client(Firewall(rules: List(FirewallRule("no", "lan", "wan", "smtp", "Deny", "0.0.0.0/0"), FirewallRule("out", "lan", "wan", "tcp")))),
    };

    /// <summary>Another client of the platform, whose zone lies below the first one's.</summary>
    public static ClientView Neighbour { get; } = new(new("beta", "Beta", null, null, default, default, default))
    {
        Components = [Component("ZooInfra.Dns.DnsZone", "beta.acme.example", ("NameServers", List("ns1.dns.example")))],
        ComponentsAreComplete = true,
        Today = Today,
    };

    public static ClientView Client(params FactNode[] components) => new(Contract) { Components = components, ComponentsAreComplete = true, Today = Today };

    /// <summary>What a rule says, whether it looks at the client alone or beside its neighbour.</summary>
    public static Verdict Judge(ClientView client, string rule)
    {
        var found = RuleBook.Find(rule)!;
        var verdicts = new Verdicts();
        foreach (var check in RuleBook.Checks.Where(check => check.Rules.Contains(found)))
        {
            check.Run(client, verdicts);
        }

        foreach (var check in RuleBook.PlatformChecks.Where(check => check.Rules.Contains(found)))
        {
            check.Run(client, new([client, Neighbour]), verdicts);
        }

        return verdicts.Of(found);
    }

    private static FactNode Zone(FactNode? records = null, FactNode? over = null) => Component(
        "ZooInfra.Dns.DnsZone",
        "acme.example",
        ("NameServers", List("ns1.acme.example", "ns.dns.example")),
        ("Ttl", 480),
        ("Override", over ?? New(("Who", "ana"), ("Why", "the move"), ("Until", "2026-12-24"))),
        ("Records", FactNode.ListOf(
        [
            Made("A", ("name", "ns1"), ("addresses", List("192.0.2.1"))),
            .. (records ?? List(
                Made("A", ("name", "www"), ("addresses", List("192.0.2.2"))),
                Made("Cname", ("name", "ftp"), ("target", "www.acme.example")),
                Made("Mx", ("name", "@"), ("preference", 10), ("host", "x.mail.acme.example")),
                Made("A", ("name", "*.mail"), ("addresses", List("192.0.2.3"))),
                Made("Ns", ("name", "beta"), ("hosts", List("ns1.beta.acme.example"))),
                Made("A", ("name", "ns1.beta"), ("addresses", List("192.0.2.4"))),
                Txt("@", "v=spf1 mx -all"))).Items,
        ], isComplete: true, null)));

    private static FactNode Txt(string name, string text) => Made("Txt", ("name", name), ("texts", List(text)));

    private static FactNode Vpn(string person = "Ana Ruiz", string until = "2027-03-31", FactNode? routes = null) => Component(
        "ZooInfra.Vpn.VpnService",
        "staff",
        ("Prefixes", List("10.8.0.0/24")),
        ("Host", "vpn.acme.example"),
        ("Routes", routes ?? List("10.1.0.0/16")),
        ("Peers", List(New(("Person", person), ("Device", "laptop"), ("Purpose", "work"), ("Until", until)), New(("Person", "Ben"), ("Device", "site"), ("Until", "2027-01-01"), ("Routes", List("::/0")), ("FullTunnelReason", "hotel")))));

    private static FactNode Firewall(FactNode? zones = null, FactNode? rules = null) => Component(
        "ZooInfra.Firewalls.Firewall",
        "edge",
        ("Zones", zones ?? List(FirewallZone("lan", "acme_corp", "10.1.0.0/16"), FirewallZone("wan", "beta", "10.2.0.0/16"))),
        ("Addresses", List(New(("Name", "desks"), ("Members", List("10.1.0.0/24"))))),
        ("Nat", List(Made("Masquerade", ("name", "hide"), ("toZone", "wan"), ("network", "10.1.0.0/16")))),
        ("Rules", rules ?? List(
            FirewallRule("no-mail", "lan", "wan", "smtp", "Deny"),
            FirewallRule("out", "lan", "wan", "tcp"),
            FirewallRule("in", "wan", "lan", "https", expires: "2026-11-23"),
            FirewallRule("desk", "lan", "self", "any", to: "desks"))));

    private static FactNode FirewallZone(string name, string client, string network) => New(("Name", name), ("Interfaces", List("eth-" + name)), ("Client", client), ("Networks", List(network)));

    private static FactNode FirewallRule(string name, string from, string to_, string service, string action = "Allow", string? to = null, bool log = true, string? expires = null) => New(
        ("Name", name),
        ("Action", action),
        ("From", List(from)),
        ("To", List(to_)),
        ("Services", List(service)),
        ("Destinations", to is null ? List() : List(to)),
        ("Log", log),
        ("Owner", "net"),
        ("Reason", "work"),
        ("Ticket", "1"),
        ("Expires", expires),
        ("PermanentApprover", expires is null ? "ciso" : null));

    private static FactNode User(string name, string? holder) => New(("Name", name), ("DistinguishedName", "uid=" + name), ("Holder", holder));

    private static FactNode Boundary(FactNode? users = null, FactNode? passwords = null, FactNode? mfa = null, int locks = 600, FactNode? logs = null, FactNode? emergency = null) => Component(
        "ZooInfra.Identity.IdentityBoundary",
        "corp",
        ("Users", users ?? List(User("ana", "Ana"), User("eva", "Eva"), User("bg1", "Ana"), User("bg2", "Ben"))),
        ("Groups", List(New(("Name", "Everybody"), ("Users", List("ana")), ("Groups", List("Guests"))), New(("Name", "Guests"), ("Users", List("eva"))), New(("Name", "Admins"), ("Users", List("eva"))))),
        ("Passwords", passwords ?? List(New(("Name", "all")))),
        ("Mfa", mfa ?? List(New(("Name", "all"), ("Groups", List("Everybody")), ("Methods", List(MfaMethod.Fido2))))),
        ("GroupPolicies", List(New(("Name", "lock"), ("Settings", List(Made("InactivityLock", ("seconds", locks)), Made("HideLastUserName", ("hide", true))))))),
        ("Logs", logs ?? List(New(("Name", "soc"), ("Host", "logs"), ("SignInAlertsTo", "soc"), ("Sources", List(LogSource.SignIn, LogSource.DirectoryChange))))),
        ("Emergency", emergency ?? New(("First", "bg1"), ("Second", "bg2"), ("AlertsTo", "soc"), ("Runbook", "3"))));
}
