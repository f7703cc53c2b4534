using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using ZooInfra.Api.Operations;
using ZooInfra.Engine;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;
using ZooInfra.Vpn;

namespace ZooInfra.Cli.Serving;

/// <summary>
/// Brings requests about with the embedded engine, on the stacks of a project: the same programs, states and rules as <c>zoo up</c>, targeted at the one
/// peer, so that a request ships nothing else.
/// </summary>
internal sealed class EngineApply : StackApply
{
    private readonly Platform _platform;
    private readonly ServedProject _project;
    private readonly EmbeddedEngine _engine;
    private readonly ConcurrentDictionary<string, IReadOnlyList<VpnOffer>> _offers = new(StringComparer.Ordinal);

    public EngineApply(Platform platform, ServedProject project)
    {
        (_platform, _project) = (platform, project);
        _engine = new(
            new StateStore(project.State, project.Time),
            new Dictionary<string, Func<IResourceProvider>>(StringComparer.Ordinal) { ["zoo"] = MakeProvider },
            EmbeddedEngine.DefaultParallel,
            new PluginSource(project.File.Root, project.File.Plugins));
    }

    /// <summary>A client's program does not change while this process runs, so it is asked once.</summary>
    public override async Task<IReadOnlyList<VpnOffer>> OffersAsync(Client client, CancellationToken cancellationToken)
    {
        if (_offers.TryGetValue(client.Id, out var known))
        {
            return known;
        }

        try
        {
            var run = Run(client, []);
            var result = await _engine.PreviewAsync(run.Program, run.Watch, cancellationToken);
            IReadOnlyList<VpnOffer> offers = [.. run.Rules.Offers];

            // A program that fails may have stopped before it said all.
            return result.Outcome == Outcome.Succeeded ? _offers[client.Id] = offers
                : offers.Count > 0 ? offers
                : throw new ApplyException($"The program of '{client.Id}' does not run, so nobody can say which of its VPNs take requests: {run.Problem().Detail}");
        }
        catch (StateException e)
        {
            throw new ApplyException(e.Message, e);
        }
    }

    public override async Task<ApplyResult> ApplyAsync(Client client, PeerPlace peer, Func<CancellationToken, Task<DesiredPeers>> desired, CancellationToken cancellationToken)
    {
        var run = Run(client, [$"urn:pulumi:{client.Id}::{_project.File.Name}::**{LeftPeer.Type}::{peer.Service}/{peer.Name}"]);
        return await LockedAsync(run, async stack =>
        {
            stack.TakeInCutOffRun();
            IReadOnlyList<RequestedPeer> peers;
            try
            {
                peers = await WriteAsync(run, desired, cancellationToken);
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
            {
                return new ApplyResult.Failed(new(502, e.Message), HasBegun: false);
            }

            await new LeftPeer(run, MakeProvider).ClearAsync(stack, peer, cancellationToken);
            var look = stack.Look();
            var isThere = look.Resources.Any(resource => LeftPeer.Is(resource, peer));
            if (!peers.Any(wanted => wanted.Service == peer.Service && wanted.Name == peer.Name))
            {
                return isThere ? await UpdateAsync(run, stack, cancellationToken) : new ApplyResult.Done();
            }

            return LeftPeer.NetworkOf(look, peer.Service) is not null
                ? await UpdateAsync(run, stack, cancellationToken)
                : new ApplyResult.Failed(new(409, $"The VPN '{peer.Service}' of '{client.Id}' is not made yet: run 'zoo up -s {client.Id}' first."), HasBegun: false);
        });
    }

    public override Task<ApplyResult> RestoreAsync(Client client, Func<CancellationToken, Task<DesiredPeers>> desired, CancellationToken cancellationToken)
    {
        var run = Run(client, []);
        return LockedAsync(run, async _ =>
        {
            await WriteAsync(run, desired, cancellationToken);
            return new ApplyResult.Done();
        });
    }

    public override Task<AppliedPeer?> ReadAsync(Client client, PeerPlace peer, CancellationToken cancellationToken)
    {
        try
        {
            var run = Run(client, []);
            return Task.FromResult(_engine.Look(run.Program).Resources.FirstOrDefault(resource => LeftPeer.Is(resource, peer)) is { } found ? PeerOutputs.Read(found) : null);
        }
        catch (StateException e)
        {
            throw new ApplyException(e.Message, e);
        }
    }

    private static async Task<ApplyResult> UpdateAsync(ServedRun run, LockedStack stack, CancellationToken cancellationToken)
    {
        var plan = await stack.PreviewAsync(run.Watch, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (plan.Outcome != Outcome.Succeeded)
        {
            return new ApplyResult.Failed(run.Problem(), HasBegun: false);
        }

        if (!plan.HasChanges)
        {
            return new ApplyResult.Done();
        }

        var result = await stack.UpdateAsync(run.Watch, cancellationToken);
        run.KeepSalt();
        return result.Outcome switch
        {
            Outcome.Succeeded => new ApplyResult.Done(),
            Outcome.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ => new ApplyResult.Failed(run.Problem(), HasBegun: true),
        };
    }

    /// <summary>Whoever has the stack has it to himself. What keeps it from being locked may pass, and nothing was changed.</summary>
    private async Task<ApplyResult> LockedAsync(ServedRun run, Func<LockedStack, Task<ApplyResult>> work)
    {
        LockedStack stack;
        try
        {
            stack = _engine.Lock(run.Program);
        }
        catch (StateException e)
        {
            return new ApplyResult.Busy(e.Message);
        }

        using (stack)
        {
            try
            {
                return await work(stack);
            }
            catch (Exception e) when (e is StateException or ProviderException or FormatException or IOException or UnauthorizedAccessException)
            {
                return new ApplyResult.Failed(new(502, e.Message), HasBegun: true);
            }
        }
    }

    private static async Task<IReadOnlyList<RequestedPeer>> WriteAsync(ServedRun run, Func<CancellationToken, Task<DesiredPeers>> desired, CancellationToken cancellationToken)
    {
        var (source, peers) = await desired(cancellationToken);
        RequestFile.Sweep(run.RequestFile);
        RequestFile.Write(run.RequestFile, run.Program.Stack, source, peers);
        return peers;
    }

    private ServedRun Run(Client client, ImmutableArray<string> targets)
    {
        try
        {
            return new(_platform, client, _project, targets);
        }
        catch (Exception e) when (e is CliException or RunException)
        {
            throw new ApplyException(e.Message, e);
        }
    }

    private IResourceProvider MakeProvider() => _project.Provider?.Invoke() ?? new ZooProvider(_project.File.Root);
}
