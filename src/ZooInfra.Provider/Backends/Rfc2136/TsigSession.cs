using System.Buffers.Binary;
using System.Security.Cryptography;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>Signs one request and checks the one or more messages that answer it (RFC 8945, sections 4 and 5.3).</summary>
internal sealed class TsigSession(TsigKey key, TimeProvider time)
{
    private const int TsigType = 250;
    private const int AnyClass = 255;
    private const int Fudge = 300;

    private readonly WireWriter _unsigned = new();
    private byte[] _mac = [];
    private bool _first = true;

    /// <summary>The request with its signature behind it.</summary>
    public byte[] Sign(ReadOnlySpan<byte> request)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        _mac = key.Sign(new WireWriter().Octets(request).Octets(Variables(now, Fudge, 0, []).Written).Written);
        var data = new WireWriter().Name(key.Algorithm);
        Time(data, now, Fudge).Short(_mac.Length).Octets(_mac).Octets(request[..2]).Short(0).Short(0);
        var signed = new WireWriter().Octets(request).RecordHead(key.Name, TsigType, AnyClass, 0).Data(data.Written);
        signed.PatchShort(10, BinaryPrimitives.ReadUInt16BigEndian(request[10..]) + 1);
        return signed.Written.ToArray();
    }

    /// <summary>Checks a message of the answer. Messages after the first may be unsigned; the next signature covers them.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isLast">Whether no message follows.</param>
    /// <param name="server">The server, for messages.</param>
    /// <exception cref="ProviderException">The signature is missing or wrong, or the server says that ours is.</exception>
    public void Verify(DnsMessage message, bool isLast, string server)
    {
        if (message.Tsig is not { } tsig)
        {
            if (_first || isLast)
            {
                throw new ProviderException($"The server {server} did not sign its answer with the key {key}, so it cannot be trusted. Nothing is known to have changed; run a refresh once the server signs.");
            }

            _unsigned.Octets(message.Octets);
            return;
        }

        var reader = new WireReader(message.Octets, tsig.DataAt);
        var algorithm = reader.Name();
        var signed = ((long)reader.Short() << 32) | reader.Int();
        var fudge = reader.Short();
        var mac = reader.Take(reader.Short()).ToArray();
        var originalId = reader.Short();
        var error = reader.Short();
        var other = reader.Take(reader.Short()).ToArray();
        if (error != 0)
        {
            throw Refused(error, server);
        }

        var covered = new WireWriter().Short(_mac.Length).Octets(_mac).Octets(_unsigned.Written);
        var start = covered.Length;
        covered.Octets(message.Octets.AsSpan(0, message.TsigAt));
        covered.PatchShort(start, originalId);
        covered.PatchShort(start + 10, BinaryPrimitives.ReadUInt16BigEndian(message.Octets.AsSpan(10)) - 1);
        covered.Octets(_first ? Variables(signed, fudge, error, other).Written : Time(new(), signed, fudge).Written);
        if (tsig.Name != key.Name || algorithm != key.Algorithm || !CryptographicOperations.FixedTimeEquals(mac, key.Sign(covered.Written)))
        {
            throw new ProviderException($"The answer of the server {server} has a signature that is not of the key {key}: somebody between may have changed it. Nothing is known to have changed; run a refresh.");
        }

        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - signed) > fudge)
        {
            throw Refused(18, server);
        }

        _mac = mac;
        _first = false;
        _unsigned.Clear();
    }

    // RFC 8945, section 5.2.
    private ProviderException Refused(int error, string server) => new(error switch
    {
        16 => $"The server {server} says that the signature of the key {key} is wrong. Check zoo:dnsKeySecret and zoo:dnsKeyAlgorithm ({key.Algorithm}); nothing was changed.",
        17 => $"The server {server} does not know the key {key} with the algorithm {key.Algorithm}. Check zoo:dnsKeyName and zoo:dnsKeyAlgorithm; nothing was changed.",
        18 => $"The clocks of this machine and of the server {server} differ by more than {Fudge / 60} minutes, so signatures are not accepted. Set the clocks; nothing was changed.",
        _ => $"The server {server} refuses the signature of the key {key} (TSIG error {error}). Nothing was changed.",
    });

    private WireWriter Variables(long signed, int fudge, int error, ReadOnlySpan<byte> other)
        => Time(new WireWriter().Name(key.Name).Short(AnyClass).Int(0).Name(key.Algorithm), signed, fudge).Short(error).Short(other.Length).Octets(other);

    private static WireWriter Time(WireWriter writer, long signed, int fudge) => writer.Short((int)(signed >> 32)).Int((uint)signed).Short(fudge);
}
