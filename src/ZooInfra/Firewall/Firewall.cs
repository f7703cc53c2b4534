using System.Collections.Immutable;
using NodaTime;
using Pulumi;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Firewalls;

/// <summary>
/// A firewall that denies by default, IPv4 and IPv6 alike: one <see cref="Ruleset"/>. Rules that do nothing, do not what they say or allow everything
/// are warnings of the plan; who reaches whom can be asked, by tests and by the program.
/// </summary>
public sealed class Firewall : ComponentResource
{
    private readonly string _name;
    private readonly LocalDate _date;
    private readonly Output<PolicyResult> _policy;

    /// <summary>Makes a firewall.</summary>
    /// <param name="name">The name of the component, of the ruleset and of its table: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component; its child inherits what children inherit.</param>
    public Firewall(string name, FirewallArgs args, ComponentResourceOptions? options = null)
        : base("zoo:firewall:Firewall", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        _name = name;
        _date = args.AsOf is { } date ? LocalDate.FromDateOnly(date) : SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        Ruleset = new Ruleset(name, new RulesetArgs
        {
            Name = name,
            Zones = args.Zones,
            Addresses = args.Addresses,
            Services = args.Services,
            Rules = args.Rules,
            Nat = args.Nat,
            LogDenied = args.LogDenied,
        }, new CustomResourceOptions { Parent = this });

        _policy = PolicySpec.Of(name, args).Apply(PolicyCompiler.Compile);
        Findings = _policy.Apply(Judge);
        ActiveRules = Ruleset.ActiveRules;
        RegisterOutputs(new Dictionary<string, object?> { ["activeRules"] = ActiveRules, ["findings"] = Findings });
    }

    /// <summary>The ruleset.</summary>
    public Ruleset Ruleset { get; }

    /// <summary>The rules that are not past their end.</summary>
    [Output("activeRules")]
    public Output<ImmutableArray<string>> ActiveRules { get; private set; }

    /// <summary>What is notable about rules, one sentence each, in the order of the rules; every one is a warning of the plan, too.</summary>
    [Output("findings")]
    public Output<ImmutableArray<string>> Findings { get; private set; }

    /// <summary>Whether all new connections from one end to another with a service are allowed; see <see cref="Reachability"/> for what an end is.</summary>
    /// <param name="from">A zone (<c>lan</c>, <c>self</c>, <c>any</c>), addresses (<c>10.0.0.0/8</c>, <c>office</c>), or both (<c>lan 10.0.0.5</c>).</param>
    /// <param name="to">The same, after destination NAT.</param>
    /// <param name="service">A service or a named set of them.</param>
    public Output<bool> Allows(string from, string to, string service) => Ask(from, to, service).Apply(reach => reach == Reach.All);

    /// <summary>How much of what one end can send to another with a service is allowed: all, a part or nothing.</summary>
    /// <inheritdoc cref="Allows" path="/param"/>
    public Output<Reach> Ask(string from, string to, string service) => _policy.Apply(result => result switch
    {
        { Policy: { } policy } => new Reachability(policy.On(_date)).Ask(from, to, service),
        _ => throw new RunException($"The firewall '{_name}' cannot be asked, since it is wrong: {result.Problems[0].Path}: {result.Problems[0].Message}"),
    });

    // A policy that makes no sense is refused by the provider, which says all that is wrong with it.
    private ImmutableArray<string> Judge(PolicyResult result)
    {
        ImmutableArray<string> findings = result.Policy is { } policy ? [.. RuleAnalysis.Analyze(policy, _date).Select(finding => $"{finding.Kind}: {finding.Message}")] : [];
        foreach (var finding in findings)
        {
            Log.Warn(finding, this);
        }

        return findings;
    }
}
