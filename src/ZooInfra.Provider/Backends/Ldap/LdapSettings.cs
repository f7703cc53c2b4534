using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>How a live directory is reached. The connection is always encrypted and the server always shows a good certificate.</summary>
/// <param name="Host">The host, as its certificate names it.</param>
/// <param name="Port">The port.</param>
/// <param name="StartTls">Whether encryption starts by StartTLS (<c>ldap://</c>) or with the first octet (<c>ldaps://</c>).</param>
/// <param name="CaFile">A PEM file with the authorities to trust; null for those of the system.</param>
/// <param name="BindDn">Who signs in.</param>
/// <param name="Password">The password; never in a message.</param>
/// <param name="Dialect">The family of the server.</param>
/// <param name="Timeout">For how long one operation may take.</param>
internal sealed record LdapSettings(string Host, int Port, bool StartTls, string? CaFile, string BindDn, string Password, DirectoryDialect Dialect, TimeSpan Timeout)
{
    /// <summary>Whether everything is known; in a preview a part may come from a resource that is not made yet.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The server as people write it. The password is left out, so this can be shown.</summary>
    public override string ToString() => $"{(StartTls ? "ldap" : "ldaps")}://{Host}:{Port}";
}
