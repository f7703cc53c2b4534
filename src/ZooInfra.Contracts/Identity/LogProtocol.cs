namespace ZooInfra.Contracts.Identity;

/// <summary>How logs travel.</summary>
public enum LogProtocol
{
    /// <summary>Syslog over TLS (RFC 5425): <c>syslog-tls</c>.</summary>
    SyslogTls = 1,

    /// <summary>HTTPS: <c>https</c>.</summary>
    Https,

    /// <summary>Syslog over plain TCP (RFC 6587), readable on the way: <c>syslog-tcp</c>.</summary>
    SyslogTcp,
}
