using System.Globalization;
using NodaTime;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Firewall;

/// <summary>
/// <c>zoo:firewall:Ruleset</c>: all rules and translations of one firewall, which become real together or not at all. Its id is its name.
/// What was written and what was found last are outputs, so that a comparison sees drift; so are the rules that were active, so that it sees one end.
/// </summary>
/// <param name="backend">Where rulesets go now.</param>
/// <param name="backendOf">Where the ruleset with these outputs went.</param>
/// <param name="time">The clock that ends rules.</param>
internal sealed class RulesetKind(Func<IRulesetBackend> backend, Func<PropertyMap, ResourceUrn, string, IRulesetBackend> backendOf, TimeProvider time) : ResourceKind
{
    private const string ActiveRules = "activeRules";
    private const string Applied = "applied";
    private const string Found = "found";

    /// <inheritdoc/>
    public override string Type => "zoo:firewall:Ruleset";

    /// <inheritdoc/>
    public override CheckResult Check(PropertyMap inputs) => RulesetInputs.Read(inputs).Reader.Result;

    /// <inheritdoc/>
    public override DiffResult Diff(DiffCall call)
    {
        var old = call.OldOutputs.Count > 0 ? call.OldOutputs : call.OldInputs;
        var diff = new TreeDiff(inputDiff: call.OldOutputs.Count == 0);
        foreach (var name in RulesetInputs.All.Where(name => name != RulesetInputs.Name))
        {
            diff.Compare(name, old.GetValueOrDefault(name), call.NewInputs.GetValueOrDefault(name));
        }

        var wantedName = call.NewInputs.GetValueOrDefault(RulesetInputs.Name);
        if (wantedName?.Plain() is not PropertyValue.StringValue { Value: var newName } || newName != call.Id)
        {
            diff.Add(RulesetInputs.Name, ChangeKind.Update, replaces: true);
            return diff.Build();
        }

        foreach (var (name, place) in backend().Place(call.Urn.Stack, call.Id))
        {
            if (call.OldOutputs.Count > 0 && !place.Equals(call.OldOutputs.GetValueOrDefault(name)?.Plain()))
            {
                diff.Add(name, ChangeKind.Update, replaces: true);
            }
        }

        if (RulesetInputs.Read(call.NewInputs).Policy is { } policy && call.OldOutputs.Count > 0)
        {
            diff.Compare(ActiveRules, call.OldOutputs.GetValueOrDefault(ActiveRules), Names(policy.On(Today()).Rules.Select(rule => rule.Name)));
        }

        return diff.Compare(Found, call.OldOutputs.GetValueOrDefault(Found), call.OldOutputs.GetValueOrDefault(Applied)).Build();
    }

    /// <inheritdoc/>
    public override async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var outputs = await WriteAsync(call.Urn, call.Inputs, replace: false, call.Preview, backend(), cancellationToken);
        return new(outputs.TryGetValue(RulesetInputs.Name, out var name) && name.Plain() is PropertyValue.StringValue text ? text.Value : "", outputs);
    }

    /// <inheritdoc/>
    public override async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
        => await WriteAsync(call.Urn, call.NewInputs, replace: true, call.Preview, backendOf(call.OldOutputs, call.Urn, call.Id), cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var place = call.Outputs.Count > 0 ? backendOf(call.Outputs, call.Urn, call.Id) : backend();
        if (await place.ReadAsync(call.Urn.Stack, call.Id, cancellationToken) is not { } found)
        {
            return null;
        }

        if (call.Outputs.Count > 0 && call.Inputs.Count > 0)
        {
            return new(call.Id, call.Inputs, call.Outputs.With(Found, Parts(found)));
        }

        var (reader, policy) = RulesetInputs.Read(RulesetAbout.Read(found.About) ?? throw NotOurs(call.Urn, call.Id));
        if (policy is null)
        {
            RequireGood(reader, call.Urn);
            throw NotOurs(call.Urn, call.Id);
        }

        var ruleset = new Ruleset(call.Urn.Stack, reader.Inputs, policy, Today());
        return new(call.Id, reader.Inputs, Outputs(reader.Inputs, policy.Rules.Select(rule => rule.Name), place.Place(call.Urn.Stack, call.Id))
            .With(Applied, Parts(place.Expect(ruleset) ?? found))
            .With(Found, Parts(found)));
    }

    /// <inheritdoc/>
    public override async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
        => await backendOf(call.OldOutputs, call.Urn, call.Id).DeleteAsync(call.Urn.Stack, call.Id, cancellationToken);

    private async ValueTask<PropertyMap> WriteAsync(ResourceUrn urn, PropertyMap inputs, bool replace, bool preview, IRulesetBackend place, CancellationToken cancellationToken)
    {
        var (reader, policy) = RulesetInputs.Read(inputs);
        RequireGood(reader, urn);
        if (policy is null)
        {
            return preview
                ? reader.Inputs.With(ActiveRules, PropertyValue.Unknown).With(Applied, PropertyValue.Unknown).With(Found, PropertyValue.Unknown)
                : throw NotKnown(urn, RulesetInputs.All.First(name => !RulesetInputs.IsKnown(reader.Inputs[name])));
        }

        var ruleset = new Ruleset(urn.Stack, reader.Inputs, policy, Today());
        var outputs = Outputs(reader.Inputs, ruleset.ActiveRules, place.Place(urn.Stack, policy.Name));
        if (preview)
        {
            return outputs.With(Applied, PropertyValue.Unknown).With(Found, PropertyValue.Unknown);
        }

        var parts = Parts(await place.WriteAsync(ruleset, replace, cancellationToken));
        return outputs.With(Applied, parts).With(Found, parts);
    }

    private static PropertyMap Outputs(PropertyMap inputs, IEnumerable<string> active, PropertyMap place)
        => place.Aggregate(inputs.With(ActiveRules, Names(active)), (outputs, output) => outputs.With(output.Key, output.Value));

    private LocalDate Today() => LocalDate.FromDateOnly(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    private static PropertyValue Names(IEnumerable<string> names) => PropertyValue.Of(names.Select(PropertyValue.Of));

    private static PropertyValue Parts(FoundRuleset found)
        => PropertyValue.Of(PropertyMap.From(found.Parts.Select(part => KeyValuePair.Create(part.Key, PropertyValue.Of(part.Value)))));

    private static ProviderException NotOurs(ResourceUrn urn, string id)
        => new(string.Create(CultureInfo.InvariantCulture, $"{urn.Name}: the ruleset '{id}' does not say what it was made of, so it cannot be imported. Only rulesets that this provider made can; write the others as rules in the program."));
}
