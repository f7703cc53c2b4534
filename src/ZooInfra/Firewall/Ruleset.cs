using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Firewalls;

/// <summary>All rules and translations of one firewall, which become real in one transaction. Its id is its name.</summary>
public sealed class Ruleset : CustomResource
{
    /// <summary>Makes a ruleset.</summary>
    public Ruleset(string name, RulesetArgs args, CustomResourceOptions? options = null)
        : base("zoo:firewall:Ruleset", name, args, options)
    {
    }

    /// <summary>The name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The rules that were not past their end when the ruleset was written last.</summary>
    [Output("activeRules")]
    public Output<ImmutableArray<string>> ActiveRules { get; private set; } = null!;

    /// <summary>The nftables table, of family inet.</summary>
    [Output("table")]
    public Output<string> Table { get; private set; } = null!;

    /// <summary>The script, with the files backend.</summary>
    [Output("file")]
    public Output<string?> File { get; private set; } = null!;
}
