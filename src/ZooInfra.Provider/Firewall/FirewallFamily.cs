using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Backends.Nftables;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Firewall;

/// <summary>Firewall rulesets.</summary>
internal sealed class FirewallFamily : ResourceFamily
{
    private const string BackendKey = "firewallBackend";
    private const string NamespaceKey = "firewallNamespace";
    private const string Files = "files";
    private const string Nftables = "nftables";

    private volatile Setting? _setting;

    public FirewallFamily(TimeProvider time) => Kinds = [new RulesetKind(() => Current().Backend, BackendOf, time)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ConfigKeys => [BackendKey, NamespaceKey];

    /// <inheritdoc/>
    public override IReadOnlyList<ResourceKind> Kinds { get; }

    /// <inheritdoc/>
    public override void CheckConfig(ConfigReader config)
    {
        var backend = config.Choice(BackendKey, Files, Nftables);
        if (Namespace(config) is { } name && (!NetworkNamespace.IsName(name) || backend != Nftables))
        {
            config.Fail(NamespaceKey, backend == Nftables
                ? $"'zoo:{NamespaceKey}' must be {NetworkNamespace.Meaning}."
                : $"'zoo:{NamespaceKey}' has a meaning only when zoo:{BackendKey} is {Nftables}.");
        }
    }

    /// <inheritdoc/>
    public override void Configure(ConfigReader config, OutFolder folder)
        => _setting = new(folder, config.Choice(BackendKey, Files, Nftables) == Nftables ? new NftablesTables(Namespace(config)) : new RulesetFiles(folder));

    private static string? Namespace(ConfigReader config) => config.Text(NamespaceKey, NetworkNamespace.Meaning);

    private Setting Current() => _setting ?? throw new ProviderException("The provider zoo was not configured before its first use.");

    // A ruleset is changed and removed where it is, whatever is configured by now.
    private IRulesetBackend BackendOf(PropertyMap outputs, ResourceUrn urn, string id)
    {
        var (folder, backend) = Current();
        return Text(outputs, "backend") switch
        {
            Nftables => new NftablesTables(Text(outputs, "namespace") is { Length: > 0 } name ? NetworkNamespace.Require(name) : null),
            Files when Text(outputs, OutFolder.FileOutput) is { } file => new RulesetFiles(folder with { Path = folder.Root(file, RulesetFiles.Below(urn.Stack, id)) }),
            _ => backend,
        };
    }

    private static string? Text(PropertyMap outputs, string name) => outputs.TryGetValue(name, out var value) && value.Plain() is PropertyValue.StringValue text ? text.Value : null;

    private sealed record Setting(OutFolder Folder, IRulesetBackend Backend);
}
