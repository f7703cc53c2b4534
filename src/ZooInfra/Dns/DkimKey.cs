using System.Security.Cryptography;
using Pulumi;

namespace ZooInfra.Dns;

/// <summary>Reads public keys for DKIM.</summary>
internal static class DkimKey
{
    // RFC 8301, section 3.2: verifiers refuse shorter ones.
    private const int ShortestRsa = 1024;

    /// <summary>The text of the record.</summary>
    /// <exception cref="RunException">The key is not one that receivers take.</exception>
    public static string ToText(string selector, string key)
    {
        var base64 = string.Concat(key.Split('\n').Where(line => !line.StartsWith("-----", StringComparison.Ordinal)).Select(line => line.Trim()));
        var octets = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, octets, out var length) || length == 0)
        {
            throw Wrong("it is neither PEM nor Base64");
        }

        if (length == 32)
        {
            return $"v=DKIM1; k=ed25519; p={base64}";
        }

        using var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(octets.AsSpan(0, length), out _);
        }
        catch (CryptographicException)
        {
            throw Wrong("it is no RSA public key (SubjectPublicKeyInfo) and has not the 32 octets of an Ed25519 key");
        }

        return rsa.KeySize >= ShortestRsa ? $"v=DKIM1; k=rsa; p={base64}" : throw Wrong($"it has {rsa.KeySize} bits; receivers refuse less than {ShortestRsa} (RFC 8301)");

        RunException Wrong(string why) => new($"The DKIM key of the selector '{selector}' cannot be used: {why}.");
    }
}
