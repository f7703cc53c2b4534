using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Firewall;

/// <summary>Short ways to write rulesets.</summary>
internal static class GivenFirewall
{
    public const string Ruleset = "zoo:firewall:Ruleset";

    public static PropertyMap Zone(string name, params string[] interfaces) => PropertyMap.Empty.With("name", PropertyValue.Of(name)).With("interfaces", Given.Texts(interfaces));

    public static PropertyMap Set(string name, params string[] members) => PropertyMap.Empty.With("name", PropertyValue.Of(name)).With("members", Given.Texts(members));

    public static PropertyMap Rule(string name, string from, string to, params string[] services) => PropertyMap.Empty
        .With("name", PropertyValue.Of(name))
        .With("from", Given.Texts(from))
        .With("to", Given.Texts(to))
        .With("services", Given.Texts(services))
        .With("owner", PropertyValue.Of("net@acme.example"))
        .With("reason", PropertyValue.Of("asked for"))
        .With("ticket", PropertyValue.Of("CHG-1"))
        .With("created", PropertyValue.Of("2026-01-02"))
        .With("permanentApprover", PropertyValue.Of("ciso@acme.example"));

    public static PropertyMap Until(this PropertyMap rule, string date) => rule.Without("permanentApprover").With("expires", PropertyValue.Of(date));

    public static PropertyMap With(this PropertyMap rule, string name, params string[] texts) => rule.With(name, Given.Texts(texts));

    public static PropertyMap Inputs(params PropertyMap[] rules) => PropertyMap.Empty
        .With("name", PropertyValue.Of("edge"))
        .With("zones", Objects(Zone("lan", "eth1"), Zone("dmz", "eth3", "eth2"), Zone("wan", "eth0")))
        .With("addresses", Objects(Set("office", "10.1.0.0/16", "2001:db8:1::/48")))
        .With("services", Objects(Set("websites", "http", "https")))
        .With("rules", Objects(rules));

    public static PropertyValue Objects(params IEnumerable<PropertyMap> maps) => PropertyValue.Of(maps.Select(PropertyValue.Of));

    public static string FirewallPath(this TempFolder folder, string name = "edge") => Path.Combine(folder.Out, "acme_corp", "firewall", $"{name}.nft");

    public static async Task<ZooProvider> ProviderAsync(TempFolder folder, Clock clock)
    {
        var provider = new ZooProvider(folder.Path, clock);
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("out")), default);
        return provider;
    }
}
