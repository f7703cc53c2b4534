using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Backends.Rfc2136;

namespace ZooInfra.Provider.Dns;

/// <summary>Zones and record sets.</summary>
internal sealed class DnsFamily : ResourceFamily
{
    private volatile ZoneStores? _stores;

    public DnsFamily(TimeProvider time) => Kinds = [new ZoneKind(Stores, time), new RecordSetKind(Stores)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ConfigKeys => DnsConfig.Keys;

    /// <inheritdoc/>
    public override IReadOnlyList<ResourceKind> Kinds { get; }

    /// <inheritdoc/>
    public override void CheckConfig(ConfigReader config) => DnsConfig.Read(config);

    /// <inheritdoc/>
    public override void Configure(ConfigReader config, OutFolder folder)
    {
        var read = DnsConfig.Read(config);
        _stores = new(new ZoneFiles(folder), read.Server is { } server ? new ServerZones(server, read.Views) : null);
    }

    private ZoneStores Stores() => _stores ?? throw new ProviderException("The provider zoo was not configured before its first use.");
}
