using ZooInfra.Protocol;

namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>Inputs of VPN resources.</summary>
internal static class Given
{
    public static PropertyMap Network(string name) => PropertyMap.Empty
        .With("name", PropertyValue.Of(name))
        .With("prefixes", Texts("10.8.0.0/24", "fd00:8::/64"))
        .With("host", PropertyValue.Of(Lab.HubHost));

    public static PropertyMap Peer(Managed network, string name) => PropertyMap.Empty
        .With("network", network.Outputs["name"])
        .With("name", PropertyValue.Of(name))
        .With("person", PropertyValue.Of("Alice Archer"))
        .With("device", PropertyValue.Of("laptop"))
        .With("purpose", PropertyValue.Of("remote support"))
        .With("until", PropertyValue.Of("2027-03-31"))
        .With("prefixes", network.Outputs["prefixes"])
        .With("hubPublicKey", network.Outputs["publicKey"])
        .With("hubEndpoint", network.Outputs["endpoint"]);

    public static PropertyValue Texts(params string[] texts) => PropertyValue.Of(texts.Select(PropertyValue.Of));
}
