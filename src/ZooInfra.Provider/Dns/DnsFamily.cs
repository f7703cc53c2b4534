using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;

namespace ZooInfra.Provider.Dns;

/// <summary>Zones and record sets.</summary>
internal sealed class DnsFamily : ResourceFamily
{
    private volatile ZoneFiles? _zones;

    public DnsFamily() => Kinds = [new ZoneKind(Zones), new RecordSetKind(Zones)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ConfigKeys => [];

    /// <inheritdoc/>
    public override IReadOnlyList<ResourceKind> Kinds { get; }

    /// <inheritdoc/>
    public override void CheckConfig(ConfigReader config)
    {
    }

    /// <inheritdoc/>
    public override void Configure(ConfigReader config, OutFolder folder)
    {
        if (_zones?.Folder != folder)
        {
            _zones = new(folder);
        }
    }

    private ZoneFiles Zones() => _zones ?? throw new ProviderException("The provider zoo was not configured before its first use.");
}
