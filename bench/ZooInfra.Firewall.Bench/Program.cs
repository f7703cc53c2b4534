using System.Diagnostics;
using System.Globalization;
using NodaTime;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Firewall.Bench;
using ZooInfra.Protocol;
using ZooInfra.Provider;

// Analyses and writes firewalls of 10,000 rules. Exit code 1 when a limit of the issue is not kept.
const int Count = 10_000;
const double Limit = 5;
var kept = true;
foreach (var (name, rules) in Shapes.All(Count))
{
    Measure($"compile, {name}", null, () => Shapes.Compile(rules));
    var policy = Shapes.Compile(rules);
    IReadOnlyList<PolicyFinding> findings = [];
    Measure($"analyse, {name}", Limit, () => findings = RuleAnalysis.Analyze(policy, new LocalDate(2026, 11, 23)));
    Console.WriteLine("  {0}", string.Join(", ", findings.GroupBy(finding => finding.Kind).Select(kind => $"{kind.Key} {kind.Count().ToString(CultureInfo.InvariantCulture)}")));
    var reach = new Reachability(policy);
    Measure($"ask about one connection, {name}", null, () => reach.Ask("z1 10.1.2.3", "z2 10.2.3.4", "tcp/443"));
}

var folder = Directory.CreateTempSubdirectory("zoo-bench-firewall-").FullName;
try
{
    var provider = new ZooProvider(folder);
    await provider.ConfigureAsync(PropertyMap.Empty, default);
    var urn = ResourceUrn.Create("acme_corp", "zoo", null, "zoo:firewall:Ruleset", "edge");
    var inputs = Shapes.Inputs(Shapes.All(Count).First().Rules);
    var check = await provider.CheckAsync(new(urn, PropertyMap.Empty, inputs), default);
    var made = await provider.CreateAsync(new(urn, check.Inputs, Preview: false), default);
    Measure("check", null, () => provider.CheckAsync(new(urn, check.Inputs, inputs), default).AsTask().Wait());
    Measure("diff of unchanged inputs", null, () =>
    {
        if (provider.DiffAsync(new(urn, made.Id, check.Inputs, made.Outputs, check.Inputs), default).AsTask().Result.Changes.Count > 0)
        {
            throw new InvalidOperationException("Nothing was changed, but the plan says so.");
        }
    });
    Measure("write the file", null, () => provider.UpdateAsync(new(urn, made.Id, check.Inputs, made.Outputs, check.Inputs, Preview: false), default).AsTask().Wait());
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return kept ? 0 : 1;

void Measure(string what, double? limit, Action act)
{
    var best = TimeSpan.MaxValue;
    for (var round = 0; round < 3; round++)
    {
        var started = Stopwatch.GetTimestamp();
        act();
        var took = Stopwatch.GetElapsedTime(started);
        best = took < best ? took : best;
    }

    kept &= limit is null || best.TotalSeconds <= limit;
    Console.WriteLine("{0,-60} {1,10} ms{2}", what, best.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture), limit is { } most ? $"  (limit {most.ToString(CultureInfo.InvariantCulture)} s)" : "");
}
