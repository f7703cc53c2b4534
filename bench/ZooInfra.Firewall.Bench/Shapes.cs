using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Protocol;

namespace ZooInfra.Firewall.Bench;

/// <summary>Rulesets of several shapes; the same ones in every run.</summary>
[SuppressMessage("Security", "CA5394", Justification = "The rules must be the same in every run, not hard to guess.")]
internal static class Shapes
{
    private const int Zones = 12;
    private static readonly int[] Ports = [22, 25, 53, 80, 123, 389, 443, 445, 587, 636, 993, 3306, 3389, 5432, 6443, 8080, 8443, 9090];

    /// <summary>The shapes by name.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<RuleSpec> Rules)> All(int count)
    {
        yield return ("grown over years", Many(count, Grown));
        yield return ("all distinct, then a rule for everything", [.. Many(count - 1, Distinct), Rule("last", "any", "any", "any", "any", "any", "deny")]);
        yield return ("broad and entangled", Many(count, Entangled));
    }

    /// <summary>The policy of some rules.</summary>
    public static FirewallPolicy Compile(IReadOnlyList<RuleSpec> rules)
    {
        var result = PolicyCompiler.Compile(new()
        {
            Name = "edge",
            Zones = [.. Enumerable.Range(0, Zones).Select(i => new ZoneSpec { Name = Zone(i), Interfaces = [$"eth{Text(i)}"] })],
            Rules = rules,
        });
        return result.Policy ?? throw new InvalidOperationException(result.Problems[0].ToString());
    }

    /// <summary>The inputs of a ruleset with some rules.</summary>
    public static PropertyMap Inputs(IReadOnlyList<RuleSpec> rules) => PropertyMap.Empty
        .With("name", PropertyValue.Of("edge"))
        .With("zones", PropertyValue.Of(Enumerable.Range(0, Zones).Select(i => PropertyValue.Of(PropertyMap.Empty.With("name", PropertyValue.Of(Zone(i))).With("interfaces", Texts([$"eth{Text(i)}"]))))))
        .With("rules", PropertyValue.Of(rules.Select(rule => PropertyValue.Of(PropertyMap.Empty
            .With("name", PropertyValue.Of(rule.Name))
            .With("action", PropertyValue.Of(rule.Action))
            .With("from", Texts(rule.From))
            .With("to", Texts(rule.To))
            .With("sources", Texts(rule.Sources))
            .With("destinations", Texts(rule.Destinations))
            .With("services", Texts(rule.Services))
            .With("owner", PropertyValue.Of(rule.Owner))
            .With("reason", PropertyValue.Of(rule.Reason))
            .With("ticket", PropertyValue.Of(rule.Ticket))
            .With("created", PropertyValue.Of(rule.Created))
            .With("permanentApprover", PropertyValue.Of(rule.PermanentApprover!))))));

    private static List<RuleSpec> Many(int count, Func<Random, string, RuleSpec> make)
    {
        var random = new Random(20261123);
        return [.. Enumerable.Range(0, count).Select(i => make(random, $"r{Text(i)}"))];
    }

    // A third of the rules for hosts, a third for networks, some for whole zones; a few denials.
    private static RuleSpec Grown(Random random, string name) => Rule(
        name,
        Zone(random.Next(Zones)),
        Zone(random.Next(Zones)),
        Place(random),
        Place(random),
        random.Next(30) == 0 ? "any" : $"tcp/{Text(Ports[random.Next(Ports.Length)])}",
        random.Next(12) == 0 ? "deny" : "allow");

    private static RuleSpec Distinct(Random random, string name) => Rule(
        name, Zone(random.Next(Zones)), Zone(random.Next(Zones)), $"10.{Octets(random)}", $"10.{Octets(random)}", $"tcp/{Text(random.Next(65536))}", "allow");

    private static RuleSpec Entangled(Random random, string name)
    {
        var (first, length, port) = (random.Next(200), random.Next(1, 55), random.Next(60000));
        return Rule(
            name, "any", "any", $"10.{Text(first)}.0.0-10.{Text(first + length)}.255.255", $"10.{Text(random.Next(100))}.0.0-10.{Text(100 + random.Next(155))}.0.0",
            $"tcp/{Text(port)}-{Text(port + random.Next(5000))}", random.Next(2) == 0 ? "deny" : "allow");
    }

    private static string Place(Random random) => random.Next(10) switch
    {
        < 4 => $"10.{Octets(random)}",
        < 7 => $"10.{Text(random.Next(256))}.{Text(random.Next(256))}.0/24",
        < 8 => $"10.{Text(random.Next(256))}.0.0/16",
        < 9 => $"2001:db8:{random.Next(65536).ToString("x", CultureInfo.InvariantCulture)}::/48",
        _ => "any",
    };

    private static RuleSpec Rule(string name, string from, string to, string source, string destination, string service, string action) => new()
    {
        Name = name, Action = action, From = [from], To = [to], Sources = [source], Destinations = [destination], Services = [service],
        Owner = "net@acme.example", Reason = "bench", Ticket = "CHG-1", Created = "2026-01-01", PermanentApprover = "ciso@acme.example",
    };

    private static string Octets(Random random) => $"{Text(random.Next(256))}.{Text(random.Next(256))}.{Text(random.Next(256))}";

    private static string Zone(int i) => $"z{Text(i)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static PropertyValue Texts(IEnumerable<string> texts) => PropertyValue.Of(texts.Select(PropertyValue.Of));
}
