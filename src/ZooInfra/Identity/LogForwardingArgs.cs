using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="LogForwarding"/>.</summary>
public sealed class LogForwardingArgs : ResourceArgs
{
    /// <summary>Its name, which is that of its file.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The collector.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>Its port; 6514 when it is not given.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    /// <summary><c>syslog-tls</c>, <c>https</c> or <c>syslog-tcp</c>; <c>syslog-tls</c> when it is not given.</summary>
    [Input("protocol")]
    public Input<string>? Protocol { get; set; }

    /// <summary>What is sent: <c>sign-in</c>, <c>directory-change</c>, <c>policy-change</c>.</summary>
    [Input("sources", required: true)]
    public InputList<string> Sources { get; set; } = new();

    /// <summary>Days for which the collector keeps them; 365 when it is not given.</summary>
    [Input("retentionDays")]
    public Input<int>? RetentionDays { get; set; }

    /// <summary>The mailbox that hears of suspicious sign-ins; nobody when it is not given.</summary>
    [Input("signInAlertsTo")]
    public Input<string>? SignInAlertsTo { get; set; }
}
