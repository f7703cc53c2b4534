using System.Collections.Concurrent;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Backends.WireGuard;

namespace ZooInfra.Provider.Vpn;

/// <summary>WireGuard networks and their peers.</summary>
internal sealed class VpnFamily : ResourceFamily
{
    private const string Backend = "vpnBackend";
    private const string Namespace = "vpnNamespace";
    private const string Device = "vpnDevice";
    private const string Files = "files";
    private const string WireGuard = "wireguard";
    private const string Kernel = "kernel";
    private const string Userspace = "userspace";

    // Not the provider's: the program reads there which peers were requested.
    private const string Requests = "requests";

    private volatile ConfiguredStores? _stores;

    /// <summary>Makes the family; peers end by <paramref name="time"/>.</summary>
    public VpnFamily(TimeProvider time) => Kinds = [new NetworkKind(Stores), new PeerKind(Stores, time)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ConfigKeys => [Backend, Namespace, Device, Requests];

    /// <inheritdoc/>
    public override IReadOnlyList<ResourceKind> Kinds { get; }

    /// <inheritdoc/>
    public override void CheckConfig(ConfigReader config) => Read(config);

    /// <inheritdoc/>
    public override void Configure(ConfigReader config, OutFolder folder)
    {
        var settings = Read(config);
        if (_stores is not { } stores || stores.Folder != folder || stores.Settings != settings)
        {
            _stores = new(folder, settings);
        }
    }

    private NetworkStores Stores() => _stores ?? throw new ProviderException("The provider zoo was not configured before its first use.");

    private static Settings Read(ConfigReader config)
    {
        var live = config.Choice(Backend, Files, WireGuard) == WireGuard;
        var userspace = config.Choice(Device, Kernel, Userspace) == Userspace;
        var name = config.Text(Namespace, "the name of a network namespace, as 'ip netns list' prints it");
        if (name is not null && !DevicePlace.IsNamespace(name))
        {
            config.Fail(Namespace, $"'zoo:{Namespace}' must be the name of a network namespace: 1 to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit.");
        }

        if (name is not null && !live && !config.IsUnknown(Backend))
        {
            config.Fail(Namespace, $"'zoo:{Namespace}' is for zoo:{Backend} {WireGuard}; the files backend has no namespace.");
        }

        config.Text(Requests, "the path of a folder, absolute or relative to the folder of Pulumi.yaml; the default is .zoo/requests");
        return new(live, userspace, name);
    }

    private sealed record Settings(bool Live, bool Userspace, string? Namespace);

    private sealed class ConfiguredStores(OutFolder folder, Settings settings) : NetworkStores
    {
        private readonly ConcurrentDictionary<(string Stack, string Place), NetworkStore> _stores = new();

        public OutFolder Folder => folder;

        public Settings Settings => settings;

        public override NetworkStore Of(string stack, string network)
            => settings.Live ? Device(stack, new(settings.Namespace, network)) : File(stack, network, folder.Path);

        public override NetworkStore At(string stack, string network, string place)
        {
            if (place.StartsWith(NetworkFile.Scheme, StringComparison.Ordinal))
            {
                return File(stack, network, folder.Root(place[NetworkFile.Scheme.Length..], $"{stack}/vpn/{network}.conf"));
            }

            return DevicePlace.TryParse(place) is { } device && device.Name == network
                ? Device(stack, device)
                : throw new ProviderException($"The state says that the network {network} is at '{place}', which is no place of a network. Nothing was changed; correct the output '{PlaceOutput}' in the state.");
        }

        private NetworkStore File(string stack, string network, string root)
            => _stores.GetOrAdd((stack, $"{NetworkFile.Scheme}{root}/{network}"), _ => new NetworkFile(folder, Path.TrimEndingDirectorySeparator(root), stack, network));

        private NetworkStore Device(string stack, DevicePlace place)
            => _stores.GetOrAdd((stack, place.ToString()), _ => new WireGuardDevice(place, settings.Userspace, folder, stack));
    }
}
