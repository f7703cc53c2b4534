using System.Text;
using Microsoft.AspNetCore.Http;

namespace ZooInfra.Api.Access;

/// <summary>The credential of a request, as sent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Header">The text that holds it.</param>
/// <param name="Start">Where it begins in the text.</param>
internal readonly record struct Credential(CredentialKind Kind, string Header = "", int Start = 0)
{
    private const string ApiKeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";
    private const int LongestBasic = 256;

    /// <summary>The credential without what stands before it. No copy is made, since every request comes by here.</summary>
    public ReadOnlySpan<char> Text => Header.AsSpan(Start).Trim(' ');

    /// <summary>
    /// Reads <c>Authorization: Bearer</c>, <c>X-Api-Key</c>, and for reading only <c>Authorization: Basic</c> with an API key as the password, so
    /// that a person can look with a browser. A browser sends that by itself, also for pages of others; so it never changes anything.
    /// </summary>
    public static Credential Of(HttpRequest request)
    {
        var authorization = request.Headers.Authorization;
        var hasApiKey = request.Headers.TryGetValue(ApiKeyHeader, out var apiKey);
        if (authorization.Count + apiKey.Count > 1)
        {
            return new(CredentialKind.Malformed);
        }

        if (hasApiKey)
        {
            return new(CredentialKind.Key, apiKey.ToString());
        }

        if (authorization.Count == 0)
        {
            return new(CredentialKind.None);
        }

        var header = authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? new(header.AsSpan(Bearer.Length).TrimStart(' ').StartsWith(KeyToken.Prefix, StringComparison.Ordinal) ? CredentialKind.Key : CredentialKind.Token, header, Bearer.Length)
            : header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) ? Password(header.AsSpan(Basic.Length).Trim(' '))
            : new(CredentialKind.Malformed);
    }

    private static Credential Password(ReadOnlySpan<char> encoded)
    {
        Span<byte> bytes = stackalloc byte[LongestBasic];
        if (encoded.Length > LongestBasic || !Convert.TryFromBase64Chars(encoded, bytes, out var length))
        {
            return new(CredentialKind.Malformed);
        }

        var pair = Encoding.UTF8.GetString(bytes[..length]);
        return pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? new(CredentialKind.Key, pair, colon + 1) : new(CredentialKind.Malformed);
    }
}

/// <summary>What a request shows.</summary>
internal enum CredentialKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Something that cannot be read, or two things.</summary>
    Malformed,

    /// <summary>An API key.</summary>
    Key,

    /// <summary>A bearer token that is no API key: a JWT.</summary>
    Token,
}
