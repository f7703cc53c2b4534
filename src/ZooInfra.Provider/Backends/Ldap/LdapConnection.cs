using System.Formats.Asn1;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>
/// One encrypted connection to a directory server, for one operation at a time (RFC 4511). It is written here because the platform's own client
/// blocks threads, cannot be cancelled, and on Linux cannot be told which authorities to trust.
/// </summary>
internal sealed class LdapConnection : IAsyncDisposable
{
    // A group of 100,000 members is about 10 MB; more than this is a broken or hostile server.
    private const int LongestMessage = 64 << 20;

    private readonly TcpClient _client;
    private Stream _stream;
    private int _lastId;

    private LdapConnection(TcpClient client) => (_client, _stream) = (client, client.GetStream());

    /// <summary>Connects, encrypts and checks the certificate, and signs in.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not trusted, or not that of the host.</exception>
    /// <exception cref="LdapException">The server refuses.</exception>
    public static async Task<LdapConnection> OpenAsync(LdapSettings settings, X509Certificate2Collection? authorities, CancellationToken cancellationToken)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, cancellationToken);
            var connection = new LdapConnection(client);
            if (settings.StartTls)
            {
                await connection.RequestAsync(LdapMessages.StartTls, cancellationToken);
            }

            await connection.EncryptAsync(settings.Host, authorities, cancellationToken);
            await connection.RequestAsync(LdapMessages.Bind(settings.BindDn, settings.Password), cancellationToken);
            return connection;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Looks for entries; none when the place to look in does not exist.</summary>
    public async Task<IReadOnlyList<LdapFound>> SearchAsync(string under, LdapScope scope, (string Attribute, byte[] Value)? match, IEnumerable<string> attributes, CancellationToken cancellationToken)
    {
        var found = new List<LdapFound>();
        try
        {
            await RequestAsync(LdapMessages.Search(under, scope, match, attributes), found, cancellationToken);
        }
        catch (LdapException exception) when (exception.Code == LdapResultCode.NoSuchObject)
        {
            return [];
        }

        return found;
    }

    /// <summary>Sends an operation and waits for its end.</summary>
    /// <exception cref="LdapException">The server refuses.</exception>
    public Task RequestAsync(Action<AsnWriter> operation, CancellationToken cancellationToken) => RequestAsync(operation, null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.WriteAsync(LdapMessages.Message(++_lastId, LdapMessages.Unbind));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The server has hung up already; there is nobody to say good-bye to.
        }

        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task EncryptAsync(string host, X509Certificate2Collection? authorities, CancellationToken cancellationToken)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,

            // Authorities of a company publish their revocations in the directory that is being connected to.
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };
        if (authorities is not null)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, cancellationToken);
    }

    private async Task RequestAsync(Action<AsnWriter> operation, List<LdapFound>? found, CancellationToken cancellationToken)
    {
        var id = ++_lastId;
        await _stream.WriteAsync(LdapMessages.Message(id, operation), cancellationToken);
        while (true)
        {
            var message = new AsnReader(await ReadMessageAsync(cancellationToken), AsnEncodingRules.BER).ReadSequence();
            if (!message.TryReadInt32(out var answered) || answered != id)
            {
                // Number 0 is the server's notice that it hangs up.
                throw answered == 0
                    ? new LdapException(LdapResult.Read(message.ReadSequence(message.PeekTag())).Code, "The server ended the connection.")
                    : new LdapException(null, "The server answered another request than was asked.");
            }

            var tag = message.PeekTag();
            var components = message.ReadSequence(tag);
            switch (tag.TagValue)
            {
                case 4 when found is not null:
                    found.Add(LdapFound.Read(components));
                    break;
                case 19:
                    // A part of the tree that another server holds is not asked.
                    break;
                default:
                    var result = LdapResult.Read(components);
                    if (result.Code != LdapResultCode.Success)
                    {
                        throw new LdapException(result.Code, result.Diagnostic);
                    }

                    return;
            }
        }
    }

    private async Task<byte[]> ReadMessageAsync(CancellationToken cancellationToken)
    {
        var head = new byte[6];
        await _stream.ReadExactlyAsync(head.AsMemory(0, 2), cancellationToken);
        var (length, used) = ((int)head[1], 2);
        if (length > 0x80)
        {
            var octets = length & 0x7F;
            if (octets > 4)
            {
                throw new LdapException(null, "The server does not speak LDAP.");
            }

            await _stream.ReadExactlyAsync(head.AsMemory(2, octets), cancellationToken);
            (length, used) = (head.AsSpan(2, octets).ToArray().Aggregate(0, (number, octet) => (number << 8) | octet), 2 + octets);
        }

        if (head[0] != 0x30 || head[1] == 0x80 || length is < 0 or > LongestMessage)
        {
            throw new LdapException(null, "The server does not speak LDAP, or its answer is too long.");
        }

        var message = new byte[used + length];
        head.AsSpan(0, used).CopyTo(message);
        await _stream.ReadExactlyAsync(message.AsMemory(used), cancellationToken);
        return message;
    }
}
