using System.Security.Cryptography;

namespace ZooInfra;

/// <summary>
/// One representation of a fact. Each has an entity tag of its own, because a strong tag must tell the representations of a resource
/// apart (RFC 9110, section 8.8.3).
/// </summary>
/// <param name="Content">The bytes as sent, UTF-8.</param>
/// <param name="ETag">The strong entity tag, with its quotes.</param>
public sealed record ContractBody(ReadOnlyMemory<byte> Content, string ETag)
{
    /// <summary>The body of what is sent, with the first 16 bytes of its SHA-256 as tag.</summary>
    internal static ContractBody Of(ReadOnlyMemory<byte> content)
        => new(content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 16))}\"");
}
