using System.Collections.Concurrent;

namespace ZooInfra.Engine.Secrets;

/// <summary>
/// Keeps the secrets of one stack as Pulumi's passphrase provider does. The key is made on first need; a stack without secrets needs no passphrase.
/// </summary>
public sealed class StackSecrets
{
    /// <summary>Deriving a key takes the better part of a second; the stacks of a fleet that share passphrase and salt share the key.</summary>
    private static readonly ConcurrentDictionary<(string Passphrase, string Salt), Lazy<PassphraseCipher>> Ciphers = [];

    private readonly string _stack;
    private readonly Func<string?> _passphrase;
    private readonly Lock _gate = new();
    private string? _salt;

    /// <summary>Takes what is known of a stack's encryption.</summary>
    /// <param name="stack">The stack, for messages.</param>
    /// <param name="salt"><c>encryptionsalt</c> of Pulumi.STACK.yaml; null when it has none.</param>
    /// <param name="passphrase">Asks for the passphrase; null when the user gave none. The empty passphrase is a passphrase.</param>
    public StackSecrets(string stack, string? salt, Func<string?> passphrase) => (_stack, _salt, _passphrase) = (stack, salt, passphrase);

    /// <summary>The salt that new secrets are encrypted with; null while nothing was ever encrypted. The stack file and the state both keep it.</summary>
    public string? Salt
    {
        get
        {
            lock (_gate)
            {
                return _salt;
            }
        }
    }

    /// <summary>Whether a passphrase was given at all.</summary>
    public bool IsUsable => _passphrase() is not null;

    /// <summary>Encrypts; makes the salt when there is none yet.</summary>
    /// <exception cref="FormatException">There is no passphrase, or it is wrong.</exception>
    public string Encrypt(string plaintext)
    {
        lock (_gate)
        {
            if (_salt is null)
            {
                var passphrase = Passphrase();
                var cipher = PassphraseCipher.Create(passphrase);
                Ciphers[(passphrase, cipher.Salt)] = new(() => cipher);
                _salt = cipher.Salt;
            }
        }

        return Cipher(_salt).Encrypt(plaintext);
    }

    /// <summary>Decrypts what was encrypted with <paramref name="salt"/>, or with the stack's own when that is null.</summary>
    /// <exception cref="FormatException">There is no passphrase, it is wrong, or the text was changed.</exception>
    public string Decrypt(string ciphertext, string? salt)
        => Cipher(salt ?? Salt ?? throw new FormatException($"stack {_stack} has secrets but no encryption salt")).Decrypt(ciphertext);

    /// <summary>The secrets of another stack, whose state has its own salt, with the same passphrase.</summary>
    internal StackSecrets Of(string stack) => new(stack, salt: null, _passphrase);

    /// <summary>Takes the salt of the state when the stack file has none.</summary>
    internal void Adopt(string salt)
    {
        lock (_gate)
        {
            _salt ??= salt;
        }
    }

    private PassphraseCipher Cipher(string salt)
    {
        var passphrase = Passphrase();
        try
        {
            return Ciphers.GetOrAdd((passphrase, salt), key => new(() => PassphraseCipher.Open(key.Passphrase, key.Salt))).Value;
        }
        catch (FormatException e)
        {
            throw new FormatException($"the secrets of stack {_stack} cannot be used: {e.Message}; set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to the right one", e);
        }
    }

    private string Passphrase()
        => _passphrase() ?? throw new FormatException($"stack {_stack} has secrets, and no passphrase is set: set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it");
}
