namespace ZooInfra.Contracts;

/// <summary>ZOO2001: a patch flow reboots what must not be rebooted, or reboots and does not look whether it came back (domain facts, sections 10 and 13).</summary>
public static class ForbiddenVerb
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO2001",
        "Patch flow reboots what must not be rebooted, or does not verify what came back",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Assets,
        new([Control.Nist("CM-3"), Control.Nist("CM-4"), Control.Nist("SI-2")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var flow in client.Contract.PatchFlows.Where(flow => flow.Reboots))
        {
            verdicts.Judged(Rule);
            IReadOnlyList<Asset> spared = [.. FlowTargets.Of(flow, client.Contract).Where(asset => asset.WhyNotReboot is not null)];
            foreach (var asset in spared)
            {
                verdicts.Violated(Rule.Finding(
                    flow.Path + ".targets",
                    $"The patch flow '{flow.Name}' of {client.Contract.Name} reboots '{asset.Name}'{FlowTargets.Way(flow, asset)}, and {asset.WhyNotReboot}; take it out of the targets, or patch it by a flow that does not reboot") with
                {
                    Related = new([asset.Path]),
                    Fix = FlowTargets.Without(flow, spared),
                });
            }

            if (flow.Verify is null)
            {
                verdicts.Violated(
                    Rule,
                    flow.Path,
                    $"The patch flow '{flow.Name}' of {client.Contract.Name} reboots and does not say how it is checked that all came back; say Verify = \"what is looked at\"");
            }
        }
    }
}
