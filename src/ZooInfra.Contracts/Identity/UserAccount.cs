namespace ZooInfra.Contracts.Identity;

/// <summary>An account that exists in the client's directory and is named here, not made here.</summary>
/// <param name="Name">The name by which groups and policies of the boundary refer to it, such as <c>jane.doe</c>.</param>
/// <param name="DistinguishedName">Its entry (RFC 4514), such as <c>uid=jane.doe,ou=people,dc=orgx,dc=example</c>.</param>
/// <param name="Holder">The one person who uses it, or answers for it where a service uses it; null when nobody is known.</param>
public sealed record UserAccount(string Name, string DistinguishedName, string? Holder);
