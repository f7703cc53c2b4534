namespace ZooInfra.Provider.Identity;

/// <summary>The family of a directory server: which object classes and attributes carry what.</summary>
internal enum DirectoryDialect
{
    /// <summary>OpenLDAP, with the ppolicy overlay for password policies: <c>openldap</c>.</summary>
    OpenLdap,

    /// <summary>Active Directory and Samba: <c>activedirectory</c>.</summary>
    ActiveDirectory,
}
