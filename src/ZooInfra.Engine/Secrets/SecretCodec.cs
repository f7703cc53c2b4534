namespace ZooInfra.Engine.Secrets;

/// <summary>Seals and opens the secrets of one state: new ones with the stack's salt, stored ones with the salt they were stored with.</summary>
internal sealed class SecretCodec(StackSecrets secrets)
{
    /// <summary>The salt that the stack encrypts with; null while nothing was encrypted.</summary>
    public string? Salt => secrets.Salt;

    /// <summary>Whether secrets are written in clear, for an export whose user asked for that.</summary>
    public bool Reveals { get; init; }

    /// <summary>The salt of what is being read; null when nothing stored names one.</summary>
    private string? _storedSalt;

    /// <summary>Says which salt the secrets that are read next were stored with.</summary>
    public void ReadWith(string salt)
    {
        _storedSalt = salt;
        secrets.Adopt(salt);
    }

    public string Seal(string json) => secrets.Encrypt(json);

    /// <exception cref="FormatException">The secret cannot be opened; the message says what to do.</exception>
    public string Open(string ciphertext) => secrets.Decrypt(ciphertext, _storedSalt);
}
