using System.Security.Cryptography;
using System.Text;

namespace ZooInfra;

/// <summary>
/// One representation of a fact. Each has an entity tag of its own, because a strong tag must tell the representations of a resource
/// apart (RFC 9110, section 8.8.3).
/// </summary>
/// <param name="Content">The bytes as sent, UTF-8.</param>
/// <param name="ETag">The strong entity tag, with its quotes.</param>
public sealed record ContractBody(ReadOnlyMemory<byte> Content, string ETag)
{
    /// <summary>The body of a text, with the first 16 bytes of its SHA-256 as tag. Half a surrogate pair, which UTF-8 has no bytes for, becomes U+FFFD.</summary>
    /// <param name="content">What is sent.</param>
    public static ContractBody Of(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
    }
}
