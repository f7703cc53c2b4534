using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ZooInfra.Lab.Tests.Dns;

/// <summary>Stands between provider and server, and lets somebody else be faster: before an update goes on, it waits for another one.</summary>
internal sealed class Meddler : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly DnsLabServer _server;
    private readonly Func<int, Task> _beforeUpdate;
    private readonly Task _serving;
    private int _updates;

    /// <summary>Listens.</summary>
    /// <param name="server">The server.</param>
    /// <param name="beforeUpdate">What happens before an update; gets its number, from 1.</param>
    public Meddler(DnsLabServer server, Func<int, Task> beforeUpdate)
    {
        (_server, _beforeUpdate) = (server, beforeUpdate);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync("127.0.0.1", _server.Port, _end.Token);
            await Task.WhenAny(BackAsync(server, client), ForwardAsync(client, server));
        }
    }

    private async Task ForwardAsync(TcpClient client, TcpClient server)
    {
        try
        {
            while (true)
            {
                var length = new byte[2];
                await client.GetStream().ReadExactlyAsync(length, _end.Token);
                var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await client.GetStream().ReadExactlyAsync(message, _end.Token);
                if ((message[2] >> 3 & 0x0F) == 5)
                {
                    await _beforeUpdate(Interlocked.Increment(ref _updates));
                }

                await server.GetStream().WriteAsync((byte[])[.. length, .. message], _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task BackAsync(TcpClient server, TcpClient client)
    {
        try
        {
            await server.GetStream().CopyToAsync(client.GetStream(), _end.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }
}
