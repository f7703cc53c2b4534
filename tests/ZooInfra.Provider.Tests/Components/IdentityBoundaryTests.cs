using Pulumi;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Identity;
using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Components;

[Collection(Programs.Collection)]
public sealed class IdentityBoundaryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_boundary_becomes_a_directory_and_documents()
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        IReadOnlyList<string>? without = null;

        var exitCode = await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            without = new IdentityBoundary("corp", Args(emergency: new("glass-1", "glass-2", "soc@acme.example", "Runbook 3"))).Facts.WithoutMfa(AccessKind.All);
        }));

        Assert.Empty(monitor.Errors);
        Assert.Equal(0, exitCode);
        Assert.Empty(without!);
        Assert.Equal(
            ["corp/break-glass", "corp/federation/app", "corp/group-policy/lock", "corp/group/All", "corp/group/Staff", "corp/logs/soc", "corp/mfa/everybody", "corp/password/staff", "corp/unit/Acme", "corp/unit/Acme/Groups"],
            monitor.Registered.Where(request => request.Custom).Select(request => request.Name).Order(StringComparer.Ordinal));
        var parent = ResourceUrn.Create("acme_corp", "zoo", null, "zoo:identity:IdentityBoundary", "corp").Text;
        Assert.All(monitor.Registered.Where(request => request.Custom), request => Assert.Equal(parent, request.Parent));
        var folder = Path.Combine(_folder.Out, "acme_corp", "identity");
        Assert.Contains("member: cn=Staff,ou=Groups,ou=Acme,dc=acme,dc=example\n", await File.ReadAllTextAsync(Path.Combine(folder, "directory.ldif")), StringComparison.Ordinal);
        var mfa = await File.ReadAllTextAsync(Path.Combine(folder, "mfa-policies", "everybody.json"));
        Assert.Contains("\"uid=glass-1,dc=acme,dc=example\",\n    \"uid=glass-2,dc=acme,dc=example\"", mfa, StringComparison.Ordinal);
        Assert.Contains("\"ou=Groups,ou=Acme,dc=acme,dc=example\"", await File.ReadAllTextAsync(Path.Combine(folder, "group-policies", "lock.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_contract_demands_and_is_absent_stops_the_plan_with_every_control()
    {
        var error = await ErrorOfAsync(() => new IdentityBoundaryArgs { Contract = Contract(2), BaseDn = "dc=acme,dc=example" });

        Assert.StartsWith("The identity boundary 'corp' lacks what the contract of Acme demands:\n  hipaa tier 2 164.312(a)(2)(i) Unique user identification: ", error, StringComparison.Ordinal);
        Assert.All(["164.312(a)(2)(ii)", "164.312(b)", "164.312(d)", "164.312(a)(2)(iii)", "164.308(a)(5)(ii)(C)"], control => Assert.Contains($"\n  hipaa tier 2 {control} ", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_boundary_without_break_glass_accounts_breaks_hipaa()
        => Assert.Contains("164.312(a)(2)(ii) Emergency access procedure", await ErrorOfAsync(() => Args(emergency: null)), StringComparison.Ordinal);

    [Fact]
    public async Task Parts_that_do_not_fit_are_named_together()
    {
        var error = await ErrorOfAsync(() => new IdentityBoundaryArgs
        {
            Contract = Contract(2),
            BaseDn = "dc=acme,dc=example",
            Units = { new("A"), new("a"), new("B/C") },
            Users = { new("jane", "uid=jane,dc=x", "Jane"), new("janet", "UID=jane,dc=x", "Jane") },
            Groups = { new("g", "A") { Groups = ["h"], Users = ["nobody"] }, new("h", "Nowhere") { Groups = ["g"] } },
            Mfa = { new MfaRule("m") { Groups = new(["x"]) } },
            Federations = { new("f", FederationProtocol.Saml, "https://login.example", "app") },
            Emergency = new("jane", "janet", "soc@acme.example", "Runbook"),
        });

        Assert.All(
            [
                "There are 2 units named 'A'.",
                "The name of the unit 'B/C' holds a slash",
                "The group 'g' names the account 'nobody', which is not declared.",
                "The group 'h' names the unit 'Nowhere'",
                "The group 'g' is in itself",
                "The MFA rule 'm' names the group 'x'",
                "The federation 'f' has no signing certificate",
                "The two break-glass accounts are one.",
                "The break-glass accounts are not monitored",
            ],
            problem => Assert.Contains($"\n  {problem}", error, StringComparison.Ordinal));
    }

    private async Task<string> ErrorOfAsync(Func<IdentityBoundaryArgs> args)
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        Assert.NotEqual(0, await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            _ = new IdentityBoundary("corp", args());
        })));
        Assert.False(Directory.Exists(_folder.Out));
        return Assert.Single(monitor.Errors);
    }

    private static TenantContract Contract(int tier) => new("acme_corp", "Acme", null, null, default, new([new RegimeScope(Regime.Hipaa, tier, null)]), default);

    private static IdentityBoundaryArgs Args(EmergencyAccess? emergency) => new()
    {
        Contract = Contract(2),
        BaseDn = "dc=acme,dc=example",
        Units = { new("Acme", new IdentityUnit("Groups")) },
        Users = { new("jane", "uid=jane,dc=acme,dc=example", "Jane Doe"), new("glass-1", "uid=glass-1,dc=acme,dc=example", "Jane Doe"), new("glass-2", "uid=glass-2,dc=acme,dc=example", "Omar Ali") },
        Groups = { new("All", "Acme/Groups") { Groups = ["Staff"] }, new("Staff", "Acme/Groups") { Users = ["jane"] } },
        Passwords = { new PasswordRules("staff") },
        Mfa = { new MfaRule("everybody") },
        GroupPolicies = { new GroupPolicyRules("lock") { Units = new(["Acme/Groups"]), Settings = new([PolicySetting.InactivityLock(900)]) } },
        Logs = { new LogRoute("soc", "logs.acme.example") { SignInAlertsTo = "soc@acme.example" } },
        Federations = { new("app", FederationProtocol.Oidc, Output.Create("https://login.acme.example"), "app") { Endpoints = ["https://app.example/cb"], Groups = ["All"], Claims = [("email", "mail")] } },
        Emergency = emergency,
    };
}
