using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZooInfra.Api.Operations;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Vpn;

/// <summary>The parts of a host that take requests for VPN peers and bring them about.</summary>
internal sealed class VpnParts
{
    private readonly Platform _platform;
    private readonly VpnHosting _hosting;
    private readonly OperationJournal _journal;
    private readonly OperationSignal _signal = new();

    private VpnParts(Platform platform, VpnHosting hosting, ApiDatabase database)
        => (_platform, _hosting, _journal) = (platform, hosting, new(database, hosting.Time));

    /// <summary>Opens the database.</summary>
    /// <exception cref="ContractHostException">It cannot be used.</exception>
    public static async Task<VpnParts> OpenAsync(Platform platform, VpnHosting hosting, CancellationToken cancellationToken)
        => new(platform, hosting, await ApiDatabase.OpenAsync(hosting.Database, [OperationTables.Migration], cancellationToken));

    /// <summary>Has the host do the work as long as it serves.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IHostedService>(new OperationWorker(_journal, _platform, _signal, _hosting));
        services.AddSingleton<IHostedService>(new ExpirySweeper(_journal, _platform, _signal, _hosting));
    }

    /// <summary>Adds <c>/client/{id}/vpn</c>, <c>/client/{id}/operations</c> and <c>/operations</c>.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var door = new VpnDoor(_platform);
        new VpnRoutes(door, new(_journal, _signal, _hosting), _journal, _hosting).Map(endpoints);
        new OperationRoutes(door, _journal).Map(endpoints);
    }
}
