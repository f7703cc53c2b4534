using Pulumi;

namespace ZooInfra.Firewalls;

/// <summary>The inputs of a <see cref="Ruleset"/>.</summary>
public sealed class RulesetArgs : FirewallArgs
{
    /// <summary>The name: 1 to 40 lower-case letters, digits and hyphens. It names the file and the table.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}
