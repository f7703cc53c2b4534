using System.Security.Cryptography;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>A key that signs messages (RFC 8945).</summary>
/// <param name="Name">Its name; lower case, without the final dot.</param>
/// <param name="Algorithm">One of <see cref="Algorithms"/>.</param>
/// <param name="Secret">The secret. Never shown.</param>
internal sealed record TsigKey(string Name, string Algorithm, ReadOnlyMemory<byte> Secret)
{
    /// <summary>The algorithms; the first is the default.</summary>
    public static readonly IReadOnlyList<string> Algorithms = ["hmac-sha256", "hmac-sha384", "hmac-sha512"];

    /// <summary>The code of <paramref name="octets"/>.</summary>
    public byte[] Sign(ReadOnlySpan<byte> octets) => Algorithm switch
    {
        "hmac-sha256" => HMACSHA256.HashData(Secret.Span, octets),
        "hmac-sha384" => HMACSHA384.HashData(Secret.Span, octets),
        "hmac-sha512" => HMACSHA512.HashData(Secret.Span, octets),
        _ => throw new InvalidOperationException($"TSIG algorithm {Algorithm} is not known."),
    };

    /// <summary>The name alone, so that the secret cannot come into a message.</summary>
    public override string ToString() => Name;
}
