using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;

namespace ZooInfra.Api.Storage;

/// <summary>The tables of all rooms of the host.</summary>
internal static class Migrations
{
    public static IReadOnlyList<Migration> All { get; } = [ApiKeys.Migration, AuditTable.Migration];
}
