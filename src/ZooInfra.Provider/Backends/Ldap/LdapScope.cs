namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>How far down a search goes (RFC 4511, section 4.5.1.2).</summary>
internal enum LdapScope
{
    Base,
    OneLevel,
    Subtree,
}
