using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;

namespace ZooInfra.Api.Storage;

/// <summary>The tables that every host has; those of operations come with the room that needs them.</summary>
internal static class Migrations
{
    public static IReadOnlyList<Migration> All { get; } = [ApiKeys.Migration, AuditTable.Migration, AuditTable.NoReplacing];
}
