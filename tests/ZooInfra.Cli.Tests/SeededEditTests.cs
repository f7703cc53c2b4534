namespace ZooInfra.Cli.Tests;

/// <summary>
/// Edits of the example platform, each of which fails its build with one error at one line. Those that do not touch each other are built together, since a
/// build costs seconds; <see cref="BuildTests"/> has those that stand alone.
/// </summary>
public sealed class SeededEditTests
{
    private const string Vpn = """
                _ = new ZooInfra.Vpn.VpnService("staff", new ZooInfra.Vpn.VpnServiceArgs
                {
                    Prefixes = { "10.10.99.0/24" },
                    Host = "vpn.acme.example",
                    Routes = { "0.0.0.0/0" },
                    Peers = { new() { Person = "Ana Ruiz", Device = "laptop", Purpose = "on call", Until = "2025-12-31" } },
                });

                _ = new Firewall("edge",
        """;

    private static readonly IReadOnlyList<SeededEdit>[] Batches =
    [
        [
            new("ZOO1006", "AcmeCorp.cs", "Interval = \"30s\"", "Interval = \"10m\""),
            new("ZOO1002", "AcmeCorp.cs", "Promised.Response", "Promised.Recovery", On: "[Sla("),
            new("ZOO4101", "AcmeCorp.cs", "\"v=spf1 mx -all\"", "\"v=spf1 mx +all\""),
            new("ZOO4102", "AcmeCorp.cs", "DnsRecord.Cname(\"ftp\"", "DnsRecord.Cname(\"www\""),
            new("ZOO4103", "AcmeCorp.cs", "10, \"mail.acme.example\"", "10, \"mial.acme.example\""),
            new("ZOO6003", "AcmeCorp.cs", "Services = [\"https\"], Log = true", "Services = [\"https\"], Log = false"),
            new("ZOO6001", "AcmeCorp.cs", "Services = [\"http\", \"https\", \"dns\"]", "Services = [\"any\"]", On: "new()\n                {\n                    Name = \"office-web\""),
            new("ZOO3101", "OrgX.cs", "new PasswordRules(\"Org X staff\")", "new PasswordRules(\"Org X staff\") { MinimumLength = 8 }"),
            new("ZOO3102", "OrgX.cs", "{ SignInAlertsTo = ", "{ Protocol = LogProtocol.SyslogTcp, SignInAlertsTo = "),
            new("ZOO3103", "OrgX.cs", "\"uid=ben.okoye,ou=people,dc=orgx,dc=example\", \"Ben Okoye\"", "\"uid=ben.okoye,ou=people,dc=orgx,dc=example\", \"\"", On: "new(\"ben.okoye\""),
            new("ZOO3104", "OrgX.cs", "\"Runbook 3: break the glass\"", "\"\"", On: "Emergency = new("),
            new("ZOO3105", "OrgX.cs", "Document = \"Disk encryption report of 2026-10-30\"", "Verified = \"2026-10-30\""),
            new("ZOO3106", "OrgX.cs", "Document = \"BAA of 2026-02-01\"", "Verified = \"2026-02-01\""),
            new("ZOO3107", "OrgX.cs", "Every = \"24h\", Document = \"Restore test of 2026-09-14\"", "Every = \"24h\""),
            new("ZOO3108", "OrgX.cs", "KeepDays = 2192", "KeepDays = 365"),
            new("ZOO3111", "OrgX.cs", "InactivityLock(600)", "InactivityLock(3600)"),
            new("ZOO7003", "OrgX.cs", "\n    Sandbox = \"orgx-lab\",", "", On: "SandboxTest = true"),
            new("ZOO3001", "BigGov.cs", "[Signal(", "[Waiver(\"ZOO1007\", Reason = \"Slow agent\", ApprovedBy = \"Ana Ruiz\", Until = \"2027-03-31\")]\n[Signal(", On: "[Waiver("),
            new("ZOO4103", "BigGov.cs", "\"ns1.biggov.example\", \"ns2.biggov.example\"", "\"ns1.biggov.example\", \"ns3.biggov.example\""),
            new("ZOO9002", "BigGov.cs", "[Meter(\"hours of support\", Source = \"ticket system, weekly export\")]", "[Meter(\"hours of support\")]"),
        ],
        [
            new("ZOO1005", "contracts/biggov.contract.yaml", "04:00 UTC", "04:00 Mars/Olympus"),
            new("ZOO3003", "OrgX.cs", "\n    public OrgX()", "\n#pragma warning disable ZOO3104 // Later.\n    public OrgX()", On: "#pragma"),
            new("ZOO3112", "OrgX.cs", "SignInAlertsTo = \"soc@orgx.example\", ", "", On: "new LogRoute("),
            new("ZOO4105", "AcmeCorp.cs", "NameServers = ", "Override = new ZoneOverrideArgs { Who = \"Ana Ruiz\", Why = \"the zone moves\", Until = \"2027-12-31\" },\n            NameServers = ", On: "Override = "),
            new("ZOO5002", "AcmeCorp.cs", "        _ = new Firewall(\"edge\",", Vpn, On: "Routes = "),
            new("ZOO5103", "AcmeCorp.cs", "Until = \"2025-12-31\"", "Until = \"2025-12-30\""),
            new("ZOO6002", "OrgX.cs", "From = [\"records\"], To = [\"wan\"], Services = [\"any\"]", "From = [\"desks\"], To = [\"records\"], Destinations = { \"10.60.16.10\" }, Services = [\"https\"]", On: "new()\n                {\n                    Name = \"records-stay-inside\""),
            new("ZOO6004", "AcmeCorp.cs", "Ticket = \"ACME-13\", Created = new(2026, 3, 2), PermanentApprover = \"it-director@acme.example\"", "Ticket = \"ACME-13\", Created = new(2026, 3, 2), Expires = new(2026, 9, 2)"),
            new("ZOO7001", "OrgX.cs", "    MaxDowntime = \"30m\",", "    MaxDowntime = \"3h\","),
            new("ZOO7006", "OrgX.cs", "    Contract = \"MSA 7\")]", "    Contract = \"\")]"),
        ],
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Batches.Length)];

    [Fact]
    public void There_are_at_least_twenty_of_many_rules()
        => Assert.True(Batches.Sum(batch => batch.Count) >= 20 && Batches.SelectMany(batch => batch).Select(edit => edit.Rule).Distinct().Count() >= 20);

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Each_fails_the_build_with_its_rule_at_its_line_and_nothing_else_does(int number)
    {
        using var copy = new StacksCopy();
        foreach (var edit in Batches[number])
        {
            copy.Edit(edit.File, edit.Old, edit.Edited);
        }

        var expected = Batches[number].Select(edit => (Place: edit.Place(copy), edit.Rule)).ToList();
        var errors = await copy.BuildErrorsAsync("-p:ZooBuildDate=2026-11-23");

        string[] missing = [.. expected.Where(one => !errors.Any(error => Is(error, one))).Select(one => $"missing: {one.Rule} at {one.Place}")];
        string[] others = [.. errors.Where(error => !expected.Any(one => Is(error, one))).Select(error => $"not listed: {error}")];
        Assert.True(missing.Length + others.Length == 0, string.Join("\n", missing.Concat(others)));
        Assert.Equal(expected.Count, errors.Count);
    }

    private static bool Is(string error, (string Place, string Rule) expected)
        => error.StartsWith(expected.Place, StringComparison.Ordinal) && error.Contains($": error {expected.Rule}: ", StringComparison.Ordinal);
}
