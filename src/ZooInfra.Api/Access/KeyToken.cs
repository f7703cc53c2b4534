using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ZooInfra.Api.Access;

/// <summary>
/// The form of an API key: <c>zoo_</c>, ten public characters, <c>_</c>, and 256 random bits in 43 characters of base64url. The prefix lets
/// scanners find keys that were committed by mistake. What is kept is the SHA-256 of all of it: the secret is random, so a slow hash would add nothing.
/// </summary>
internal static class KeyToken
{
    public const string Prefix = "zoo_";
    public const int IdLength = 10;
    private const int SecretLength = 43;
    private const int Length = 4 + IdLength + 1 + SecretLength;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A new key; nobody has another copy of it.</summary>
    public static (string Id, string Token) Make()
    {
        var id = RandomNumberGenerator.GetString(IdLetters, IdLength);
        return (id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}");
    }

    /// <summary>Whether a text has the form of a key, right or wrong.</summary>
    public static bool HasForm(ReadOnlySpan<char> text) => text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + IdLength] == '_';

    /// <summary>The public part of a text that has the form of a key.</summary>
    public static ReadOnlySpan<char> IdOf(ReadOnlySpan<char> token) => token.Slice(Prefix.Length, IdLength);

    /// <summary>What is kept of a text that has the form of a key.</summary>
    public static byte[] Hash(ReadOnlySpan<char> token)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Length)];
        return SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)]);
    }
}
