using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ZooInfra.Api.Tests.Access;

/// <summary>Makes tokens, right ones and every kind of wrong one.</summary>
internal sealed class TestIssuer : IDisposable
{
    public const string Name = "https://login.example";
    public const string Audience = "zoo";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SecurityKey Rsa => new RsaSecurityKey(_rsa) { KeyId = "rsa" };

    /// <summary>A key that is not the issuer's, under the id of the issuer's.</summary>
    public SecurityKey Forged => new RsaSecurityKey(_other) { KeyId = "rsa" };

    public SecurityKey Ec => new ECDsaSecurityKey(_ec) { KeyId = "ec" };

    public string Jwks() => JsonSerializer.Serialize(new { keys = new object[] { Public(Rsa), Public(Ec) } });

    public string Token(DateTimeOffset now, string scope = "contract:read", object? clients = null, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.AddMinutes(5).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = "alice", ["scope"] = $"openid {scope}" },
            SigningCredentials = new(Rsa, SecurityAlgorithms.RsaSha256),
        };
        if (clients is not null)
        {
            descriptor.Claims["zoo_clients"] = clients;
        }

        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <summary>A token that says it needs no signature.</summary>
    public string Unsigned(DateTimeOffset now, string algorithm)
    {
        var parts = Token(now, clients: "acme_corp").Split('.');
        return $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{parts[1]}.";
    }

    /// <summary>The old trick: the public key, which everybody knows, as the secret of an HMAC.</summary>
    public string SignedWithThePublicKey(DateTimeOffset now)
    {
        var parts = Token(now, clients: "acme_corp").Split('.');
        var content = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT","kid":"rsa"}""")}.{parts[1]}";
        return $"{content}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem()), Encoding.UTF8.GetBytes(content)))}";
    }

    /// <summary>A right token with another content.</summary>
    public string Altered(DateTimeOffset now)
    {
        var (acme, biggov) = (Token(now, clients: "acme_corp").Split('.'), Token(now, "contract:read-all", "*").Split('.'));
        return $"{acme[0]}.{biggov[1]}.{acme[2]}";
    }

    public void Dispose()
    {
        _rsa.Dispose();
        _other.Dispose();
        _ec.Dispose();
    }

    private static object Public(SecurityKey key)
    {
        var web = JsonWebKeyConverter.ConvertFromSecurityKey(key switch
        {
            RsaSecurityKey rsa => new RsaSecurityKey(rsa.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = rsa.KeyId },
            _ => key,
        });
        return web.Kty == "RSA"
            ? new { kty = "RSA", kid = key.KeyId, n = web.N, e = web.E, use = "sig" }
            : new { kty = "EC", kid = key.KeyId, crv = web.Crv, x = web.X, y = web.Y, use = "sig" };
    }
}
