using System.Collections.Concurrent;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace ZooInfra.Rules;

/// <summary>Runs a client's program in this process and keeps what rules say of it.</summary>
/// <param name="facts">What rules know besides the client.</param>
/// <param name="contract">What was promised to the client; null for the contract of its class.</param>
public sealed class PlanWatch(PlanFacts facts, TenantContract? contract = null)
{
    private static readonly AsyncLocal<PlanWatch?> Running = new();

    private readonly ConcurrentQueue<PlanFinding> _findings = [];
    private readonly ConcurrentQueue<VpnOffer> _offers = [];

    /// <summary>What rules know besides the client.</summary>
    public PlanFacts Facts => facts;

    /// <summary>What was promised to the client; null for the contract of its class.</summary>
    public TenantContract? Contract => contract;

    /// <summary>What was found, as it was found.</summary>
    public IReadOnlyCollection<PlanFinding> Findings => _findings;

    /// <summary>Whether the contract is violated, so that nothing of what violates it was made.</summary>
    public bool IsViolated => _findings.Any(finding => finding.IsViolation);

    /// <summary>The last judgement; null when nothing was judged, as the program has no contract or did not begin.</summary>
    public PlanVerdicts? Verdicts { get; internal set; }

    /// <summary>The VPNs of the program that take requests.</summary>
    internal IReadOnlyCollection<VpnOffer> Offers => _offers;

    internal static PlanWatch? Current => Running.Value;

    /// <summary>Starts the program, watched.</summary>
    /// <param name="program">Starts it; <see cref="Client.RunAsync"/>.</param>
    public Task<int> RunAsync(Func<Task<int>> program)
    {
        var before = Running.Value;
        Running.Value = this;
        try
        {
            return program();
        }
        finally
        {
            Running.Value = before;
        }
    }

    internal void Add(PlanFinding finding) => _findings.Enqueue(finding);

    internal void Add(VpnOffer offer) => _offers.Enqueue(offer);
}
