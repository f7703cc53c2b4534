using ZooInfra.Api.Operations;
using ZooInfra.Engine;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Cli.Serving;

/// <summary>
/// What a create left behind that was cut off between the hub and the state: a key that the hub accepts and whose private half nobody has. It is removed, so
/// that the peer can be made anew under its name.
/// </summary>
internal sealed class LeftPeer(ServedRun run, Func<IResourceProvider> provider)
{
    /// <summary>The type of a peer.</summary>
    public const string Type = "zoo:vpn:Peer";

    private const string ConfigPrefix = "zoo:";

    /// <summary>Whether a resource is this peer.</summary>
    public static bool Is(SeenResource resource, PeerPlace peer) => resource.Urn.Type == Type && resource.Urn.Name == $"{peer.Service}/{peer.Name}";

    /// <summary>The name of the network of a VPN; null when it is not made.</summary>
    public static string? NetworkOf(StackLook look, string service)
        => look.Resources.FirstOrDefault(resource => resource.Urn.Type == "zoo:vpn:Network" && resource.Urn.Name == service) is { } network ? PeerOutputs.Text(network.Outputs, "name") : null;

    /// <summary>Removes what is left of a peer that the state says was being made, and is not.</summary>
    /// <exception cref="ProviderException">It cannot be removed.</exception>
    public async Task ClearAsync(LockedStack stack, PeerPlace peer, CancellationToken cancellationToken)
    {
        var look = stack.Look();
        if (look.CutOffCreates.FirstOrDefault(resource => Is(resource, peer)) is not { } cutOff)
        {
            return;
        }

        if (!look.Resources.Any(resource => Is(resource, peer)) && NetworkOf(look, peer.Service) is { } network)
        {
            await RemoveAsync(cutOff.Urn, $"{network}/{peer.Name}", cancellationToken);
        }

        // The state forgets all of them at once: those of other resources are for a person to look at.
        if (look.CutOffCreates.All(resource => Is(resource, peer)))
        {
            stack.ClearPendingCreates();
        }
    }

    private async Task RemoveAsync(ResourceUrn urn, string id, CancellationToken cancellationToken)
    {
        var zoo = provider();
        try
        {
            await zoo.ConfigureAsync(Config(), cancellationToken);
            if (await zoo.ReadAsync(new ReadCall(urn, id, PropertyMap.Empty, PropertyMap.Empty), cancellationToken) is { } found)
            {
                await zoo.DeleteAsync(new DeleteCall(urn, id, found.Inputs, found.Outputs), cancellationToken);
            }
        }
        finally
        {
            (zoo as IDisposable)?.Dispose();
        }
    }

    private PropertyMap Config()
        => PropertyMap.From(run.Program.Config.Where(value => value.Key.StartsWith(ConfigPrefix, StringComparison.Ordinal))
            .Select(value => KeyValuePair.Create(value.Key[ConfigPrefix.Length..], PropertyValue.Of(value.Value))));
}
