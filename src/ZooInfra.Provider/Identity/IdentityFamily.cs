using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Backends.Ldap;
using ZooInfra.Provider.Identity.Documents;

namespace ZooInfra.Provider.Identity;

/// <summary>Units, groups and password policies of a directory, and the documents for what no directory holds.</summary>
internal sealed class IdentityFamily : ResourceFamily
{
    private const string Backend = "identityBackend";
    private const string Server = "ldapServer";
    private const string BindDn = "ldapBindDn";
    private const string Password = "ldapPassword";
    private const string Dialect = "ldapDialect";
    private const string Ca = "ldapCa";
    private const string Timeout = "ldapTimeout";
    private const string LiveBackend = "ldap";
    private const int DefaultTimeout = 30;

    private volatile Directories? _directories;

    public IdentityFamily() => Kinds =
    [
        new OrganizationalUnitKind(Configured),
        new GroupKind(Configured),
        new PasswordPolicyKind(Configured),
        .. DocumentShapes.All.Select(shape => new DocumentKind(shape, () => Configured().Folder)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ConfigKeys { get; } = [Backend, Server, BindDn, Password, Dialect, Ca, Timeout];

    /// <inheritdoc/>
    public override IReadOnlyList<ResourceKind> Kinds { get; }

    /// <inheritdoc/>
    public override void CheckConfig(ConfigReader config)
    {
        ReadDialect(config);
        if (ReadServer(config) is null && config.Text(Server, "") is not null)
        {
            config.Fail(Server, $"'zoo:{Server}' must be ldaps://HOST[:PORT], or ldap://HOST[:PORT] for StartTLS.");
        }

        if (config.Text(BindDn, "the name of an entry") is { } name && !DistinguishedName.TryParse(name, out _, out _) && !name.Contains('@', StringComparison.Ordinal))
        {
            config.Fail(BindDn, $"'zoo:{BindDn}' must be the name of an entry, such as cn=zoo,dc=acme,dc=example; in Active Directory also zoo@acme.example.");
        }

        config.Text(Password, "a text");
        config.Text(Ca, "the path of a PEM file");
        config.Integer(Timeout, 1, 3600);
        if (config.Choice(Backend, "files", LiveBackend) == LiveBackend)
        {
            foreach (var key in new[] { Server, BindDn, Password }.Where(key => !config.Has(key)))
            {
                config.Fail(key, $"'zoo:{key}' is missing; zoo:{Backend} is {LiveBackend}.");
            }
        }
    }

    /// <inheritdoc/>
    public override void Configure(ConfigReader config, OutFolder folder)
        => _directories = new(folder, ReadDialect(config), config.Choice(Backend, "files", LiveBackend) == LiveBackend ? ReadSettings(config, folder) : null);

    private static LdapSettings ReadSettings(ConfigReader config, OutFolder folder)
    {
        var server = ReadServer(config);
        return new(
            server?.DnsSafeHost ?? "",
            server?.Port ?? 0,
            server?.Scheme == "ldap",
            config.Text(Ca, "") is { } path ? Path.GetFullPath(path, folder.ProjectRoot) : null,
            config.Text(BindDn, "") ?? "",
            config.Text(Password, "") ?? "",
            ReadDialect(config),
            TimeSpan.FromSeconds(config.Integer(Timeout, 1, 3600) ?? DefaultTimeout))
        {
            IsKnown = !new[] { Server, BindDn, Password, Ca, Timeout }.Any(config.IsUnknown),
        };
    }

    private static Uri? ReadServer(ConfigReader config)
        => config.Text(Server, "the address of a server") is { } text
            && Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "", UriKind.Absolute, out var address)
            && address is { Scheme: "ldap" or "ldaps", Host.Length: > 0, UserInfo: "", Query: "", Fragment: "", AbsolutePath: "" or "/" }
            ? new UriBuilder(address) { Port = address.Port > 0 ? address.Port : address.Scheme == "ldaps" ? 636 : 389 }.Uri
            : null;

    private static DirectoryDialect ReadDialect(ConfigReader config)
        => config.Choice(Dialect, "openldap", "activedirectory") == "activedirectory" ? DirectoryDialect.ActiveDirectory : DirectoryDialect.OpenLdap;

    private Directories Configured() => _directories ?? throw new ProviderException("The provider zoo was not configured before its first use.");
}
