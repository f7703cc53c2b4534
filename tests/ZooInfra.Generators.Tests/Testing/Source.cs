namespace ZooInfra.Generators.Tests;

/// <summary>Sources of clients.</summary>
internal static class Source
{
    public const string Acme = """
        using ZooInfra;
        using ZooInfra.Contracts;

        namespace Stacks;

        [Tenant("acme_corp", Name = "Acme Corp")]
        [Sla(99.99, Response = "5m", PatchWindows = WindowAccounting.Excluded, Clause = "MSA 4.2")]
        [Billing(BillingModel.PerSeat)]
        [PatchWindow("Mon, Wed", "02:00-04:00", Zone = "UTC", MaxDowntime = "10m")]
        [Regime(Regime.Hipaa, Tier = 2, Clause = "BAA 1")]
        [StoryCard("Move mail", Scope = new[] { "mail", "dns" }, Acceptance = new[] { "Mail arrives." }, MaxDowntime = "30m", SandboxTest = true, Contract = "SOW 7")]
        public sealed partial class AcmeCorp : TenantStack
        {
        }
        """;

    public const string BigGov = """
        [ZooInfra.Tenant("biggov")]
        public partial class BigGov : ZooInfra.TenantStack
        {
        }
        """;

    public const string BigGovFile = """
        client: BigGov
        sla:
          availability: 99.99
        billing_model: static_mrr_plus_usage
        patch_window:
          days: [Mon, Wed]
          hours: [02:00–04:00 UTC]
        """;

    /// <summary>A client with the given attributes.</summary>
    public static string Client(string attributes, string id = "\"c\"") => $$"""
        using ZooInfra;
        using ZooInfra.Contracts;

        [Tenant({{id}})]
        {{attributes}}
        public partial class C : TenantStack { }
        """;
}
