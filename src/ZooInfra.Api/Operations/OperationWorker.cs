using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using ZooInfra.Api.Audit;
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
    private IReadOnlyList<Client> _left = [];

    /// <summary>Before the host serves: a request would ask a program that reads these files.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _left = await RestoreAsync(platform.Clients, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts to serve meanwhile.
        await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, hosting.Parallel).Select(_ => LoopAsync(stoppingToken)).Append(RestoreLeftAsync(stoppingToken)));
    }

    /// <summary>Somebody may have removed the files that programs read; the database has what was in them.</summary>
    /// <returns>The clients whose stacks were locked.</returns>
    private async Task<IReadOnlyList<Client>> RestoreAsync(IReadOnlyList<Client> clients, CancellationToken stop)
    {
        var left = new List<Client>();
        foreach (var client in clients)
        {
            try
            {
                if ((await journal.PeersAsync(client.Id, stop)).Count == 0)
                {
                    continue;
                }

                switch (await hosting.Apply.RestoreAsync(client, cancel => DesiredAsync(client.Id, cancel), stop))
                {
                    case ApplyResult.Busy:
                        left.Add(client);
                        break;
                    case ApplyResult.Failed failed:
                        Say($"The requested VPN peers of {client.Id} could not be written down: {failed.Problem.Detail}");
                        break;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                Say($"The requested VPN peers of {client.Id} could not be written down: {e.GetType().Name}: {e.Message}");
            }
        }

        return left;
    }

    /// <summary>A stack that was locked when the host started is waited for: a program that runs without its file would remove what was requested.</summary>
    private async Task RestoreLeftAsync(CancellationToken stop)
    {
        try
        {
            while (_left.Count > 0)
            {
                await Task.Delay(hosting.Poll, hosting.Time, stop);
                _left = await RestoreAsync(_left, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host ends; the next one writes them.
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
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it is: one operation that goes wrong must not end the work on all others.
                Say($"Operations cannot be worked on now: {e.GetType().Name}: {e.Message}");
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
                try
                {
                    await TakeInAsync(operation, result, CancellationToken.None);
                }
                catch (AuditException e)
                {
                    Say($"Operation {operation.Id} of {operation.Client} has to wait for the audit: {e.Message}");
                    await journal.PutOffAsync(operation, null, DelayAfter(operation.Attempts), CancellationToken.None);
                }

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

    /// <summary>The audit comes first: an operation whose end cannot be written down there has not ended, and is brought about again, which changes nothing.</summary>
    private async Task TakeInAsync(Operation operation, ApplyResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case ApplyResult.Done:
                await AuditAsync(operation, operation.State == OperationState.Undoing ? "failed" : "succeeded", cancellationToken);
                await journal.EndAsync(operation, cancellationToken);
                break;
            case ApplyResult.Busy busy:
                await journal.PutOffAsync(operation, operation.Problem ?? new(503, busy.Reason), DelayAfter(operation.Attempts), cancellationToken);
                break;
            case ApplyResult.Failed failed when operation.State == OperationState.Undoing && operation.Attempts >= MostUndoings:
                var reason = operation.Problem?.Detail ?? failed.Problem.Detail;
                await AuditAsync(operation, "failed", cancellationToken);
                await journal.EndAsync(operation with { Problem = new(502, $"{reason} What was begun could not be taken back: {failed.Problem.Detail} The next update of the stack does that.") }, cancellationToken);
                break;
            case ApplyResult.Failed failed when operation.Ends || operation.State == OperationState.Undoing:
                await journal.PutOffAsync(operation, operation.State == OperationState.Undoing ? null : failed.Problem, DelayAfter(operation.Attempts), cancellationToken);
                break;
            case ApplyResult.Failed { HasBegun: false } failed when operation.Attempts == 1:
                await AuditAsync(operation, "failed", cancellationToken);
                await journal.RefuseAsync(operation, failed.Problem, cancellationToken);
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
