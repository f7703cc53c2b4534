namespace ZooInfra.Api.Access;

/// <summary>Whose JWTs are accepted.</summary>
public sealed record TokenOptions
{
    /// <summary>The OpenID Connect provider, whose keys and issuer are found under <c>/.well-known/openid-configuration</c>; null for a file of keys. https, or http on loopback.</summary>
    public string? Authority { get; init; }

    /// <summary>A file with the issuer's public keys (a JWKS, RFC 7517); null for a provider.</summary>
    public string? KeysFile { get; init; }

    /// <summary>The <c>iss</c> that tokens must have; needed with a file, taken from the provider otherwise.</summary>
    public string? Issuer { get; init; }

    /// <summary>The <c>aud</c> that tokens must have: the name of this API at the issuer.</summary>
    public required string Audience { get; init; }
}
