using ZooInfra.Contracts.Identity;

namespace ZooInfra.Identity;

/// <summary>The words that resources use for values of the contract's vocabulary.</summary>
internal static class BoundaryWords
{
    public static IEnumerable<string> Of(AccessKind access) => new[]
    {
        (AccessKind.Administration, "administration"), (AccessKind.Applications, "applications"), (AccessKind.Remote, "remote"),
    }.Where(pair => (access & pair.Item1) != 0).Select(pair => pair.Item2);

    public static string Of(MfaMethod method) => method switch
    {
        MfaMethod.Fido2 => "fido2",
        MfaMethod.Certificate => "certificate",
        MfaMethod.NumberMatch => "number-match",
        MfaMethod.Totp => "totp",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such second factor."),
    };

    public static string Of(LogProtocol protocol) => protocol switch
    {
        LogProtocol.SyslogTls => "syslog-tls",
        LogProtocol.Https => "https",
        LogProtocol.SyslogTcp => "syslog-tcp",
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "There is no such protocol."),
    };

    public static string Of(LogSource source) => source switch
    {
        LogSource.SignIn => "sign-in",
        LogSource.DirectoryChange => "directory-change",
        LogSource.PolicyChange => "policy-change",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "There is no such log."),
    };

    public static string Of(PolicyScope scope) => scope == PolicyScope.Computer ? "computer" : "user";

    public static string Of(FederationProtocol protocol) => protocol == FederationProtocol.Saml ? "saml" : "oidc";
}
