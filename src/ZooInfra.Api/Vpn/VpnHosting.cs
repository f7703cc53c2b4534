using ZooInfra.Api.Audit;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Vpn;

/// <summary>What a host needs to take requests for VPN peers.</summary>
internal sealed record VpnHosting
{
    /// <summary>Brings requests about.</summary>
    public required StackApply Apply { get; init; }

    /// <summary>The SQLite file of operations and peers; hosts that share it share the work.</summary>
    public required string Database { get; init; }

    /// <summary>The clock by which peers end.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long an answer waits for its operation before it becomes 202.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a host that has died keeps others from its clients; one of the same machine does not.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a host looks for operations of others.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a host looks for peers that have ended.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many peers of a client may be asked for or given new keys in a minute.</summary>
    public int PerMinute { get; init; } = 30;

    /// <summary>How many clients may be worked on at once.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>Takes down who did what; null for nobody.</summary>
    public Func<AuditEntry, CancellationToken, Task>? Audit { get; init; }

    /// <summary>Where errors go that only the operator may see; null for nowhere.</summary>
    public TextWriter? Output { get; init; }

    /// <summary>Is told each step of the work as it was taken; for tests that stop there.</summary>
    public Action<string>? At { get; init; }

    /// <summary>Takes something down.</summary>
    public Task AuditAsync(AuditEntry entry, CancellationToken cancellationToken) => Audit?.Invoke(entry, cancellationToken) ?? Task.CompletedTask;
}
