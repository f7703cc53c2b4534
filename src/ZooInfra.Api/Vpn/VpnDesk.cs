using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZooInfra.Api.Operations;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Vpn;

/// <summary>Takes requests for peers in: checks them against the limits and accepts them as operations.</summary>
internal sealed class VpnDesk(OperationJournal journal, OperationSignal signal, VpnHosting hosting)
{
    private const int MostOverlapHours = 168;
    private const int StandardOverlapHours = 24;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The clock.</summary>
    public TimeProvider Time => hosting.Time;

    /// <summary>Asks for a new peer.</summary>
    /// <exception cref="RefusalException">It is refused.</exception>
    public async Task<Operation> CreateAsync(Client client, string caller, RequestBody body, (string Key, string Hash)? key, CancellationToken cancellationToken)
    {
        var offers = await OffersAsync(client, cancellationToken);
        var read = PeerRequest.Read(body, offers, Time.GetUtcNow());
        body.RequireGood();
        var (peer, offer) = read!.Value;
        return await AcceptOneAsync(client, caller, key, acceptance =>
        {
            RequireFree(acceptance, offer, peer);
            RequireRate(acceptance);
            return new(Operation.NewId(), client.Id, peer.Service, peer.Name, OperationKind.Create, caller, OperationState.Accepted, acceptance.Now) { After = peer };
        }, cancellationToken);
    }

    /// <summary>Asks for a new key of a peer, make before break.</summary>
    /// <exception cref="RefusalException">It is refused.</exception>
    public Task<Operation> RotateAsync(Client client, string caller, string name, RequestBody body, (string Key, string Hash)? key, CancellationToken cancellationToken)
    {
        var hours = body.Number("overlap_hours", 0, MostOverlapHours) ?? StandardOverlapHours;
        var own = body.PublicKey("public_key");
        body.RequireGood();
        return AcceptOneAsync(client, caller, key, acceptance =>
        {
            var before = Existing(acceptance, client, name);
            if (before.PublicKey is null != own is null || (own is not null && own == before.PublicKey))
            {
                var detail = before.PublicKey is null ? "The key of this peer is made here; leave 'public_key' out." : "The device keeps its own key; send its new 'public_key'.";
                throw new RefusalException(new(StatusCodes.Status422UnprocessableEntity, detail) { Errors = [("public_key", detail)] });
            }

            RequireRate(acceptance);
            RequireOwnKey(acceptance, own);
            var after = before with
            {
                PublicKey = own,
                KeyGeneration = before.KeyGeneration + 1,
                OverlapUntil = hours == 0 ? null : PeerEnd.Text(acceptance.Now.AddHours(hours)),
            };
            return new(Operation.NewId(), client.Id, before.Service, name, OperationKind.Rotate, caller, OperationState.Accepted, acceptance.Now) { Before = before, After = after };
        }, cancellationToken);
    }

    /// <summary>Asks for the end of a peer.</summary>
    /// <exception cref="RefusalException">It is refused.</exception>
    public Task<Operation> RevokeAsync(Client client, string caller, string name, CancellationToken cancellationToken)
        => AcceptOneAsync(client, caller, null, acceptance => Revoke(client, caller, Existing(acceptance, client, name), acceptance.Now), cancellationToken);

    /// <summary>Asks for the end of all peers of a person.</summary>
    /// <exception cref="RefusalException">There is none, or one of them is being worked on.</exception>
    public async Task<IReadOnlyList<Operation>> RevokeAllAsync(Client client, string caller, string person, CancellationToken cancellationToken)
    {
        var accepted = await journal.AcceptAsync(client.Id, caller, null, acceptance =>
        {
            var peers = acceptance.Peers.Select(row => row.Peer).Where(peer => peer.Person == person).ToList();
            if (acceptance.Open.FirstOrDefault(open => (open.After ?? open.Before)!.Person == person) is { } open)
            {
                throw Working(open);
            }

            return peers.Count > 0
                ? [.. peers.Select(peer => Revoke(client, caller, peer, acceptance.Now))]
                : throw new RefusalException(new(StatusCodes.Status404NotFound, $"Nobody of the name {Problem.Quote(person)} has a requested VPN peer at '{client.Id}'. /client/{client.Id}/vpn/peers lists them."));
        }, cancellationToken);
        signal.Pulse();
        return accepted;
    }

    /// <summary>Waits until an operation has ended, but no longer than an answer may take.</summary>
    /// <returns>The operation as it is then.</returns>
    public async Task<Operation> WaitAsync(Operation operation, CancellationToken cancellationToken)
    {
        var looks = TimeSpan.FromMilliseconds(200);
        var began = Time.GetTimestamp();
        while (true)
        {
            var next = signal.Next;
            operation = await journal.FindAsync(operation.Id, cancellationToken) ?? operation;
            if (operation.IsDone || Time.GetElapsedTime(began) >= hosting.Wait)
            {
                return operation;
            }

            await OperationSignal.WaitAsync(next, looks, Time, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<VpnOffer>> OffersAsync(Client client, CancellationToken cancellationToken)
    {
        var offers = await hosting.Apply.OffersAsync(client, cancellationToken);
        return offers.Count > 0
            ? offers
            : throw new RefusalException(new(StatusCodes.Status404NotFound, $"No VPN of '{client.Id}' takes requests. Its class says which do: VpnServiceArgs.Requests."));
    }

    private async Task<Operation> AcceptOneAsync(Client client, string caller, (string Key, string Hash)? key, Func<Acceptance, Operation> decide, CancellationToken cancellationToken)
    {
        var accepted = await journal.AcceptAsync(client.Id, caller, key, acceptance => [decide(acceptance)], cancellationToken);
        hosting.At?.Invoke("accepted");
        signal.Pulse();
        return accepted[0];
    }

    private static Operation Revoke(Client client, string caller, RequestedPeer peer, DateTimeOffset now)
        => new(Operation.NewId(), client.Id, peer.Service, peer.Name, OperationKind.Revoke, caller, OperationState.Accepted, now) { Before = peer };

    private static RequestedPeer Existing(Acceptance acceptance, Client client, string name)
        => acceptance.Open.FirstOrDefault(open => open.Peer == name) is { } open ? throw Working(open)
            : acceptance.Peers.FirstOrDefault(row => row.Peer.Name == name)?.Peer
            ?? throw NoPeer(client.Id, name);

    private static RefusalException Working(Operation open)
        => new(new(StatusCodes.Status409Conflict, $"An operation on '{open.Peer}' is under way ({OperationRow.Word(open.Kind)}); wait for its end at {open.Link} and send the request again.") { Operation = open.Link, RetryAfter = 1 });

    private static void RequireFree(Acceptance acceptance, VpnOffer offer, RequestedPeer peer)
    {
        if (acceptance.Open.FirstOrDefault(open => open.Peer == peer.Name) is { } open)
        {
            throw Working(open);
        }

        if (acceptance.Peers.Any(row => row.Peer.Name == peer.Name) || offer.Declared.Contains(peer.Name))
        {
            var detail = $"There is a peer '{peer.Name}' already. A person with two devices of one name gives a 'name' of its own to the second; a new key for the same device is a rotation.";
            throw new RefusalException(new(StatusCodes.Status409Conflict, detail) { Errors = [("name", detail)] });
        }

        RequireOwnKey(acceptance, peer.PublicKey);
        var count = acceptance.Peers.Count(row => row.Peer.Service == offer.Service)
            + acceptance.Open.Count(operation => operation is { Kind: OperationKind.Create, State: OperationState.Accepted } && operation.Service == offer.Service);
        if (count >= offer.MaxPeers)
        {
            throw new RefusalException(new(StatusCodes.Status409Conflict, string.Create(
                CultureInfo.InvariantCulture, $"The VPN '{offer.Service}' has {count} requested peers, and may have {offer.MaxPeers}. Revoke one that is not needed, or raise MaxPeers in the client's class.")));
        }
    }

    private static void RequireOwnKey(Acceptance acceptance, string? key)
    {
        if (key is not null && (acceptance.Peers.Any(row => row.Peer.PublicKey == key) || acceptance.Open.Any(open => open.After?.PublicKey == key)))
        {
            const string Detail = "Another peer has this key. A key belongs to one device: make a new one with 'wg genkey'.";
            throw new RefusalException(new(StatusCodes.Status409Conflict, Detail) { Errors = [("public_key", Detail)] });
        }
    }

    private void RequireRate(Acceptance acceptance)
    {
        if (acceptance.AskedSince(acceptance.Now - Minute) is var asked && asked >= hosting.PerMinute)
        {
            throw new RefusalException(new(StatusCodes.Status429TooManyRequests, string.Create(
                CultureInfo.InvariantCulture, $"{asked} peers were asked for within a minute, and {hosting.PerMinute} may be. Wait and send the request again.")) { RetryAfter = (int)Minute.TotalSeconds });
        }
    }

    /// <summary>There is no such peer.</summary>
    public static RefusalException NoPeer(string client, string name)
        => new(new(StatusCodes.Status404NotFound, $"'{client}' has no requested VPN peer {Problem.Quote(name)}. /client/{client}/vpn/peers lists them; peers that stand in code are not among them."));
}
