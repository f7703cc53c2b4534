namespace ZooInfra.Contracts;

/// <summary>Reads the items of all lists as the typed parts of a contract.</summary>
internal static class ItemLists
{
    public static TenantContract Read(TenantContract contract, EquatableArray<FactItem> items, List<FactProblem> problems)
    {
        return items.Count == 0 ? contract : contract with
        {
            Signals = Each(FactLists.Signals, item => new Signal(
                item.Path, item.Word<Promised>("promise") ?? default, item.Required("source"), item.Duration("interval"), item.Word<NoData>("no_data") ?? default,
                item.Duration("minimum_outage"), item.Word<SignalUnit>("unit") ?? default)),
            Dependencies = Each(FactLists.Dependencies, item => new Dependency(
                item.Path, item.Required("name"), item.Availability("availability"), item.Text("redundancy"), item.Text("clause"))),
            Assets = Each(FactLists.Assets, item => new Asset(
                item.Path, item.Required("name"), item.Word<Species>("species"), item.Text("owner"), item.Word<Criticality>("criticality") ?? default,
                item.Word<Ownership>("ownership") ?? default, item.Flag("never_reboot"), item.Texts("groups"), item.Texts("shared_with"), item.Date("search_until"),
                item.Date("support_ends"))),
            PatchFlows = Each(FactLists.PatchFlows, item => new PatchFlow(
                item.Path, item.Required("name"), item.Texts("targets"), item.Flag("reboots"), item.Text("verify"), item.Duration("every"), item.Duration("agent_interval"),
                item.Duration("takes"), item.Duration("rollback"), item.Start("starts"))),
            Runbooks = Each(FactLists.Runbooks, item => new Runbook(
                item.Path, item.Required("name"), item.Count("tier"), item.Texts("assets"), item.Date("rehearsed"), item.Duration("rehearse_every"), item.Duration("takes"),
                item.Duration("rollback"), item.Text("approved_by"))),
            RunbookSteps = Each(FactLists.RunbookSteps, item => new RunbookStep(
                item.Path, item.Required("runbook"), item.Required("step"), item.Flag("changes"), item.Text("verify"), item.Text("undo"), item.Text("asset"))),
            Failovers = Each(FactLists.Failovers, item => new Failover(
                item.Path, item.Required("record"), item.Duration("detect"), item.Duration("page"), item.Text("runbook"), item.Duration("former_ttl"), item.Instant("lowered"),
                item.Instant("cut_over"))),
            Credits = Each(FactLists.Credits, item => new CreditStep(item.Path, item.Availability("below"), item.Number("percent") ?? 0)),
            Meters = Each(FactLists.Meters, item => new Meter(item.Path, item.Required("name"), item.Text("source"))),
            Safeguards = Each(FactLists.Safeguards, item => new Safeguard(
                item.Path, item.Word<SafeguardKind>("kind"), item.Text("document"), item.Duration("every"), item.Count("keep_days"), item.Date("verified"), item.Text("decision"))),
            RegimeTerms = Each(FactLists.RegimeTerms, item => new RegimeTerm(
                item.Path, item.Word<Regime>("regime"), item.Count("keep_logs_days"), item.Count("delete_logs_after_days"), item.Texts("residency"),
                item.Count("patch_within_days"), item.Count("waiver_days"), item.Text("clause"))),
            People = Each(FactLists.People, item => new Person(item.Path, item.Required("name"), item.Date("left"))),
            Supports = Each(FactLists.Supports, item => new Support(item.Path, item.Required("tier"), item.Text("hours"), item.Text("contact"), item.Text("clause"))),
            Escalations = Each(FactLists.Escalations, item => new EscalationLevel(item.Path, item.Count("level") ?? 0, item.Required("contact"), item.Duration("after"))),
            Waivers = Each(FactLists.Waivers, item => new Waiver(
                item.Path, item.Required("rule"), item.Text("reason"), item.Text("approved_by"), item.Text("requested_by"), item.Date("granted"), item.Date("until"),
                item.Text("clause"), item.Text("compensating"), item.Text(FactLists.Member))),
            SlaVersions = Each(FactLists.SlaVersions, item => new SlaVersion(item.Path, item.Date("effective"), new(
                item.Availability("availability"), item.Duration("response"), item.Duration("recovery"), item.Word<WindowAccounting>("patch_windows") ?? default, item.Text("clause")))),
            BillingVersions = Each(FactLists.BillingVersions, item => new BillingVersion(item.Path, item.Date("effective"), item.Word<BillingModel>("model"), item.Text("clause"))),
        };

        EquatableArray<T> Each<T>(FactList list, Func<ItemReader, T> read)
            => new(items.Where(item => item.List == list.Key).Select(item => read(new(list, item, problems))));
    }
}
