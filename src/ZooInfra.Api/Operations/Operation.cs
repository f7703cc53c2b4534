using System.Globalization;
using System.Security.Cryptography;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Operations;

/// <summary>A change of one peer that was asked for, as the journal knows it.</summary>
/// <param name="Id">128 random bits, as 22 URL-safe characters.</param>
/// <param name="Client">Whose peer.</param>
/// <param name="Service">Of which VPN.</param>
/// <param name="Peer">The name of the peer.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Caller">Who asked for it.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Created">When it was accepted.</param>
internal sealed record Operation(string Id, string Client, string Service, string Peer, OperationKind Kind, string Caller, OperationState State, DateTimeOffset Created)
{
    /// <summary>The idempotency key of its request; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>A digest of its request; null without a key.</summary>
    public string? RequestHash { get; init; }

    /// <summary>The peer before; null when there was none.</summary>
    public RequestedPeer? Before { get; init; }

    /// <summary>The peer after; null when there shall be none.</summary>
    public RequestedPeer? After { get; init; }

    /// <summary>Why it failed, or what keeps it; null when nothing does.</summary>
    public OperationProblem? Problem { get; init; }

    /// <summary>When it was begun; null before that.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null before that.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>How often it was tried to bring it about.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether it has come to its end.</summary>
    public bool IsDone => State is OperationState.Succeeded or OperationState.Failed;

    /// <summary>Whether it takes a peer away. What should end is never revived, so such an operation is tried until it is done.</summary>
    public bool Ends => Kind is OperationKind.Revoke or OperationKind.Expire or OperationKind.Retire;

    /// <summary>Where it is found.</summary>
    public string Link => $"/operations/{Id}";

    /// <summary>An id that nobody can guess.</summary>
    public static string NewId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>An instant as the API writes it.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Why an operation failed or has to wait.</summary>
/// <param name="Status">The status of an answer that tells it.</param>
/// <param name="Detail">A sentence, without secrets.</param>
/// <param name="Rule">The contract rule that was violated; null for none.</param>
/// <param name="Urn">The resource at fault; null when it is not known.</param>
internal sealed record OperationProblem(int Status, string Detail, string? Rule = null, string? Urn = null);
