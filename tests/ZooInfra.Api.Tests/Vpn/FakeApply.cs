using System.Collections.Concurrent;
using ZooInfra.Api.Operations;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Tests.Vpn;

/// <summary>Stands for the stacks of clients: keeps what it was told in memory, and fails or waits when a test says so.</summary>
internal sealed class FakeApply : StackApply
{
    private readonly ConcurrentDictionary<(string Client, PeerPlace Peer), AppliedPeer> _made = new();
    private readonly ConcurrentDictionary<string, int> _working = new(StringComparer.Ordinal);
    private int _keys;

    public IReadOnlyList<VpnOffer> Offers { get; set; } = [new("staff", "staff", 3, 90, ["carol-laptop"])];

    /// <summary>What becomes of an attempt; null for what usually does. It gets the peer and whether it is wanted.</summary>
    public Func<PeerPlace, bool, ApplyResult?>? Answer { get; set; }

    /// <summary>What becomes of writing down which peers were requested; null for what usually does.</summary>
    public Func<ApplyResult>? Restore { get; set; }

    /// <summary>Attempts wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Every attempt, in order.</summary>
    public ConcurrentQueue<string> Attempts { get; } = [];

    /// <summary>Whether two attempts were ever made on one client at once.</summary>
    public bool HasOverlapped { get; private set; }

    public IReadOnlyList<string> Made => [.. _made.Keys.Select(key => $"{key.Client}/{key.Peer.Name}").Order(StringComparer.Ordinal)];

    public override Task<IReadOnlyList<VpnOffer>> OffersAsync(Client client, CancellationToken cancellationToken) => Task.FromResult(Offers);

    public override async Task<ApplyResult> ApplyAsync(Client client, PeerPlace peer, Func<CancellationToken, Task<DesiredPeers>> desired, CancellationToken cancellationToken)
    {
        HasOverlapped |= _working.AddOrUpdate(client.Id, 1, (_, count) => count + 1) > 1;
        try
        {
            await Gate.WaitAsync(cancellationToken);
            var wanted = (await desired(cancellationToken)).Peers.FirstOrDefault(known => known.Service == peer.Service && known.Name == peer.Name);
            Attempts.Enqueue($"{(wanted is null ? "-" : "+")}{peer.Name}");
            if (Answer?.Invoke(peer, wanted is not null) is { } answer)
            {
                return answer;
            }

            if (wanted is null)
            {
                _made.TryRemove((client.Id, peer), out _);
            }
            else
            {
                var key = wanted.PublicKey ?? $"key-{wanted.KeyGeneration}-{Interlocked.Increment(ref _keys)}";
                _made[(client.Id, peer)] = new(key, ["10.8.0.2"], IsActive: true)
                {
                    Configuration = wanted.PublicKey is null ? $"[Interface]\nPrivateKey = secret of {key}\n" : null,
                    QrPng = wanted.PublicKey is null ? Convert.ToBase64String("\x89PNG"u8) : null,
                };
            }

            return new ApplyResult.Done();
        }
        finally
        {
            _working.AddOrUpdate(client.Id, 0, (_, count) => count - 1);
        }
    }

    public override Task<ApplyResult> RestoreAsync(Client client, Func<CancellationToken, Task<DesiredPeers>> desired, CancellationToken cancellationToken)
        => Task.FromResult(Restore?.Invoke() ?? new ApplyResult.Done());

    public override Task<AppliedPeer?> ReadAsync(Client client, PeerPlace peer, CancellationToken cancellationToken) => Task.FromResult(_made.GetValueOrDefault((client.Id, peer)));
}
