using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary>What day it is for a client, and when a day begins there.</summary>
internal sealed class ClientClock(TenantContract contract, TimeProvider time)
{
    private readonly DateTimeZone _zone = ContractVersions.ZoneOf(contract);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDate DayOf(Instant instant) => instant.InZone(_zone).Date;

    public Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(_zone).ToInstant();
}
