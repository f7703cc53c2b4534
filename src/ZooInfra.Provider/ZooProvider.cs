using System.Collections.Frozen;
using System.Reflection;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;
using ZooInfra.Provider.Firewall;
using ZooInfra.Provider.Identity;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider;

/// <summary>The provider of package <c>zoo</c>, in process. The plugin serves the same object over gRPC.</summary>
public sealed class ZooProvider : IResourceProvider
{
    private readonly string _projectRoot;
    private readonly IReadOnlyList<ResourceFamily> _families;
    private readonly FrozenDictionary<string, ResourceKind> _kinds;

    /// <summary>Makes a provider; <see cref="ConfigureAsync"/> comes before the first resource is made.</summary>
    /// <param name="projectRoot">The folder that relative paths of the configuration are meant from; see <see cref="ProjectRoot.Find"/>.</param>
    public ZooProvider(string projectRoot)
        : this(projectRoot, TimeProvider.System)
    {
    }

    /// <summary>As the public one, with a clock of its own: what has an end date ends by <paramref name="time"/>.</summary>
    internal ZooProvider(string projectRoot, TimeProvider time)
    {
        _projectRoot = Path.GetFullPath(projectRoot);
        _families =
        [
            new DnsFamily(time),
            new FirewallFamily(time),
            new IdentityFamily(),
            new VpnFamily(time),
        ];
        _kinds = _families.SelectMany(family => family.Kinds).ToFrozenDictionary(kind => kind.Type);
    }

    /// <inheritdoc/>
    public string Package => "zoo";

    /// <inheritdoc/>
    public string Version { get; } = typeof(ZooProvider).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The Pulumi schema of the package: a PackageSpec in JSON.</summary>
    public string Schema => PackageSchema.Text(Version);

    /// <inheritdoc/>
    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => new(ZooConfig.Check(config, _families));

    /// <inheritdoc/>
    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken)
    {
        ZooConfig.Configure(config, _families, _projectRoot);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken) => new(Kind(call.Urn).Check(call));

    /// <inheritdoc/>
    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken) => new(Kind(call.Urn).Diff(call));

    /// <inheritdoc/>
    public ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken) => Kind(call.Urn).CreateAsync(call, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken) => Kind(call.Urn).ReadAsync(call, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken) => Kind(call.Urn).UpdateAsync(call, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken) => Kind(call.Urn).DeleteAsync(call, cancellationToken);

    private ResourceKind Kind(ResourceUrn urn) => _kinds.TryGetValue(urn.Type, out var kind)
        ? kind
        : throw new ProviderException($"{urn.Name}: package zoo has no resource type '{urn.Type}'{NearestName.Hint(urn.Type, _kinds.Keys)}");
}
