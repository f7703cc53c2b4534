using System.Text.Json;
using ZooInfra.Api.Operations;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Vpn;

/// <summary>Peers and operations as JSON.</summary>
internal static class PeerJson
{
    /// <summary>What was asked for, without the braces.</summary>
    public static void Write(Utf8JsonWriter json, string client, RequestedPeer peer, DateTimeOffset now)
    {
        json.WriteString("service", peer.Service);
        json.WriteString("name", peer.Name);
        json.WriteString("person", peer.Person);
        json.WriteString("device", peer.Device);
        json.WriteString("purpose", peer.Purpose);
        json.WriteString("until", peer.Until);
        json.WriteNumber("ends_in_days", PeerEnd.DaysLeft(peer.Until, now));
        json.WriteBoolean("own_key", peer.PublicKey is not null);
        json.WriteNumber("key_generation", peer.KeyGeneration);
        json.WriteString("overlap_until", peer.OverlapUntil);
        json.WriteString("href", Link(client, peer.Name));
    }

    /// <summary>What was made, without its secrets.</summary>
    public static void Write(Utf8JsonWriter json, AppliedPeer? peer)
    {
        json.WriteString("public_key", peer?.PublicKey);
        json.WriteString("previous_public_key", peer?.PreviousPublicKey);
        json.WriteStartArray("addresses");
        foreach (var address in peer?.Addresses ?? [])
        {
            json.WriteStringValue(address);
        }

        json.WriteEndArray();
        json.WriteBoolean("active", peer?.IsActive ?? false);
    }

    /// <summary>An operation, without the braces.</summary>
    public static void Write(Utf8JsonWriter json, Operation operation)
    {
        json.WriteString("id", operation.Id);
        json.WriteString("client", operation.Client);
        json.WriteString("service", operation.Service);
        json.WriteString("peer", operation.Peer);
        json.WriteString("kind", OperationRow.Word(operation.Kind));
        json.WriteString("state", OperationRow.Word(operation.State));
        json.WriteString("caller", operation.Caller);
        json.WriteString("created", Operation.Text(operation.Created));
        WriteInstant(json, "started", operation.Started);
        WriteInstant(json, "finished", operation.Finished);
        json.WriteNumber("attempts", operation.Attempts);
        if (operation.Problem is { } problem)
        {
            json.WriteStartObject("problem");
            json.WriteNumber("status", problem.Status);
            json.WriteString("detail", problem.Detail);
            json.WriteString("rule", problem.Rule);
            json.WriteString("urn", problem.Urn);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("problem");
        }

        json.WriteString("href", operation.Link);
        json.WriteString("peer_href", Link(operation.Client, operation.Peer));
    }

    public static string Link(string client, string peer) => $"/client/{client}/vpn/peers/{peer}";

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant)
        => json.WriteString(name, instant is { } known ? Operation.Text(known) : null);
}
