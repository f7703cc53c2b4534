using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>A TCP connection to a server; one request at a time.</summary>
internal sealed class DnsConnection : IAsyncDisposable
{
    private readonly DnsServer _server;
    private readonly TcpClient _client;

    private DnsConnection(DnsServer server, TcpClient client) => (_server, _client) = (server, client);

    /// <summary>Connects.</summary>
    /// <exception cref="ProviderException">The server does not answer.</exception>
    public static async Task<DnsConnection> OpenAsync(DnsServer server, CancellationToken cancellationToken)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await InTimeAsync(server, token => client.ConnectAsync(server.Host, server.Port, token).AsTask(), cancellationToken);
            return new(server, client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request and gets the one message that answers it, signatures made and checked.</summary>
    /// <param name="request">The request; its first two octets, the id, are filled in here.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ProviderException">The server does not answer, or the signature is wrong.</exception>
    public async Task<DnsMessage> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        await foreach (var message in AskAsync(request, _ => true, cancellationToken))
        {
            return message;
        }

        throw new InvalidOperationException("An answer has at least one message.");
    }

    /// <summary>Sends a request and gets messages until <paramref name="isLast"/> says so.</summary>
    public async IAsyncEnumerable<DnsMessage> AskAsync(byte[] request, Func<DnsMessage, bool> isLast, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetInt32(65536);
        BinaryPrimitives.WriteUInt16BigEndian(request, (ushort)id);
        var tsig = _server.Key is { } key ? new TsigSession(key, TimeProvider.System) : null;
        var signed = tsig?.Sign(request) ?? request;
        var framed = new byte[signed.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)signed.Length);
        signed.CopyTo(framed, 2);
        await InTimeAsync(_server, token => _client.GetStream().WriteAsync(framed, token).AsTask(), cancellationToken);
        for (var done = false; !done;)
        {
            var message = await ReceiveAsync(cancellationToken);
            if (message.Id != id)
            {
                throw new ProviderException($"The server {_server.Address} answered something else than what was asked. Nothing is known to have changed; run a refresh.");
            }

            done = message.Code != 0 || isLast(message);

            // A failure need not be signed: some servers refuse before they look at the key, and believing it changes nothing.
            if (message.Code == 0 || message.Tsig is not null)
            {
                tsig?.Verify(message, done, _server.Address);
            }

            yield return message;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<DnsMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = new byte[2];
        byte[] octets = [];
        await InTimeAsync(_server, async token =>
        {
            await _client.GetStream().ReadExactlyAsync(length, token);
            octets = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await _client.GetStream().ReadExactlyAsync(octets, token);
        }, cancellationToken);
        try
        {
            return DnsMessage.Parse(octets);
        }
        catch (WireFormatException exception)
        {
            throw new ProviderException($"{_server.Address} does not speak DNS: {exception.Message} Check zoo:dnsServer.", exception);
        }
    }

    private static async Task InTimeAsync(DnsServer server, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(server.Timeout);
        try
        {
            await act(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderException($"The DNS server {server.Address} did not answer within {server.Timeout.TotalSeconds:0} seconds (zoo:dnsTimeout). Check that it runs and can be reached, then run a refresh and the update again.");
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw new ProviderException($"The DNS server {server.Address} cannot be reached: {exception.Message.TrimEnd('.')}. Check zoo:dnsServer and that the server runs, then run the update again.", exception);
        }
    }
}
