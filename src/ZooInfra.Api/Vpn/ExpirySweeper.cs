using Microsoft.Extensions.Hosting;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Vpn;

/// <summary>
/// Ends peers whose end has come, and former keys whose overlap is over: as operations like others. A peer that has ended is gone for good, so a clock
/// that is put back revives nobody.
/// </summary>
internal sealed class ExpirySweeper(OperationJournal journal, Platform platform, OperationSignal signal, VpnHosting hosting) : BackgroundService
{
    /// <summary>Who ends peers by the clock.</summary>
    public const string Caller = "zoo";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(hosting.SweepEvery, hosting.Time);
        try
        {
            do
            {
                await SweepAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        try
        {
            foreach (var client in (await journal.EndedAsync(stop)).Select(row => row.Client).Distinct(StringComparer.Ordinal).Where(client => platform.Find(client) is not null))
            {
                foreach (var operation in await journal.AcceptAsync(client, Caller, null, acceptance => Due(client, acceptance), stop))
                {
                    await hosting.AuditAsync(new(Caller, $"vpn.{OperationRow.Word(operation.Kind)}", client, $"{operation.Peer} {operation.Link}", null, "accepted"), stop);
                }

                signal.Pulse();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The next sweep tries again; nothing of this is worth the end of the host.
            hosting.Output?.WriteLine($"Peers that have ended could not be looked for: {e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>A peer with an open operation comes next time.</summary>
    private static List<Operation> Due(string client, Acceptance acceptance)
    {
        var due = new List<Operation>();
        foreach (var peer in acceptance.Peers.Select(row => row.Peer).Where(peer => acceptance.Open.All(open => open.Peer != peer.Name)))
        {
            var hasEnded = PeerEnd.Of(peer.Until) <= acceptance.Now;
            if (hasEnded || (peer.OverlapUntil is { } overlap && PeerEnd.Of(overlap) <= acceptance.Now))
            {
                due.Add(new(Operation.NewId(), client, peer.Service, peer.Name, hasEnded ? OperationKind.Expire : OperationKind.Retire, Caller, OperationState.Accepted, acceptance.Now)
                {
                    Before = peer,
                    After = hasEnded ? null : peer with { OverlapUntil = null },
                });
            }
        }

        return due;
    }
}
