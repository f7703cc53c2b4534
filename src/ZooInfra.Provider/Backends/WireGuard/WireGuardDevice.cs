using System.Globalization;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider.Backends.WireGuard;

/// <summary>
/// A network on a live interface of this machine: of the kernel, or of <c>wireguard-go</c>. Only what differs is changed, so sessions of other
/// peers go on. Peers that somebody else put there are left alone.
/// </summary>
internal sealed class WireGuardDevice : NetworkStore
{
    // Marks routes as this provider's: a number that iproute2's rt_protos gives to nobody.
    private const string RouteProtocol = "211";
    private const int PeersAtOnce = 200;

    private readonly DevicePlace _place;
    private readonly bool _userspace;
    private readonly Tools _tools;
    private readonly KeyLabels _labels;

    /// <summary>The interface at <paramref name="place"/>; <paramref name="userspace"/> says how it is made when it is not there.</summary>
    public WireGuardDevice(DevicePlace place, bool userspace, OutFolder folder, string stack)
        : base(NetworkFile.FolderOf(folder.Path, stack), place.Name, Path.TrimEndingDirectorySeparator(folder.Path))
    {
        _place = place;
        _userspace = userspace;
        _tools = new(place.Namespace);
        _labels = new(NetworkFile.FolderOf(folder.Path, stack), place.Name);
    }

    /// <inheritdoc/>
    public override string Place => _place.Namespace is null ? $"WireGuard interface {_place.Name}" : $"WireGuard interface {_place.Name} in the network namespace {_place.Namespace}";

    /// <inheritdoc/>
    public override string Record => _place.ToString();

    /// <inheritdoc/>
    public override async ValueTask<HubNetwork?> ReadAsync(CancellationToken cancellationToken)
    {
        var link = await _tools.IpAsync(cancellationToken, "-j", "address", "show", "dev", _place.Name);
        if (link.ExitCode != 0 && link.Errors.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }

        link.Require($"Looking for the {Place}");
        var dump = (await _tools.WgAsync("", cancellationToken, "show", _place.Name, "dump")).Require($"Reading the {Place}");
        return _labels.Attach(DumpReader.Read(_place.Name, dump.Output, link.Output));
    }

    /// <inheritdoc/>
    protected override async ValueTask WriteAsync(HubNetwork? before, HubNetwork? after, CancellationToken cancellationToken)
    {
        if (after is null)
        {
            (await _tools.IpAsync(cancellationToken, "link", "delete", "dev", _place.Name)).Require($"Removing the {Place}");
            _labels.Keep(before, after);
            return;
        }

        _labels.Keep(before, after);

        if (before is null)
        {
            await MakeAsync(cancellationToken);
        }

        try
        {
            await SetInterfaceAsync(before, after, cancellationToken);
            await SetPeersAsync(before, after, cancellationToken);
            await SetAddressesAsync(before, after, cancellationToken);
        }
        catch
        {
            await UndoAsync(before, after, cancellationToken);
            throw;
        }
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (_userspace)
        {
            (await _tools.WireGuardGoAsync(_place.Name, cancellationToken)).Require($"Making the {Place} with wireguard-go");
            return;
        }

        var made = await _tools.IpAsync(cancellationToken, "link", "add", "dev", _place.Name, "type", "wireguard");
        if (made.Errors.Contains("Unknown device type", StringComparison.Ordinal))
        {
            throw new ProviderException($"The kernel of this machine has no WireGuard. Load its module (modprobe wireguard), or install wireguard-go and set zoo:vpnDevice to userspace. Nothing was changed.");
        }

        made.Require($"Making the {Place}");
    }

    private async Task SetInterfaceAsync(HubNetwork? before, HubNetwork after, CancellationToken cancellationToken)
    {
        if (before?.PrivateKey != after.PrivateKey)
        {
            (await _tools.WgAsync($"{after.PrivateKey}\n", cancellationToken, "set", _place.Name, "private-key", "/dev/stdin")).Require($"Setting the key of the {Place}");
        }

        if (before?.ListenPort != after.ListenPort)
        {
            (await _tools.WgAsync("", cancellationToken, "set", _place.Name, "listen-port", Text(after.ListenPort))).Require($"Setting the port of the {Place}");
        }
    }

    private async Task SetPeersAsync(HubNetwork? before, HubNetwork after, CancellationToken cancellationToken)
    {
        var changes = new List<string[]>();
        if (before is not null)
        {
            changes.AddRange(before.Peers.Keys.Where(key => !after.Peers.ContainsKey(key)).Order(StringComparer.Ordinal).Select(Removal));
        }

        foreach (var peer in after.Peers.Values.OrderBy(peer => peer.PublicKey, StringComparer.Ordinal))
        {
            var old = before?.Peers.GetValueOrDefault(peer.PublicKey);
            if (old is null || !ReferenceEquals(old, peer))
            {
                string[] change = ["peer", peer.PublicKey, .. Difference(old, peer)];
                if (old is null || change.Length > 2)
                {
                    changes.Add(change);
                }
            }
        }

        foreach (var some in changes.Chunk(PeersAtOnce))
        {
            (await _tools.WgAsync("", cancellationToken, ["set", _place.Name, .. some.SelectMany(change => change)])).Require($"Setting peers of the {Place}");
        }
    }

    private static string[] Removal(string key) => ["peer", key, "remove"];

    // A live endpoint is where the peer called from last, so it is set only where one is asked for.
    private static IEnumerable<string> Difference(HubPeer? old, HubPeer peer)
    {
        if (old?.AllowedIps != peer.AllowedIps)
        {
            yield return "allowed-ips";
            yield return string.Join(',', peer.AllowedIps);
        }

        if (peer.Endpoint is { } endpoint && old?.Endpoint != endpoint)
        {
            yield return "endpoint";
            yield return endpoint;
        }

        if ((old?.Keepalive ?? 0) != peer.Keepalive)
        {
            yield return "persistent-keepalive";
            yield return Text(peer.Keepalive);
        }
    }

    private async Task SetAddressesAsync(HubNetwork? before, HubNetwork after, CancellationToken cancellationToken)
    {
        var device = $"dev {_place.Name}";
        var commands = new List<string>();
        if (before is null || !before.SameInterface(after))
        {
            commands.AddRange(after.Addresses.Except(before?.Addresses ?? []).Select(address => $"address replace {address} {device}{(address.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? " nodad" : "")}"));
            commands.AddRange((before?.Addresses ?? []).Except(after.Addresses).Select(address => $"address delete {address} {device}"));
            commands.Add($"link set {device}{(after.Mtu is { } mtu && mtu != before?.Mtu ? $" mtu {Text(mtu)}" : "")} up");
        }

        // Addresses inside the interface's own networks are routed to it already.
        var networks = after.Addresses.Select(address => IpPrefix.Of(address.Address, address.Length)).ToList();
        var wanted = after.Peers.Values.SelectMany(peer => peer.AllowedIps)
            .Where(prefix => !prefix.IsDefaultRoute && !networks.Any(network => network.Contains(prefix))).ToHashSet();
        var found = await RoutesAsync(cancellationToken);
        commands.AddRange(wanted.Except(found).Order().Select(prefix => $"route replace {prefix} {device} proto {RouteProtocol}"));
        commands.AddRange(found.Except(wanted).Order().Select(prefix => $"route delete {prefix} {device} proto {RouteProtocol}"));
        if (commands.Count > 0)
        {
            (await _tools.IpBatchAsync(commands, cancellationToken)).Require($"Setting addresses and routes of the {Place}");
        }
    }

    private async Task<IReadOnlyList<IpPrefix>> RoutesAsync(CancellationToken cancellationToken)
    {
        var found = new List<IpPrefix>();
        foreach (var family in (string[])["-4", "-6"])
        {
            var answer = await _tools.IpAsync(cancellationToken, family, "-j", "route", "show", "dev", _place.Name, "proto", RouteProtocol);
            found.AddRange(DumpReader.Routes(answer.Require($"Reading the routes of the {Place}").Output));
        }

        return found;
    }

    // As far as it goes: what was made by a change that failed must not stay, since nobody would know of it.
    private async Task UndoAsync(HubNetwork? before, HubNetwork after, CancellationToken cancellationToken)
    {
        try
        {
            if (before is null)
            {
                await _tools.IpAsync(cancellationToken, "link", "delete", "dev", _place.Name);
                return;
            }

            foreach (var some in after.Peers.Keys.Where(key => !before.Peers.ContainsKey(key)).Chunk(PeersAtOnce))
            {
                await _tools.WgAsync("", cancellationToken, ["set", _place.Name, .. some.SelectMany(Removal)]);
            }
        }
        catch (ProviderException)
        {
            // The first failure is the one to tell.
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
