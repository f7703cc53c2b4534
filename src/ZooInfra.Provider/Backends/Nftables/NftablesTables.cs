using System.Text.Json;
using System.Text.Json.Nodes;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Firewall;

namespace ZooInfra.Provider.Backends.Nftables;

/// <summary>Rulesets in the kernel: one table each, <c>inet zoo_STACK/NAME</c>, replaced in one transaction. Tables of others are never touched.</summary>
/// <param name="networkNamespace">The network namespace; null for that of this process.</param>
internal sealed class NftablesTables(string? networkNamespace) : IRulesetBackend
{
    private const string AboutChain = "about";

    private readonly NftCommand _nft = new(networkNamespace);

    /// <inheritdoc/>
    public PropertyMap Place(string stack, string name) => PropertyMap.Empty
        .With("backend", PropertyValue.Of("nftables"))
        .With("table", PropertyValue.Of(Ruleset.Table(stack, name)))
        .With("namespace", PropertyValue.Of(networkNamespace ?? ""));

    /// <inheritdoc/>
    public FoundRuleset? Expect(Ruleset ruleset) => null;

    /// <inheritdoc/>
    public async ValueTask<FoundRuleset?> ReadAsync(string stack, string name, CancellationToken cancellationToken)
    {
        var table = Ruleset.Table(stack, name);
        var tables = await ListAsync(["list", "tables", "inet"], cancellationToken);
        return tables.Any(item => item["table"]?["name"]?.GetValue<string>() == table)
            ? Parse(await ListAsync(["list", "table", "inet", table], cancellationToken))
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<FoundRuleset> WriteAsync(Ruleset ruleset, bool replace, CancellationToken cancellationToken)
    {
        if (!replace && await ReadAsync(ruleset.Stack, ruleset.Name, cancellationToken) is { } there && !there.About.SequenceEqual(ruleset.About))
        {
            throw new ProviderException(
                $"{_nft.Where} has a table inet {Ruleset.Table(ruleset.Stack, ruleset.Name)} already, with other content. Import it (pulumi import zoo:firewall:Ruleset NAME {ruleset.Name}) or delete the table.");
        }

        await _nft.RunAsync(["-f", "-"], RulesetText.Write(ruleset.Policy, Ruleset.Table(ruleset.Stack, ruleset.Name), RulesetAbout.Pack(ruleset.About)), cancellationToken);

        // The transaction is done, so what follows must not be given up: the state would not know what is there.
        return await ReadAsync(ruleset.Stack, ruleset.Name, CancellationToken.None)
            ?? throw new ProviderException($"{_nft.Where} took the table inet {Ruleset.Table(ruleset.Stack, ruleset.Name)}, but it is gone again; something else removes it.");
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string stack, string name, CancellationToken cancellationToken)
    {
        var table = Ruleset.Table(stack, name);

        // Made first, so that there is something to delete when somebody else was faster.
        await _nft.RunAsync(["-f", "-"], $"table inet {table}\ndelete table inet {table}\n", cancellationToken);
    }

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string[] command, CancellationToken cancellationToken)
    {
        var text = await _nft.RunAsync(["-j", .. command], script: null, cancellationToken);
        try
        {
            return [.. JsonNode.Parse(text)!["nftables"]!.AsArray().Select(item => item!.AsObject())];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new ProviderException($"nft in {_nft.Where} answered something other than its JSON. Nothing was changed.", exception);
        }
    }

    private static FoundRuleset Parse(IReadOnlyList<JsonObject> items)
    {
        var parts = new List<(string?, string)>();
        var about = new List<string>();
        foreach (var item in items.Where(item => !item.ContainsKey("metainfo")))
        {
            var comment = item["rule"]?["comment"]?.GetValue<string>();
            if (item["rule"]?["chain"]?.GetValue<string>() == AboutChain)
            {
                about.Add(comment ?? "");
                continue;
            }

            Strip(item);
            parts.Add((comment, item.ToJsonString()));
        }

        return new(FoundRuleset.Digest(parts), RulesetAbout.Unpack(about));
    }

    // Handles are numbers the kernel gives out, and counters count.
    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            map.Remove("handle");
            if (map.ContainsKey("counter"))
            {
                map["counter"] = null;
            }
        }

        foreach (var child in node switch { JsonObject members => members.Select(member => member.Value), JsonArray array => array, _ => [] })
        {
            Strip(child);
        }
    }
}
