using System.Collections.Immutable;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Firewall;

/// <summary>Reads the inputs of <c>zoo:firewall:Ruleset</c>.</summary>
internal static class RulesetInputs
{
    public const string Name = "name";
    public const string Zones = "zones";
    public const string Addresses = "addresses";
    public const string Services = "services";
    public const string Rules = "rules";
    public const string Nat = "nat";
    public const string LogDenied = "logDenied";

    /// <summary>All inputs.</summary>
    public static readonly IReadOnlyList<string> All = [Name, Zones, Addresses, Services, Rules, Nat, LogDenied];

    /// <summary>Checks the inputs and fills in defaults; the policy is null when they are wrong or not all known.</summary>
    public static (InputReader Reader, FirewallPolicy? Policy) Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, All);
        reader.Default(Addresses, PropertyValue.Of(ImmutableArray<PropertyValue>.Empty));
        reader.Default(Services, PropertyValue.Of(ImmutableArray<PropertyValue>.Empty));
        reader.Default(Rules, PropertyValue.Of(ImmutableArray<PropertyValue>.Empty));
        reader.Default(Nat, PropertyValue.Of(ImmutableArray<PropertyValue>.Empty));
        reader.Default(LogDenied, PropertyValue.Of(true));
        var shape = new ObjectReader(reader.Inputs, "", reader.Fail);
        var spec = Spec(shape);
        if (!reader.Failures.IsEmpty || !IsKnown(PropertyValue.Of(reader.Inputs)))
        {
            return (reader, null);
        }

        var result = PolicyCompiler.Compile(spec);
        foreach (var problem in result.Problems)
        {
            reader.Fail(problem.Path, problem.Message);
        }

        return (reader, result.Policy);
    }

    /// <summary>Whether nothing in it is unknown.</summary>
    public static bool IsKnown(PropertyValue value) => value.Plain() switch
    {
        PropertyValue.UnknownValue => false,
        PropertyValue.ArrayValue array => array.Items.All(IsKnown),
        PropertyValue.ObjectValue map => map.Properties.Values.All(IsKnown),
        _ => true,
    };

    private static FirewallSpec Spec(ObjectReader inputs) => new()
    {
        Name = inputs.RequiredText(Name),
        Zones = inputs.Objects(Zones, required: true, zone => new ZoneSpec
        {
            Name = zone.RequiredText("name"),
            Interfaces = zone.Texts("interfaces", required: true),
            Networks = zone.Texts("networks"),
            Client = zone.Text("client"),
        }),
        Addresses = inputs.Objects(Addresses, required: false, NamedSet),
        Services = inputs.Objects(Services, required: false, NamedSet),
        Rules = inputs.Objects(Rules, required: false, Rule),
        Nat = inputs.Objects(Nat, required: false, nat => new NatSpec
        {
            Name = nat.RequiredText("name"),
            Kind = nat.RequiredText("kind"),
            Zone = nat.RequiredText("zone"),
            Inside = nat.RequiredText("inside"),
            Outside = nat.Text("outside"),
            Service = nat.Text("service"),
            InsidePort = nat.Integer("insidePort"),
        }),
        LogDenied = inputs.Flag(LogDenied, standard: true),
    };

    private static NamedSetSpec NamedSet(ObjectReader set) => new() { Name = set.RequiredText("name"), Members = set.Texts("members", required: true) };

    private static RuleSpec Rule(ObjectReader rule) => new()
    {
        Name = rule.RequiredText("name"),
        Action = rule.Text("action") ?? "allow",
        From = rule.Texts("from", required: true),
        To = rule.Texts("to", required: true),
        Sources = rule.Texts("sources"),
        Destinations = rule.Texts("destinations"),
        Services = rule.Texts("services", required: true),
        Log = rule.Flag("log", standard: false),
        Owner = rule.RequiredText("owner"),
        Reason = rule.RequiredText("reason"),
        Ticket = rule.RequiredText("ticket"),
        Created = rule.RequiredText("created"),
        Expires = rule.Text("expires"),
        PermanentApprover = rule.Text("permanentApprover"),
    };
}
