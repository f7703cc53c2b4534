using ZooInfra.Api.Audit;
using ZooInfra.Api.Tests.Access;

namespace ZooInfra.Api.Tests;

/// <summary>What the audit of a host says.</summary>
internal static class AuditReading
{
    public static async Task<List<AuditEntry>> AuditAsync(this GuardedHost host)
    {
        await using var connection = await host.Database.ConnectAsync(CancellationToken.None);
        return [.. AuditTable.Read(connection).Select(found => found.Row.Entry)];
    }

    public static async Task<AuditEntry> LastAuditAsync(this GuardedHost host) => (await host.AuditAsync())[^1];
}
