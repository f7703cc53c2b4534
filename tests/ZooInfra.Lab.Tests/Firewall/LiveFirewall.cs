using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;

namespace ZooInfra.Lab.Tests.Firewall;

/// <summary>One firewall of a router, driven through the provider as an engine would: checked, compared, then made or changed.</summary>
internal sealed class LiveFirewall(string space, string name = "edge")
{
    private static readonly ResourceUrn Urn = ResourceUrn.Create("acme_corp", "zoo", null, "zoo:firewall:Ruleset", "edge");

    private ZooProvider? _provider;
    private string? _id;

    public Clock Clock { get; } = new();

    public PropertyMap Inputs { get; private set; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; private set; } = PropertyMap.Empty;

    public static PropertyValue Texts(params IEnumerable<string> texts) => PropertyValue.Of(texts.Select(PropertyValue.Of));

    /// <summary>A rule for connections from the client's side to the server's.</summary>
    public static PropertyMap Rule(string rule, params string[] services) => PropertyMap.Empty
        .With("name", PropertyValue.Of(rule))
        .With("from", Texts("lan"))
        .With("to", Texts("wan"))
        .With("services", Texts(services))
        .With("owner", PropertyValue.Of("net@acme.example"))
        .With("reason", PropertyValue.Of("lab"))
        .With("ticket", PropertyValue.Of("CHG-1"))
        .With("created", PropertyValue.Of("2026-01-01"))
        .With("permanentApprover", PropertyValue.Of("ciso@acme.example"));

    public PropertyMap Wanted(params IEnumerable<PropertyMap> rules) => PropertyMap.Empty
        .With("name", PropertyValue.Of(name))
        .With("zones", PropertyValue.Of(
            PropertyValue.Of(PropertyMap.Empty.With("name", PropertyValue.Of("lan")).With("interfaces", Texts("lan0"))),
            PropertyValue.Of(PropertyMap.Empty.With("name", PropertyValue.Of("wan")).With("interfaces", Texts("wan0")))))
        .With("rules", PropertyValue.Of(rules.Select(PropertyValue.Of)));

    /// <summary>Makes the firewall so; answers what was said to change.</summary>
    public async Task<DiffResult> UpAsync(PropertyMap wanted, CancellationToken cancellationToken = default)
    {
        var provider = await ProviderAsync();
        var check = await provider.CheckAsync(new(Urn, Inputs, wanted), cancellationToken);
        Assert.Empty(check.Failures);
        if (_id is null)
        {
            var made = await provider.CreateAsync(new(Urn, check.Inputs, Preview: false), cancellationToken);
            (_id, Inputs, Outputs) = (made.Id, check.Inputs, made.Outputs);
            return DiffResult.None;
        }

        var diff = await provider.DiffAsync(new(Urn, _id, Inputs, Outputs, check.Inputs), cancellationToken);
        if (diff.Changes.Count > 0)
        {
            Outputs = await provider.UpdateAsync(new(Urn, _id, Inputs, Outputs, check.Inputs, Preview: false), cancellationToken);
        }

        Inputs = check.Inputs;
        return diff;
    }

    /// <summary>Reads what is there, as a refresh does; null when it is gone.</summary>
    public async Task<ReadResult?> RefreshAsync()
    {
        var read = await (await ProviderAsync()).ReadAsync(new(Urn, _id!, Inputs, Outputs), default);
        if (read is not null)
        {
            (Inputs, Outputs) = (read.Inputs, read.Outputs);
        }

        return read;
    }

    public async Task<ReadResult?> ImportAsync() => await (await ProviderAsync()).ReadAsync(new(Urn, name, PropertyMap.Empty, PropertyMap.Empty), default);

    public async Task DownAsync() => await (await ProviderAsync()).DeleteAsync(new(Urn, _id!, Inputs, Outputs), default);

    private async Task<ZooProvider> ProviderAsync()
    {
        if (_provider is null)
        {
            _provider = new(Path.GetTempPath(), Clock);
            await _provider.ConfigureAsync(PropertyMap.Empty.With("firewallBackend", PropertyValue.Of("nftables")).With("firewallNamespace", PropertyValue.Of(space)), default);
        }

        return _provider;
    }
}
