using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace ZooInfra.Provider.Vpn;

/// <summary>Curve25519 keys in the text form of WireGuard: 32 octets in base64.</summary>
internal static class WireGuardKey
{
    private const int Octets = 32;

    /// <summary>Makes a private key.</summary>
    public static string NewPrivate()
    {
        Span<byte> key = stackalloc byte[Octets];
        try
        {
            RandomNumberGenerator.Fill(key);

            // The clamping of RFC 7748, section 5, which WireGuard's own tools do when they make a key.
            key[0] &= 248;
            key[31] = (byte)((key[31] & 127) | 64);
            return Convert.ToBase64String(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The public key of a private key.</summary>
    public static string PublicOf(string privateKey)
    {
        var secret = Convert.FromBase64String(privateKey);
        try
        {
            var open = new byte[Octets];
            X25519.ScalarMultBase(secret, 0, open, 0);
            return Convert.ToBase64String(open);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Whether a text is a key in its canonical form.</summary>
    public static bool IsKey(string text)
    {
        Span<byte> octets = stackalloc byte[Octets];
        return text.Length == 44 && Convert.TryFromBase64String(text, octets, out var length) && length == Octets && Convert.ToBase64String(octets) == text;
    }
}
