using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using ZooInfra.Api.Telemetry;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api.Operations;

/// <summary>
/// Brings accepted operations about, one of a client at a time, those of several clients at once. Whatever is cut off is taken up again by this host or
/// another: every attempt makes what should be, and what should be is in the database.
/// </summary>
internal sealed class OperationWorker(OperationJournal journal, Platform platform, OperationSignal signal, VpnHosting hosting) : BackgroundService
{
    /// <summary>How often it is tried to take something back before a person has to look.</summary>
    private const int MostUndoings = 10;

    private readonly List<string> _clients = [.. platform.Clients.Select(client => client.Id)];

    /// <summary>Before the host serves: a request would ask a program that reads these files.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RestoreAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts to serve meanwhile.
        await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, hosting.Parallel).Select(_ => LoopAsync(stoppingToken)));
    }

    /// <summary>Somebody may have removed the files that programs read; the database has what was in them.</summary>
    private async Task RestoreAsync(CancellationToken stop)
    {
        foreach (var client in platform.Clients)
        {
            try
            {
                if ((await journal.PeersAsync(client.Id, stop)).Count > 0 && await hosting.Apply.RestoreAsync(client, cancel => DesiredAsync(client.Id, cancel), stop) is ApplyResult.Failed failed)
                {
                    Say($"The requested VPN peers of {client.Id} could not be written down: {failed.Problem.Detail}");
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                Say($"The requested VPN peers of {client.Id} could not be written down: {e.GetType().Name}: {e.Message}");
            }
        }
    }

    private async Task LoopAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                if (await journal.ClaimAsync(_clients, hosting.Lease, stop) is var (operation, lease))
                {
                    hosting.At?.Invoke("claimed");
                    await WorkAsync(operation, lease, stop);
                    signal.Pulse();
                    continue;
                }
            }
            catch (SqliteException e)
            {
                Say($"The database of operations cannot be used now: {e.Message}");
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await OperationSignal.WaitAsync(next, hosting.Poll, hosting.Time, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task WorkAsync(Operation claimed, Lease lease, CancellationToken stop)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewal = RenewAsync(lease, done.Token);
        try
        {
            if (await journal.BeginAsync(claimed, stop) is { } operation)
            {
                hosting.At?.Invoke("begun");
                var result = await ApplyAsync(operation, stop);
                hosting.At?.Invoke("applied");

                // What was brought about is written down also when the host is told to stop.
                await TakeInAsync(operation, result, CancellationToken.None);
                hosting.At?.Invoke("ended");
            }
        }
        finally
        {
            await done.CancelAsync();
            await renewal;
            await journal.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task<ApplyResult> ApplyAsync(Operation operation, CancellationToken stop)
    {
        try
        {
            return await hosting.Apply.ApplyAsync(platform.Find(operation.Client)!, new(operation.Service, operation.Peer), cancel => DesiredAsync(operation.Client, cancel), stop);
        }
        catch (ApplyException e)
        {
            return new ApplyResult.Failed(new(502, e.Message), HasBegun: true);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Say($"Operation {operation.Id} of {operation.Client} failed: {e.GetType().Name}: {e.Message}");
            return new ApplyResult.Failed(new(502, "The change could not be applied; the operator of the host can see why."), HasBegun: true);
        }
    }

    private async Task TakeInAsync(Operation operation, ApplyResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case ApplyResult.Done:
                await journal.EndAsync(operation, cancellationToken);
                await AuditAsync(operation, operation.State == OperationState.Undoing ? "failed" : "succeeded", cancellationToken);
                break;
            case ApplyResult.Busy busy:
                await journal.PutOffAsync(operation, operation.Problem ?? new(503, busy.Reason), DelayAfter(operation.Attempts), cancellationToken);
                break;
            case ApplyResult.Failed failed when operation.State == OperationState.Undoing && operation.Attempts >= MostUndoings:
                var reason = operation.Problem?.Detail ?? failed.Problem.Detail;
                await journal.EndAsync(operation with { Problem = new(502, $"{reason} What was begun could not be taken back: {failed.Problem.Detail} The next update of the stack does that.") }, cancellationToken);
                await AuditAsync(operation, "failed", cancellationToken);
                break;
            case ApplyResult.Failed failed when operation.Ends || operation.State == OperationState.Undoing:
                await journal.PutOffAsync(operation, operation.State == OperationState.Undoing ? null : failed.Problem, DelayAfter(operation.Attempts), cancellationToken);
                break;
            case ApplyResult.Failed { HasBegun: false } failed when operation.Attempts == 1:
                await journal.RefuseAsync(operation, failed.Problem, cancellationToken);
                await AuditAsync(operation, "failed", cancellationToken);
                break;
            case ApplyResult.Failed failed:
                await journal.UndoAsync(operation, failed.Problem, cancellationToken);
                break;
        }
    }

    private async Task RenewAsync(Lease lease, CancellationToken done)
    {
        using var timer = new PeriodicTimer(hosting.Lease / 3, hosting.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                await journal.RenewAsync(lease, hosting.Lease, done);
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
        catch (SqliteException e)
        {
            Say($"The lease on {lease.Client} could not be renewed: {e.Message}");
        }
    }

    private async Task<DesiredPeers> DesiredAsync(string client, CancellationToken cancellationToken)
        => new(await journal.SourceAsync(cancellationToken), [.. (await journal.PeersAsync(client, cancellationToken)).Select(row => row.Peer)]);

    private Task AuditAsync(Operation operation, string outcome, CancellationToken cancellationToken)
    {
        ApiTelemetry.Operations.Add(1, new KeyValuePair<string, object?>("kind", OperationRow.Word(operation.Kind)), new KeyValuePair<string, object?>("result", outcome));
        return hosting.AuditAsync(new(operation.Caller, string.Create(CultureInfo.InvariantCulture, $"vpn.{OperationRow.Word(operation.Kind)}.end"), operation.Client, $"{operation.Peer} {operation.Link}", null, outcome), cancellationToken);
    }

    private void Say(string line) => hosting.Output?.WriteLine(line);

    /// <summary>1, 2, 4, … seconds, a minute at most.</summary>
    private static TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Clamp(attempts - 1, 0, 6)));
}
