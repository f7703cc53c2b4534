namespace ZooInfra.Contracts;

/// <summary>ZOO2006: a patch flow, a runbook or a step names an asset that the client does not have.</summary>
public static class UnknownAsset
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO2006",
        "Asset is named that the client does not have",
        "{0} names '{1}', and {2} has no asset{3} of that name; did you mean '{4}'?",
        RuleSeverity.Error,
        RuleFamily.Assets,
        new([Control.Nist("CM-8")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        string[] names = [.. client.Contract.Assets.Select(asset => asset.Name).Distinct()];
        string[] targets = [.. names.Concat(client.Contract.Assets.SelectMany(asset => asset.Groups)).Distinct()];
        foreach (var flow in client.Contract.PatchFlows)
        {
            Check(client, verdicts, flow.Path + ".targets", $"The patch flow '{flow.Name}'", flow.Targets, targets, " or group", mended => ("Targets", RuleText.Array(mended)));
        }

        foreach (var runbook in client.Contract.Runbooks)
        {
            Check(client, verdicts, runbook.Path + ".assets", $"The runbook '{runbook.Name}'", runbook.Assets, names, "", mended => ("Assets", RuleText.Array(mended)));
        }

        foreach (var step in client.Contract.RunbookSteps.Where(step => step.Asset is not null))
        {
            Check(client, verdicts, step.Path + ".asset", $"The step '{step.Step}' of the runbook '{step.Runbook}'", new([step.Asset!]), names, "", mended => ("Asset", RuleText.Literal(mended[0])));
        }
    }

    private static void Check(
        ClientView client, Verdicts verdicts, string path, string who, EquatableArray<string> named, string[] known, string orGroup, Func<string[], (string Argument, string Text)> fix)
    {
        if (named.Count == 0)
        {
            return;
        }

        // Where no asset is stated at all, the inventory is kept elsewhere.
        if (known.Length == 0)
        {
            verdicts.NotEvaluable(Rule, path, "the contract states no assets");
            return;
        }

        verdicts.Judged(Rule);
        string[] mended = [.. named.Select(name => known.Contains(name) ? name : NearestWord.Near(name, known) ?? name)];
        var (argument, text) = fix(mended);
        foreach (var name in named.Where(name => !known.Contains(name)).Distinct())
        {
            verdicts.Violated(Rule.Finding(path, who, name, client.Contract.Name, orGroup, NearestWord.Of(name, known)) with
            {
                Fix = NearestWord.Near(name, known) is { } near ? RuleFix.Set(argument, text, $"Name '{near}'") : null,
            });
        }
    }
}
