using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Default and explicit providers, their configuration and their changes (sections 4.4, 5.3).</summary>
internal static class ProviderTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("A default provider has no version where none is asked for", Up([R("a")], "+a", "a(provider#default)")),
        new("A default provider is one of a version", Up([R("a").Versioned("1.2.3")], "+a", "a(provider#default_1_2_3)")),
        new("A default provider is one of a version before its release", Up([R("a").Versioned("0.17.7-dev.155+gb7.dirty")], "+a", "a(provider#default_0_17_7_dev_155_gb7_dirty)")),
        new("A default provider is one of a place to download from", Up([R("a").Versioned("0.18.1").Saying((request, _) => request.PluginDownloadURL = "https://pulumi.com/pkg")], "+a", "a(provider#default_0_18_1_pulumi.com/pkg)")),
        new("A new version takes over without a step", Up([R("a").Versioned("1.0.0")], "+a"), Up([R("a").Versioned("2.0.0")], "", "a(provider#default_2_0_0,id#a-1)")),
        new("Configuration reaches the default provider", Up([R("a")], "+a").Configured("fake:region", "north") with { Calls = "create a" }),
        new("A default provider that is disabled is refused", Up([R("a")], "", "").Configured("pulumi:disable-default-providers", "[\"fake\"]").Fails("is disabled by pulumi:disable-default-providers")),
        new("All default providers can be disabled", Up([R("a")], "", "").Configured("pulumi:disable-default-providers", "[\"*\"]").Fails("is disabled")),
        new("An explicit provider needs no default one", Up([ProviderOf("p"), R("a").By("p")], "+p +a", "a(provider#p)").Configured("pulumi:disable-default-providers", "[\"*\"]")),
        new("An explicit provider is used again", Up([ProviderOf("p"), R("a").By("p")], "+p +a"), Up([ProviderOf("p"), R("a").By("p")], "")),
        new("A provider that is configured otherwise is an update, and its resources stay", Up([ProviderOf("p", "color=red"), R("a").By("p")], "+p +a"), Up([ProviderOf("p", "color=blue"), R("a").By("p")], "~p", "a(id#a-1)")),
        new("A provider of another region replaces everything it made", Up([ProviderOf("p", "region=1"), R("a").By("p")], "+p +a"), Up([ProviderOf("p", "region=2"), R("a").By("p")], "++p +-p ++a +-a --a --p", "a(id#a-2)")),
        new("A resource that goes to a provider of the same region stays", Up([ProviderOf("p", "region=1"), ProviderOf("q", "region=1"), R("a").By("p")], "+p +q +a"), Up([ProviderOf("p", "region=1"), ProviderOf("q", "region=1"), R("a").By("q")], "", "a(id#a-1,provider#q)")),
        new("A resource that goes to a provider of another region is replaced", Up([ProviderOf("p", "region=1"), ProviderOf("q", "region=2"), R("a").By("p")], "+p +q +a"), Up([ProviderOf("p", "region=1"), ProviderOf("q", "region=2"), R("a").By("q")], "++a +-a --a", "a(provider#q)")),
        new("A resource that leaves its provider lets it go", Up([ProviderOf("p"), R("a").By("p")], "+p +a"), Up([R("a")], "-p", "a(provider#default)")),
        new("A provider goes first when a resource must go first with it", Up([ProviderOf("p", "region=1"), R("a", "seat=1").By("p")], "+p +a"), Up([ProviderOf("p", "region=2"), R("a", "seat=1").By("p").DeleteFirst()], "++p +-p --a +-a ++a --p", "a(id#a-2)")),
        new("Children inherit the provider of their component", Up([ProviderOf("p"), Component("g").Saying((request, urn) => request.Providers["fake"] = urn("p") + "::" + Inherited), R("a").Under("g")], "+p +g", null).Fails("which is not registered")),
        new("A child of a resource inherits its provider", Up([ProviderOf("p"), R("a").By("p"), R("b").Under("a")], "+p +a +b", "a(provider#p) b(provider#p)")),
        new("A provider whose configuration is unknown is planned without it", Up([ProviderOf("p", "region=?"), R("a").By("p")], "", "").Planned("+p +a").Fails("still unknown while the update runs")),
        new("A resource of a provider whose configuration becomes unknown is planned as an update", Up([ProviderOf("p", "region=1"), R("a").By("p")], "+p +a"), Up([ProviderOf("p", "region=?"), R("a").By("p")], "", "a").Planned("~p ~a").Fails("still unknown")),
        new("A provider reference that is none is refused", Up([R("a").Saying((request, _) => request.Provider = "nobody")], "", "").Fails("which is not a provider reference")),
        new("A provider that is not registered is refused", Up([R("a").Saying((request, _) => request.Provider = "urn:pulumi:dev::proj::pulumi:providers:fake::p::id")], "", "").Fails("which is not registered")),
        new("A package without a provider is named", Up([R("a").Of("aws:s3:Bucket")], "", "").Fails("needs the provider 'aws'")),
        new("A protected provider is not replaced", Up([ProviderOf("p", "region=1").Protected()], "+p"), Up([ProviderOf("p", "region=2").Protected()], "", null).Fails("currently marked for protection")),
    ];

    private const string Inherited = "00000000-0000-0000-0000-000000000000";
}
