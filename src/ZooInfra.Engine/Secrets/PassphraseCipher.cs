using System.Security.Cryptography;
using System.Text;

namespace ZooInfra.Engine.Secrets;

/// <summary>
/// Pulumi's passphrase cipher: PBKDF2-HMAC-SHA256 with 1,000,000 iterations makes the key, AES-256-GCM encrypts
/// (protocol facts, section 6.11).
/// </summary>
internal sealed class PassphraseCipher
{
    private const int Iterations = 1_000_000;
    private const int KeySize = 32;
    private const int SaltSize = 8;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>What a salt string encrypts, so that a wrong passphrase shows.</summary>
    private const string Probe = "pulumi";

    private readonly byte[] _key;

    private PassphraseCipher(byte[] key, string salt) => (_key, Salt) = (key, salt);

    /// <summary>The salt with the encrypted probe: <c>v1:SALT:v1:NONCE:DATA</c>.</summary>
    public string Salt { get; }

    /// <summary>A cipher with a new salt.</summary>
    public static PassphraseCipher Create(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var key = DeriveKey(passphrase, salt);
        return new(key, $"v1:{Convert.ToBase64String(salt)}:{Encrypt(key, Probe, RandomNumberGenerator.GetBytes(NonceSize))}");
    }

    /// <summary>The cipher of an existing salt string.</summary>
    /// <exception cref="FormatException">The salt is damaged, or the passphrase is not the one it was made with.</exception>
    public static PassphraseCipher Open(string passphrase, string salt)
    {
        var parts = salt.Split(':', 3);
        if (parts is not ["v1", var text, var probe])
        {
            throw new FormatException("the encryption salt is damaged");
        }

        var key = DeriveKey(passphrase, Convert.FromBase64String(text));
        try
        {
            return Decrypt(key, probe) == Probe ? new(key, salt) : throw new FormatException("incorrect passphrase");
        }
        catch (CryptographicException e)
        {
            throw new FormatException("incorrect passphrase", e);
        }
    }

    public string Encrypt(string plaintext) => Encrypt(_key, plaintext, RandomNumberGenerator.GetBytes(NonceSize));

    /// <exception cref="FormatException">The text was not encrypted with this key, or was changed since.</exception>
    public string Decrypt(string ciphertext)
    {
        try
        {
            return Decrypt(_key, ciphertext);
        }
        catch (CryptographicException e)
        {
            throw new FormatException("a secret was encrypted with another passphrase or was changed", e);
        }
    }

    internal static string Encrypt(byte[] key, string plaintext, byte[] nonce)
    {
        var plain = Encoding.UTF8.GetBytes(plaintext);
        var sealedText = new byte[plain.Length + TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, plain, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    internal static byte[] DeriveKey(string passphrase, byte[] salt)
        => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, Iterations, HashAlgorithmName.SHA256, KeySize);

    private static string Decrypt(byte[] key, string ciphertext)
    {
        if (ciphertext.Split(':') is not ["v1", var nonceText, var dataText])
        {
            throw new FormatException("a secret is not in the form v1:NONCE:DATA");
        }

        var (nonce, data) = (Convert.FromBase64String(nonceText), Convert.FromBase64String(dataText));
        if (nonce.Length != NonceSize || data.Length < TagSize)
        {
            throw new FormatException("a secret is cut short");
        }

        var plain = new byte[data.Length - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(nonce, data.AsSpan(0, plain.Length), data.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
