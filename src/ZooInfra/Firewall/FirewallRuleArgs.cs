using System.Globalization;
using Pulumi;

namespace ZooInfra.Firewalls;

/// <summary>A rule. The first that matches decides.</summary>
public sealed class FirewallRuleArgs : ResourceArgs
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens; no other rule of the firewall has it.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>What happens to what it matches.</summary>
    public FirewallAction Action { get; set; } = FirewallAction.Allow;

    /// <summary>Zones that a connection comes from; <c>self</c> is the firewall, <c>any</c> every zone and the firewall.</summary>
    [Input("from", required: true)]
    public List<string> From { get; set; } = [];

    /// <summary>Zones that it goes to.</summary>
    [Input("to", required: true)]
    public List<string> To { get; set; } = [];

    /// <summary>Addresses, prefixes, ranges and named sets that it comes from; any when empty.</summary>
    [Input("sources")]
    public InputList<string> Sources { get; set; } = new();

    /// <summary>Addresses, prefixes, ranges and named sets that it goes to, after destination NAT; any when empty.</summary>
    [Input("destinations")]
    public InputList<string> Destinations { get; set; } = new();

    /// <summary>Services and named sets of them; <c>any</c> for every service.</summary>
    [Input("services", required: true)]
    public List<string> Services { get; set; } = [];

    /// <summary>Whether new connections are logged, at most ten a second.</summary>
    [Input("log")]
    public bool Log { get; set; }

    /// <summary>Who answers for it.</summary>
    [Input("owner", required: true)]
    public string Owner { get; set; } = null!;

    /// <summary>Why it is there.</summary>
    [Input("reason", required: true)]
    public string Reason { get; set; } = null!;

    /// <summary>Where it was asked for.</summary>
    [Input("ticket", required: true)]
    public string Ticket { get; set; } = null!;

    /// <summary>The date it was made.</summary>
    public required DateOnly Created { get; set; }

    /// <summary>The last date, in UTC, on which it works; its last instant is the end of that day. After it the next update removes the rule.</summary>
    public DateOnly? Expires { get; set; }

    /// <summary>Who approved that it never ends; instead of <see cref="Expires"/>.</summary>
    [Input("permanentApprover")]
    public string? PermanentApprover { get; set; }

    [Input("action")]
    internal string ActionName => Action switch
    {
        FirewallAction.Allow => "allow",
        FirewallAction.Deny => "deny",
        FirewallAction.Reject => "reject",
        _ => throw new RunException($"The rule '{Name}' has an action that is none."),
    };

    [Input("created", required: true)]
    internal string CreatedText => Text(Created);

    [Input("expires")]
    internal string? ExpiresText => Expires is { } date ? Text(date) : null;

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
