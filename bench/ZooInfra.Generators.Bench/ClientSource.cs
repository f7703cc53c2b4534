using System.Globalization;

namespace ZooInfra.Generators.Bench;

/// <summary>Writes clients that state everything a contract answers: versions, windows, a regime, credits, support, and a member of their own.</summary>
internal static class ClientSource
{
    public static string Of(int number, string availability = "99.99") => string.Create(CultureInfo.InvariantCulture, $$"""
        using ZooInfra;
        using ZooInfra.Contracts;

        namespace Clients;

        [Tenant("client_{{number}}", Name = "Client {{number}}", Effective = "2024-01-01", Ends = "2028-12-31")]
        [Sla({{availability}}, Response = "5m", PatchWindows = WindowAccounting.Excluded, Clause = "MSA {{number}}", Effective = "2026-07-01")]
        [SlaVersion("2024-01-01", 99.9, Response = "15m", PatchWindows = WindowAccounting.Excluded)]
        [Billing(BillingModel.PerSeat)]
        [PatchWindow("Mon, Wed", "02:00-04:00", Zone = "UTC", MaxDowntime = "30m")]
        [Regime(Regime.Hipaa, Tier = 2)]
        [Safeguard(SafeguardKind.Backup, Document = "Plan {{number}}", Every = "24h", Verified = "2026-10-01")]
        [Signal(Promised.Availability, "HTTPS probe", Interval = "30s", NoData = NoData.Down)]
        [Credit(99.99, 10)]
        [Support("gold", Hours = "24x7")]
        [Escalation(1, "on-call engineer")]
        public sealed partial class Client{{number}} : TenantStack
        {
            [ContractEndpoint("data_residency")]
            public static string[] DataResidency => ["eu-central", "eu-west"];
        }
        """);
}
