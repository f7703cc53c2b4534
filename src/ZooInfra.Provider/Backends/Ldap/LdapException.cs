namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>A directory server refused an operation, or broke the protocol.</summary>
/// <param name="code">The result code; null when the protocol was broken.</param>
/// <param name="message">The server's own words, or what is wrong.</param>
internal sealed class LdapException(LdapResultCode? code, string message) : Exception(message)
{
    /// <summary>The result code; null when the protocol was broken.</summary>
    public LdapResultCode? Code { get; } = code;
}
