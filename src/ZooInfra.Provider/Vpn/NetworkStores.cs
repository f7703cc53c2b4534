using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Vpn;

/// <summary>Finds where a network is kept: where it goes now, and where it was put before the configuration of the provider changed.</summary>
internal abstract class NetworkStores
{
    /// <summary>The output that records where a network was put: <c>file:PATH</c>, <c>device:NAME</c> or <c>device:NAMESPACE/NAME</c>.</summary>
    public const string PlaceOutput = "place";

    /// <summary>Where a network goes now.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="network">The network; checked.</param>
    public abstract NetworkStore Of(string stack, string network);

    /// <summary>Where <paramref name="place"/> says that it was put.</summary>
    /// <exception cref="ProviderException">The place is none of a network of this name.</exception>
    public abstract NetworkStore At(string stack, string network, string place);

    /// <summary>Where the outputs say that a network was put; where it goes now when they do not say.</summary>
    public NetworkStore Of(string stack, string network, PropertyMap outputs)
        => outputs.Text(PlaceOutput) is { } place ? At(stack, network, place) : Of(stack, network);
}
