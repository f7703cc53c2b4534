// A credit union with a penalty table: credits from the first missed minute, PCI DSS and a written policy of its own.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Dns;
using ZooInfra.Identity;

namespace Clients.Finance;

[Tenant("harbor_cu", Name = "Harbor Credit Union", Zone = "America/Los_Angeles")]
[Sla(99.9, Response = "10m", Recovery = "2h", PatchWindows = WindowAccounting.Excluded, Clause = "MSA 4.2")]
[Credit(99.9, 5)]
[Credit(99.5, 15)]
[Credit(99.0, 30)]
[Billing(BillingModel.PerSeat)]
[PatchWindow("Wed", "22:00-23:59", Zone = "America/Los_Angeles")]
[Signal(Promised.Availability, "login to online banking from three cities", Interval = "1m", NoData = NoData.Down, MinimumOutage = "2m")]
[Signal(Promised.Response, "paging system", Unit = SignalUnit.Seconds)]
[Signal(Promised.Recovery, "incident log", Unit = SignalUnit.Seconds)]
[Regime(Regime.PciDss)]
[Regime(Regime.ClientPolicy, Clause = "Policy IT-7")]
[RegimeTerms(Regime.PciDss, KeepLogsDays = 365, Residency = ["US"])]
[RegimeTerms(Regime.ClientPolicy, KeepLogsDays = 730, DeleteLogsAfterDays = 1095, Residency = ["US", "CA"], PatchWithinDays = 21, WaiverDays = 90, Clause = "Policy IT-7")]
[Safeguard(SafeguardKind.RulesetReview, Verified = "2026-09-30")]
[PatchFlow("servers", Every = "14d")]
[Runbook("Move online banking", Tier = 1, Rehearsed = "2026-10-20", RehearseEvery = "90d", Takes = "20m", Rollback = "10m", ApprovedBy = "Mei Tanaka")]
[Failover("online.harborcu.example", Detect = "3m", Page = "5m", Runbook = "Move online banking")]
public sealed partial class HarborCreditUnion : TenantStack
{
    public HarborCreditUnion()
    {
        _ = new DnsZone("harborcu.example", new DnsZoneArgs
        {
            NameServers = { "ns1.harborcu.example", "ns2.harborcu.example" },
            Contract = Contract,
            Records =
            {
                DnsRecord.A("ns1", "203.0.113.130"),
                DnsRecord.A("ns2", "203.0.113.140"),
                DnsRecord.A("online", "203.0.113.131") with { Ttl = 60 },
                DnsRecord.Caa("@", 0, "issue", "pki.example"),
                DnsRecord.Tlsa("_443._tcp.online", 3, 1, 1, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
            },
        });

        _ = new IdentityBoundary("members", new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = "dc=harborcu,dc=example",
            Users = Accounts(("m.tanaka", "Mei Tanaka"), ("l.novak", "Luka Novak"), ("vault-1", "Mei Tanaka"), ("vault-2", "Luka Novak")),
            Passwords = { new PasswordRules("tellers") { History = 12, LockoutThreshold = 6 } },
            Mfa = { new MfaRule("everybody") },
            GroupPolicies = { new GroupPolicyRules("lock") { Settings = new([PolicySetting.InactivityLock(600)]) } },
            Logs = { new LogRoute("soc", "soc.harborcu.example") { RetentionDays = 730 } },
            Emergency = new("vault-1", "vault-2", "soc@harborcu.example", "Runbook 1"),
        });
    }

    private static List<UserAccount> Accounts(params (string Name, string Holder)[] people)
    {
        List<UserAccount> accounts = [];
        foreach (var (name, holder) in people)
        {
            accounts.Add(new(name, $"uid={name},dc=harborcu,dc=example", holder));
        }

        return accounts;
    }
}
