using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary>What day it is for a client, and when a day begins there.</summary>
/// <param name="contract">The contract, which says the zone.</param>
/// <param name="time">The clock.</param>
/// <param name="began">When the host began to serve.</param>
internal sealed class ClientClock(TenantContract contract, TimeProvider time, Instant began)
{
    private readonly DateTimeZone _zone = ContractVersions.ZoneOf(contract);

    /// <summary>When the host began to serve, in whole seconds as HTTP has them, rounded up.</summary>
    public Instant Began { get; } = Instant.FromUnixTimeSeconds((began.ToUnixTimeMilliseconds() + 999) / 1000);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDate DayOf(Instant instant) => instant.InZone(_zone).Date;

    public Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(_zone).ToInstant();
}
