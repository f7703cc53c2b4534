using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ZooInfra.Lab.Tests.Firewall;

/// <summary>
/// Three network namespaces: a client on the interface <c>lan0</c> of a router, and a server on its <c>wan0</c>. Addresses are 10.77.N.1 and
/// fd77:N::1 on the router, 2 instead of 1 on the others, with N = 1 for the client.
/// </summary>
internal sealed class Topology : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly List<Socket> _sockets = [];

    private Topology(string run) => (Client, Router, Server) = ($"zoofw-{run}-c", $"zoofw-{run}-r", $"zoofw-{run}-s");

    public string Client { get; }

    public string Router { get; }

    public string Server { get; }

    public static async Task<Topology> CreateAsync()
    {
        var topology = new Topology(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));
        try
        {
            await topology.BuildAsync();
            return topology;
        }
        catch
        {
            await topology.DisposeAsync();
            throw;
        }
    }

    /// <summary>The address of the client (net 1) or the server (net 2), or of the router there.</summary>
    public static string Address(bool six, int net, int host = 2) => six ? $"fd77:{net}::{host}" : $"10.77.{net}.{host}";

    public static async Task<bool> PingAsync(string from, string to)
        => (await Command.TryAsync($"ip netns exec {from} ping -n -c 1 -W 1 {to}")).Code == 0;

    /// <summary>Makes the server, or another namespace, listen on a port in both families.</summary>
    public async Task ListenAsync(string space, int port)
    {
        _sockets.Add(await NamespaceSocket.ListenAsync(space, AddressFamily.InterNetwork, port));
        _sockets.Add(await NamespaceSocket.ListenAsync(space, AddressFamily.InterNetworkV6, port));
    }

    /// <summary>A listener of its own, for tests that talk.</summary>
    public async Task<Socket> ListenerAsync(string space, int port, AddressFamily family = AddressFamily.InterNetwork)
    {
        var socket = await NamespaceSocket.ListenAsync(space, family, port);
        _sockets.Add(socket);
        return socket;
    }

    /// <summary>Connects; null when nothing comes back within a second or it is refused.</summary>
    public async Task<Socket?> ConnectAsync(string from, string to, int port) => (await TryConnectAsync(from, to, port)).Socket;

    /// <summary>Connects; the error is that of the system, <see cref="SocketError.TimedOut"/> when nothing comes back within a second.</summary>
    public async Task<(Socket? Socket, SocketError Error)> TryConnectAsync(string from, string to, int port)
    {
        var address = IPAddress.Parse(to);
        var socket = await NamespaceSocket.MakeAsync(from, address.AddressFamily);
        _sockets.Add(socket);
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), deadline.Token);
            return (socket, SocketError.Success);
        }
        catch (OperationCanceledException)
        {
            return (null, SocketError.TimedOut);
        }
        catch (SocketException exception)
        {
            return (null, exception.SocketErrorCode);
        }
    }

    /// <summary>Whether what one end sends arrives at the other within a second.</summary>
    public static async Task<bool> TalkAsync(Socket from, Socket to)
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await from.SendAsync(new byte[] { 1 }, deadline.Token);
            return await to.ReceiveAsync(new byte[1], deadline.Token) == 1;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _sockets.ForEach(socket => socket.Dispose());
        foreach (var space in (string[])[Client, Router, Server])
        {
            await Command.TryAsync($"ip netns delete {space}");
        }
    }

    private async Task BuildAsync()
    {
        foreach (var space in (string[])[Client, Router, Server])
        {
            await Command.RunAsync($"ip netns add {space}");
            await Command.RunAsync($"ip -n {space} link set lo up");

            // Else IPv6 would stand still for the first two seconds of an interface, while it looks for others with its address.
            await Command.RunAsync($"ip netns exec {space} sysctl -q -w net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0");
        }

        await LinkAsync(Client, "lan0", 1);
        await LinkAsync(Server, "wan0", 2);
        await Command.RunAsync($"ip netns exec {Router} sysctl -q -w net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1");

        // Neighbours know each other from here on, so no test loses its first packet to that.
        foreach (var six in (bool[])[false, true])
        {
            var tries = 0;
            while (!await PingAsync(Client, Address(six, 2)))
            {
                Assert.True(++tries < 15, "the lab has no connection before there is a firewall");
            }
        }
    }

    private async Task LinkAsync(string space, string link, int net)
    {
        await Command.RunAsync($"ip -n {space} link add eth0 type veth peer name {link} netns {Router}");
        foreach (var (owner, device, host) in ((string, string, int)[])[(space, "eth0", 2), (Router, link, 1)])
        {
            await Command.RunAsync($"ip -n {owner} address add {Address(false, net, host)}/24 dev {device}");
            await Command.RunAsync($"ip -n {owner} address add {Address(true, net, host)}/64 dev {device} nodad");
            await Command.RunAsync($"ip -n {owner} link set {device} up");
        }

        await Command.RunAsync($"ip -n {space} route add default via {Address(false, net, 1)}");
        await Command.RunAsync($"ip -n {space} -6 route add default via {Address(true, net, 1)}");
    }
}
