using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Tests.Vpn;

/// <summary>Inputs of VPN resources, and a clock that is set by hand.</summary>
internal static class VpnGiven
{
    public const string Network = "zoo:vpn:Network";
    public const string Peer = "zoo:vpn:Peer";
    public const string HubKey = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";

    public static PropertyMap NetworkInputs(string name = "staff") => PropertyMap.Empty
        .With("name", PropertyValue.Of(name))
        .With("prefixes", Given.Texts("10.8.0.0/24", "fd00:8::/64"))
        .With("host", PropertyValue.Of("vpn.acme.example"));

    public static PropertyMap PeerInputs(string name = "alice-laptop") => PropertyMap.Empty
        .With("network", PropertyValue.Of("staff"))
        .With("name", PropertyValue.Of(name))
        .With("person", PropertyValue.Of("Alice Archer"))
        .With("device", PropertyValue.Of("laptop"))
        .With("purpose", PropertyValue.Of("remote support"))
        .With("until", PropertyValue.Of("2027-03-31"))
        .With("prefixes", Given.Texts("10.8.0.0/24", "fd00:8::/64"))
        .With("hubPublicKey", PropertyValue.Of(HubKey))
        .With("hubEndpoint", PropertyValue.Of("vpn.acme.example:51820"))
        .With("routes", Given.Texts("10.20.0.0/16"));

    public static async Task<ZooProvider> ProviderAsync(TempFolder folder, TimeProvider time)
    {
        var provider = new ZooProvider(folder.Path, time);
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("out")), default);
        return provider;
    }

    public static string Text(this PropertyMap outputs, string name) => ((PropertyValue.StringValue)outputs[name].Plain()).Value;

    public static async Task<PropertyMap> ChangeAsync(this IResourceProvider provider, string type, CreateResult made, PropertyMap old, PropertyMap wanted)
    {
        var before = (await provider.CheckAsync(new(Given.Urn(type), PropertyMap.Empty, old), default)).Inputs;
        var after = await provider.CheckAsync(new(Given.Urn(type), before, wanted), default);
        Assert.Empty(after.Failures);
        return await provider.UpdateAsync(new(Given.Urn(type), made.Id, before, made.Outputs, after.Inputs, Preview: false), default);
    }

    public static async Task<IEnumerable<string>> DiffKeysAsync(this IResourceProvider provider, string type, string id, PropertyMap outputs, PropertyMap old, PropertyMap wanted)
    {
        var before = (await provider.CheckAsync(new(Given.Urn(type), PropertyMap.Empty, old), default)).Inputs;
        var after = (await provider.CheckAsync(new(Given.Urn(type), before, wanted), default)).Inputs;
        return (await provider.DiffAsync(new(Given.Urn(type), id, before, outputs, after), default)).Changes.Keys;
    }

    internal sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
