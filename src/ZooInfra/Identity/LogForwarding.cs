using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>Where logs go, as a document to be reviewed and taken over by the systems that log. Its id is its name.</summary>
public sealed class LogForwarding : CustomResource
{
    /// <summary>Makes it.</summary>
    public LogForwarding(string name, LogForwardingArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:LogForwarding", name, args, options)
    {
    }

    /// <summary>Its name, which is that of its file.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The collector.</summary>
    [Output("host")]
    public Output<string> Host { get; private set; } = null!;

    /// <summary>Its port.</summary>
    [Output("port")]
    public Output<int> Port { get; private set; } = null!;

    /// <summary><c>syslog-tls</c>, <c>https</c> or <c>syslog-tcp</c>.</summary>
    [Output("protocol")]
    public Output<string> Protocol { get; private set; } = null!;

    /// <summary>What is sent: <c>sign-in</c>, <c>directory-change</c>, <c>policy-change</c>.</summary>
    [Output("sources")]
    public Output<ImmutableArray<string>> Sources { get; private set; } = null!;

    /// <summary>Days for which the collector keeps them.</summary>
    [Output("retentionDays")]
    public Output<int> RetentionDays { get; private set; } = null!;

    /// <summary>The mailbox that hears of suspicious sign-ins.</summary>
    [Output("signInAlertsTo")]
    public Output<string?> SignInAlertsTo { get; private set; } = null!;
}
