namespace ZooInfra.Contracts.Identity;

/// <summary>Where the boundary's logs go.</summary>
/// <param name="Name">The name of the route.</param>
/// <param name="Host">The collector: a host outside of the systems that it hears from.</param>
public sealed record LogRoute(string Name, string Host)
{
    /// <summary>The port of the collector; 1 to 65535.</summary>
    public int Port { get; init; } = 6514;

    /// <summary>How the logs travel.</summary>
    public LogProtocol Protocol { get; init; } = LogProtocol.SyslogTls;

    /// <summary>What is sent.</summary>
    public EquatableArray<LogSource> Sources { get; init; } = new([LogSource.SignIn, LogSource.DirectoryChange, LogSource.PolicyChange]);

    /// <summary>Days for which the collector keeps them; 1 or more.</summary>
    public int RetentionDays { get; init; } = 365;

    /// <summary>Who hears of suspicious sign-ins; null for nobody.</summary>
    public string? SignInAlertsTo { get; init; }
}
