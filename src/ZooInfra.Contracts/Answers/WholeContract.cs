using NodaTime;

namespace ZooInfra.Contracts;

/// <summary><c>contract</c>: everything that a contract states, with the versions that are in force from a day on.</summary>
internal static class WholeContract
{
    public static AnswerEdition Edition(TenantContract contract, LocalDate? first)
    {
        var day = first ?? LocalDate.MinIsoValue;
        var sla = ContractVersions.InForce(ContractVersions.OfSla(contract), day);
        var billing = ContractVersions.InForce(ContractVersions.OfBilling(contract), day);
        return new(first, Text(contract, sla?.Value, billing?.Value), Json(contract, sla, billing).ToJson());
    }

    private static string Text(TenantContract contract, SlaPromise? sla, BillingTerms? billing)
    {
        (string Name, string? Text)[] lines =
        [
            ("client", contract.Id),
            ("name", contract.Name),
            ("zone", contract.Zone),
            ("effective", contract.Effective is { } first ? RuleText.Date(first) : null),
            ("ends", contract.Ends is { } last ? RuleText.Date(last) : null),
            ("sla", sla is null ? null : SlaAnswers.Text(sla)),
            ("windows", sla is null or { WindowAccounting: WindowAccounting.Unstated } ? null : ContractNames.NameOf(sla.WindowAccounting)),
            ("clause", sla?.Clause),
            ("billing_model", billing is null ? null : ContractNames.NameOf(billing.Model)),
        ];
        IEnumerable<(string Name, string Text)> lists =
        [
            .. contract.PatchWindows.Select(window => ("patch_window", window.ToString())),
            .. contract.Regimes.Select(scope => ("regime", ContractNames.TitleOf(scope.Regime))),
            .. contract.Supports.Select(support => ("support_tier", support.Tier)),
            .. contract.Credits.Select(step => ("penalty", $"below {step.Below}: {RuleText.Number(step.Percent)} %")),
            .. contract.Escalations.OrderBy(level => level.Level).Select(level => ("escalation", level.Contact)),
            .. contract.Signals.Select(signal => ("signal", signal.Source)),
            .. contract.Dependencies.Select(dependency => ("dependency", dependency.Name)),
            .. contract.Assets.Select(asset => ("asset", asset.Name)),
            .. contract.PatchFlows.Select(flow => ("patch_flow", flow.Name)),
            .. contract.Runbooks.Select(runbook => ("runbook", runbook.Name)),
            .. contract.Cards.Select(card => ("card", card.Title)),
            .. contract.Waivers.Select(waiver => ("waiver", waiver.Until is { } until ? $"{waiver.Rule} until {RuleText.Date(until)}" : waiver.Rule)),
        ];
        return string.Join("\n", lines.Where(line => line.Text is not null).Select(line => (line.Name, line.Text!)).Concat(lists).Select(line => AnswerText.Columns(line.Name, line.Item2)));
    }

    private static AnswerValue Json(TenantContract contract, ContractVersion<SlaPromise>? sla, ContractVersion<BillingTerms>? billing) => AnswerValue.Record(
        ("id", AnswerValue.Of(contract.Id)),
        ("name", AnswerValue.Of(contract.Name)),
        ("zone", AnswerValue.Of(contract.Zone)),
        ("effective", AnswerValue.Of(contract.Effective)),
        ("ends", AnswerValue.Of(contract.Ends)),
        ("sla", sla is null ? AnswerValue.Nothing : SlaAnswers.Json(contract, sla)),
        ("billing", billing is null ? AnswerValue.Nothing : BillingAnswers.Json(contract, billing)),
        ("patch_windows", PatchWindowAnswer.Json(contract)),
        ("compliance", ComplianceAnswer.Json(contract)),
        ("support_tiers", SupportAnswers.TiersJson(contract)),
        ("penalties", SupportAnswers.CreditsJson(contract)),
        ("escalation", SupportAnswers.EscalationJson(contract)),
        ("waivers", AnswerValue.List(contract.Waivers, ExceptionsAnswer.Json)),
        ("operations", OperationsOf(contract)));

    /// <summary>How the promises are kept: what watches them, what they rest on, what is under care.</summary>
    private static AnswerValue OperationsOf(TenantContract contract) => AnswerValue.Record(
        ("signals", AnswerValue.List(contract.Signals, signal => AnswerValue.Record(
            ("promise", AnswerValue.Of(Words.Of(signal.Promised))),
            ("source", AnswerValue.Of(signal.Source)),
            ("interval", AnswerValue.Of(signal.Interval)),
            ("no_data", Word(signal.NoData)),
            ("minimum_outage", AnswerValue.Of(signal.MinimumOutage)),
            ("unit", Word(signal.Unit))))),
        ("dependencies", AnswerValue.List(contract.Dependencies, dependency => AnswerValue.Record(
            ("name", AnswerValue.Of(dependency.Name)),
            ("availability", AnswerValue.Of(dependency.Availability?.Percent)),
            ("redundancy", AnswerValue.Of(dependency.Redundancy)),
            ("clause", AnswerValue.Of(dependency.Clause))))),
        ("assets", AnswerValue.List(contract.Assets, asset => AnswerValue.Record(
            ("name", AnswerValue.Of(asset.Name)),
            ("species", AnswerValue.Of(asset.Species is { } species ? Words.Of(species) : null)),
            ("owner", AnswerValue.Of(asset.Owner)),
            ("criticality", Word(asset.Criticality)),
            ("ownership", AnswerValue.Of(Words.Of(asset.Ownership))),
            ("never_reboot", AnswerValue.Of(asset.NeverReboot)),
            ("groups", AnswerValue.List(asset.Groups)),
            ("search_until", AnswerValue.Of(asset.SearchUntil)),
            ("support_ends", AnswerValue.Of(asset.SupportEnds))))),
        ("patch_flows", AnswerValue.List(contract.PatchFlows, flow => AnswerValue.Record(
            ("name", AnswerValue.Of(flow.Name)),
            ("targets", AnswerValue.List(flow.Targets)),
            ("reboots", AnswerValue.Of(flow.Reboots)),
            ("verify", AnswerValue.Of(flow.Verify)),
            ("every", AnswerValue.Of(flow.Every)),
            ("starts", AnswerValue.Of(flow.Starts?.ToString()))))),
        ("runbooks", AnswerValue.List(contract.Runbooks, runbook => AnswerValue.Record(
            ("name", AnswerValue.Of(runbook.Name)),
            ("tier", AnswerValue.Of(runbook.Tier)),
            ("assets", AnswerValue.List(runbook.Assets)),
            ("rehearsed", AnswerValue.Of(runbook.Rehearsed)),
            ("rehearse_every", AnswerValue.Of(runbook.RehearseEvery)),
            ("approved_by", AnswerValue.Of(runbook.ApprovedBy)),
            ("steps", AnswerValue.List(contract.RunbookSteps.Where(step => step.Runbook == runbook.Name).Select(step => step.Step)))))),
        ("failovers", AnswerValue.List(contract.Failovers, failover => AnswerValue.Record(
            ("record", AnswerValue.Of(failover.Record)),
            ("runbook", AnswerValue.Of(failover.Runbook)),
            ("cut_over", AnswerValue.Of(failover.CutOver))))),
        ("cards", AnswerValue.List(contract.Cards, card => AnswerValue.Record(
            ("title", AnswerValue.Of(card.Title)),
            ("scope", AnswerValue.List(card.Scope)),
            ("acceptance", AnswerValue.List(card.Acceptance)),
            ("max_downtime", AnswerValue.Of(card.MaxDowntime)),
            ("window", AnswerValue.Of(card.Window?.ToString())),
            ("deadline", AnswerValue.Of(card.Deadline)),
            ("contract", AnswerValue.Of(card.Contract))))));

    /// <summary>The word of a member; nothing for the one that says nothing.</summary>
    private static AnswerValue Word<T>(T value)
        where T : struct, Enum
        => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) == 0 ? AnswerValue.Nothing : AnswerValue.Of(Words.Of(value));
}
